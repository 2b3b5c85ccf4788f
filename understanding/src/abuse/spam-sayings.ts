// Advertising, fraud and honest lines for the shipped spam model: training sentences written for this project.
import type { SpamKind } from './verdict.ts'

export const SPAM_SAYINGS: Readonly<Record<SpamKind | 'none', string>> = {
  'ad.retail': `
春季新品全场三折起，戳链接抢购，退订回T / 清仓处理，名牌包包只要99，加微信看货 / 高仿手表一比一复刻，支持货到付款，加V / 店庆三天，进店有礼，地址人民路88号 / 刷单涨粉，淘宝店铺权重提升找我
专柜同款，厂家直销，量大从优，联系电话 / 双十一预热，会员领红包，点击 t.cn/abc / 茅台特价，内部渠道，私聊 / 代购奢侈品，扫码进群享五折 / 亲们，我家店铺上新了，来看看呀 http://shop.example
mega sale 70 percent off designer bags, visit cheap-bags.example / buy followers and likes, best price, dm me / replica watches, free shipping worldwide, order now / hot deal just for you, click here to shop
check out my store for great discounts, link in bio / limited offer, cheap sneakers at my site, whatsapp me / 优质货源一手批发，童装女装包包，加微信拿货 / 本店新开张，前一百名免费送鸡蛋，速来 / wholesale phone cases, lowest price, add my wechat
`,
  'ad.service': `
专业办理宽带移机，资费全城最低，咨询电话 / 流量不够用？充值话费九折，点击办理 / 网站建设，小程序开发，价格优惠，加QQ / 招生啦，英语培训免费试听，名额有限 / 家电清洗疏通管道，随叫随到
短视频代运营，包涨粉，联系我 / 健身房年卡特惠，前三十名送私教课 / 婚纱摄影特价套餐，预约送礼 / seo service, rank your site first on google, contact us / we build websites and apps at low prices, reply for a quote
unlimited data plan only 5 dollars, sign up today / learn forex in a week, free class, join our telegram / cheap web hosting, use my code / 考证不用等，快速拿证培训班报名中 / 搬家公司，一次五十起，电话联系
`,
  'ad.estate': `
湖景洋房首付二十万起，售楼热线 / 地铁口精装公寓，总价低，即买即住 / 学区房最后十套，恭迎品鉴 / 商铺出售，十年包租，年回报八个点 / 海景房特价，看房专车接送，致电
luxury condos from 99k, book your viewing today / invest in beachfront land, guaranteed growth, call us / 新盘开盘，买房送车位，详询 / 写字楼招租，免租三个月 / new apartments near the metro, zero commission
`,
  'ad.loan': `
无抵押贷款，当天放款，凭身份证即可，咨询经理 / 信用贷最高五十万，利息低至三厘 / 征信黑也能贷，秒到账，加微信 / 急用钱找我，不查征信，额度高 / 您有一笔八万元额度待领取，点击申请
need cash fast? no credit check loan, apply now / personal loans up to 50000, approved in minutes / payday loan, bad credit ok, text back yes / 房产抵押车辆抵押，利率优惠，随借随还 / debt consolidation, lower your payments today, call
`,
  'fraud.phishing': `
您的银行卡已被冻结，请登录 www.bank-safe.example 验证 / 积分即将过期，点击链接输入卡号兑换现金 / 您的账户异常，请提供短信验证码解除 / 包裹丢失理赔，请加客服QQ并提供银行卡密码 / 电子社保卡已失效，点击更新
快递理赔三倍赔付，扫码填写银行卡信息 / 医保卡停用，请点击 http://yibao.example 认证 / 我是平台客服，您被误开通会员，每月扣费，需配合取消转账 / your account is suspended, verify your password at secure-login.example
dear customer, confirm your card number to receive the parcel / unusual login, click http://verify.example and enter your pin / you have an unclaimed refund, enter your bank details here / paypal limited your account, log in now to restore
we could not deliver, pay a 1.99 fee at this link / 您的苹果账号在异地登录，点击申诉 / ETC已过期，点击链接重新认证否则罚款 / your netflix payment failed, update your card at this link / 税务退税通知，点击填写银行卡领取
`,
  'fraud.money': `
恭喜您中奖了，一等奖苹果电脑，联系领奖电话 / 日赚三百，手机兼职，打字员，加微信 / 跟老师炒股，内部消息，包赚不赔 / 投资一万，月入三千，稳赚 / 虚拟币挖矿，翻十倍，进群
爸，我手机坏了，把钱打到这个账号 / 猜猜我是谁，我出事了，急需用钱 / 点赞返佣，一单五元，当日结算 / congratulations you won a lottery of one million, send your details / work from home, earn 500 a day, no experience
double your bitcoin in 24 hours, send to this wallet / i am a prince and need your help to move funds / crypto signals, guaranteed profit, join telegram / 荐股群，明日涨停，免费领取牛股代码 / easy money, just like videos and get paid
you have been selected for a free iphone, claim now / 刷单兼职，垫付返利，秒结
`,
  'illegal.gambling': `
澳门新葡京上线啦，注册送88，提款秒到 / 百家乐真人荷官，首存送五成 / 六合彩内部资料，三码必中 / 棋牌电玩城，充一百送一百，网址 / 时时彩计划群，稳赢 / 老虎机爆奖中，点击进入
online casino, 200 percent bonus on first deposit / bet on football, best odds, join now / free spins for new players, play now at luckyslot.example / 德州扑克俱乐部，加我进局 / 买球就上这里，返水高 / poker room, real money, sign up bonus
`,
  'illegal.papers': `
代开发票，各行各业，点数低，保真 / 办证刻章，毕业证身份证驾驶证，快速出证 / 正规增值税票可验证后付款，张会计 / 出售四件套，银行卡电话卡 / 代考代写论文，包过 / 驾照消分，一分一百
fake id and diplomas, looks real, fast delivery / buy a driving licence without the test / we sell bank accounts and sim cards / 代办学历，学信网可查 / 有票要吗，餐饮住宿建材都能开 / passports and certificates made to order
`,
  'illegal.adult': `
寂寞吗，同城美女上门，加微信 / 高端外围，学生模特，可验照 / 夜间上门服务，包您满意 / 成人影片免费看，点击网址 / 约吗，附近的人都在这里 / 迷药催情，货到付款
hot girls near you, chat now / escort service, 24h, discreet / free adult videos, click here / lonely? meet singles tonight, no sign up / sexy cam show, free credits / 裸聊，点击下载app
`,
  none: `
我的快递到哪了 / 可以开发票吗 / 这件衣服有优惠吗 / 链接打不开 / 红包怎么用不了 / 刚才付款被扣了两次 / 我加了你们客服微信没人理 / 贷款分期可以吗 / 花呗分期手续费多少 / 我的账户被冻结了怎么办
验证码收不到 / 银行卡退款要几天 / 这是我的收货地址人民路88号 / 有没有批发价 / 双十一什么时候付尾款 / 中奖了怎么领 / 会员积分什么时候过期 / 你好在吗 / 送货前打我电话 / 客服电话是多少
收到一条短信说快递丢失要理赔，是你们发的吗 / 这个网站是你们的吗 / 退订短信怎么弄 / 有人冒充你们客服 / 发票抬头写错了重开 / 微信支付失败 / 流量卡激活不了 / 茅台什么时候补货 / 为什么领不到优惠券
where is my order / can i get an invoice / is this item on sale / the link does not work / my coupon is not accepted / i was charged twice / my account is locked, please help / can i pay in instalments
did you send me this text about a lost parcel / is this site yours / how do i unsubscribe / i won the raffle, how do i claim it / my card was declined / when do my points expire / please call before delivery
do you ship to france / send the invoice to my email me@mail.example / i need a refund to my bank account / the free gift was missing / can i pick it up at the shop / what is the wholesale price / great discount, thanks
我要退货 / 尺码偏大 / 物流不动了 / 好的谢谢 / 颜色发错了 / 怎么改地址 / 手表走时不准 / 包包拉链坏了 / 房间用的香薰有吗 / 游戏机手柄连不上 / 扑克牌一副多少钱 / 麻将机怎么安装
the watch runs slow / the bag zip is broken / how do i return it / wrong size / thanks a lot / does the casino board game ship today / poker set in stock? / my phone case cracked / password reset please / is it free shipping
`,
}
