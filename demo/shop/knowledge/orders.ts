// Knowledge about orders, delivery, returns and money beyond the first entries. Read by parse-entries.ts.
import { policies as p, yuan } from '../policies.ts'

export const orderTexts = `
# order-confirm delivery-time.confirm
没收到订单确认 | 下单后没有短信通知 | 怎么知道下单成功了 | 没收到确认邮件 | 订单提交了吗怎么看 :: 付款成功后会发短信和邮件，“我的订单”里出现订单号就是成功了。没看到邮件请查垃圾箱；订单不在列表里就是没有付款成功。
Order confirmation | I did not get a confirmation email | how do I know my order went through | no confirmation message after ordering | was my order placed :: After payment we send a text message and an e-mail. If the order number is under “My orders” it went through; check your spam folder for the mail.

# add-to-order cancel-order.add
加购到已有订单 | 下完单还能加一件吗 | 能和前一单合并吗 | 漏买了一件想一起发 | 两个订单合并发货 :: 已提交的订单不能再加商品。您可以另下一单；两单都未发货、地址相同的，回复“人工”可合并发货并退一份运费。
Adding to an order | Can I add an item to my order? | combine two orders into one parcel | I forgot something, add it to my order | merge my orders :: A placed order cannot be added to. Place another one; if neither has been dispatched and the address is the same, reply “agent” and we send them together and refund one shipping fee.

# change-size-before-dispatch cancel-order.change
发货前改尺码颜色 | 拍错尺码还没发货能改吗 | 未发货能换个颜色吗 | 想把订单里的M改成L | 下单选错颜色了 :: 未发货的订单可在“我的订单—修改规格”自助更换同款的尺码或颜色，一次机会；没有按钮说明已在拣货，请收到后申请换货。
Change size before dispatch | I picked the wrong size and it has not shipped | change the colour before it ships | edit the size on an unshipped order | ordered the wrong colour by mistake :: Before dispatch you can change size or colour once under “My orders – Change item”. If the button is gone the order is being packed: exchange it after delivery.

# unpaid-expires payment.unpaid
未付款订单保留多久 | 订单不付款会取消吗 | 待付款保留多长时间 | 超时没付款怎么办 | 忘记付款订单没了 :: 未付款订单保留 30 分钟，超时自动取消并释放库存，优惠券会退回账户，可以重新下单。
Unpaid orders | How long is an unpaid order kept? | my order was cancelled because I did not pay | payment deadline for an order | order expired before paying :: An unpaid order is kept for 30 minutes. Then it is cancelled, the stock is released and your coupon returns; simply order again.

# preorder delivery-time.preorder
预售商品 | 预售什么时候发 | 预售可以退吗 | 定金能退吗 | 预售和现货一起买怎么发 :: 预售按商品页日期发货；发货前可随时取消，定金全额退回。与现货同单时，现货先发，不另收运费。
Pre-orders | When does a pre-order ship? | can I cancel a pre-order | is the pre-order deposit refundable | pre-order together with items in stock :: Pre-orders ship on the date on the product page and can be cancelled with full refund until then. Items in stock from the same order go first at no extra cost.

# refuse-parcel return.refuse
拒收 | 快递拒收可以吗 | 拒收后多久退款 | 不想要了能拒签吗 | 拒收要付运费吗 :: 可以拒收。包裹退回仓库后 ${p.refundWorkingDays} 个工作日内退款；非质量原因会扣除往返运费 ${yuan(p.shippingFee * 2)}，金卡免扣。
Refusing a parcel | Can I refuse delivery? | what happens if I reject the parcel | refuse the package and get money back | is there a cost for refusing a parcel :: You can. We refund within ${p.refundWorkingDays} working days of the parcel being back; without a fault ${yuan(p.shippingFee * 2)} for both ways is kept, none for gold members.

# hold-parcel delivery-time.hold
延后派送 | 我出差能晚几天送吗 | 可以约时间派送吗 | 家里没人怎么收货 | 能晚点发货吗 :: 未发货的订单可回复“人工”约定 15 天内的发货日；已在路上的请与快递员约时间，快递柜保管 24 小时、驿站 5 天。
Holding a delivery | Can you deliver later, I am away | schedule a delivery date | nobody is home to receive it | delay my shipment :: Before dispatch reply “agent” to set a day within 15 days. On its way, arrange it with the courier; lockers keep parcels 24 hours, pick-up points 5 days.

# parcel-returned delivery-time.returned
包裹被退回 | 快递退回去了怎么办 | 显示退回发件人 | 无人签收被退了 | 没人在家包裹又退回仓库 :: 包裹回到仓库后我们会联系您：改好地址可免费重发一次，不想要就原路退款。
Parcel sent back | My parcel is being returned to sender | it was sent back because nobody was there | undeliverable parcel | what if the parcel goes back to you :: When it is back we contact you: with a corrected address we send it again once free of charge, or refund you the way you paid.

# holiday-delivery delivery-time.holiday
节假日发货 | 春节发货吗 | 国庆还发快递吗 | 双十一多久发货 | 放假期间下单什么时候寄 :: 除夕至初六停止发货，初七起按下单顺序发出；其他节假日照常。双十一等大促期间 72 小时内发货。
Holidays | Do you ship during Chinese New Year? | delivery over public holidays | shipping in the Double 11 sale | orders placed during holidays :: We pause from New Year’s Eve to the sixth day of the lunar new year and ship in order from the seventh. Other holidays are normal; in big sales allow 72 hours.

# village-delivery delivery-time.village
乡镇农村能送到吗 | 村里能送吗 | 乡镇配送到家吗 | 偏远乡村要自己取吗 | 县城以下送不送 :: 乡镇都能送到；部分村屯由驿站代收，多 1–2 天，运费不变。
Villages | Do you deliver to villages? | rural delivery | is a small town covered | countryside address delivery :: Every town is served. In some villages the parcel waits at a pick-up point and takes 1–2 days longer, at the same fee.

# customs shipping-fee.customs
关税 | 寄香港要交税吗 | 海外订单关税谁付 | 清关费用 | 寄新加坡有税吗 :: 港澳台地区无需缴税。新加坡、马来西亚的进口税由收件人承担，一般订单在免税额内；清关需要证件时承运商会联系您。
Customs | Do I pay customs duty? | import tax to Singapore | who pays tax on overseas orders | customs charges :: None for Hong Kong, Macao and Taiwan. Import tax in Singapore and Malaysia is the recipient’s, though most orders fall below the limit; the carrier contacts you if papers are needed.

# next-day delivery-time.express
次日达加急 | 能加急吗 | 次日达哪些城市有 | 急用明天能到吗 | 加钱快点送 :: 江浙沪、北京、广州、深圳支持次日达，加 ${yuan(p.nextDayFee)}，${p.dispatchCutOff} 前付款有效；结算时勾选即可。
Next-day delivery | Can I get it tomorrow? | express delivery option | rush my order | which cities have next-day delivery :: Jiangsu, Zhejiang, Shanghai, Beijing, Guangzhou and Shenzhen: add ${yuan(p.nextDayFee)} at checkout and pay before ${p.dispatchCutOff}.

# large-items shipping-fee.large
大件商品运费 | 哑铃壶铃要加运费吗 | 帐篷运费多少 | 重的东西邮费 | 大件送上楼吗 :: 哑铃、壶铃、帐篷等大件和普通商品同样计费，满 ${yuan(p.freeShippingFrom)} 包邮；偏远地区超过 10 公斤每公斤加 ¥5，送货上楼。
Heavy and bulky goods | Is there extra shipping for dumbbells? | delivery cost of a tent | heavy item surcharge | do you carry heavy parcels upstairs :: They ship like everything else, free from ${yuan(p.freeShippingFrom)}. Only in remote areas each kilo above 10 adds ¥5. Carried to your door.

# order-history account.orders
历史订单 | 以前的订单在哪里看 | 去年的订单找不到 | 删除的订单能恢复吗 | 订单记录保留多久 :: “我的订单—全部”保留两年内的订单，更早的请回复“人工”。删除的订单在“回收站”里 30 天内可恢复。
Order history | Where can I see my past orders? | find an order from last year | restore a deleted order | how long is order history kept :: “My orders – All” keeps two years; ask us for older ones with “agent”. Deleted orders can be restored within 30 days from the bin.

# order-without-account account.guest
不注册能买吗 | 可以游客下单吗 | 没有账号能下单吗 | 必须注册吗 | 游客订单怎么查 :: 可以用手机号直接下单，不必注册。查订单时告诉我订单号和手机号后四位就行；注册后会自动归入账户。
Ordering without an account | Can I check out as a guest? | do I have to register to buy | order without signing up | find a guest order :: Yes, a phone number is enough. To look the order up give the order number and the last four digits of the phone; register later and it joins your account.

# return-gift return.gift
礼物退换 | 别人送的能换吗 | 礼物没有订单号怎么退 | 收到的礼物想换尺码 | 送礼的退款退给谁 :: 礼物可以换货：提供包裹里的小票编号即可。退货款项退回给付款人；换同价商品不会通知对方。
Returning a gift | Can I exchange a gift? | return a present without the order number | a gift does not fit | who gets the refund for a gift :: A gift can be exchanged with the slip number in the parcel. Refunds go to the buyer; an exchange of equal value is not announced to them.

# return-no-box return.box
没有包装能退吗 | 鞋盒丢了能退吗 | 外包装扔了怎么退 | 没有原包装 | 鞋盒破了还能退吗 :: 鞋盒是商品的一部分，请保留；丢失鞋盒退货时扣 ¥20。快递外箱不需要原装，包好即可。
Return without the box | Can I return shoes without the box? | I threw away the packaging | the shoe box is damaged | do I need the original packaging :: The shoe box is part of the goods: without it ¥20 is kept. The outer carton need not be the original, only firm.

# return-no-tag return.tag
吊牌剪了能退吗 | 剪了吊牌 | 没有吊牌还可以退货吗 | 标签拆了怎么退 :: 吊牌剪掉后不支持无理由退货，可以申请换同款尺码一次；有质量问题不受影响。
Return without tags | I cut off the tag | can I return it without tags | labels removed | no hang tag, return possible :: Without tags there is no return for change of mind, only one exchange for another size. Faulty goods are not affected.

# return-partial return.partial
只退一件 | 一单里只退其中一件 | 部分退货 | 多件商品退一件怎么算钱 | 退一件运费要补吗 :: 可以只退其中一件：在售后页勾选该商品。若余下金额不满包邮或用券门槛，优惠按比例扣除，运费不补收。
Returning part of an order | Can I return just one item? | partial return | send back only one of two things | how is a partial refund calculated :: Yes: tick that item in after-sales. If the rest falls below a coupon’s minimum its share is deducted; shipping is never charged afterwards.

# return-store return.store
门店退货 | 网上买的可以去店里退吗 | 线下能退线上订单吗 | 去门店换货行吗 :: 线上订单可在上海静安店换尺码（店内有货时）；退货退款只走线上。带上订单号和商品。
Returns in the store | Can I return an online order in your shop? | exchange in store | bring it back to the store | drop off a return at the shop :: Our Jing’an store swaps sizes of online orders if it has them; refunds go through the website only. Bring the goods and the order number.

# return-late return.late
超过退货期限 | 过了十五天还能退吗 | 超期能退货吗 | 出差回来已经过期了 | 晚了几天能通融吗 :: 超过 ${p.returnDays} 天不支持无理由退货。质量问题在质保期内仍可处理；特殊情况请回复“人工”说明。
Too late to return | Can I return after the deadline? | I missed the return window | it has been more than fifteen days | late return :: After ${p.returnDays} days there is no return for change of mind. Faults are still covered by the warranty; for special cases reply “agent”.

# return-pickup return.pickup
上门取件 | 退货可以上门拿吗 | 预约取件时间 | 快递员没来取退货 | 取件要不要钱 :: 审核通过后可预约两小时时段，运费先由平台垫付、退款时扣除；快递员没来请在订单里重约，或自行寄到退货地址。
Return pick-up | Can someone collect my return? | schedule a return collection | the courier did not pick up my return | is pick-up of returns free :: After approval choose a two-hour slot; postage is taken from the refund unless we bear it. If nobody comes, rebook in the order or post it yourself.

# return-received return.received
退货签收没处理 | 退回去的货你们收到了吗 | 退货签收几天了还没退款 | 仓库什么时候验货 | 退货寄了没动静 :: 仓库签收后 2 个工作日内验货，验货通过后 ${p.refundWorkingDays} 个工作日内退款。超过 5 个工作日没有动静请回复“人工”。
Return arrived, nothing happened | Have you received my return? | my return was delivered but no refund | when do you inspect returns | returned item not processed :: We inspect within 2 working days of arrival and refund within ${p.refundWorkingDays} more. If nothing moves for 5 working days reply “agent”.

# refund-less refund-time.less
退款金额不对 | 退款少了 | 为什么没有全额退 | 退的钱比付的少 | 优惠券部分退吗 :: 退款按实付金额计算：用掉的优惠券退回账户（过期不补），积分抵扣退积分，无理由退货不退寄出运费。仍有出入请回复“人工”核对。
Refund amount is wrong | I was refunded less than I paid | why not the full amount | refund is missing money | is the coupon refunded :: We refund what was paid: coupons and points return as such if still valid, and outbound shipping is not refunded without a fault. If it still differs reply “agent”.

# refund-card-closed refund-time.card
付款卡注销了 | 银行卡注销了退款去哪 | 信用卡换了怎么退 | 微信号不用了退款 | 能退到别的卡吗 :: 款项会先退回原渠道；银行退不进会自动返还到我们这里，届时请回复“人工”提供本人收款方式。不能直接退到他人账户。
Refund to a closed card | My card is closed, where does the refund go? | refund to another card | I changed my bank card | refund to a different account :: It goes to the original card first. If the bank rejects it, it returns to us: reply “agent” with an account in your own name. Other people’s accounts are not possible.

# exchange-colour-stock exchange.stock
换货没有库存 | 想换的尺码没货 | 换货缺货怎么办 | 没有我要换的颜色 :: 想换的规格没货时，可以等补货（最多保留 7 天），或改为退款；不会自动取消您的申请。
Exchange out of stock | The size I want to exchange for is sold out | exchange but no stock | my colour is not available for exchange | waiting for an exchange :: You can wait up to 7 days for it or take a refund instead; the request is not dropped by itself.

# exchange-other exchange.other
换成别的商品 | 能换成另一款吗 | 换货补差价 | 不同款可以换吗 | 鞋子换成衣服行吗 :: 换货仅限同款的尺码和颜色。想要另一款请退货后重新下单，退货期内差价以当前价格为准。
Exchange for another product | Can I swap it for a different product? | exchange and pay the difference | exchange shoes for a jacket | change to another model :: Exchanges are for another size or colour of the same product. For something else return it and order again at today’s price.

# exchange-time exchange.time
换货要多久 | 换货几天能收到 | 换的鞋子什么时候寄 | 可以先寄新的吗 :: 收到退回商品并验货后 24 小时内寄出新的，整个过程约 5–7 天。金卡会员可先行换货：新品先发，旧品 7 天内寄回。
How long an exchange takes | How long do exchanges take? | when will the exchanged item be sent | can you send the new one first | exchange duration :: The new one leaves within 24 hours of inspection: 5–7 days in all. Gold members get the new one first and send the old one back within 7 days.

# price-change price.change
价格为什么变了 | 昨天还便宜今天涨了 | 价格不一样 | 购物车价格变了 | 加购后涨价 :: 活动开始或结束时价格会变，以提交订单那一刻为准；购物车不锁定价格。已下单的降价可申请 ${p.priceProtectionDays} 天价保。
Why the price changed | Yesterday it was cheaper | the price in my cart changed | why did the price go up | different price than before :: Prices change when offers begin and end; what counts is the moment you order, the cart does not hold a price. Ordered already and it fell? Price protection runs ${p.priceProtectionDays} days.

# sale-dates price.sale
什么时候有活动 | 下次打折是什么时候 | 双十一有优惠吗 | 换季清仓 | 大促日期 :: 固定活动：3 月换季、618、双十一、年终清仓；提前三天在首页公布。现在的优惠以首页和商品页为准。
When is the next sale | When do you have sales? | next discount event | do you have an end of season sale | Black Friday or Double 11 :: March season change, 18 June, Double 11 and the year-end clearance, announced three days ahead on the home page. What is on now is shown there too.

# price-tax price.tax
价格含税吗 | 标价包含税吗 | 需要另外付税吗 | 价格是含税价吗 :: 所有标价为人民币含税价，结算时只可能增加运费和您勾选的服务。
Taxes in prices | Are taxes included? | is VAT in the price | do prices include tax | final price with tax :: All prices are in yuan and include tax. Only shipping and services you tick are added at checkout.

# pay-foreign-card payment.foreign
外币与外卡 | 可以用外币付款吗 | 国外信用卡能用吗 | 汇率怎么算 | 能付港币吗 :: 支持境外发行的 Visa 和万事达卡，按人民币扣款，汇率和手续费由发卡行决定；不支持港币等外币结算。
Foreign cards and currencies | Can I pay in dollars? | does a foreign credit card work | exchange rate on payment | pay in Hong Kong dollars :: Visa and Mastercard issued abroad work; we charge in yuan and your bank sets rate and fees. Other currencies are not offered.

# pay-for-other payment.other
找人代付 | 可以让朋友付款吗 | 怎么发起代付 | 代付的退款退给谁 | 家人代付 :: 在支付页选“找人代付”，把链接发给对方，30 分钟内有效。退款退回付款人。
Someone else pays | Can a friend pay for my order? | pay by link | ask my parents to pay | send a payment request :: Choose “Ask somebody to pay” and send the link, valid for 30 minutes. A refund goes to whoever paid.

# pay-split payment.split
拆分付款 | 能用两张卡付吗 | 一半微信一半支付宝 | 混合支付 :: 每单只能用一种支付方式；积分和礼品卡可以与其中任意一种合用。
Two ways to pay | Can I split payment across two cards? | pay half with WeChat and half with Alipay | use two payment methods | combine gift card and card :: One method an order; points and gift cards can be combined with any of them.

# gift-card payment.giftcard
礼品卡 | 有礼品卡卖吗 | 礼品卡怎么用 | 礼品卡余额怎么查 | 礼品卡会过期吗 :: 有 ¥100、¥300、¥500 电子礼品卡，三年有效，可多次使用；余额在“我的—礼品卡”查看，不能兑现。
Gift cards | Do you sell gift cards? | how do I use a gift card | gift card balance | do gift cards expire :: Electronic cards of ¥100, ¥300 and ¥500, valid three years and usable in parts. The balance is under “My account – Gift cards”; no cash.

# bank-transfer payment.transfer
对公转账 | 公司可以转账付款吗 | 能对公打款吗 | 公账付款流程 :: 满 ¥3000 的企业订单支持对公转账：下单选“对公转账”，到账后发货，账户信息在订单页，请备注订单号。
Bank transfer | Can my company pay by bank transfer? | wire transfer | pay to a company account | corporate payment :: Business orders from ¥3000: choose “Bank transfer”, quote the order number; we dispatch when the money arrives. The account is on the order page.

# invoice-wrong invoice.wrong
发票开错重开 | 发票抬头写错了 | 税号错了能重开吗 | 发票换抬头 | 发票金额不对 :: 电子发票 90 天内可重开一次：“我的订单—发票—重开”；专票请把原票寄回，回复“人工”安排。
Correcting an invoice | The name on my invoice is wrong | reissue an invoice | wrong tax number on the invoice | invoice shows the wrong amount :: An electronic invoice can be issued again once within 90 days under “My orders – Invoice – Reissue”. For a special VAT invoice send the original back; reply “agent”.

# invoice-content invoice.content
发票内容 | 发票可以开办公用品吗 | 发票明细写什么 | 能开成服装吗 | 发票包含运费吗 :: 按实际商品类别开具（服装、鞋、体育用品等），含运费，不含优惠券抵扣的金额；不能开成其他内容。
What an invoice says | Can the invoice say office supplies? | what is listed on the invoice | does the invoice include shipping | invoice category :: It names the real category of goods and includes shipping, less what coupons took off. Other wordings are not possible.

# invoice-paper invoice.paper
纸质发票 | 可以寄纸质发票吗 | 要纸质的发票 | 电子发票和纸质一样吗 :: 电子发票与纸质发票效力相同，我们不再提供纸质普票；纸质专票随快递寄出，免运费。
Paper invoices | Can I get a paper invoice? | send a printed invoice | is an electronic invoice valid | invoice by post :: Electronic invoices are equally valid and replace paper ones. Only special VAT invoices come on paper, posted free.

# coupon-refund coupon.refund
退货后券还在吗 | 退款优惠券退回来吗 | 取消订单券还给我吗 | 用掉的券怎么没了 :: 整单取消或整单退货，未过期的券会退回账户；部分退货不退券。
Coupons after a return | Do I get my coupon back after a return? | coupon returned if I cancel | lost my coupon when I cancelled | used coupon after refund :: When the whole order is cancelled or returned an unexpired coupon returns to your account; not after a partial return.

# coupon-birthday coupon.birthday
生日券 | 生日有什么优惠 | 生日礼券怎么领 | 过生日有礼物吗 | 生日填错了能改吗 :: 银卡、金卡会员生日当月自动发放满 ¥299 减 ¥30 礼券，30 天有效。生日在“我的—资料”填写，只能改一次。
Birthday coupon | Do I get something for my birthday? | birthday discount | where is my birthday coupon | change my date of birth :: Silver and gold members get ¥30 off from ¥299 in their birthday month, valid 30 days. The date is under “My account – Profile” and can be changed once.

# coupon-student coupon.student
学生教师优惠 | 学生有折扣吗 | 教师优惠 | 学生证能打折吗 | 教育优惠怎么认证 :: 在校学生和教师完成认证后全年 95 折，“我的—教育优惠”上传证件，一年一认证；与优惠券不同享。
Students and teachers | Do students get a discount? | student discount | teacher discount | education offer :: Verified students and teachers save 5 % all year: upload your card under “My account – Education”, renewed yearly. Not together with coupons.

# coupon-share coupon.share
邀请好友 | 推荐朋友有奖励吗 | 邀请码怎么用 | 拉新优惠 | 分享给朋友有券吗 :: 好友用您的邀请链接完成首单，双方各得 ¥20 券（满 ¥199 可用）。每人每月最多 10 张。
Invite a friend | Is there a reward for referring friends? | invite link | referral code | share with a friend and get a coupon :: When a friend’s first order comes through your link you both get ¥20 off from ¥199, at most ten a month.

# points-missing membership.missing
积分没到账 | 买了东西没有积分 | 积分少了 | 积分什么时候给 | 退货会扣积分吗 :: 积分在确认收货后 24 小时内到账；退货会扣回相应积分。超过两天没到请回复“人工”。
Missing points | I did not get my points | points not credited | when do points arrive | are points deducted after a return :: Points arrive within 24 hours of completing the order and are taken back for returns. If they are two days late reply “agent”.

# level-drop membership.drop
会员降级 | 怎么变回银卡了 | 金卡会过期吗 | 会员等级保留多久 | 降级了怎么办 :: 等级有效一年，到期时看过去 12 个月的消费重新评定；差额在到期前 30 天会提醒您。
Losing a level | Why am I no longer gold? | does gold membership expire | how long do I keep my level | my level went down :: A level lasts a year and is then set by the last 12 months. We tell you 30 days before what is missing.
`
