// Worried and afraid shop customers: training sentences written for this project, ` / ` between them.
export const AFRAID_ZH = `
我好担心包裹丢了 / 不会是骗子吧，有点害怕 / 会不会爆炸啊，充电的时候好烫 / 孕妇能用吗，怕影响宝宝 / 有点慌，钱付了没有订单 / 吓死我了，一打开冒烟
怕来不及，后天就要用 / 宝宝误食了一颗，怎么办，急死了 / 用了脸上起红疹，好害怕 / 会不会过敏啊，我皮肤敏感 / 担心尺码不对，不敢下单 / 付款页面跳转了，不会被盗刷吧
我把验证码告诉别人了，怎么办 / 我怕收不到货 / 心里没底 / 刚才有人冒充你们客服打电话，好可怕 / 万一到不了怎么办 / 插上电有火花，不敢用了
银行卡信息会不会泄露 / 有点不放心 / 这个甲醛超标吗，怕对孩子不好 / 紧张，第一次买这么贵的 / 快递显示在别的城市，是不是丢了，慌 / 我怕赶不上婚礼
老人吃了会不会有副作用 / 半夜自己响了，吓人 / 好怕买到假货 / 会不会有辐射 / 不敢拆，里面好像有东西在动 / 提心吊胆等了三天
下错单了，慌死了，能拦截吗 / 账号异地登录了，是不是被盗了 / 心慌，转了账对方就不回了 / 怕是钓鱼网站 / 电池鼓包了，会不会炸 / 小孩会不会被夹到手
担心物流受疫情影响 / 怕寄过来碎了 / 我真的很焦虑，明天考试要用 / 不会扣我两次钱吧 / 家里有宠物，这个有毒吗，担心 / 冰箱漏电了，吓得我不敢碰
万一退不了怎么办，有点怕 / 担心被坑 / 地址写错了，会不会寄丢，好着急 / 药过期了吃了一片，害怕 / 心里七上八下的 / 我有点恐慌
会不会发错呀，上次就发错了，怕 / 收到一条可疑短信说我订单异常，好怕 / 玻璃渣扎到孩子了，吓坏了 / 怕他不喜欢 / 热水壶突然炸裂，吓得腿软 / 这家店靠谱吗，怕怕的
担心赶不上飞机，能快点吗 / 怎么查不到我的订单，慌了 / 陌生人知道我的收货地址，瘆得慌 / 轮胎会不会爆，跑高速有点怕 / 我不太敢买二手的 / 怕质量不好
贷款显示有我的名字，我没借过，好害怕 / 验货说有问题，我怕不给退 / 刚买就降价，怕再降 / 身份证照片发给你们安全吗 / 忐忑 / 害怕被偷，放门口安全吗
安装师傅说有风险，我不敢装了 / 越想越怕 / 心惊肉跳 / 吃完肚子疼，是不是坏了，好担心 / 锂电池寄飞机会不会被扣 / 担心海关扣下
怕家里人知道，能不能保密发货 / 这个味道好刺鼻，会中毒吗 / 担心颜色有色差 / 奶粉结块了，宝宝喝了会有事吗 / 半天没更新物流，急得睡不着
会不会被海关没收啊好慌 / 我怕冻坏了，这两天零下二十度 / 生怕错过发货 / 手机自动扣款，吓一跳，很不安 / 婴儿车刹车失灵，后怕 / 梯子晃得厉害，不敢爬
不知道是不是被骗了，很害怕 / 有人用我的账号下单，怎么办 / 血压计显示两百，是不是坏了，吓死 / 担心送到的时候没人 / 我怕说不清楚 / 不安
会不会突然涨价啊，担心 / 怕蚊子药对猫有害 / 真怕你们跑路 / 听说这批有质量问题，我买的会不会也是，担心 / 心脏病人能用吗，怕出事
还来得及吗，好紧张 / 害怕又是一场空 / 刚才点了个链接，手机会不会中毒 / 担心漏液 / 孩子吞了纽扣电池怎么办快 / 恐怕赶不上了 / 冒冷汗了
怎么突然多扣了一笔，好慌张 / 高压锅一直叫，我不敢靠近 / 怕水怕摔吗，我手笨有点担心 / 不敢相信陌生链接 / 怕泄露隐私 / 我好怕怕
担心孩子噎到 / 我怕付错了 / 有点害怕打开 / 会不会掉头发啊，怕 / 万一是假的怎么办 / 快递员说有危险品，吓到了 / 怕吵到邻居 / 收到恐吓电话说我欠款，好怕
煤气灶关不掉，急死人了怎么办 / 不敢给孩子用 / 好焦虑，一直没消息 / 担心被冒领 / 我怕写错了名字登不了机 / 会不会致癌 / 这个网址安全吗，不敢点 / 生怕出意外
`
export const AFRAID_EN = `
i am worried my parcel is lost / is this a scam, i am a bit scared / will it explode, it gets so hot / i am afraid it will not arrive in time / i am pregnant, is it safe
my baby swallowed a piece, what should i do / my face is burning after using this, i am scared / did someone steal my card / i am nervous about ordering online
somebody called pretending to be you, it was frightening / it sparked when i plugged it in, i dare not use it / worried about the size / i panicked, the order vanished
is my account hacked / i gave the code to a stranger, help / afraid of allergies / what if it never comes / i am anxious, the exam is tomorrow / is it toxic for cats, i'm worried
the battery is swollen, is it dangerous / i fear it is a fake / is my data safe with you / scared to open the box, something moves / terrified it will break on the way
i can't sleep because the tracking has not moved / i hope i have not been conned / the heater smells like burning, i'm frightened / worried sick about my money
i am concerned about the side effects / will the customs seize it, i'm nervous / i clicked a weird link, is my phone infected / the glass burst in my hand, still shaking
please tell me it is not lost / afraid to pay before i see it / i'm uneasy about giving my id / it woke us up at night, creepy / i worry it is too heavy for mum
is it safe for a newborn, i am worried / there is a charge i do not know, i'm panicking / what if he does not like it / the brakes failed, we were terrified
nervous about the deadline / i am afraid i typed the wrong address / could it catch fire / i have a heart condition, i am scared to use it / i'm really worried now
someone ordered with my account, i am scared / it leaks acid, i am afraid to touch it / worried it might be expired / is the shop still alive, i'm getting nervous
the milk powder is lumpy, my baby drank it, i'm scared / getting an electric shock from the fridge, frightened / anxious first time buyer here / i dread another delay
i am afraid you will say no / is it going to hurt my skin, i'm worried / a stranger knows my address now, that scares me / i am in a panic, wrong card charged
i'm scared of being cheated again / worried about leaving it at the door / will i lose my deposit, i'm nervous / the ladder wobbles, i daren't climb it
my hands are shaking, i sent money to the wrong person / i feel unsafe using it / afraid it will freeze in this weather / alarmed by a text about my order
not sure i can trust this, bit afraid / concerned the lead in the paint is dangerous / my son cut himself on it, we were so scared / i'm stressed, the flight is tonight
i have a bad feeling about this / oh god is it poisonous / worried that you will run off with the money / panic, i cancelled the wrong one / i'm apprehensive about the quality
will the smell harm the kids, i am worried / frightened by the noise it makes / i fear the worst / scary, it turned on by itself / afraid the gift will be late
is it normal that it hisses, i'm scared to go near / worried about my privacy / my blood pressure reads 200, should i be afraid / i can't calm down until it ships
help, it is smoking / someone took a loan in my name, i'm terrified / hope it isn't a phishing site, i'm worried / nervous to send my passport photo
i hesitate, i got burned before / what happens if it breaks, i worry / i am losing sleep over this / so anxious about the surgery brace not coming
it fell on my kid, shaken up / i'm afraid the colour will be off / are you sure it is safe, i keep worrying / scared of a double charge / i'm freaking out
is the recall about mine, i'm concerned / the link looked suspicious and now i am afraid / worried about mould on it / i'm fearful of another mistake
dreading the customs fee / my wedding is on saturday, i am so nervous / heart racing, wrong transfer / is this seller real, i'm afraid / it feels risky
please be careful, i am worried it will shatter / i'm afraid to drive on these tyres / what if i can't return it, bit scared / i suspect fraud and i am frightened
i'm afraid the cake will melt / worried it may choke the baby / could this give me cancer, i am scared / nervous, no news for a week / someone might steal it from the porch, i worry
the gas stove will not turn off, help, i'm scared / afraid to give it to my kid / i got a threatening call about a debt, i'm frightened / is this website safe, i don't dare to click
worried that the name is wrong and i can't board / fear of getting a broken one again / i am uneasy, the seller asks for my bank password / it is burning hot, i am scared
`
