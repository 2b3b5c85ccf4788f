// Happy and grateful shop customers: training sentences written for this project, ` / ` between them.
export const HAPPY_ZH = `
谢谢啦，太快了 / 宝贝收到了，超喜欢 / 客服小姐姐真有耐心，赞 / 好评好评 / 质量很好，下次还来 / 开心，终于到了 / 太棒了，比想象中还好看 / 爱了爱了
谢谢你帮我解决问题 / 物流神速，昨天下单今天就到 / 妈妈特别满意 / 回购第三次了，一直很好 / 很合身，像定做的一样 / 孩子高兴坏了 / 你们服务真好 / 么么哒
五星好评送上 / 哈哈哈太可爱了 / 性价比超高 / 真香 / 包装好用心，感动 / 辛苦啦，谢谢 / 完美 / 好喜欢这个颜色 / 朋友都说好看，已经推荐给同事了
嗯嗯收到退款了，谢谢 / 太贴心了，还送小礼物 / 点赞 / 这次购物很愉快 / 必须夸一下你们家快递小哥 / 味道正宗，一家人都爱吃 / 解决了，感谢感谢 / 棒棒哒
真的很好用，后悔没早买 / 没毛病，非常满意 / 祝你们生意兴隆 / 好的呀，爱你哟 / 喜欢得不得了 / 面料舒服，不起球 / 狗狗吃得可香了 / 值了
你人真好，谢谢你啊 / 喜提新手机，嘿嘿 / 质量没得说 / 终于抢到了，开心到飞起 / 声音效果一级棒 / 感谢及时处理 / 有你们真好 / 超出预期 / 服务态度满分
老公很喜欢这个礼物 / 退款秒到，良心商家 / 手感太好了吧 / 哇塞好漂亮，谢谢店家 / 满意满意 / 下次还找你 / 赞一个，换货很顺利 / 我就知道你家不会让我失望
心情美美哒 / 大爱 / 物美价廉 / 太感谢了，救了我的急 / 一如既往的好 / 讲解得很清楚，谢谢 / 开箱那一刻太幸福了 / 老客户了，质量稳定，放心 / 笑出声，太好玩了
舒服，走一天脚都不累 / 效果看得见，皮肤变好了 / 送货上门还帮忙装好，谢谢师傅 / 好开心呀，优惠券能用了 / 真不错 / 感恩 / 喜欢喜欢喜欢 / 奶奶乐得合不拢嘴
非常专业，一下就修好了 / 太给力了 / 比专柜便宜还是正品，开心 / 很惊艳的一款香水，爱了 / 安装简单，效果好 / 谢谢亲，祝你天天开心 / 很满意的一次购物体验
鲜花很新鲜，女朋友感动哭了 / 这个客服我给一百分 / 良心店铺，推荐大家来 / 收到啦，么么 / 颜值在线 / 充电快，续航长，满意 / 耶，中奖了 / 太好啦太好啦
果子又大又甜 / 谢谢老板加的小样 / 保温效果真好，早上倒的水晚上还烫 / 真心不错，支持 / 幸亏有你，谢谢 / 这个价格真的很划算 / 大小刚刚好，很漂亮 / 很暖心
送货小哥很有礼貌 / 你们换货也太爽快了吧，赞 / 一个字，好 / 书的印刷很精美，喜欢 / 家人一致好评 / 睡得很香，枕头买对了 / 嘻嘻谢谢 / 我很满意，没有问题了
多谢，问题搞定了 / 谢谢你这么晚还在 / 厉害了，当天就到 / 好嘞，辛苦你了 / 感谢你的耐心解答 / 非常好吃，已经下第二单 / 愉快 / 服务周到，会再来的
做工精细，看着就高级 / 这次真的买对了 / 拍照很清晰，喜欢 / 给你们加鸡腿 / 女儿穿上像小公主，开心 / 信赖你家 / 太值得了 / 好人一生平安 / 我爱这家店
`
export const HAPPY_EN = `
thank you so much / love it / arrived early, brilliant / you are a star / great service as always / it fits perfectly, thanks / my wife adores it / perfect, exactly what i wanted
super fast delivery / wow this is lovely, thanks / best purchase this year / problem solved, cheers / you made my day / the kids are over the moon / i am really happy with it
five stars from me / beautiful colour / well packed and quick / thanks for sorting it out so fast / will buy again / the refund came through, thank you / excellent quality for the price
such a kind agent / highly recommend / i'm impressed with the quality / yay it works / happy customer here / soft, warm and cosy, love it / this shirt is damn good / great stuff
thanks a million / brilliant, that did the trick / sweet, got it / so pleased / better than expected / my dog goes crazy for these treats / the sound is amazing / good job team
everything was perfect / you have been so helpful / worth every penny / lovely packaging / the driver was so polite / wonderful, i appreciate it / my mum cried happy tears
finally got my size, so happy / smooth exchange, no hassle / cool thanks / can't stop wearing it / thanks for the little gift inside / excellent communication / absolutely delighted
this is my third order and still great / fantastic / thumbs up / it looks gorgeous in the living room / i feel spoiled / keep up the good work / nice one / glad i found this shop
thank you for your patience with me / great value / so comfy i forgot i was wearing them / love love love / honest shop, thank you / tastes delicious / my son is thrilled
awesome, my coupon works now / you saved my birthday party / very satisfied / that was quick, thanks / superb / enjoyed every bite / it is even nicer in person
the best support i ever had / appreciate your help / looks stunning on her / happy with the replacement / it runs like a dream / big thanks to lisa from support
works like a charm / what a delightful little lamp / i recommend you to all my friends / good vibes, great shop / very pleased with my order / ten out of ten
thanks for going the extra mile / easy to install and looks great / my skin feels so much better / crisp pictures, great battery, love this phone / well done
smells divine / so glad i ordered two / grateful for the quick answer / bless you, that helped / it made him smile / exceeded my expectations / a joy to use
pretty and practical, thanks / lovely people, lovely shop / all good now, thank you / i won the raffle, yay / my plants arrived healthy and green / sleeping like a baby on it
cheers mate, sorted / you guys rock / this made us so happy / thrilled with it / great bargain / the fabric feels luxurious / very kind of you / it's a keeper
quick, friendly, reliable / my favourite store / thank you, have a lovely day / the cake was a hit / amazing, it arrived the same day / fits like a glove
sturdy and beautiful / i smiled when i opened the box / good quality, good price / couldn't be happier / thank you for believing me / super cute / much appreciated
lol that is adorable, thanks / your team is wonderful / nothing to complain about, all great / so thankful / hooray / tea was fragrant, thank you / happy to be your customer
what a great surprise gift, love you / impressive / the fix worked, you're a genius / smart, helpful and fast / my order came in perfect shape / a real treat / pure happiness in a box
`
