// Angry shop customers, as they type: training sentences written for this project, ` / ` between them.
export const ANGRY_ZH = `
都第几天了还不发货，你们到底在干嘛 / 垃圾店铺，再也不会来了 / 气死我了，三天两头出问题 / 你们客服是摆设吗 / 投诉！必须投诉！
说好的今天到，又骗人 / 什么破质量，洗一次就烂了 / 退个款要我等半个月，要不要脸 / 我真是服了你们了，一句准话都没有 / 别跟我复制粘贴，给我解决问题
再不处理我就打12315了 / 花两百块买了一堆破烂 / 你们这是诈骗知道吗 / 一直踢皮球，有意思吗 / 火大，真的火大 / 发错货还让我出运费，凭什么
我要曝光你们 / 一分钱一分货都算不上，纯粹坑人 / 差评，零分都嫌多 / 这什么态度啊，谁教你们这么说话的 / 骗子公司，还我钱 / 忍你们很久了
卖假货还这么嚣张 / 电话打了十几个没人接，耍我呢 / 快递员把我的包裹扔在雨里，谁负责 / 说了八百遍了还听不懂 / 又是这种敷衍的回复，够了
你们把顾客当傻子吗 / 恶心，拿二手的当新的卖 / 钱扣了货没有，抢钱呢 / 今天必须给我一个说法 / 太过分了，买之前一个样买之后一个样 / 服务差到极点
我现在就要退款，一分都不能少 / 就这破东西也敢卖三百 / 老子等了一个星期 / 别拖了行不行，拖到什么时候是个头 / 什么烂快递，箱子都踩扁了 / 你们老板呢，叫他出来
搞什么鬼，改了地址还寄到老地方 / 不发货还不让退款，强盗逻辑 / 双十一先涨价再打折，当我们瞎吗 / 客服已读不回，真行啊 / 滚，别再给我发短信了 / 无耻
说降价就降价，我昨天刚买的，欺负老顾客是吧 / 我受够了这个平台 / 再也不信你们的鬼话 / 拆开一看少了一半，你们良心不会痛吗 / 等着收律师函吧
妈的又缺货，缺货你挂什么链接 / 机器人机器人，就知道机器人，人都死哪去了 / 质量差成这样还好意思要好评 / 浪费我时间 / 黑店 / 简直不可理喻
给我发个坏的，还怪我操作不当 / 赔钱，别废话 / 你们的承诺就是放屁 / 催了五次，次次说马上，马上个头 / 真是瞎了眼买你家的东西 / 烦死了，滚远点
明明写着包邮，结果收我十五块，要脸吗 / 售后就是一坨屎 / 装死是吧，那我找平台 / 退货地址都不给，什么意思 / 这种店怎么还没倒闭 / 恼火得很
昨天说今天，今天说明天，逗我玩呢 / 我孩子等着用，你们就这么糊弄 / 拿残次品糊弄人，缺德 / 你再说一句亲试试 / 别叫我亲 / 一群饭桶
取消了订单还给我发货，听不懂人话吗 / 价保申请三次全驳回，理由都编不圆 / 耍流氓是吧 / 举报你们虚假宣传 / 买个杯子来的是碎片，还说不赔 / 气得我手抖
什么狗屁会员，一点用没有 / 发票拖了一个月，偷税漏税啊 / 你们到底管不管 / 我的耐心到头了 / 下三滥的手段 / 把钱退我，立刻马上
问什么都不知道，那要你干什么 / 丢件了就想赔五块钱，打发叫花子呢 / 糟糕透顶的购物体验 / 尺码表瞎写的吧，坑死人 / 敢不敢让主管跟我说话
等了俩月就等来个缺货退款，早干嘛去了 / 虚标容量，奸商 / 你们仓库是猪在管吗 / 一次比一次离谱，忍无可忍 / 再给我推送广告我就投诉到工信部
直播间说送的赠品呢，喂狗了 / 说话不算数，算什么商家 / 屏幕裂着就敢发出来，谁给你的胆子 / 恨不得砸了它 / 售前热情似火，售后冷得像冰，呸
凭什么我的单子排最后 / 拒收两次还往我家送，有病吧 / 我不要优惠券，我要你们道歉 / 吃出头发来了，恶心死了 / 别装听不懂 / 这口气我咽不下去
太慢了 / 慢死了，蜗牛吗 / 质量真差 / 质量很一般，不值这个价 / 客服回复太慢 / 做工粗糙，线头到处都是 / 味道难闻，难吃 / 色差太大，不好看 / 物流慢得离谱
扯淡 / 你们简直是抢劫 / 什么玩意儿 / 呵呵，又是系统原因，你们系统天天有原因 / 把我当猴耍 / 坑爹货，谁买谁倒霉 / 臭不要脸的商家
你们这是明抢 / 太黑心了 / 叫你们经理滚出来 / 再骗我一次试试 / 这服务喂狗都不吃 / 气炸了 / 一堆废物 / 凭啥不给退 / 脸皮真厚 / 我呸
`
export const ANGRY_EN = `
this is ridiculous, i have been waiting three weeks / worst shop i have ever used / give me my money back right now / are you even reading what i write
stop sending me the same copy paste answer / you people are liars / i am absolutely furious / what a joke of a company / i want to speak to whoever runs this mess
third time i am asking, what is wrong with you / you charged me twice and nobody cares / this is theft, plain and simple / how hard can it be to ship a pair of socks
i am sick of your excuses / your driver threw my parcel over the fence in the rain / never buying from you again / absolute garbage, fell apart in a day
i will report you to consumer protection / my lawyer will be in touch / you sold me a fake / the service is disgusting / do not call me dear, fix my order
unbelievable incompetence / i have had enough of this / you lied about the delivery date, again / cancel everything, i am done with you / what the hell is going on
refund me or i go to my bank / no one picks up the phone, what a sham / you wasted my whole day waiting at home / pathetic excuse for support
this thing is complete trash / who packed this, a drunk monkey / i paid for next day, it has been nine days / you should be ashamed of yourselves
stop ignoring me / sent me a used one and called it new, how dare you / you keep passing me around like a ball / scam artists / this is daylight robbery
i demand an explanation today / your bot is useless, get me a human now / shut up with the coupons and give me my refund / so angry i could scream
you messed up my order and now i have to pay postage? no way / rude agent hung up on me / i am fed up / why the hell was my order cancelled
terrible terrible terrible / zero stars if i could / keep your lousy apology / what kind of idiot ships glass without padding / you ruined my kid's birthday
still nothing after two weeks of lies / you are a bunch of thieves / my patience is over / i am posting this everywhere / that is an outrage
your return policy is a bloody joke / took my money and went silent / wrong size again, are you blind / do your job for once / the worst customer service on earth
how many times do i have to repeat myself / i am beyond annoyed / hands down the crappiest quality ever / you cannot treat people like this
i never agreed to that subscription, thieves / delete my account and get lost / complete waste of money / broken on arrival and you blame me, seriously
it is unacceptable that nobody answers / five emails, zero replies / this is the last straw / you hiked the price and called it a sale, crooks
no i will not wait another ten days / what a rip off / i hate dealing with you / disgraceful / i want this escalated now / enough with the bullshit
your courier is a liar, nobody rang my bell / get your act together / i trusted you and you cheated me / fuming right now / answer me for god's sake
too slow, way too slow / poor quality / quality is bad, not worth it / nobody answers my messages / it looks cheap and smells bad / slow delivery, slow answers / not as described at all / the stitching is sloppy
screw this shop / this crap stopped working after an hour / you have got some nerve asking for a review / i am raging / how is this even legal
false advertising, pure and simple / same fault three times, sell me another lie / stop wasting my time / i want compensation and i want it today
you lost my parcel and offer me five bucks, insulting / damn you and your stupid policy / my order has been stuck for a month, do something
garbage app, garbage service / every single order goes wrong with you / what am i paying you for / you are driving me mad / utterly useless
i will dispute this charge / no apology, no refund, no shame / the audacity / this makes my blood boil / you people disgust me / fix it now or else
stop telling me to be patient / i did not ask for a replacement, i asked for my money / you shipped it to the wrong country, bravo idiots
hang on, you want me to pay for your mistake / cheap nasty rubbish / i have never been treated so badly / my complaint has been ignored for a week
this company is a disgrace / you broke your promise again / quit lying to me / what an awful experience, never again / totally pissed off
`
