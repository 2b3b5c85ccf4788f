// What each built-in intent about the shop (prices, goods, paying, talk) is called and means, in both languages.
import type { About } from './sayings.ts'

export const aboutShop: About = {
  price: {
    title: { zh: '价格', en: 'Price' },
    meaning: { zh: '问商品卖多少钱', en: 'Asks what something costs' },
  },
  'price-protection': {
    title: { zh: '价保', en: 'Price protection' },
    meaning: { zh: '买完降价，要求补差价', en: 'Bought it and the price fell; wants the difference' },
  },
  'price-match': {
    title: { zh: '比别家贵', en: 'Price match' },
    meaning: { zh: '别家更便宜，问能不能同价', en: 'Found it cheaper elsewhere and asks for the same price' },
  },
  coupon: {
    title: { zh: '优惠券', en: 'Coupons and offers' },
    meaning: { zh: '问有没有优惠、怎么领券用券', en: 'Asks for discounts and how to get or use a coupon' },
  },
  'coupon-not-working': {
    title: { zh: '优惠券用不了', en: 'Coupon not working' },
    meaning: { zh: '券用不了、没减、过期、消失', en: 'A coupon is refused, not applied, expired or gone' },
  },
  points: {
    title: { zh: '积分和会员等级', en: 'Points and level' },
    meaning: { zh: '问积分、会员等级、权益', en: 'Asks about points, membership level and its benefits' },
  },
  'presale-deposit': {
    title: { zh: '预售定金', en: 'Presale deposit' },
    meaning: {
      zh: '问定金怎么付、能不能退、抵多少',
      en: 'Asks about paying a presale deposit, getting it back, what it is worth',
    },
  },
  'presale-balance': {
    title: { zh: '预售尾款', en: 'Presale balance' },
    meaning: { zh: '问尾款何时付、付多少、付不了', en: 'Asks when, how and how much of the presale balance to pay' },
  },
  'live-price': {
    title: { zh: '直播间价格', en: 'Live-stream price' },
    meaning: { zh: '问直播间价格、福利、口令', en: 'Asks about prices, gifts and promises of a live show' },
  },
  'size-advice': {
    title: { zh: '尺码建议', en: 'Size advice' },
    meaning: { zh: '问自己该穿什么尺码、偏大偏小', en: 'Asks which size to take, or whether it runs large or small' },
  },
  recommendation: {
    title: { zh: '推荐', en: 'Recommendation' },
    meaning: { zh: '请店家推荐合适的商品', en: 'Asks the shop to suggest a product' },
  },
  comparison: {
    title: { zh: '商品对比', en: 'Comparison' },
    meaning: { zh: '问两款有什么区别、哪个更好', en: 'Asks how two products differ or which is better' },
  },
  stock: {
    title: { zh: '有没有货', en: 'Stock' },
    meaning: { zh: '问有没有货、某颜色尺码还有没有', en: 'Asks whether something, a size or a colour is available' },
  },
  'restock-notice': {
    title: { zh: '补货通知', en: 'Restock' },
    meaning: { zh: '问什么时候补货、要到货通知', en: 'Asks when something is back in stock, or to be told' },
  },
  'material-care': {
    title: { zh: '材质和保养', en: 'Material and care' },
    meaning: {
      zh: '问材质、参数、洗涤和保养',
      en: 'Asks what it is made of, its specification, or how to wash and care for it',
    },
  },
  authenticity: {
    title: { zh: '真假', en: 'Authenticity' },
    meaning: { zh: '问是不是正品、有无授权、怎么验真', en: 'Asks whether goods are genuine and how to check' },
  },
  'expiry-date': {
    title: { zh: '保质期', en: 'Expiry date' },
    meaning: {
      zh: '问保质期、生产日期、过期',
      en: 'Asks for the expiry or production date, or says it is out of date',
    },
  },
  allergy: {
    title: { zh: '成分和过敏', en: 'Ingredients and allergy' },
    meaning: { zh: '问成分、过敏原，或用后过敏', en: 'Asks for ingredients or allergens, or reports a reaction' },
  },
  'age-safety': {
    title: { zh: '年龄和孕期安全', en: 'Age and pregnancy safety' },
    meaning: { zh: '问孕妇、宝宝、老人能不能用', en: 'Asks whether children, pregnant women or the old may use it' },
  },
  payment: {
    title: { zh: '支付方式', en: 'Ways to pay' },
    meaning: { zh: '问怎么付款、支持哪些支付方式', en: 'Asks how to pay and which methods are taken' },
  },
  instalments: {
    title: { zh: '分期', en: 'Instalments' },
    meaning: { zh: '问能否分期、几期、利息', en: 'Asks about paying in instalments, terms and interest' },
  },
  'cash-on-delivery': {
    title: { zh: '货到付款', en: 'Cash on delivery' },
    meaning: { zh: '问能不能货到付款', en: 'Asks whether one can pay when the goods arrive' },
  },
  'payment-failed': {
    title: { zh: '支付失败', en: 'Payment failed' },
    meaning: { zh: '付不了款、扣款失败、扣了钱没订单', en: 'A payment is refused, stuck or charged without an order' },
  },
  'paid-twice': {
    title: { zh: '重复付款', en: 'Charged twice' },
    meaning: { zh: '被扣了两次钱、多扣了钱', en: 'Charged twice or too much' },
  },
  invoice: {
    title: { zh: '开发票', en: 'Get an invoice' },
    meaning: { zh: '要开发票、找发票', en: 'Wants an invoice or receipt, or cannot find it' },
  },
  'invoice-correct': {
    title: { zh: '发票有误', en: 'Correct an invoice' },
    meaning: { zh: '发票开错了、要改抬头或换开', en: 'An invoice is wrong and must be corrected or reissued' },
  },
  gift: {
    title: { zh: '礼品包装和贺卡', en: 'Gift wrap and message' },
    meaning: { zh: '送礼：包装、贺卡、不放价格单', en: 'Sending a present: wrapping, card, no prices shown' },
  },
  'bulk-purchase': {
    title: { zh: '团购批发', en: 'Bulk or company purchase' },
    meaning: { zh: '公司采购、批发、大量购买的价格', en: 'Buying many, for a company or for resale, at a price' },
  },
  cooperation: {
    title: { zh: '合作', en: 'Cooperation' },
    meaning: {
      zh: '谈合作：加盟、代理、达人、供货',
      en: 'Offers to work together: resale, franchise, influencer, supply',
    },
  },
  hours: {
    title: { zh: '营业和客服时间', en: 'Opening hours' },
    meaning: { zh: '问营业时间、客服上下班时间', en: 'Asks when the shop or its people are there' },
  },
  'store-location': {
    title: { zh: '门店地址', en: 'Store location' },
    meaning: {
      zh: '问实体店在哪、有没有、怎么去、能否自提',
      en: 'Asks for a physical shop, where it is, pick-up in store',
    },
  },
  'account-login': {
    title: { zh: '登录问题', en: 'Login problem' },
    meaning: {
      zh: '登录不上、收不到验证码、账号被锁、注册不了',
      en: 'Cannot sign in or register; code, lock, lost account',
    },
  },
  'account-change': {
    title: { zh: '修改账号资料', en: 'Change account details' },
    meaning: {
      zh: '换绑手机、改密码、改昵称等资料',
      en: 'Wants the phone, password, e-mail or profile of the account changed',
    },
  },
  privacy: {
    title: { zh: '隐私和注销', en: 'Privacy and deleting data' },
    meaning: {
      zh: '要删除个人信息、注销账号，问隐私怎么用',
      en: 'Wants data deleted or the account closed, or asks how data is used',
    },
  },
  complaint: {
    title: { zh: '投诉服务', en: 'Complaint' },
    meaning: { zh: '对服务、态度、店铺不满', en: 'Is unhappy with the service, the staff or the shop' },
  },
  escalation: {
    title: { zh: '升级投诉', en: 'Escalation' },
    meaning: { zh: '威胁打12315、曝光、起诉、找平台', en: 'Threatens authorities, courts, press or the platform' },
  },
  praise: {
    title: { zh: '表扬', en: 'Praise' },
    meaning: { zh: '夸商品、夸服务、夸店', en: 'Praises the goods, the service or the shop' },
  },
  person: {
    title: { zh: '要人工', en: 'Wants a person' },
    meaning: { zh: '要人工客服、真人、经理', en: 'Wants a human, an agent or a manager' },
  },
  callback: {
    title: { zh: '要求回电', en: 'Call me back' },
    meaning: { zh: '请店家打电话或稍后联系', en: 'Asks the shop to telephone or contact them later' },
  },
  unsubscribe: {
    title: { zh: '不要再发消息', en: 'Stop messages' },
    meaning: { zh: '退订短信邮件，不要推销', en: 'Wants no more texts, mails, calls or ads' },
  },
  greeting: {
    title: { zh: '打招呼', en: 'Greeting' },
    meaning: { zh: '打招呼、问在不在，还没说事', en: 'Says hello or asks whether anyone is there' },
  },
  thanks: {
    title: { zh: '感谢', en: 'Thanks' },
    meaning: { zh: '道谢', en: 'Says thank you' },
  },
  bye: {
    title: { zh: '再见', en: 'Goodbye' },
    meaning: { zh: '道别、没有别的事了', en: 'Says goodbye or that nothing else is needed' },
  },
  'small-talk': {
    title: { zh: '闲聊', en: 'Small talk' },
    meaning: {
      zh: '问是不是机器人、叫什么，和客服闲聊',
      en: 'Asks whether it is a bot, who it is, or just chats with it',
    },
  },
}
