// Knowledge about the account, the shop and getting help. Read by parse-entries.ts.
export const shopTexts = `
# change-phone account.phone
换绑手机号 | 手机号不用了怎么改 | 换号码了账号怎么办 | 修改绑定手机 | 原手机收不到短信 :: “我的—设置—账号安全”里换绑；旧号收不到短信的，用邮箱验证或回复“人工”核对最近一笔订单。
Changing your phone number | I have a new phone number | change the phone on my account | old number cannot receive codes | update mobile number :: Under “My account – Settings – Security”. If the old number is gone verify by e-mail, or reply “agent” and we check your last order.

# merge-accounts account.merge
两个账号合并 | 有两个账号能合吗 | 积分能转到另一个号吗 | 注册重复了 :: 可以合并一次：登录保留的账号，在“账号安全—合并”验证另一个手机号，订单、积分和券一起转入。
Merging accounts | I have two accounts | combine my accounts | move points to another account | registered twice :: Once: sign in to the one you keep, and verify the other phone under “Security – Merge”. Orders, points and coupons move along.

# hacked account.stolen
账号被盗 | 有不是我下的订单 | 账号异常登录 | 有人用我的号下单 | 密码泄露了 :: 请马上在登录页“忘记密码”重设，并在“账号安全”退出所有设备；未发货的陌生订单立即取消，其余回复“人工”，我们冻结处理。
Account misused | Someone used my account | an order I did not place | suspicious login | my account was hacked :: Reset the password at once and sign out everywhere under “Security”. Cancel strange orders that have not shipped and reply “agent”: we freeze the rest.

# phishing account.fraud
自称客服要验证码 | 有人打电话说退款 | 是不是诈骗 | 短信链接是真的吗 | 让我加QQ退钱 :: 我们绝不会索要验证码、密码或让您转账、共享屏幕。凡是这样的都是诈骗，请挂断；退款只会原路退回。
Fraud | Someone called about a refund and wants a code | is this message from you real | they ask me to transfer money | suspicious text message with a link :: We never ask for codes, passwords, transfers or your screen. Whoever does is a fraud: hang up. Refunds only go the way you paid.

# address-book account.addresses
怎么添加收货地址 | 默认地址怎么设置 | 能存几个地址 | 删除旧地址 :: “我的—地址”可保存 20 个，长按设为默认或删除。改地址簿不会影响已下的订单。
Address book | How do I add a delivery address? | set a default address | remove an old address from my account | how many addresses can I save :: Twenty under “My account – Addresses”; hold one to make it the default or delete it. Orders already placed do not change.

# app shop.app
有手机应用吗 | 小程序叫什么 | 怎么下载客户端 | 有没有app :: 微信搜“山脊线运动”小程序，或在应用商店下载同名应用；账号、购物车和订单互通。
App | Do you have an app? | mobile app download | WeChat mini program | where can I get the app :: Search for Ridgeline in WeChat or the app stores; account, cart and orders are shared.

# language-support hours.language
有英文客服吗 | 能说粤语吗 | 客服电话多少 | 可以打电话吗 | 有没有热线 :: 文字客服支持中文和英文；电话 400-000-0199，每天 9:00–21:00，普通话和英语。
Languages and phone | Can I talk to someone in English? | do you have a phone number | customer service hotline | can I call you :: Chat in Chinese and English. Phone 400-000-0199, daily 9:00–21:00, Mandarin and English.

# agent-wait hours.wait
转人工要等多久 | 人工排队多少人 | 为什么没有人工回我 | 人工一直不接 | 夜里能转人工吗 :: 白天一般 2 分钟内接入，大促高峰约 10 分钟。夜间留言会在第二天 10:00 前回复；不必一直开着页面。
Waiting for a person | How long until an agent answers? | waiting time for an agent | nobody replies | can I reach a person at night :: Usually under 2 minutes by day, about 10 in big sales. Night messages are answered by 10:00; you need not keep the page open.

# store-try hours.try
门店可以试鞋吗 | 店里有脚型测量吗 | 门店能试跑吗 | 门店有库存能查吗 | 店里停车方便吗 :: 静安店可免费测脚型、跑步机试跑 20 分钟；门店库存请回复“人工”代查。楼下停车场消费满 ¥200 免两小时。
In the store | Can I get my feet measured? | treadmill test in the shop | does the store have my size | parking at the store :: Jing’an measures feet and lets you run 20 minutes on the treadmill, free. For its stock reply “agent”. Two hours of parking are free from ¥200.

# wholesale-dealer shop.dealer
怎么加盟 | 可以代理你们的品牌吗 | 想开店进货 | 招商联系谁 | 经销商政策 :: 目前只做自营，不开放加盟。企业集采请走团购；品牌合作写信到 partner@ridgeline.example。
Dealers and franchises | Can I become a dealer? | open a franchise | resell your brand | business cooperation contact :: We sell only ourselves, no franchise. For company purchases ask about team orders; for partnerships write to partner@ridgeline.example.

# influencer shop.influencer
达人合作 | 可以寄样品测评吗 | 博主合作找谁 | 赞助比赛吗 | 赞助跑团 :: 测评与赛事赞助请写信到 hello@ridgeline.example，附平台链接或活动方案，两周内答复。
Reviews and sponsoring | Do you sponsor events? | collaboration with influencers | send me a sample to review | sponsor our running club :: Write to hello@ridgeline.example with your channel or plan; we answer within two weeks.

# jobs shop.jobs
你们招人吗 | 怎么投简历 | 有实习吗 | 门店招聘 :: 招聘信息在官网底部“加入我们”，简历投 jobs@ridgeline.example；门店长期招周末兼职。
Jobs | Are you hiring? | how do I apply for a job | internships | work in your store :: Openings are under “Join us” at the foot of the site; send your CV to jobs@ridgeline.example. The store often needs weekend help.

# recycle shop.recycle
旧鞋回收吗 | 旧衣服能换券吗 | 旧羽绒服回收 | 以旧换新 :: 任何品牌的旧跑鞋、羽绒服都可寄来或送到门店，每件换 ¥20 券（满 ¥199 可用），每月最多三件。
Recycling | Do you take back old shoes? | recycle old clothes | trade in my old jacket | recycling programme :: Old running shoes and down jackets of any brand, by post or in the store: a ¥20 coupon each (from ¥199), three a month.

# run-club shop.club
有跑团吗 | 线下活动怎么参加 | 瑜伽课在哪报名 | 新手能参加跑团吗 :: 静安店每周三 19:30 夜跑、周日 8:00 瑜伽，免费；小程序“活动”报名，新手有配速分组。
Run club | Do you have a running club? | free yoga class | how to join events | group run for beginners :: From the Jing’an store: night run Wednesdays 19:30, yoga Sundays 8:00, free. Sign up under “Events”; there is a slow group.

# review shop.review
怎么写评价 | 评价有奖励吗 | 评价能修改吗 | 差评会被删吗 | 晒图返现 :: 确认收货后 30 天内可评，带图奖 50 积分，7 天内可改一次。我们不删差评，也不搞返现。
Reviews | How do I write a review? | do I get points for a review | edit my review | are bad reviews removed :: Within 30 days of completing the order; with a picture you get 50 points. It can be edited once within 7 days. We do not remove bad ones.

# complaint-path shop.escalate
对处理结果不满意 | 怎么向上反馈 | 客服主管怎么联系 | 处理太慢了找谁 | 有意见箱吗 :: 请回复“人工”并说明“申请复核”，主管会在 24 小时内联系您。
Not satisfied | I am not happy with the solution | speak to a supervisor | how do I escalate | feedback to management :: Reply “agent” and ask for a review: a supervisor contacts you within 24 hours.

# bot shop.bot
你是机器人吗 | 我在和真人聊天吗 | 你能做什么 | 聊天记录会保存吗 :: 我是智能客服，能查订单物流、库存尺码、优惠和各种规则；随时可以说“人工”。聊天记录保存 180 天，仅用于服务。
Who is answering | Are you a robot? | am I talking to a human | what can you do | are chats stored :: I am an assistant: orders and parcels, stock and sizes, offers and terms. Say “agent” any time. Chats are kept 180 days, for service only.

# custom-print shop.custom
可以定制号码名字吗 | 球衣印字多少钱 | 单件能印吗 | 定制要几天 | 定制能退吗 :: 球衣、T 恤单件可印名字号码，¥30 一件，3–5 天发货；在商品页选“定制”。定制商品没有质量问题不退换。
Custom printing | Can you print my name on a jersey? | price of printing a number | custom T-shirt for one person | how long does customising take :: Jerseys and T-shirts from one piece, ¥30 each, 3–5 days: choose “Custom” on the page. Without a fault they cannot be returned.

# cart-lost shop.cart
购物车东西没了 | 购物车清空了 | 加购物车最多多少件 | 购物车能保存多久 :: 登录后购物车保存 90 天、最多 100 件；未登录只存在本机浏览器，清缓存会丢失。下架或售罄的会排到最后。
The cart | My cart is empty | items disappeared from my cart | how long does the cart keep things | maximum items in the cart :: Signed in it keeps 100 things for 90 days; otherwise only in this browser. Sold-out things move to the end.

# quantity-limit stock.limit
限购几件 | 为什么只能买两件 | 限购怎么多买 | 同款最多买多少 :: 新品和活动款每人限两件，其他每款限 20 件；需要更多请走团购。
Purchase limits | Why can I only buy two? | purchase limit | buy more than the limit | how many can I order :: New and reduced things are limited to two a person, others to twenty; for more ask for a team order.

# arrival-notice stock.notice
到货提醒没收到 | 到货提醒怎么取消 | 提醒了还是没货 | 到货会预留吗 :: 到货提醒按登记顺序用短信和应用通知，不预留库存；热门尺码可能几分钟售罄。取消在“我的—到货提醒”。
Back-in-stock notices | I did not get a restock notification | cancel a stock alert | is the item reserved when it is back | it was sold out again :: Notices go out by text and app in order of request and do not reserve anything; popular sizes go in minutes. Cancel under “My account – Notices”.

# discontinued stock.gone
停产了吗 | 老款还能买到吗 | 去年的款还有吗 | 旧版轻羽还卖吗 | 下架的商品 :: 下架的商品不再补货。同系列的新款鞋楦和尺码一致，可回复“人工”帮您找最接近的款。
Discontinued goods | Is it discontinued? | can I still buy last year’s model | old version of the shoes | product removed from the shop :: What was taken down does not come back. New versions keep last and sizes; reply “agent” and we find the nearest one.

# accessibility shop.access
读屏能用吗 | 字太小怎么放大 | 视障怎么下单 | 老人不会操作怎么买 :: 网站和小程序支持读屏与大字模式（“我的—设置—显示”）；不方便操作可打电话 400-000-0199 下单。
Accessibility | Does the site work with a screen reader? | make the text larger | order by phone | help for elderly customers :: Site and app work with screen readers and have large text under “Settings – Display”; or order by phone, 400-000-0199.

# data-export account.data
导出我的数据 | 你们保存了我哪些信息 | 能看我的个人数据吗 | 数据会给第三方吗 :: “我的—设置—隐私—导出”，15 天内以邮件发送。只把收货信息给快递、付款信息给支付机构，不出售。
Your data | What data do you have about me? | export my personal data | do you share my data | who sees my information :: “Settings – Privacy – Export”: it comes by e-mail within 15 days. Carriers get your address, payment firms the payment; nothing is sold.
`
