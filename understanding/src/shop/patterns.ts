// Many ways to say one thing, written as patterns: taught besides the sayings, never counted or measured as sayings.
// `{a|b}{c|d}` stands for ac, ad, bc, bd; `_` is an empty choice; 商品 and `item` stand for goods of any trade.
import type { Example } from '../learn/index.ts'

/** How many sentences one pattern may give; more are thinned out evenly so that no intent drowns the others. */
const MOST = 24
const GOODS_ZH = '衣服 鞋子 裤子 外套 裙子 手机 耳机 面膜 奶粉 零食 杯子 帽子 背包 电饭煲 被子 口红'.split(' ')
const GOODS_EN = 'shirt jacket dress phone blender cream backpack mug hat lamp blanket kettle'.split(' ')

const withGoods = (sentence: string, at: number): string =>
  sentence.replaceAll('商品', GOODS_ZH[at % GOODS_ZH.length]!).replace(/\bitem\b/g, GOODS_EN[at % GOODS_EN.length]!)

const expand = (pattern: string): string[] => {
  let sentences = ['']
  for (const piece of pattern.split(/[{}]/)) {
    const choices = piece.split('|').map((choice) => (choice === '_' ? '' : choice))
    sentences = sentences.flatMap((start) => choices.map((choice) => start + choice))
  }
  const step = Math.max(1, sentences.length / MOST)
  return Array.from({ length: Math.min(sentences.length, MOST) }, (_, at) =>
    withGoods(sentences[Math.floor(at * step)]!.replace(/\s+/g, ' ').trim(), at),
  )
}

/** intent -> patterns, both languages together; `oos`: what no shop is asked for. */
const PATTERNS: Readonly<Record<string, readonly string[]>> = {
  'order-where': [
    '{商品|快递|包裹|东西|货}{呢|}{还在路上吗|在路上了吗|在途吗|走到哪啦|现在到哪啦}',
    '{it has been|its been|been waiting}{ forever | two weeks | ages | so long }{where is my parcel|parcel|my order|still nothing}',
    '{where are|where is}{ my }{things|goods|items|parcel then}',
    '{我的|网上买的|那个|我那件}{快递|包裹|货|东西|商品|件}{到哪了|在哪|寄到哪了|到哪一站了|到什么地方了|有消息吗|没动静|走到哪了}',
    '{怎么|为什么|_}{还没|一直没|还不}{到|送到|收到|来|送来}{_|我的货|我的快递|商品}',
    '{买了|等了|拍了}{三天|好久|一个星期|好几天}{了|_}{还没到|没收到|没影|还没送来}',
    '{查一下|帮查|看下|跟踪}{物流|快递|包裹|配送}{_|到哪了|信息}',
    '{where on earth is|any news on|any update on|what happened to|still waiting for|can you find|looking for}{ my | the }{parcel|item|order|delivery}',
    '{my|the}{ parcel | order | item | delivery }{has not come|has not arrived|is not here yet|never came|did not show up|is lost|is late}',
    '{i have not got|i have not received|i did not get|have not seen}{ my | any }{parcel|item|order|delivery}{ yet|_}',
    '{bought|ordered}{ it | an item | something }{last week|days ago|two weeks ago}{ and still nothing| where is it| not here}',
  ],
  'tracking-number': [
    '{tracking|tracking number|tracking code}{ for my order| for it| please|_}',
    '{把|_}{快递|物流|运单|_}{单号}{给我|发我|麻烦给下|发来|是什么|在哪看|有没有}',
    '{send|give|tell|show}{ me the | me my }{tracking number|tracking code|tracking id|courier number}',
  ],
  'order-status': [
    '{怎么|为什么|_}{这么久还是|一直是|一直}{待发货|未发货|没发货|备货中}',
    '{我那个|我的|那个}{商品的|_}{单子|订单}{是不是|有没有}{取消了|发了|成功|付款}',
    '{我的|我买的|昨天买的|前天下的}{单|订单|商品|东西}{发了没|发货了没有|还没发货|寄出来没|还没寄出|怎么不发货|准备好了吗|什么情况|是什么状态}',
    '{怎么还没|还没|是不是没}{发货|寄出来|寄出去|发出来|安排}',
    '{has|did}{ my | the }{order|item|parcel}{ been sent out| leave yet| ship| arrive| get delivered}',
    '{what is going on with|is there progress on|please check}{ my | the }{order|purchase}',
    '{is my order|was my order}{ packed| sent| ready| accepted| delivered| paid}',
  ],
  'missing-item': [
    '{why did i only get|i only received|only got}{ one | half | part }{of my order|of the items|of it}',
    '{收到|寄来}{的}{少一件|少了一件}',
  ],
  'order-eta': [
    '{can i|should i|do i}{ expect | get | receive }{it|my parcel|my order}{ tomorrow| today| this week| soon}',
    '{我的|那个|它|_}{快递|包裹|货|_}{什么时候|哪天|几号|几点}{能到|会到|送到|送来|能拿到|到我家}',
    '{今天|明天|后天|周末前|周五前|这周|星期一}{能到吗|能收到吗|到得了吗|会送来吗|送得到吗}',
    '{will|can}{ it | my parcel | my order | the item }{be here|come|arrive|reach me}{ today| tomorrow| by monday| before the weekend| this week}',
    '{when|what day|what time}{ will | does | should }{it|my parcel|my order|my item}{ come| arrive| reach me| get here}',
  ],
  'refund-progress': [
    '{退货|退回的货|退的货|货}{你们|仓库|_}{收到后|签收后|寄回后}{几天|多久}{退款|打款|退钱|到账}',
    '{i sent|i returned|i have returned}{ the item | it | everything }{back weeks ago|back ages ago|last week}{ where is my money| no refund| where is my cash}',
    '{我的|那笔|_}{钱|退款|退的钱|货款}{怎么还没|还没|一直没|什么时候}{退|退给我|退回来|到账|到}',
    '{退款}{到哪一步了|处理了吗|成功没有|有结果吗|通过了吗}',
    '{i am still waiting for|where is|what about|any news on}{ my | the }{refund|money back}',
    '{have you|did you|when will you}{ refund me| pay me back| return my money| send the money back}',
    '{my|the}{ refund }{has not come|is not on my card|did not arrive|is missing|was not paid}',
  ],
  'cancel-order': [
    '{我|_}{想|要|能不能|可以|怎么}{取消|撤销|退掉}{订单|这单|刚才的单|_}',
    '{不想要了|买错了|拍错了|多拍了}{怎么取消|想取消|能取消吗|退单}',
    '{how do i|can i|want to|please|need to}{ cancel | stop | call off | undo }{my order|the order|it|my purchase}{ before it ships|_}',
    '{bought|ordered}{ the wrong item | by mistake | it twice }{cancel|stop it|how do i stop it}',
  ],
  'change-address': [
    '{收货|收件|_}{门牌号|楼号|手机号|姓名}{打错了|写错了|填错了|少写了}{一个数字|怎么改|_}',
    '{收货|送货|_}{地址|电话|收件人}{写错了|填错了|要改|想换|能改吗|怎么改}',
    '{能不能|可以|想}{改|换|修改}{一下|_}{地址|收货地址|收件人|电话}',
    '{change|update|correct|edit|fix}{ my | the }{address|delivery address|shipping address|phone number}',
    '{wrong|incorrect|old}{ address | phone number }{on my order|entered|given}',
  ],
  return: [
    '{买回来|收到后|穿了|试了}{不满意|不喜欢|不合适|后悔了}{能退吗|可以退吗|想退|怎么退}',
    '{吊牌|标签|包装}{剪了|拆了|丢了}{还能退吗|能退货吗}',
    '{我|_}{想|要|申请}{退货|退掉|把商品退了}',
    '{can|may|could}{ i }{return|send back|give back}{ it | the item | this }{if i tried it on|without the tags|if i do not like it|after two weeks|_}',
    '{how do i|where do i|want to|like to}{ return | send back }{it|the item|something|my order}',
    '{tags|labels|box}{ are off | removed | opened }{can i return it|is return ok|return possible}',
  ],
  exchange: [
    '{商品|衣服|鞋|裤子}{大了|小了|短了|长了|紧了}{能换吗|想换一个|换大一码|换小一码|换个尺码}',
    '{想|能|可以}{换}{个颜色|一件|大码|小码|别的款}{吗|_}',
    '{can i|want to|like to|need to}{ exchange | swap | change }{it|the item|the size|the color}{ for }{a bigger one|a smaller one|another color|size m}',
    '{it is|item is|they are}{ too small | too big | too tight | too long }{exchange|can i swap|can i get another size|change it}',
  ],
  'shipping-fee': [
    '{买|只买|拍}{一双|一件|两件}{商品|袜子}{要|需要|用}{付运费|出运费|运费}{吗|_}',
    '{运费|邮费|快递费}{多少|怎么算|贵吗|是几块|谁出|要吗}',
    '{寄到|发到|送到}{新疆|西藏|海南|香港}{要多少钱|运费多少|邮费多少|加钱吗}',
    '{what is|how much is|tell me}{ the | your }{shipping fee|delivery fee|shipping cost|cost of delivery}',
  ],
  'free-shipping': [
    '{买多少|满多少|几件}{包邮|免运费|免邮}',
    '{is there|do you have|when do i get|what order value gets|how much to spend for}{ free shipping| free delivery}',
  ],
  'delivery-time': [
    '{上午|下午|晚上|今天}{付款|付的钱|下单|拍}{今天|当天|_}{能发吗|能寄吗|会发货吗|还能发吗}',
    '{i live in|i am in}{ tibet | xinjiang | beijing | a village }{how long|how many days|when}{ until i get it| does delivery take| for delivery}',
    '{寄到|发到|送到}{北京|上海|广州|成都|新疆|西藏|农村|县城}{要几天|要多久|几天能到|大概多久}',
    '{下单|付款|拍下}{后|以后|之后}{几天|多久}{到|能到|发货|收到}',
    '{how long|how many days}{ does | would }{shipping|delivery}{ take}{ to beijing| to shanghai| to xinjiang| to my city|_}',
  ],
  'parcel-lost': ['{显示|说|写着}{已签收|已送达|签收了|送到了}{可是|但|但是}{没收到|我没拿到|手上没有|没看到}'],
  'cross-border': [
    '{可以|能|能不能}{寄|发}{到国外|到香港|到台湾|海外|到马来西亚|到新加坡}{吗|_}',
    '{do you|can you}{ ship | deliver | send }{to}{ hong kong| singapore| malaysia| the us| europe| other countries}',
  ],
  'express-choice': ['{走|发|用}{的是|_}{什么快递|哪家快递|顺丰吗|中通吗}'],
  'size-advice': [
    '{商品|衣服|裤子|鞋|这款}{穿|选|买|拿|要}{什么|多大|几}{码|尺码|号}',
    '{我}{一米七|一米六五|180|身高168}{体重|_}{60公斤|130斤|70kg}{穿什么码|选什么尺码|要多大}',
    '{what|which}{ size }{do i need|should i buy|would fit me|for me|is right for me|of item should i take}',
    '{i am}{ 170 cm | 5 ft 9 | tall }{and 65 kg|and 70 kg|and slim}{ what size| which size| size please}',
    '{foot|feet}{ 26 cm | 24.5 cm | 265 mm }{what size|item size|which shoe size}',
  ],
  stock: [
    '{商品|这款|黑色的|白色|L码|42码}{还有吗|有没有|有货吗|有现货没|卖完了吗|还剩多少}',
    '{do you have|have you got|got|is there|any}{ the item | this item | this }{in black|in white|in size m|in my size|left|in stock}',
    '{is}{ the item | it | this one }{available|in stock|sold out|still available}{ in blue| in large|_}',
  ],
  price: [
    '{商品|这个|这件|那双|那个商品}{多少钱|什么价|卖多少|怎么卖|要多少|几块钱}',
    '{how much|what}{ is | does | for }{the item|this item|an item}{ cost| price|_}',
    '{price|cost}{ of }{the item|an item|this one}',
  ],
  coupon: [
    '{券|优惠券}{叠着用|叠加|一起用|用两张}{可以吗|_}',
    '{有没有|有什么|能给个|怎么领}{优惠|优惠券|折扣|优惠码|红包}',
    '{新人|新客|第一次买|新用户}{有优惠吗|有券吗|有什么优惠|能便宜点吗}',
    '{any|got a|is there a|can i have a}{ coupon | discount | promo code | voucher }{for me|for new customers|for my first order|today|_}',
    '{i am new|first time here|new customer}{ any coupon| any discount| any code for me}',
  ],
  'coupon-not-working': ['{my|the}{ coupon | promo code | voucher }{does not work|is invalid|was rejected|is expired}'],
  invoice: [
    '{报销|公司|单位}{要|需要}{发票|票|开票}{怎么弄|怎么开|_}',
    '{发票}{怎么开|什么时候给|在哪下载|没收到|能补开吗}',
    '{how do i get|can i get|i need|where is}{ an invoice | a receipt | my invoice }{for work|for the company i work at|for taxes|_}',
  ],
  'invoice-correct': ['{发票}{抬头写错|开错了|税号不对}{了|怎么改|能重开吗}'],
  hours: [
    '{客服|人工|你们}{几点|什么时候|周末|晚上}{上班|下班|在|在线|有人}',
    '{are you|is your team|are your people|is support}{ open | there | around | available }{on sunday|on weekends|in the evening|at night|today}',
    '{what are your|when are your|tell me your}{ opening hours| business hours| working hours}',
  ],
  payment: [
    '{can i|may i}{ settle up | check out | pay }{with}{ mastercard| my card| visa| unionpay}',
    '{可以|能|能不能}{用}{微信|支付宝|信用卡|花呗|云闪付|白条}{付|付款|支付|_}{吗|_}',
    '{do you|can i}{ take | accept | pay with | use }{visa cards|credit cards|wechat|alipay|paypal|apple pay|klarna|cash}',
  ],
  'payment-failed': ['{payment|my card|paying}{ failed| was declined| does not work| is not possible}'],
  'quality-defect': [
    '{刚|_}{打开|拆开|收到}{商品|衣服|包裹}{上|就|_}{有个洞|破了|是坏的|脏的|裂了}',
    '{收到|寄来}{的|就}{是坏的|有破洞|有污渍}',
  ],
  warranty: [
    '{商品|拉链|鞋底|表带|扣子}{坏了|断了|开胶了|掉了|裂了}{能修吗|保修吗|怎么办|给换吗}',
    '{the item|it|zipper|sole}{ broke | fell off | came apart }{is it covered|can you repair it|after two months}',
  ],
  'wrong-item': [
    '{收到|寄来}{的}{颜色不对|尺码不对|不是我买的}',
    '{you sent|i got|received}{ the wrong }{item|color|size}',
  ],
  'parcel-damaged': [
    '{the item|it|my order}{ came broken | arrived damaged | came cracked }{what now|can you send another|_}',
  ],
  person: [
    '{叫|喊|找|换|来}{个|一个|_}{人|真人|活人|客服|经理}{来|跟我说|处理|行不行|_}',
    '{put me through to|connect me with|i need|get me|let me speak to|can i talk to}{ somebody| someone| a person| a human| an agent| your manager}{ now|_}',
  ],
  complaint: [
    '{你们|客服|快递员|质量}{太差了|骗人|真恶心|态度差|不负责任|太坑了}',
    '{this is|you are|what a|your service is}{ terrible| disgusting| a scam| a disgrace| useless| pathetic}',
  ],
  greeting: [
    '{你好|您好|嗨|哈喽|早}{呀|啊|客服|_|亲}',
    '{hi|hello|hey|good morning|good evening}{ there| team| bot|_}',
  ],
  thanks: [
    '{好的|ok|嗯|_}{谢谢|多谢|谢啦|感谢}{你|亲|_|客服}',
    '{ok|great|perfect|_}{ thanks| thank you| cheers}{ a lot| so much| mate|_}',
  ],
  oos: [
    '{how do i|how to|help me}{ lose fat| get rich| learn english| fix my car| cook dinner| find a job| beat this game}{ fast|_}',
    '{你觉得|你认为|谁是}{中国足球|房价|股市|世界杯|总统}{有希望吗|会涨吗|怎么样|最厉害}',
    '{帮我|给我}{查|订|买}{一下|_}{高铁票|机票|火车票|电影票|酒店}',
    '{今天|明天|后天}{北京|上海|广州|_}{天气|下雨|冷不冷|几度|刮风}',
    '{帮我|请|给我}{写一篇|翻译|算一下|做|查查|看看}{作文|英语|数学题|代码|作业|诗|论文|股票}',
    '{附近|哪里|推荐}{有|_}{好吃的|餐厅|医院|修车|电影院|酒店|加油站}',
    '{感冒|头疼|肚子疼|失眠}{吃什么药|怎么办|看什么科}',
    '{what is|who is|how old is|how far is|where is}{ the president| the moon| paris| the capital of france| the weather| the meaning of life}',
    '{write|translate|solve|calculate|explain}{ a poem| my essay| this equation| some code| a letter}{ for me|_}',
    '{is ethereum|are stocks|is gold|is the dollar}{ going up| a good buy| falling}',
    '{book|find|reserve}{ me a | a }{flight|hotel|taxi|table|doctor}',
    '{who won|who will win|what is the score of}{ the game| the election| the match| the world cup}',
    '{recommend|suggest}{ a | some }{movie|restaurant|book|song|recipe}',
    '{can you|please}{ fix | repair | clean }{my car|my roof|my house|my teeth}',
  ],
  'small-talk': ['{你|_}{几岁|是谁|有女朋友吗|喜欢什么|是机器人吗}'],
}

/** The sentences the patterns stand for; `outside` is the label of those that mean no intent. */
export const patternExamples = (outside = 'oos'): Example[] =>
  Object.entries(PATTERNS).flatMap(([intent, patterns]) =>
    patterns.flatMap(expand).map((text) => ({ text, label: intent === 'oos' ? outside : intent })),
  )
