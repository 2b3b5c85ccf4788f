// Sentences about goods and prices that are for measuring only: no model is trained on them.
import type { Sayings } from './sayings.ts'

export const heldOutGoods: Sayings = {
  'quality-defect': {
    zh: [
      '没用几次就不好使了',
      '衣服开线 质量也太次了',
      '机器打不开 新的啊',
      '有瑕疵 边上有划痕和胶印',
      '才洗一次就褪色了',
    ],
    en: [
      'stopped working after a few uses',
      'poor quality, the stitching came apart',
      "brand new and it won't switch on",
      'product is defective',
      'the fabric faded after one wash',
    ],
  },
  warranty: {
    zh: ['保修期有几年', '坏了可以维修不', '过了保修还修吗 怎么收费', '维修点在哪', '换个零件多少钱'],
    en: [
      'how many years of warranty',
      'do you fix these',
      'is this still under guarantee',
      'cost of repair outside the warranty',
      'where do I take it to be repaired',
    ],
  },
  installation: {
    zh: ['有人来安装吗', '装一台要收多少钱', '约个师傅来装', '自己怎么组装', '送货的时候顺便给装吗'],
    en: [
      'will someone install it for me',
      'installation price',
      'need an installer to come',
      'how is it assembled',
      "can't figure out how to put the cabinet together",
    ],
  },
  'user-manual': {
    zh: ['这东西怎么操作', '说明书找不到了 电子版有吗', '怎么连wifi', '出现E2是什么故障代码', '如何调节档位'],
    en: [
      'how does this thing work',
      'can I get the instruction booklet',
      'how to connect it to bluetooth',
      'what does the flashing light mean',
      'setup help please',
    ],
  },
  price: {
    zh: ['这款卖多少', '价格说一下', '这个要多少钱啊老板', '能不能再便宜一些', '一盒多少钱'],
    en: [
      'how much does this cost',
      'price please',
      'what do you charge for the large one',
      'can I get it cheaper',
      "what's the price of a box",
    ],
  },
  'price-protection': {
    zh: ['刚买完你们就便宜了', '降价了能退我差额吗', '申请价保', '买贵了五十 怎么补', '有没有保价服务'],
    en: [
      'the price went down after I bought',
      'can you refund me the price difference',
      'price protection claim',
      'it got cheaper the day after my order',
      'compensate me for the price drop',
    ],
  },
  'price-match': {
    zh: ['别人家才卖七十', '京东上更便宜 你能一样不', '你们比隔壁贵好多', '同款别的店低二十', '能按对手的价格卖我吗'],
    en: [
      'another shop sells this for less',
      "match amazon's price?",
      "it's cheaper on another site",
      'you are pricier than the competition',
      'same product lower price elsewhere, can you match',
    ],
  },
  'live-price': {
    zh: [
      '直播里讲的那个价怎么没有',
      '直播间优惠怎么拍',
      '你们啥时开直播',
      '刚才直播说有赠品呢',
      '没赶上直播 补个直播价行吗',
    ],
    en: [
      'how do I get the livestream price',
      'the streamer promised a gift',
      "when's your next livestream",
      "the live deal isn't showing",
      'I missed the live show, can I get that deal',
    ],
  },
  coupon: {
    zh: ['优惠券哪里领', '有没有折扣', '怎么用券最划算', '新客优惠是什么', '最近搞不搞活动'],
    en: [
      'do you have a promo code',
      'where can I find coupons',
      'any discount for first order',
      'how do I use a voucher',
      'are there any offers right now',
    ],
  },
  'coupon-not-working': {
    zh: ['我的优惠码用不了啊', '券没抵扣', '为什么优惠没减掉', '领到的券消失了', '显示券不可用'],
    en: [
      "my coupon isn't being accepted",
      'the discount code failed',
      'voucher not applied',
      'promo code says invalid',
      'my coupon is gone',
    ],
  },
  points: {
    zh: ['积分能干什么', '看看我积分余额', '怎么升会员等级', '会员权益有哪些', '积分没给我加上'],
    en: [
      'how many points do I have',
      'what can points be redeemed for',
      'how do I level up my membership',
      "points weren't added for my purchase",
      'benefits for vip members',
    ],
  },
  'presale-deposit': {
    zh: ['预售交的定金可以退回吗', '定金付多少', '后悔付定金了', '定金可以抵扣多少钱', '定金支付入口在哪'],
    en: [
      'is the deposit refundable',
      'how much deposit for the presale',
      'I paid the deposit but changed my mind',
      'where do I pay the deposit',
      'what is my deposit worth',
    ],
  },
  'presale-balance': {
    zh: ['几号付尾款', '尾款多少啊', '错过付尾款了', '尾款支付不成功', '剩余的钱从哪付'],
    en: [
      'when is the balance due',
      'how do I pay the remaining amount for the preorder',
      'I missed paying the balance',
      'balance payment error',
      'how much more do I owe on my presale order',
    ],
  },
  'size-advice': {
    zh: ['我一米七五 一百四十斤 拿什么码好', '选M还是L呢', '鞋子偏不偏码', '我该选多大的', '尺码怎么挑 有点胖'],
    en: [
      'which size would you suggest for 180cm 75kg',
      'does this run large',
      'is it better to go with M or S',
      "I'm a bit chubby, which size",
      'do the shoes fit true to size',
    ],
  },
  stock: {
    zh: ['这个现在有没有货', '蓝色L还有么', '还剩多少库存', '卖完没有', '能拍吗 有现货吧'],
    en: [
      'is this item in stock',
      'do you still have blue in L',
      'how many are left',
      'sold out or not',
      'can I still get the red one',
    ],
  },
  'restock-notice': {
    zh: ['哪天会补货', '到货了提醒我', '卖光的那款还会有吗', '帮我登记缺货', '下一批啥时上'],
    en: [
      'when do you restock',
      "let me know once it's available again",
      'will it come back',
      "alert me when it's in",
      "when's the next batch",
    ],
  },
  recommendation: {
    zh: ['有啥好推荐的', '给老人买哪种合适', '送礼挑哪个', '三百以内求推荐', '帮我选选'],
    en: [
      'can you recommend something',
      'what would be good for my mum',
      'suggest a gift under 50',
      'which product is right for me',
      'what are your most popular items',
    ],
  },
  comparison: {
    zh: ['它俩哪里不一样', 'A和B哪个更值', '新旧两款对比', '为啥这个比那个贵', '二者选谁'],
    en: [
      'how do these two differ',
      'which one is better value',
      'old version vs new version',
      'compare A with B',
      'what makes this one more expensive than that one',
    ],
  },
  'material-care': {
    zh: ['什么料子的', '可不可以水洗', '是不锈钢的么', '洗了会不会变形', '这包是牛皮吗'],
    en: [
      'what material is this',
      'can I wash it in the machine',
      'is it stainless steel',
      'how do I clean it',
      'is the bag cowhide',
    ],
  },
  authenticity: {
    zh: ['保不保真', '怎么鉴别真伪', '会不会是假的', '正品证明有吗', '专柜能验不'],
    en: [
      'is it an original',
      "how can I tell it's not fake",
      'are these authentic',
      "do you have proof it's genuine",
      "sure it's not counterfeit?",
    ],
  },
  allergy: {
    zh: ['里面都有什么成分', '我花生过敏可以吃吗', '用完脸痒发红', '敏感皮肤能不能用', '有没有酒精'],
    en: [
      'what are the ingredients',
      'I have a nut allergy is this safe',
      'my skin turned red after using it',
      'does it have gluten',
      'ok for sensitive skin?',
    ],
  },
  'age-safety': {
    zh: ['怀孕可以用这个吗', '几岁孩子能玩', '婴儿能不能用', '老年人用安全吗', '哺乳能吃么'],
    en: [
      'can pregnant women use this',
      'what age is it for',
      'is it safe for babies',
      'suitable for older people?',
      'can I take it while breastfeeding',
    ],
  },
  'expiry-date': {
    zh: ['这个什么时候过期', '生产日期多少', '保质期还剩几个月', '给我发的是临期的', '开盖后多久吃完'],
    en: [
      'when does it expire',
      "what's the production date",
      'how long can I keep it after opening',
      'you sent me something about to expire',
      'check the best before for me',
    ],
  },
}
