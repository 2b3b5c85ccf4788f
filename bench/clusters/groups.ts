// Questions a shop's bot does not know, in groups that ask the same: written by hand, one line a group, before anything was
// tuned. `TUNE` was looked at while choosing thresholds, `JUDGE` never.

const groups = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((one) => one.trim()))

export const TUNE = groups(`
戒指可以刻字吗|能在戒指内圈刻名字吗|你们提供刻字服务吗|想刻两个字母在上面行不行|刻字的话能刻中文吗|买了能帮忙刻字不|请问有没有刻字的服务
可以代写贺卡吗|能帮我放一张手写卡片吗|送人的，能附贺卡不|生日贺卡可以帮写吗|想在包裹里夹张祝福卡|贺卡内容可以自己定吗
有企业团购价吗|公司要买一百件有优惠没|单位采购怎么谈价格|大批量采购能便宜吗|我们公司想团购，找谁|团购多少件起有折扣
旧手机可以抵钱吗|支持以旧换新吗|旧的寄给你们能换新的不|以旧换新怎么弄|老款能折价换购新款吗|有没有旧机回收抵扣
可以到店里试穿吗|你们有线下门店吗|实体店在哪里啊|想去门店看看实物|上海有没有你们的专柜|线下哪里能试
充电器国外能用吗|这个电压110伏的国家能用不|带去日本插头能插吗|出国用需要转换插头吗|美国的电压可以用吗
主播说的那个赠品在哪领|直播间说送的小样没看到|主播承诺的礼物怎么没寄|直播里讲的赠品如何领取|说好直播间下单送的东西呢
这款狗狗可以吃吗|猫咪能用这个吗|宠物误食了有没有事|家里有猫，用这个安全吗|狗舔了会不会中毒
鞋带可以单独买吗|能不能单买一副鞋带|鞋带坏了有配件卖没|鞋带哪里可以补买|可以另外买两根鞋带吗
包装盒可以回收吗|纸箱你们回收不|盒子怎么环保处理|空瓶子能寄回来回收吗|空瓶回收有积分吗
可以指定顺丰发吗我加钱|想发顺丰可以补差价吗|补运费换顺丰行不|能不能给我改成顺丰快递|加十块发顺丰可以吗
学生有优惠吗|学生证能打折不|大学生认证有没有折扣|学生党能便宜点吗|凭学生证可以减多少
do you offer gift wrapping|can you wrap it as a present|is gift wrap available|could it be gift wrapped please|how much is the gift wrapping
can i pick up my order in store|is store pickup possible|can i collect it from your shop instead|click and collect available?|i want to pick it up myself at the store
do you ship to po boxes|can you deliver to a po box|is a po box address ok|my address is a po box, does that work
is the leather vegan|is this real leather or synthetic|does it contain animal leather|is the bag made from vegan leather
do you have an affiliate program|how do i become an affiliate|can i earn commission promoting you|affiliate partnership for bloggers?
is there a student discount|any discount for students|do students get money off|student id discount possible?
`)

export const JUDGE = groups(`
可以定制印logo吗|衣服上能印公司标志吗|支持印图案定制不|想把我们的logo印上去|印花定制怎么收费|能不能印自己的图案
你们招代理吗|怎么加盟你们品牌|想做你们的分销商|可以一件代发吗|我想代理你们家产品，怎么联系|加盟条件是什么
衣服缩水吗|洗了会不会缩水|下水后尺寸会变小吗|这面料缩水严重不|机洗会缩吗
能开机吗没电怎么办|收到开不了机|按电源键没反应|充了一夜还是开不了机|机器打不开怎么回事|新买的无法开机
孕妇可以用吗|怀孕期间能用这款面霜不|哺乳期能用吗|孕妈妈用安全吗|怀孕三个月可以用这个吗
可以延长保修吗|能不能买延保|延保多少钱一年|想加购延长保修服务|延保在哪里买
可以上门安装吗|送货师傅给装吗|安装要不要另外收费|需要自己安装吗还是有师傅|包安装不|师傅什么时候来安装
有没有样品可以先试|能寄个小样试用吗|可以先试用再买吗|申请试用装在哪里|能不能买个试用装
明星同款是哪个颜色|代言人穿的是哪款|海报上模特穿的哪件|广告里那件是什么型号|明星穿的那件有货吗
这个可以带上飞机吗|能随身带上飞机不|坐飞机让带吗|过安检会不会被扣|高铁飞机能带这个吗
蓝牙连不上怎么办|连不上手机蓝牙|蓝牙搜不到设备|配对失败连不上|一直连接不上蓝牙
积分可以送给朋友吗|积分能转给别人不|我的积分想转到老婆账号|积分支持转赠吗|能把积分给家人用吗
can you customize the color|can i get it in a custom colour|do you make custom colors|is a bespoke colour possible
do you buy used items|is there a trade-in program|can i trade in my old one|do you take old devices for credit
can i schedule the delivery for a weekend|do you deliver on saturdays|is weekend delivery possible|can it arrive on a sunday
are your products tested on animals|is it cruelty free|do you test on animals|is this brand cruelty-free
how do i descale the machine|what do i use for descaling|descaling instructions please|the machine says descale, how
can i leave a message on a gift card|can you add a handwritten note|include a greeting card with my words?|can a note be put in the box for the birthday girl
`)

/** Asked once, by nobody else. */
export const LONELY = `
你们老板姓什么|今天上海下雨吗|帮我写一首诗|店里的背景音乐是什么歌|你会说粤语吗|这个网站是谁做的|为什么天是蓝的|能帮我算一下二十三乘以七吗
你们仓库几个人上班|春节晚会谁主持|怎么做红烧肉|能介绍个对象吗|附近有停车场吗|你们公司上市了没有|有没有兼职岗位招人
who is your ceo|what's the weather like|tell me a joke|are you a robot|do you like football|can i bring my dog to your office|is the moon made of cheese
`
  .trim()
  .split(/[|\n]/)
  .map((one) => one.trim())

const AROUND = {
  zh: {
    before: ['', '', '', '亲，', '你好，', '请问', '在吗，', '急，', '那个，', '老板，'],
    goods: ['', '', '', '', '', '', '', '我看中的那款，', '冲锋衣的，', '耳机那个，', '给孩子买的，'],
    after: ['', '', '', '？', '呀', '，谢谢', '，在线等', '!', '？？'],
  },
  en: {
    before: ['', '', '', 'hi, ', 'hello ', 'excuse me, ', 'quick question: '],
    goods: ['', '', '', '', '', '', '', 'for the backpack, ', 'about the watch: '],
    after: ['', '', '', '!', ' thanks', ' please', '??'],
  },
} as const

/** Any number, the same on every run: groups said with more or less around them. */
export const crowd = (count: number, of: readonly (readonly string[])[]): { text: string; group: number }[] => {
  let state = 7
  const roll = (most: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % most
  }
  const one = (list: readonly string[]): string => list[roll(list.length)]!
  return Array.from({ length: count }, () => {
    const group = roll(of.length)
    const said = one(of[group]!)
    const { before, goods, after } = AROUND[/\p{Script=Han}/u.test(said) ? 'zh' : 'en']
    return { text: `${one(before)}${one(goods)}${said}${one(after)}`, group }
  })
}
