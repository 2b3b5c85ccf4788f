// Surprised shop customers, pleased or not: training sentences written for this project, ` / ` between them.
export const SURPRISED_ZH = `
啊？这么快就到了？ / 不是吧，居然涨了一百 / 天哪，这么大一箱 / 竟然没货了？ / 什么？已经签收了？我没收到啊 / 我去，这也太便宜了吧 / 没想到还送了赠品
哇，真的假的 / 怎么会有两个包裹？ / 咦，怎么多发了一件 / 我的天，居然是空的 / 震惊，原来一直用错了 / 什么情况，我没下过这个单啊 / 这都行？ / 意外，居然能用
居然当天就到了，难以置信 / 哎呀，怎么变成红色的了 / 不会吧，又降价了？ / 惊呆了 / 啥？还要补差价？ / 原来还能这样退 / 没想到你们半夜还有人 / 万万没想到
你认真的吗，三块钱？ / 这么小？我以为很大呢 / 突然给我退款了，怎么回事 / 奇怪，我明明买的是蓝色 / 吓一跳，箱子里跳出个小丑 / 哇塞，换了新包装？ / 真没想到质量这么好
居然不用运费？ / 等等，我中奖了？ / 原来你们是机器人啊 / 啊，截止时间是昨天？ / 竟然能砍到一折 / 怎么突然多了五百积分 / 天呐，这是同一款吗 / 不可思议
欸，怎么显示我在海南 / 什么，你们店在国外？ / 居然是手写的卡片 / 我靠，这速度 / 没料到会送货上门 / 出乎意料 / 咦，价格怎么又变了 / 这么多？我只买了一个
惊了，客服秒回 / 诶？订单自己取消了？ / 啊这，跟图片完全两样 / 哇，还有夜光的 / 竟然是同城发货 / 真的不要钱？ / 我没看错吧 / 你们居然记得我的生日
呀，里面还有一层 / 原来要先充电啊，才知道 / 没想到退款这么快 / 天啊，它自己会动 / 怎么是中文说明书都没有，好意外 / 纳尼 / 居然比我还高 / 大跌眼镜
额，怎么寄到我前公司去了 / 咦？昨天还有的啊 / 哇哦，限量版？ / 不敢相信，抽到隐藏款了 / 什么时候开始收费了？ / 居然断货三年又上架了 / 嗯？这不是我的名字
居然一瓶卖到九百 / 想不到这么轻 / 我竟然是第一万个顾客？ / 突然收到你们的礼盒，什么活动啊 / 原来旁边就有门店 / 等下，运费比商品还贵？ / 啊啊啊竟然有货了
没想到是你们老板亲自回 / 怎么可能，我刚刚才付的款 / 这是什么神仙速度 / 哎？少了一个零？ / 居然会说方言 / 这么厚一本？ / 真出乎我的意料 / 还能刻字？第一次听说
诧异，同样的东西差两百 / 快递小哥居然是我同学 / 啊，原来是两件装 / 咋变成会员了，我没开过啊 / 天，它居然防水 / 没想到这么薄 / 哟，今天这么快 / 竟有此事
我勒个去，排到三千号了 / 居然有人退我多的钱 / 什么，明天就停售？ / 哇，真的会发光 / 突然就到货了 / 想不到小店也能开发票 / 咦，客服换人了？ / 竟然不是塑料的
惊讶，居然是真皮 / 原来它还有这个功能 / 怎么有股巧克力味，好神奇 / 谁能想到袜子会唱歌 / 啥情况，物流显示在火星？ / 不是说下周吗，怎么今天就到了 / 神奇
居然可以用三年前的券 / 哎哟，这么沉 / 我还以为是假的，没想到是真的 / 啊？取消不了了？ / 竟然一模一样 / 太意外了 / 这尺寸是给巨人穿的吗 / 咦，怎么有两条物流
咦，送的比买的还大 / 天哪，真的在一小时内到了 / 啊，居然不要押金 / 没想到会接到你们电话 / 竟然升级成头等舱了 / 哇，这都能修好？ / 原来昨天是最后一天啊 / 居然有我家乡的口味 / 什么鬼，怎么有只蝴蝶
`
export const SURPRISED_EN = `
wait, it is already here? / what, you are out of stock? / no way, that cheap? / i did not expect such a big box / oh my god it is empty / how come there are two parcels / seriously, five hundred?
wow, that was unexpected / hang on, signed for? i was not home / are you kidding, it costs more than yesterday / huh, i never ordered this / i can't believe it came the same day
oh, i had no idea you ship on sundays / really? for free? / omg i won? / that is odd, it was blue in the picture / whoa, so tiny / surprised to see a gift inside
what do you mean it was delivered to paris / hold on, my order cancelled itself? / i was not expecting a hand written card / it glows in the dark, who knew / strange, the price just changed
wait what / you remember my birthday? wow / i am astonished / never thought it would be this light / is this real / since when do you charge for that? / oh, you are a bot?
to my surprise it works under water / it moved by itself, what / shocked at how fast that was / hmm, why is my name different on it / i only bought one and got three, how
my goodness, it is taller than me / unbelievable, only three dollars / wow, is that the same model? / suddenly i have 500 points, where from / i thought you were closed today
well that is a surprise / oh wow, limited edition? / did not see that coming / so it was a two pack all along? / you deliver to iceland? no kidding / what happened to the old packaging
wait, the deadline was yesterday? / gosh, real leather? / it sings? / i'm stunned / hold on, shipping costs more than the item? / who would have thought / the courier was my old classmate, what are the odds
how is it here already, i ordered an hour ago / wow you answered in one second / oh! there is a second layer / funny, it smells of chocolate / are you sure? that is half the price
i got a refund i did not ask for, why / out of nowhere it started working / astonishing / you are open at 3 am? / what is this, i ordered a lamp / blimey, that is heavy
wait, i became a member? i never signed up / crazy, it is exactly the same / my jaw dropped / it changed colour overnight, how come / eh? it says i live in hawaii
i was amazed to find it in stock again / no joke? / that was a shock, the box was full of sand / wow, ten years old and still made / oh, so the shop is next door to me?
what a twist / surely that is a typo, one cent? / i didn't know it could do that / whaaat / incredible, it survived the fall / did you really just upgrade me? / huh, two tracking numbers?
unexpected bill from you, what is it / so the manual is only in korean? did not expect that / wait, tomorrow is the last day? / hey, this used to be free / good heavens / wow it is huge
is it me or did the logo change / the parcel went to my old office, how / oh so you also repair them? / stunned by the speed / they sent me the boss's signature, what / mind blown
no one told me there was a shop in town / i thought it was fake but it is real, wow / are these really handmade? / wasn't expecting an answer at midnight / hmm that is weird, it says sold out
the sock is bigger than my head, what / really, a lifetime warranty? / wait, you can engrave it? / did i read that right / suddenly everything is in chinese / surprise surprise, it is here
i never would have guessed / oh, i paid twice? / what on earth is in this box / wow, a refund in two minutes / hm, i expected a bottle, this is a barrel / you mean it was in stock all along?
how did you know my size / speechless, it plays music / i had to look twice / since when? / this can't be the price / three thousand people in the queue? / it was under my nose all along, wow
wow, how did you fix that? / hold up, it comes with a case too? / no deposit? really? / what, there is a butterfly in the box / i never expected a phone call from you / oh, today is the last day?
`
