// Goods that are worn, one a line: kind; series zh/en; rest of the title zh/en; yuan; colours; print; one sentence zh/en.
export const wornRows = `
running-shoes; 晨光/Daybreak; 缓震跑鞋/cushioned running shoes; 459; blue,white,black; ; 厚底缓震，膝盖少受罪，适合长距离慢跑/Deep cushioning that is kind to knees on long easy runs
running-shoes; 疾风/Galeforce; 速度跑鞋/tempo running shoes; 529; orange,black; ; 前掌回弹快，适合节奏跑和间歇/A lively forefoot for tempo runs and intervals
running-shoes; 稳行/Steady; 支撑跑鞋/support running shoes; 489; grey,navy; ; 内侧加硬，扁平足也能跑得稳/A firmer inner side steadies flat feet
running-shoes; 小路/Lane; 入门跑鞋/starter running shoes; 259; black,pink; ; 刚开始跑步的第一双，轻便不贵/A light and inexpensive first pair
racing-shoes; 破晓/First Light; 碳板竞速跑鞋/carbon racing shoes; 999; yellow,white; ; 全掌碳板，单只 205 克，只为比赛日/Full carbon plate, 205 g a shoe, made for race day
racing-shoes; 逐日/Sunchaser; 马拉松跑鞋/marathon shoes; 799; red,black; ; 尼龙板加超临界中底，全马后程不塌/Nylon plate and foam that still springs after 30 km
trail-shoes; 砾石/Gravel; 轻量越野跑鞋/light trail shoes; 499; orange,grey; ; 浅齿灵活，林道和公园步道都合适/Shallow lugs, at home on forest roads and park paths
trail-shoes; 云海/Cloudsea; 超长距离越野跑鞋/ultra trail shoes; 699; blue,black; ; 宽楦大缓震，百公里也不挤脚/Wide fit and deep cushioning for a hundred kilometres
trail-shoes; 溪谷/Brook; 涉水越野鞋/wet-trail shoes; 459; green,navy; ; 排水孔加快干内里，踩水不闷/Drain holes and a quick-dry lining
hiking-boots; 北坡/Northslope; 防水登山靴/waterproof hiking boots; 799; brown,black; ; 全粒面牛皮加防水膜，负重行走踝部稳/Full-grain leather and a waterproof membrane for heavy packs
hiking-boots; 林缘/Woodedge; 中帮徒步靴/mid hiking boots; 569; green,grey; ; 中帮护踝，周末徒步刚刚好/Mid height, just right for weekend walks
hiking-boots; 岩径/Rockpath; 轻装徒步鞋/light walking boots; 469; grey,beige; ; 低帮轻便，硬底护趾/Low and light with a stiff toe guard
snow-boots; 初雪/First Snow; 加绒雪地靴/lined snow boots; 429; brown,black; ; 内里羊毛绒，零下二十度脚不冷/Wool lined, warm to minus twenty
snow-boots; 冰湖/Frostlake; 防水雪地靴/waterproof snow boots; 519; navy,grey; ; 橡胶鞋头防化雪，深齿不打滑/A rubber toe keeps slush out; deep lugs grip ice
basketball-shoes; 后场/Backcourt; 低帮篮球鞋/low basketball shoes; 529; white,blue; ; 低帮启动快，后卫喜欢/Low and quick off the mark, for guards
basketball-shoes; 铁框/Ironrim; 外场篮球鞋/outdoor basketball shoes; 459; black,orange; ; 加厚橡胶底，水泥地打一年/Thick rubber that lasts a year on concrete
canvas-shoes; 旧港/Old Quay; 厚底帆布鞋/platform canvas shoes; 229; black,beige; ; 三厘米厚底，显高不累脚/A three-centimetre sole, tall yet comfortable
canvas-shoes; 渡口/Ferry; 一脚蹬帆布鞋/slip-on canvas shoes; 179; grey,red; ; 没有鞋带，出门就走/No laces: step in and go
sneakers; 街角/Corner; 复古板鞋/retro sneakers; 329; white,green; ; 牛皮鞋面，越穿越软/Leather uppers that soften with wear
sneakers; 白昼/Noon; 小白鞋/white leather sneakers; 299; white,beige; ; 百搭小白鞋，脏了一擦就净/Goes with everything and wipes clean
sneakers; 慢车/Slow Train; 德训休闲鞋/suede casual shoes; 359; beige,navy; ; 麂皮拼接，鞋底柔软/Suede panels on a soft gum sole
court-shoes; 底线/Baseline; 网球鞋/tennis shoes; 519; white,navy; ; 侧向支撑强，硬地耐磨/Firm sideways support for hard courts
court-shoes; 轻扣/Drop Shot; 羽毛球鞋/badminton shoes; 389; yellow,blue; ; 生胶底抓地，起跳落地都稳/Gum rubber that grips for jumps and landings
training-shoes; 方寸/Square One; 综合训练鞋/gym training shoes; 399; black,pink; ; 平底稳固，深蹲硬拉不晃/A flat, stable base for squats and deadlifts
training-shoes; 跃动/Bounce; 跳操训练鞋/class training shoes; 359; purple,white; ; 前掌柔软，跳操转身轻松/A soft forefoot for jumps and turns
football-boots; 前锋/Striker; 硬地足球鞋/firm-ground football boots; 459; red,black; ; 固定鞋钉，天然草和人造草通用/Moulded studs for grass and artificial turf
football-boots; 小禁区/Six Yard; 碎钉足球鞋/turf football boots; 359; blue,white; ; 碎钉底，五人制和老式人工草/Small studs for five-a-side and older turf
sandals; 浅滩/Shoal; 溯溪凉鞋/river sandals; 269; grey,green; ; 三处可调绑带，护趾防撞/Three adjustable straps and a toe guard
sandals; 沙路/Sandway; 城市凉鞋/city sandals; 219; beige,black; ; 软木脚床，走一天不硌/A cork footbed for a whole day of walking
slides; 午睡/Siesta; 一字拖鞋/cushioned slides; 99; black,white; ridge; 踩屎感厚底，浴室也防滑/Pillow-soft and non-slip in the bathroom
slides; 恢复/Recover; 跑后拖鞋/recovery slides; 149; blue,grey; ; 跑完换上，足弓有托/Arch support for after the run
quick-tee; 白沙/Whitesand; 网眼速干T恤/mesh quick-dry T-shirt; 129; white,green; side; 腋下网眼，三伏天也透气/Mesh under the arms for the hottest days
quick-tee; 夜行/Night Run; 反光速干T恤/reflective quick-dry T-shirt; 149; black,yellow; band; 前后反光条，夜跑看得见/Reflective bands front and back for night runs
quick-tee; 高原/Highland; 美利奴T恤/merino T-shirt; 269; grey,navy; ; 细羊毛，穿三天不臭/Fine wool that stays fresh for days
cotton-tee; 周末/Weekend; 宽松T恤/oversized cotton T-shirt; 99; beige,black; ; 落肩版型，重磅不透/Dropped shoulders in heavy cotton
cotton-tee; 山形/Skyline; 印花T恤/printed cotton T-shirt; 119; navy,white,orange; ridge; 胸前山脊线印花，洗不裂/A ridge print across the chest that does not crack
cotton-tee; 条纹/Sailor; 海魂T恤/striped cotton T-shirt; 109; white,red; stripe; 经典横条，前短后长/Classic stripes, longer at the back
polo; 果岭/Green; 速干Polo衫/quick-dry polo shirt; 199; white,navy; ; 领子挺括，出汗不贴/A crisp collar; does not cling
polo; 周三/Midweek; 珠地Polo衫/cotton polo shirt; 169; green,pink; ; 珠地棉，办公室也能穿/Pique cotton, fit for the office
shirt; 炉边/Fireside; 法兰绒衬衫/flannel shirt; 229; red,navy; check; 磨毛格子，单穿外搭都行/Brushed check to wear alone or open
shirt; 南风/Southwind; 亚麻衬衫/linen shirt; 259; white,blue; ; 亚麻混纺，不易皱/A linen blend that creases little
shirt; 驿站/Waystation; 速干户外衬衫/outdoor button-down shirt; 249; beige,green; ; 卷袖扣带，防晒指数 50/Roll-up sleeves and UPF 50
long-sleeve; 贴暖/Underglow; 保暖打底衫/thermal base layer; 159; black,grey; ; 内刷绒，冬天穿在里面/Brushed inside, for under everything
long-sleeve; 清风/Crosswind; 速干长袖/quick-dry long-sleeve; 139; blue,white; peak; 带拇指孔，跑步遮阳/Thumb holes, and shade for long runs
long-sleeve; 山坳/Saddle; 纯棉长袖T恤/cotton long-sleeve; 129; navy,beige; stripe; 中厚棉，换季单穿/Mid-weight cotton for spring and autumn
singlet; 终点/Finish; 马拉松背心/running singlet; 129; red,white; band; 蜂窝网布，轻到 60 克/Honeycomb mesh, only 60 g
singlet; 垫上/Onmat; 瑜伽背心/yoga tank top; 119; pink,grey; ; 后背交叉，抬手不露/Crossed back; covers you with arms up
jersey; 街区/Blocktown; 篮球服上衣/basketball jersey; 139; red,blue,white; number; 双面可穿，可加印号码/Reversible, and we can print your number
jersey; 九人/Ninefold; 足球球衣/football jersey; 149; green,yellow; stripe; 弹力网布，团队可定制/Stretch mesh, made to order for teams
sweater; 霜降/Hoarfrost; 圆领毛衣/wool sweater; 299; navy,beige; ; 羊毛混纺，不扎脖子/A wool blend that does not scratch
sweater; 木屋/Cabin; 提花毛衣/patterned sweater; 359; red,green; ridge; 山形提花，冬天的仪式感/A mountain pattern knitted in
half-zip; 缓坡/Gentle Slope; 抓绒半拉链/fleece half-zip; 229; grey,orange; ; 薄绒中间层，穿脱快/A thin mid-layer, quick on and off
half-zip; 早班/Early Shift; 跑步半拉链/running half-zip; 199; blue,black; ; 微磨毛，秋冬晨跑够用/Lightly brushed for cold morning runs
hoodie; 星野/Starfield; 拉链卫衣/zip hoodie; 289; navy,grey; ; 双头拉链，口袋够深/Two-way zip and deep pockets
hoodie; 老城/Old Town; 重磅卫衣/heavyweight hoodie; 329; beige,black,green; ; 420 克毛圈，挺括不塌/420 g loopback that keeps its shape
hoodie; 山脊/Ridgecrest; 印花卫衣/printed hoodie; 279; orange,white; ridge; 胸前大山形印花/A large ridge print on the chest
sports-bra; 静水/Stillwater; 低强度运动内衣/low-support sports bra; 119; grey,purple; ; 瑜伽普拉提，无缝不勒/Seamless, for yoga and Pilates
sports-bra; 冲线/Tapebreak; 高强度运动内衣/high-support sports bra; 189; black,blue; ; 背扣可调，跑步不晃/Adjustable back, still on the run
rain-jacket; 雨林/Rainwood; 轻量冲锋衣/light rain jacket; 459; green,yellow; ; 二层半面料，280 克，城市徒步都行/Two and a half layers, 280 g, for town and trail
rain-jacket; 冰川/Icefall; 硬壳冲锋衣/hard-shell jacket; 1299; blue,black; ; 四向弹力三层，雪线以上的外壳/Stretch three-layer shell for above the snow line
rain-jacket; 双季/Two Season; 三合一冲锋衣/3-in-1 rain jacket; 899; navy,red; ; 内胆抓绒可拆，一件顶三件/A removable fleece makes three jackets of one
down-jacket; 极昼/Midsun; 长款羽绒服/long down coat; 1099; black,beige; ; 750 蓬，盖过膝盖/750 fill power, below the knee
down-jacket; 驼峰/Camelback; 连帽羽绒服/hooded down jacket; 859; navy,green; ; 防泼水面料，帽子可收/Water-repellent, with a stowable hood
down-jacket; 薄暮/Dusk; 超轻羽绒服/ultralight down jacket; 499; purple,grey; ; 240 克，塞进口袋带走/240 g and packs into its pocket
down-vest; 半山/Midhill; 羽绒马甲/down vest; 399; orange,navy; ; 内搭外穿，手臂灵活/Over or under, arms free
down-vest; 暖芯/Core; 轻羽绒背心/light body warmer; 329; black,pink; ; 立领轻薄，通勤打底/Thin with a stand-up collar, under a coat
windbreaker; 海岬/Headland; 防风外套/windbreaker; 359; navy,white; ; 防风防泼水，骑车不灌风/Keeps wind and drizzle out on the bike
windbreaker; 薄雾/Mist; 跑步皮肤衣/running wind jacket; 229; yellow,blue; ; 98 克，收成拳头大/98 g, packs to the size of a fist
sun-jacket; 遮光/Shade; 防晒衣/sun jacket; 199; white,pink; ; UPF100+，帽檐加宽/UPF 100+ and a wide hood brim
sun-jacket; 竹影/Bamboo; 冰感防晒衣/cooling sun hoodie; 259; green,grey; ; 凉感面料，掌心护手/Cool to the touch, covers the hands
fleece; 苔原/Tundra; 摇粒绒外套/pile fleece jacket; 299; beige,brown; ; 厚摇粒绒，秋冬外穿/Thick pile for autumn and winter
fleece; 炭火/Ember Glow; 抓绒衣/grid fleece jacket; 269; black,red; ; 方格绒，透气不闷/Grid fleece that breathes
softshell; 山墙/Gable; 软壳外套/softshell jacket; 499; grey,green; ; 弹力防风，攀爬不拉扯/Stretchy and windproof for scrambling
softshell; 晴岚/Clearhaze; 女款软壳/fitted softshell; 469; purple,navy; ; 收腰剪裁，内里薄绒/Fitted waist with a thin lining
track-jacket; 跑道/Lane Four; 训练外套/track jacket; 249; red,black; side; 侧条撞色，热身必备/Contrast side panels for warming up
track-jacket; 旧操场/Schoolyard; 复古运动外套/retro track jacket; 279; green,blue; band; 八十年代的胸前横条/A chest band straight from the eighties
leggings; 无痕/Seamline; 无缝瑜伽裤/seamless leggings; 199; grey,purple,green; ; 无缝编织，贴身不勒/Knitted without seams
leggings; 暖流/Gulfstream; 加绒瑜伽裤/lined leggings; 219; black,navy; ; 内里薄绒，秋冬也能穿/Thinly lined for the cold months
running-tights; 肌理/Sinew; 压缩裤/compression tights; 249; black,blue; ; 分区压缩，赛后少酸/Graduated pressure, less sore after races
running-tights; 夜灯/Lantern; 反光跑步紧身裤/reflective running tights; 229; grey,black; ; 小腿反光，后腰钥匙袋/Reflective calves and a key pocket
shorts; 双层/Twofold; 二合一短裤/2-in-1 shorts; 159; grey,green; ; 内衬防磨，外层透气/A lining that stops chafing
shorts; 球馆/Gymhall; 篮球短裤/basketball shorts; 129; red,navy; ; 宽松过膝，双侧口袋/Loose, knee length, pockets both sides
shorts; 半程/Half Way; 五寸跑步短裤/5-inch running shorts; 139; orange,black; ; 侧开衩，步幅放得开/Side slits for a full stride
jeans; 粗布/Raw; 原色牛仔裤/raw denim jeans; 369; navy,black; ; 14 盎司原色，越养越好看/14 oz raw denim that ages well
jeans; 漫步/Stroll; 宽松牛仔裤/relaxed jeans; 289; blue,grey; ; 宽松直筒，不绷大腿/Relaxed through the thigh
joggers; 居家/Homebody; 束脚卫裤/cotton joggers; 179; grey,black; ; 毛圈棉，在家出门都舒服/Loopback cotton for home and out
joggers; 热身/Warm-up; 针织运动裤/knit track pants; 199; navy,red; side; 拉链裤脚，穿鞋也能脱/Zipped ankles come off over shoes
chinos; 图书馆/Library; 修身休闲裤/slim chinos; 239; beige,navy; ; 微弹斜纹，通勤免烫/Stretch twill that needs no ironing
chinos; 工棚/Workshop; 工装裤/cargo trousers; 269; green,black; ; 六个口袋，膝部加层/Six pockets and double knees
hiking-trousers; 石阶/Stonestep; 速干徒步裤/quick-dry hiking trousers; 269; grey,beige; ; 弹力速干，可拆成短裤/Stretchy; legs zip off
hiking-trousers; 风口/Windgap; 软壳冲锋裤/softshell hiking pants; 399; black,brown; ; 防风加绒，雪地不湿/Windproof and lined for snow
cycling-shorts; 单飞/Breakaway; 骑行裤/padded cycling shorts; 259; black,blue; ; 三小时坐垫，防磨平缝/A three-hour pad and flat seams
skirt; 发球/Serve; 网球裙/tennis skirt; 179; white,pink; ; 内衬短裤，球可放口袋/Shorts inside with a ball pocket
skirt; 午后/Afternoon; 百褶半身裙/pleated skirt; 219; navy,green; ; 高腰百褶，走路带风/High waist and pleats that move
skirt; 小径/Footpath; 户外短裙/outdoor skort; 239; brown,black; ; 防泼水，内里防走光/Water-repellent with shorts inside
dress; 夏至/Solstice; 吊带连衣裙/strap dress; 269; yellow,blue; dots; 波点印花，肩带可调/Dotted, with adjustable straps
dress; 初秋/Early Fall; 针织连衣裙/knit dress; 359; brown,grey; ; 罗纹针织，配靴子好看/Ribbed knit that goes with boots
dress; 球场/Courtside; 运动连衣裙/active dress; 289; white,purple; side; 速干面料，自带短裤/Quick-dry with built-in shorts
swimsuit; 深水/Deepwater; 训练泳衣/training swimsuit; 199; black,navy; ; 抗氯面料，每天游也不松/Chlorine-proof for daily laps
swimsuit; 浪花/Surfline; 连体泳衣/one-piece swimsuit; 239; green,pink; stripe; 胸垫可拆，侧身收腰/Removable pads and a shaped waist
swim-shorts; 礁石/Reef; 沙滩裤/board shorts; 159; blue,orange; dots; 快干不透，后袋带扣/Dries fast; buttoned back pocket
swim-shorts; 泳道/Swimlane; 平角泳裤/swim trunks; 129; black,blue; side; 抗氯贴身，训练用/Close fitting, for training
`
