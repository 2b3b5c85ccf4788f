// Shop customers who ask or tell without feeling: training sentences written for this project, ` / ` between them.
export const NEUTRAL_ZH = `
为什么多了一笔手续费 / 支持哪些付款方式 / 付款成功了但是订单没显示 / 明天天气怎么样 / 放一首歌 / 帮我订一张票 / 怎么做红烧肉 / 附近有什么好吃的 / 这句话翻译成英文 / 设一个七点的闹钟 / 讲个笑话
打电话给妈妈 / 发短信说我晚点到 / 查一下去北京的火车 / 今天有什么比赛 / 下一句是什么 / 打开手电筒 / 这个怎么读 / 为什么扣我两次钱 / 怎么价格和昨天的不一样 / 怎么还有运费 / 什么时候能到，大概 / 你们几点开门
在吗 / 你好 / 请问什么时候发货 / 我的快递到哪了 / 这款有黑色吗 / 身高一米七穿什么码 / 怎么退货 / 可以开发票吗 / 发什么快递 / 好的 / 嗯 / 改一下地址
请问有优惠吗 / 这个怎么用 / 订单号发你了 / 包邮吗 / 我想换个大一码的 / 什么材质的 / 能不能今天发 / 我要退款 / 运费谁出 / 保修多久 / 尾款什么时候付
请帮我查一下物流 / 可以货到付款吗 / 有实体店吗 / 支持七天无理由吗 / 好，我等一下看看 / 这个和那个有什么区别 / 收货人改成李四 / 电话是多少 / 麻烦转人工
帮我取消订单 / 能寄到香港吗 / 发票抬头写公司 / 我在地铁上，晚点回你 / 两件有折扣吗 / 颜色选错了，换成白色 / 积分怎么用 / 会员有什么权益 / 几点下班
退货寄到哪里 / 我申请了售后 / 单号填好了 / 要补多少钱 / 有没有现货 / 大概几天到 / 可以刻字吗 / 尺寸多少 / 重量呢 / 保质期到什么时候 / 生产日期是哪天
是的 / 不用了 / 可以 / 知道了 / 我先看看 / 嗯嗯好 / 明白 / 那就这样吧 / 收到 / 我拍了，你看下 / 已付款 / 已经寄回去了 / 等会儿发照片给你 / 稍等
这个型号能配我的手机吗 / 功率多少瓦 / 需要自己安装吗 / 有说明书吗 / 密码忘了怎么找回 / 怎么修改手机号 / 在哪里看物流 / 优惠券在哪领 / 满多少减多少
预售是什么意思 / 定金可以退吗 / 可以用花呗吗 / 分期有手续费吗 / 能开专票吗 / 税号发你 / 合并发货可以吗 / 备注一下周末送 / 放菜鸟驿站 / 放门口就行
改到周三送 / 送货前打电话 / 我要两个蓝色一个绿色 / 这件是男款还是女款 / 会缩水吗 / 机洗可以吗 / 含税吗 / 出口到日本要多久 / 有样品吗 / 批发价多少
耳机左边没有声音 / 收到的是红色，我拍的是黑色 / 少了一个螺丝 / 屏幕有一道划痕，照片发你了 / 显示签收但是我还没收到 / 物流三天没更新了，查一下 / 退款什么时候到账
充不进电，怎么处理 / 拉链坏了可以修吗 / 价格降了能退差价吗 / 连不上蓝牙 / 开机没反应 / 漏发了一件 / 尺码偏小，想换 / 打不开链接 / 验证码没收到 / 包装有点破
请问活动几号结束 / 直播间的价格还有吗 / 赠品是随机的吗 / 预计什么时候补货 / 到货提醒怎么设置 / 能留一件吗 / 可以自提吗 / 门店地址发一下 / 营业时间是几点
我不要了，退了吧 / 换货要多久 / 同款有没有小号 / 库存还有多少 / 买三送一还有吗 / 可以指定快递吗 / 能不能发顺丰 / 生日当天送到可以吗 / 要写贺卡
请问客服怎么称呼 / 问一下那个事处理到哪了 / 把发票发到邮箱 / 账号怎么注销 / 如何关闭自动续费 / 首次下单有红包吗 / 上次买的是哪一款 / 再发一次链接 / 看不到图片
`
export const NEUTRAL_EN = `
how long should a transfer normally take / i paid yesterday but it does not show yet / why was there a fee on my payment / which cards do you accept / what payment methods are allowed / my card was declined
i would like more information about the warranty / can i get a virtual gift card / is it possible to change my pin / what do i need to open an account / how do i check my balance / i transferred the money this morning
i have not received the confirmation email / my payment is still pending / the app asks for a code / i need help with my order / help me check the money back policy / i have a problem with my account / can you tell me when to expect it
i want to talk to your executive / your contact number / send me your customer care number / is your service operating today / do you deliver to my pin code / how can i become a dealer / recommend a protein for weight loss
diet advice please / what are the side benefits of this / does it contain sugar / how should i take it / suggest something for a beginner / set a reminder for tomorrow / what is the exchange rate / translate this into french
how come the total is different from the price / why do you need my passport / what happens if i miss the delivery / why is there a hold on my card / do you know when it will be back / i was charged an extra pound, what is it for
there is a charge i do not recognise / i see a duplicate payment on my statement / my top up did not go through / i think i lost my card, how do i freeze it / the machine kept my card
hi / hello / where is my order / when will it ship / do you have this in black / what size should i take / how do i return this / can i get an invoice / ok / yes / no thanks
please change my address / which courier do you use / how long does delivery take / is shipping free / i want to exchange it for a larger one / what is it made of / cancel my order please
can you ship it today / who pays for the return / how long is the warranty / my order number is on the screenshot / do you ship to canada / can i pay on delivery / is there a store nearby
what is the difference between these two / i need a human / how do i use my points / two blue and one green please / is this for men or women / can it go in the washing machine
does it shrink / is tax included / when is the balance due / can i cancel the deposit / do you offer instalments / please combine the two orders / leave it at the door / call before delivery
deliver on wednesday instead / the left earbud has no sound / i got red instead of black / a screw is missing / there is a scratch on the screen, photo attached / it says delivered but i do not have it
tracking has not changed for three days / when do i get the refund / it does not charge / can the zip be repaired / will you match the lower price / bluetooth does not connect
it does not turn on / one item is missing / runs small, i need an exchange / the link does not open / i did not get the code / how do i reset my password / change my phone number
where can i see the tracking / where do i find coupons / how much do i have to spend for the discount / what does pre order mean / send the invoice by email / how do i close my account
turn off auto renewal / is there a first order discount / which one did i buy last time / resend the link please / i can't see the picture / what are your opening hours / can i pick it up
please add a gift card / can it arrive on friday / is it in stock / when will it be back / remind me when it is available / what are the dimensions / how heavy is it / what is the expiry date
does this fit my phone / how many watts / do i need to install it / is there a manual / i sent it back yesterday / here is the return number / i paid already / photo coming in a minute
wait a moment / i'll check and come back / sounds fine / got it / sure / let me think / not now / that is all / i see / fine / understood / received
how do i apply the code / what is your wholesale price / do you have samples / can you engrave it / what is the return address / who do i talk to about a broken item / is it waterproof
change the name to john smith / put it on the other card / can i split the payment / what currency is that / is the sale still on / until when is the promotion / is the gift random
i would like to return these shoes / i would like a refund / i need a copy of my receipt / please update the quantity to three / any news on my ticket / just checking the status of my order
can you hold one for me / do you have a size chart / is there a student discount / which colour is on the photo / can i change the delivery date / how many are left / is it the 2025 model
what does the warranty cover / my parcel is at the wrong pick up point / please send it to my office / is a signature required / what time will the courier come / do you recycle batteries
how do i track a return / does the price include vat / the box was a little dented / i ordered two and got one / can i use two coupons / do i need an account / my email changed
how do i leave a review / is it vegan / what plug does it have / can i get it in blue / could you explain the fees / add express shipping / where is it made / please confirm my order
`
