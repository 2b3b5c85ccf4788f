// Knowledge about the shop itself and its goods.
import { type DemoKnowledge, entry } from './knowledge-entry.ts'
import { policies as p, yuan } from './policies.ts'

export const knowledgeOfTheShop: readonly DemoKnowledge[] = [
  entry(
    'opening-hours',
    'hours',
    [
      '客服时间',
      '客服什么时候在线|你们几点上班|几点下班|周末有客服吗|营业时间|人工服务时间|晚上有人吗',
      `人工客服每天 ${p.openFrom}–${p.openUntil}（北京时间）在线，节假日不休。其余时间由我来帮您。`,
    ],
    [
      'Opening hours',
      'What are your opening hours?|When are you open?|business hours|are you open on sunday|customer service hours|until when are you open|when do you close',
      `Our team is here every day ${p.openFrom}–${p.openUntil} Beijing time, holidays included. I am here the rest of the time.`,
    ],
  ),
  entry(
    'store-address',
    'hours',
    [
      '线下门店',
      '有实体店吗|门店在哪里|可以去店里试穿吗|上海店地址',
      '我们在上海静安有一家门店：梧桐路 88 号，每天 10:00–21:30。',
    ],
    [
      'Our store',
      'Do you have a physical store?|Where is your shop?|can I try it on in a store|store location|address of your store',
      'We have one store in Jing’an, Shanghai: 88 Wutong Road, open daily 10:00–21:30.',
    ],
  ),
  entry(
    'genuine',
    'shop',
    [
      '是不是正品',
      '是正品吗|东西是真的吗|能验货吗|怎么保证正品',
      '所有商品都是自有品牌，从自己的仓库发出，每件都有防伪吊牌，可在官网查验。',
    ],
    [
      'Genuine goods',
      'Are your products authentic?|is it original|is this a real brand|how do I know it is genuine',
      'Everything is our own brand, sent from our own warehouse, with a security tag you can check on our site.',
    ],
  ),
  entry(
    'restock',
    'stock',
    [
      '缺货与补货',
      '什么时候补货|没货了还会有吗|断码会补吗|到货能通知我吗|缺货登记',
      '缺货的尺码请在商品页点“到货提醒”，补货当天会通知您。具体补货日期暂时无法承诺。',
    ],
    [
      'Restock',
      'When will it be back in stock?|will you restock my size|notify me when available|sold out, is it coming back|restock date',
      'Press “Notify me” on the product page and we tell you the day it is back. We cannot promise a date.',
    ],
  ),
  entry(
    'gift-wrap',
    'shop',
    [
      '礼品包装',
      '可以包装成礼物吗|送人能包一下吗|有礼盒吗|能写贺卡吗',
      `结算时勾选“礼品包装”，${yuan(p.giftWrapFee)} 一份，含手写贺卡，包裹里不放价格单。`,
    ],
    [
      'Gift wrapping',
      'Do you offer gift wrapping?|can you wrap it as a present|add a gift card message|gift box',
      `Tick “Gift wrap” at checkout: ${yuan(p.giftWrapFee)}, with a handwritten card and no prices in the parcel.`,
    ],
  ),
  entry(
    'team-orders',
    'shop',
    [
      '团购与企业采购',
      '公司团建想买二十件|团购有优惠吗|批量采购|可以印logo吗|大量购买价格',
      '同款 10 件起可享团购价，也可以印标。请回复“人工”，采购同事会给您报价。',
    ],
    [
      'Team and bulk orders',
      'Do you offer bulk discounts?|team order for our club|print our logo|wholesale price|order twenty shirts for my company',
      'From 10 pieces of one style there is a team price, and we can print logos. Reply “agent” and a colleague will quote.',
    ],
  ),
  entry(
    'account-password',
    'account',
    [
      '登录与密码',
      '忘记密码了|登录不上|收不到验证码|账号被锁了|换手机号怎么登录',
      '在登录页点“忘记密码”，用手机号或邮箱重设。收不到验证码请等 1 分钟再试，仍不行请回复“人工”。',
    ],
    [
      'Signing in',
      'I forgot my password|cannot log in|I do not get the verification code|my account is locked|reset password',
      'Use “Forgot password” on the sign-in page with your phone or e-mail. If no code comes, wait a minute and try again; if it still fails, reply “agent”.',
    ],
  ),
  entry(
    'delete-account',
    'account',
    [
      '注销账号与隐私',
      '怎么注销账号|删除我的个人信息|你们怎么保护隐私|不想收短信了|退订营销短信',
      '在“我的—设置—隐私”可以导出数据、退订短信或注销账号，注销后个人信息会被删除。',
    ],
    [
      'Delete account and privacy',
      'How do I delete my account?|remove my personal data|unsubscribe from messages|privacy policy|stop sending me emails',
      'Under “My account – Settings – Privacy” you can export your data, unsubscribe or delete the account; deleting removes your personal data.',
    ],
  ),
  entry(
    'wash-down',
    'care',
    [
      '羽绒服怎么洗',
      '羽绒服能机洗吗|羽绒服清洗方法|羽绒服洗完结团|羽绒服可以干洗吗',
      '请用中性洗涤剂 30℃ 轻柔机洗或手洗，低温烘干并拍松；不要干洗，不要拧干。',
    ],
    [
      'Washing the down jacket',
      'How do I wash the down jacket?|can the puffer go in the washing machine|dry clean down jacket|down is clumping after wash',
      'Wash gently at 30 °C with a mild detergent, tumble dry low and fluff it up. Do not dry-clean or wring.',
    ],
  ),
  entry(
    'wash-clothes',
    'care',
    [
      '衣服怎么洗',
      'T恤会缩水吗|卫衣怎么洗|衣服会掉色吗|瑜伽裤怎么清洗|可以用洗衣机洗衣服吗',
      '请翻面 30℃ 机洗，深浅分开，不用漂白剂，自然晾干。纯棉款首次水洗可能缩约 2%。',
    ],
    [
      'Washing clothes',
      'How should I wash the T-shirt?|does the hoodie shrink|will the colour fade|how to wash leggings|washing instructions',
      'Wash inside out at 30 °C, colours apart, no bleach, and dry in the air. Pure cotton may shrink about 2 % in the first wash.',
    ],
  ),
  entry(
    'care-shoes',
    'care',
    [
      '鞋子怎么清洗',
      '跑鞋可以水洗吗|白鞋发黄怎么办|鞋子怎么刷|鞋子能放洗衣机吗',
      '用软刷和清水加少量肥皂刷洗，取出鞋垫，阴凉处晾干；不要机洗、暴晒。',
    ],
    [
      'Cleaning shoes',
      'How do I clean my running shoes?|can shoes go in the washing machine|white shoes turned yellow|shoe care',
      'Brush with water and a little soap, take out the insoles, dry in the shade. No machine wash, no direct sun.',
    ],
  ),
  entry(
    'waterproof',
    'care',
    [
      '冲锋衣防水',
      '冲锋衣防水吗|下雨能穿吗|冲锋衣透气吗|防水指数多少|冲锋衣不防水了',
      '峰顶冲锋衣三层压胶，耐水压 15,000 毫米，透湿 10,000 克，可应付大雨。防水变弱时用专用喷剂保养。',
    ],
    [
      'Is the rain jacket waterproof?',
      'Is the summit jacket waterproof?|does the rain jacket breathe|water column of the jacket|can I wear it in heavy rain|is it rainproof',
      'The Summit rain jacket has three taped layers, a 15,000 mm water column and 10,000 g breathability: fit for heavy rain. Re-proof it with a spray when water stops beading.',
    ],
  ),
  entry(
    'watch-battery',
    'care',
    [
      '手表续航与防水',
      '手表能用几天|手表续航多久|手表防水吗|游泳能戴手表吗|手表支持苹果手机吗',
      '日常使用约 10 天，开 GPS 约 20 小时；50 米防水，可以游泳；支持 iOS 和安卓。',
    ],
    [
      'Watch battery and water',
      'How long does the watch battery last?|is the watch waterproof|can I swim with the watch|does the watch work with iphone|watch battery life',
      'About 10 days in daily use, about 20 hours with GPS on; water-resistant to 50 m, fit for swimming; works with iOS and Android.',
    ],
  ),
]
