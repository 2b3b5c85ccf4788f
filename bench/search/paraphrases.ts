// Questions as customers put them, each with the demo entry that answers it. None shares a telling word with the entry's
// title or questions. Written before the ranking was tuned; their scores were seen while it was, so they flatter it.

const zh = `
shipping-fee|寄过来还得另外掏钱不
delivery-time|啥日子我才能拿到手
dispatch-time|今晚拍的话仓库明早会寄走不
overseas|我人在吉隆坡，能给我邮过来吗
carrier|中通还是别家给我派件
tracking-stuck|轨迹停在杭州三天没动静了
signed-not-received|系统写着已妥投，可我手上空空
split-parcels|怎么就来了一半，剩下的呢
change-address|我搬家了，新住处要重填
cancel-order|后悔了，这笔帮我撤掉
pickup-point|能不能存到小区代收处我下班去拿
return-policy|穿着不合心意，还能送回给你们不
return-how|想把东西寄回给店家，步骤是啥
return-shipping|寄回来那笔快递钱算谁的
non-returnable|内裤拆开了还给办不
exchange|腰那里太松，给我调成小的行不
refund-time|我的款项啥时能到账上
damaged|拉开袋子发现裂了个口子
wrong-item|我拍黑的，寄来的却是红的
warranty|穿了俩月底子就裂开，你们管不管
price-protection|上周付的，今天打八折，差额给补吗
payment-methods|结账能刷卡不
instalments|手头紧，能按月慢慢还不
payment-failed|结账老是报错，钱却划走了
invoice|财务要报销凭据和税号
coupon-new|头回来你们家，少算点呗
coupon-use|红包怎么抵扣，能一块儿抵俩不
coupon-invalid|输了那串字母系统不认
points|攒的分能抵现金不
member-levels|要花到啥数才算黄金级别
opening-hours|半夜有真人回复我不
store-address|想当面看看货，你们铺子开在哪
genuine|会不会是假货啊
restock|四十二号卖光了，之后还进货不
gift-wrap|给女朋友过生日的，麻烦弄漂亮点
team-orders|我们学校要三十套，能便宜些不
account-password|进不去了，密钥想不起来
delete-account|我不玩了，把我的资料清空
wash-down|鸭绒外套脏了能丢滚筒里转吗
wash-clothes|短袖下水后会变小不
care-shoes|球鞋脏了能丢滚筒里吗
waterproof|暴雨天套这件外壳，里头会湿不
watch-battery|戴着它下水行吗，充满一回撑到啥时
order-confirm|交了钱却没任何消息，到底买上没
add-to-order|刚结完账，想再塞双袜子一块寄
change-size-before-dispatch|还在仓库里的那双，三九换成四零
unpaid-expires|先占着不给钱，会被系统关掉不
preorder|还没上市的新款先交押金，啥时候能寄
refuse-parcel|送到门口我不签，钱会回来吗
hold-parcel|这周不在家，麻烦下礼拜再寄
parcel-returned|东西又跑回你们那儿了
holiday-delivery|过年那几天仓库有人打包不
village-delivery|老家在山沟沟里，快递到得了门口不
customs|我在狮城买，进口要另外掏钱不
next-day|后天比赛，最快啥速度能送达
large-items|壶铃那么沉，邮寄要加价不
order-history|前年买过的东西去哪翻
order-without-account|懒得填资料，直接买可以不
return-gift|朋友给我买的太小，我手上没单号
return-no-box|装鞋的纸盒被我扔了，会扣钱吗
return-no-tag|牌子已经被我撕掉了咋办
return-partial|买了三样，就一样不满意
return-late|收了快一个月才发现不合适，还来得及不
return-pickup|我没空去寄，小哥能来家里收走不
refund-less|付了三百，怎么才回来两百六
refund-card-closed|原来那张卡已经销户，钱会去哪儿
exchange-other|不要这双了，想要另外那件外套，行不行
level-drop|我怎么从黄金掉下来了
size-wide-feet|我的脚掌特别宽，买几号好
size-kids|八岁娃穿得下吗
carbon-plate|平时训练每天都用竞速那种带板子的合适不
boot-break-in|皮靴刚买，脚后头起水泡
down-leak|外套里头的毛一直往外跑
carry-on|坐飞机能不能不托运这个背囊
smell-shoes|一脱下来满屋子熏人，有办法没
watch-setup|安卓机搜不到腕上那块表
helmet-crash|上回磕到地上一次，这顶帽子还安全吗
phishing|刚有陌生人说是你们员工问我要六位数字
hacked|我根本没买过这个，怕是谁偷偷登进来了
app|安卓上可以装专门的软件不
agent-wait|等了半小时还没人理我
jobs|我想来你们那儿上班
recycle|不穿的跑鞋可以拿来抵钱不
bot|对面坐着活人还是程序
quantity-limit|系统不让我加到三双
`
const en = `
shipping-fee|do you add anything on top of the goods for posting
delivery-time|when would it turn up at my door
dispatch-time|paid this morning, has the warehouse posted it yet
overseas|I live in Kuala Lumpur, would you post there
carrier|is it zto bringing it or someone else
tracking-stuck|it has been sitting in Hangzhou since Monday with no news
signed-not-received|status claims handed over yet nobody gave me anything
split-parcels|just half of what I bought turned up
change-address|we moved house last week, the new place is elsewhere
cancel-order|changed my mind about this purchase
pickup-point|could the courier leave it in a box near my office on sunday
return-policy|bought it and hate it, would you accept it again
return-how|guide me through posting this to your warehouse
return-shipping|whose money covers the courier when it goes to you again
non-returnable|opened knickers, would you still accept them
exchange|it is tight, I need the next number up
refund-time|how many days till my funds arrive
damaged|the seam was ripped when I opened the bag
wrong-item|asked for black and red turned up
warranty|glue failed within eight weeks, who fixes that
price-protection|on offer today, yet on monday I got it at full cost
payment-methods|is visa or wechat fine for you
instalments|could I spread the cost across half a year
payment-failed|paying never works, and the bank took the amount
invoice|my company needs a tax document for expenses
coupon-new|I never bought here before, anything off
coupon-use|how to redeem vouchers at the till
coupon-invalid|the site refuses the letters I typed to save money
points|I have saved some credits, what are they worth
member-levels|how much must I spend to climb to the top rank
opening-hours|is somebody there at midnight
store-address|any branch downtown I could walk into
genuine|I worry it may be fake
restock|42 is gone everywhere, any new batch
gift-wrap|it is a birthday surprise, please make it pretty
team-orders|thirty jerseys for a school, cheaper per piece
account-password|the site will not let me in any more
delete-account|close everything and erase what you know about me
wash-down|is tumble laundry safe for my feather coat
wash-clothes|will cotton get smaller in laundry
care-shoes|my trainers are muddy, remove the dirt how
waterproof|would I stay dry in a storm
watch-battery|would it survive a pool, and how many days per charge
order-confirm|paid but nothing in my inbox, did the purchase work
add-to-order|just checked out, please put socks in the same box
unpaid-expires|left it at checkout without money, will it vanish
refuse-parcel|if I do not accept it at the door will I be reimbursed
hold-parcel|travelling this week, please send it next monday
parcel-returned|the driver carried it to your warehouse again
holiday-delivery|do you pack boxes around spring festival
village-delivery|my farm is far from any city, will the courier reach us
customs|at the border, will officials charge me
next-day|race on saturday, what is the quickest way
large-items|kettlebells are so weighty, is postage higher
order-history|look up what I bought in 2024
order-without-account|no wish to create a profile, just take my money
return-gift|my friend bought this for me and it is too small
return-no-box|the carton went in the bin, will you charge me
return-no-tag|already tore the paper thing from the collar
return-partial|bought three, the blue disappoints, the others stay
return-late|four weeks have passed, is it over for me
return-pickup|could the driver come to my home and take it back to you
refund-less|spent 300 yet got 260 back
refund-card-closed|that plastic was cancelled, what happens to the money
exchange-other|do not want these sneakers, give me that coat instead
level-drop|I was in the top group and now I am lower
size-wide-feet|broad foot, which number should I choose
size-kids|would it fit my eight year old son
carbon-plate|is the stiff pair fine for all my jogs
boot-break-in|blisters from stiffness at the ankle
down-leak|white fluff escapes everywhere from my coat
carry-on|will the airline let me keep the rucksack with me
smell-shoes|my sneakers stink
watch-setup|bluetooth can not find my wristband
helmet-crash|hit the ground once on my bike, is the head gear safe
phishing|a stranger rang me for the six digits in my sms
hacked|purchases in my name that were not me
app|is there something to install on android
agent-wait|half an hour and no human showed up
jobs|are there any vacancies at your company
recycle|could I hand in worn sneakers for a voucher
bot|is this a machine or a person typing
quantity-limit|the site stops me when I choose three pairs
accessibility|my grandma can hardly see, how could she buy
`
const pairs = (text: string, locale: 'zh-CN' | 'en') =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [key, asked] = line.split('|') as [string, string]
      return { key, locale, asked }
    })

export interface Paraphrase {
  /** Of the demo's knowledge entry that answers it. */
  readonly key: string
  readonly locale: 'zh-CN' | 'en'
  readonly asked: string
}
export const PARAPHRASES: readonly Paraphrase[] = [...pairs(zh, 'zh-CN'), ...pairs(en, 'en')]
