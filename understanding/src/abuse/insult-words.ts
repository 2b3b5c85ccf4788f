// Insults in Chinese and English with their force, and the words that tell who is meant. Written for this project.

/** Force 3: an insult wherever it stands; 2: of a person; 1: crude, of a thing or a person. */
export const INSULTS: readonly (readonly [force: 1 | 2 | 3, pattern: RegExp])[] = [
  [
    3,
    /傻\s?[逼比屄叉xb*×币杯]|煞笔|沙比|沙雕玩意|(?<![a-z])s\s?b(?![a-z])|(?<![a-z])2b(?![a-z])|脑残|智障|弱智|白痴|蠢货|蠢猪|死全家|全家死|去死|操你|草你|草泥马|艹你|干你娘|日你|你妈[逼死的]|你麻痹|尼玛|泥马|他妈的?|(?<![a-z])(?:tmd|nmsl|cnm|mlgb|nmb)(?![a-z])|妈了个|狗[日娘]的|狗东西|狗杂种|杂种|畜生|贱[人货逼]|婊子|王八蛋|龟孙|混蛋|人渣|败类|滚[蛋你]|滚出|不要脸|臭不要脸|神经病|有病吧|猪脑子|废物|饭桶|窝囊废|吃屎|死骗子|脑子有[病坑]|脑子进水|没[爹妈娘]的|孤儿吧/g,
  ],
  [
    3,
    /\b(?:f+u+c*k+(?:ing|ed|er|ers|s)?|fck(?:ing)?|f\*+k?(?:ing)?|motherf\w+|mofo|a+s{2,}hole?s?|a\*{2,}hole|bitch(?:es)?|b\*tch|bastards?|cunts?|dickheads?|d[i1]cks?|wankers?|twats?|pricks?|retards?|retarded|scumbags?|kys|stfu|gtfo)\b|\bgo to hell\b|\bkill yoursel(?:f|ves)\b|\bdrop dead\b|\bshut (?:the hell )?up\b/g,
  ],
  [
    2,
    /骗子|奸商|无耻|流氓|土匪|强盗|小偷|缺德|没良心|瞎了|眼瞎|聋了|蠢|笨蛋|笨得|猪(?=[吗吧一在啊]|都|头)|坏人|死人|滚(?![动烫筒圆床落]|来滚|雪)|闭嘴|恶心的?人|下三滥|不是人|狗眼|狗都不如|耍猴|装死|装傻|臭客服|垃圾(?=客服|人|店主|老板|公司|商家|你)|什么东西(?=[啊！!]|$)/g,
  ],
  [
    2,
    /\b(?:idiots?|idiotic|morons?|imbeciles?|stupid|dumb|dumba\w+|fools?|liars?|thie(?:f|ves)|crooks?|scammers?|clowns?|losers?|incompetent|pathetic|brainless|pigs?|monkeys?|parasites?|disgusting (?:people|person)|piece of (?:shit|crap)|screw you|damn you|get lost|bunch of (?:jokers|amateurs))\b/g,
  ],
  [1, /垃圾|破烂|狗屎|狗屁|放屁|屎|扯淡|烂货|破玩意|什么玩意|他奶奶的|靠(?=[！!，,]|$)/g],
  [1, /\b(?:crap(?:py)?|shit(?:ty)?|sh[*1]t|bullshit|bs|garbage|trash|rubbish|damn|bloody|sucks?|hell|pissed)\b/g],
]

/** A crude word that only makes another one stronger, or is part of a name or an idiom. */
export const HARMLESS =
  /\b(?:damn|bloody|fucking|freaking|hella|shit(?:ty)?|f\*+ing) (?:good|great|nice|fast|quick|amazing|awesome|beautiful|love|brilliant|cute|comfy|perfect|well|fine|delicious|cool|right|impressive|happy|cheap)\b|\bholy (?:shit|crap)\b|\b(?:the|hot) shit\b|\bbad ?ass\b|\bno shit\b|\bwhat the hell\b|\bhell of a (?:deal|job)\b|\bhell yeah\b|\bas hell\b|\bfuck yeah\b|\bgarbage (?:bags?|bins?|cans?|disposals?|trucks?)\b|\btrash (?:bags?|bins?|cans?|folders?)\b|\brubbish (?:bags?|bins?)\b|\b(?:guinea|peppa) pigs?\b|\bpig (?:toys?|costumes?|plush\w*)\b|\bmonkeys? (?:toys?|plush\w*|socks|d)\b|\bclowns? (?:fish|costumes?|masks?|nose)\b|\bfools? (?:day|gold)\b|\bdick'?s sporting\b|\bmoby dick\b|\bcock ?tails?\b|垃圾[袋桶箱车短邮分处]|厨余垃圾|傻瓜(?:相机|式)|小傻瓜|牛[逼b]|他妈的?(?=[太真]?(?:好|棒|香|爽|值|漂亮|快|赞))|滚(?:筒|烫|动|轮|珠|床单|圆|雪球|来滚去)|打滚|翻滚|摇滚|小偷(?:家族)|强盗(?:头子)?玩具|海盗|流氓(?:兔|软件)|猪(?:肉|排|蹄|年|猪侠|头肉|油|脚)|小猪|佩奇|狗(?:粮|绳|窝|狗|屋|牌|零食|玩具)|恶心(?:想吐|反胃)|神经病学|白痴(?:》|这本)|坏人(?:卡|面具)/g

/** Somebody told, called, shouted — at the writer or in general. */
export const REPORTS =
  /(?:他|她|ta|对方|快递员|快递小哥|骑手|司机|师傅|客服|卖家|店员|店主|老板|邻居|保安|有人|别人|那个?人|你们的?人|你们家?客服|你们家?员工|你们快递|评论里|网上)[^，。！？,.!?]{0,14}(?:骂|说|叫|喊|吼|称|回复?)(?:了|着|过|的)?(?:我|我们|人|一句|是|买家|顾客|我妈|我爸|我老婆|我老公|：|:|“|"|「|『)|被(?:你们)?[^，。！？]{0,8}(?:骂|说成|叫)|骂(?:了|我)?(?:我|人|一句)|\b(?:he|she|they|driver|courier|agent|guy|man|woman|seller|neighbou?r|staff|someone|somebody|rep|clerk|manager|your (?:driver|courier|agent|staff|guy|man|rep|colleague|employee|people)s?)\b[^.!?]{0,30}\b(?:call(?:ed|s|ing)?|said|says|told|tells|yell(?:ed|s)?|shout(?:ed|s)?|wrote|swore|texted|replied|insulted)\b|\bi was called\b|\bcall(?:ed|ing) me\b|\btold me to\b/
export const ASKS_OF_WORD =
  /(?:这个词|这句话|什么意思|怎么读|翻译|算不算骂人|算骂人|是骂人|书名|歌名|片名|小说|印着|写着|图案|字样)|\b(?:what does .{0,20} mean|the word|the title|the book|the song|printed|says on|slogan|lyrics)\b/

export const US =
  /你们?(?!好|家狗|的?快递员|们的快递员)|妳|您|客服|商家|店家|老板|卖家|店主|掌柜|平台|贵司|这(?:家|个)?(?:破|黑|垃圾)?店|公司|机器人|售后|\b(?:you|u|ur|your|you're|youre|yourself|yourselves|this (?:shop|company|store|bot)|(?:customer )?(?:service|support)|bot|guys|people|company|shop|seller)\b/
export const THING =
  /东西|质量|产品|货|鞋|衣|裤|裙|包|手机|耳机|电脑|杯|屏|物流|快递(?!员)|包装|系统|软件|app|网站|活动|优惠|规则|这(?:个|件|双|款|条|台|玩意|破)|\b(?:it|this|that|thing|product|quality|shirt|shoes?|phone|item|app|website|site|parcel|package|packaging|delivery|screen|battery|zip|fabric|policy|weather)\b/
export const OTHERS =
  /(?<![其])他(?!妈|奶奶)|她|快递员|小哥|骑手|司机|师傅|邻居|前男友|前女友|前夫|同事|室友|那个人|顺丰的人|\b(?:he|him|his|she|her|they|them|driver|courier|neighbou?r|ex|boss|roommate|colleague|postman|mailman|thief)\b/
export const SELF =
  /我(?:真|就|也|可|太|怎么这么|自己)?(?:是|太|真)?(?:个|的)?(?:[^你，。]{0,3})$|\b(?:i am|i'm|im|i was|me being|my own|stupid me|silly me)\b[^.!?,]{0,16}$/
