// Accessories and gear, one a line, written like rows-worn.ts.
export const carriedRows = `
goggles; 清泉/Clearspring; 防雾泳镜/anti-fog swim goggles; 89; blue,black; ; 双面防雾，鼻梁可换/Anti-fog inside, with spare nose pieces
goggles; 出发台/Start Block; 竞速泳镜/racing goggles; 139; orange,navy; ; 低阻镜型，镀膜防眩/Low profile with mirrored lenses
swim-towel; 速收/Swiftdry; 速干毛巾/quick-dry towel; 59; green,blue; ; 70×140 厘米，拧干就能披/70 × 140 cm, dry again after a wring
swim-towel; 更衣/Cabana; 斗篷浴巾/changing towel; 149; grey,orange; band; 带帽可换衣，海边必备/Hooded, for changing on the beach
socks; 长路/Longroad; 跑步五指袜/running toe socks; 49; grey,blue; ; 分趾防磨，减少水泡/Separate toes against blisters
socks; 羊圈/Fold; 美利奴徒步袜/merino hiking socks; 79; green,brown; ; 足弓弹力，脚跟加厚/Arch support and a thick heel
socks; 低调/Lowkey; 船袜（五双装）/no-show socks (5 pairs); 49; beige,black; ; 后跟硅胶，不掉跟/Silicone heels that stay put
socks; 紧跟/Closefit; 压力小腿袜/compression socks; 99; black,pink; ; 梯度压力，长途飞行也适合/Graduated pressure for races and flights
cap; 赛道/Course; 跑步空顶帽/running visor; 69; white,yellow; ; 空顶吸汗，遮阳不闷/Shade and a sweat band, open on top
cap; 林荫/Canopy; 五片帽/five-panel cap; 89; green,beige; ; 尼龙速干，可压扁/Quick-dry nylon you can crush
cap; 渔港/Fishwharf; 护颈遮阳帽/neck-flap sun cap; 109; beige,grey; ; 后颈遮布可拆/A removable neck flap
beanie; 壁炉/Hearth; 毛线帽/knit beanie; 79; red,grey,navy; ridge; 羊毛混纺，毛球可拆/A wool blend with a removable bobble
beanie; 夜航/Nightsail; 薄款跑步冷帽/running beanie; 69; black,yellow; ; 薄绒排汗，反光标/Thin, wicking, with a reflective mark
bucket-hat; 溪岸/Bankside; 渔夫帽/bucket hat; 89; beige,navy; ; 双面可戴，可折叠/Reversible and foldable
bucket-hat; 田野/Meadow; 大檐遮阳帽/wide-brim sun hat; 119; white,green; ; 九厘米大檐，UPF50/A nine-centimetre brim, UPF 50
gloves; 指尖/Fingertip; 触屏跑步手套/touch-screen running gloves; 79; black,blue; ; 拇指食指触屏，薄绒/Thin fleece; works a phone
gloves; 雪杖/Snowpole; 保暖防水手套/waterproof winter gloves; 199; red,navy; ; 防水膜加棉，滑雪也够/Insulated and waterproof, fit for skiing
gloves; 握力/Grip; 健身半指手套/training gloves; 69; grey,pink; ; 掌垫防滑，护腕可调/Padded palms and a wrist wrap
neck-gaiter; 山口/Pass; 抓绒脖套/fleece neck gaiter; 59; navy,orange; ; 可拉到鼻梁，不起雾/Pulls up to the nose without fogging glasses
neck-gaiter; 晒场/Sunyard; 冰丝魔术头巾/cooling neck gaiter; 39; blue,white; dots; 十二种戴法，防晒透气/Twelve ways to wear it; shades and breathes
scarf; 羊毛/Fleecy; 格纹围巾/checked wool scarf; 169; red,beige; check; 两米长，可当披肩/Two metres long, doubles as a shawl
belt; 登机口/Gate Nine; 无金属腰带/metal-free belt; 79; black,beige; ; 编织弹力，过安检不用解/Woven stretch, no buckle to take off at airports
belt; 鞍具/Saddlery; 牛皮腰带/leather belt; 159; brown,black; ; 头层牛皮，可裁短/Full-grain leather, can be cut shorter
sunglasses; 逆光/Backlight; 跑步太阳镜/running sunglasses; 229; black,orange; ; 偏光不跳，24 克/Polarised, bounce-free, 24 g
sunglasses; 雪线/Snowline; 登山墨镜/mountain sunglasses; 359; white,brown; ; 四级镜片带侧翼/Category 4 lenses with side shields
sunglasses; 公路/Roadway; 骑行运动眼镜/cycling sports glasses; 289; red,blue; ; 三副镜片，近视内框/Three lenses and a clip for prescription glasses
headband; 挥汗/Sweatless; 吸汗发带/sweat headband; 29; white,blue,black; ; 毛巾布，羽毛球网球都用/Towelling for court sports
headband; 耳暖/Earwarm; 保暖护耳头带/winter headband; 59; grey,red; ; 护耳不压发型/Keeps ears warm and hair in place
sports-watch; 刻度/Notch; 入门运动手表/starter sports watch; 399; blue,pink; ; 计步心率，续航 14 天/Steps and heart rate, 14 days a charge
sports-watch; 经纬/Meridian; 户外地图手表/outdoor map watch; 1699; orange,black; ; 离线地图，双频 GPS 40 小时/Offline maps and 40 hours of dual-band GPS
backpack; 课间/Recess; 轻便双肩包 16L/light 16L backpack; 159; yellow,pink; ; 小巧轻便，短途出门/Small and light for short outings
backpack; 出差/Offsite; 商务背包 28L/business 28L backpack; 459; black,navy; ; 可挂行李箱，16 寸电脑层/Slips over a suitcase; holds a 16-inch laptop
backpack; 折叠/Origami; 折叠背包 18L/folding 18L backpack; 99; orange,green; ; 收成手掌大，旅行备用/Folds to the size of a palm
hiking-pack; 三日/Threeday; 登山包 45L/45L hiking pack; 699; green,grey; ; 可调背负，顶包可拆/Adjustable back and a removable lid
hiking-pack; 长线/Longline; 重装徒步包 65L/65L trekking pack; 999; red,black; ; 铝架承重 20 公斤/An aluminium frame carries 20 kg
hiking-pack; 日归/Dayback; 轻装徒步包 24L/24L hiking backpack; 359; blue,yellow; ; 网架透气，带防雨罩/Airy mesh back and a rain cover
running-vest; 补给/Aidstation; 越野背心 8L/8L running vest; 399; black,blue; ; 含两只 500ml 软水壶/With two 500 ml soft flasks
running-vest; 轻骑/Lightrider; 水袋背包 5L/5L hydration vest; 299; orange,grey; ; 贴身不晃，可装 1.5L 水袋/Close and still; takes a 1.5 L bladder
waist-pack; 零钱/Pocket; 跑步腰包/running waist pack; 69; black,yellow; ; 弹力防水，放得下手机钥匙/Stretchy and splash-proof; phone and keys
waist-pack; 市集/Market; 日常腰包/everyday bum bag; 129; beige,purple; ; 三层口袋，斜背也好看/Three pockets; wear it across too
duffel; 更衣室/Locker; 干湿分离健身包 30L/30L gym bag; 199; grey,blue; ; 独立鞋仓，湿衣不混/A shoe pocket and one for wet things
duffel; 远方/Faraway; 旅行包 60L/60L duffel bag; 399; brown,black; ; 防水布，可背可提/Waterproof cloth; carry or shoulder it
tote; 早市/Greengrocer; 帆布托特包/canvas tote bag; 59; beige,navy; ; 厚帆布，装得下一周的菜/Heavy canvas for a week of groceries
tote; 瑜伽课/Class; 瑜伽托特包/yoga tote; 139; green,pink; ; 侧带可绑瑜伽垫/Straps hold a yoga mat
crossbody; 随行/Tagalong; 小斜挎包/small crossbody bag; 119; black,red; ; 手机护照刚刚好/Just right for phone and passport
crossbody; 邮差/Postman; 邮差单肩包/messenger shoulder bag; 259; green,brown; ; 翻盖防水，可放 13 寸电脑/Waterproof flap; holds a 13-inch laptop
yoga-mat; 薄荷/Mint; 旅行瑜伽垫 1.5mm/travel yoga mat 1.5 mm; 119; green,grey; ; 可折叠，塞进背包/Folds into a backpack
yoga-mat; 橡树/Oak; 天然橡胶瑜伽垫/natural rubber yoga mat; 299; brown,blue; ; 湿手也不滑，回弹好/Grips wet hands, springs back
yoga-block; 基石/Cornerstone; 瑜伽砖（两块）/yoga blocks (pair); 49; purple,blue; ; 高密度泡沫，边角圆润/Dense foam with soft edges
yoga-block; 栓皮/Corkwood; 软木瑜伽砖/cork yoga block; 69; beige,brown; ; 天然软木，稳重不打滑/Natural cork, steady and non-slip
dumbbells; 添砖/Addon; 可调哑铃 20kg/adjustable dumbbells 20 kg; 399; black,red; ; 2.5 公斤一档，一副抵十副/2.5 kg steps: one pair in place of ten
dumbbells; 彩豆/Jellybean; 浸塑哑铃 2kg×2/vinyl dumbbells 2 × 2 kg; 59; pink,blue,purple; ; 表面防滑，跳操用/Non-slip vinyl for classes
kettlebell; 钟摆/Pendulum; 竞技壶铃 8kg/kettlebell 8 kg; 159; pink,black; ; 钢制等径，握把光滑/Steel, competition size, smooth handle
kettlebell; 铁砧/Anvil; 铸铁壶铃 16kg/cast-iron kettlebell 16 kg; 239; black,navy; ; 粉末涂层，不掉漆/Powder coated
bands; 张弛/Stretchout; 弹力带五件套/resistance band set; 69; yellow,green; ; 五种阻力，带收纳袋/Five strengths in a pouch
bands; 圈圈/Loopy; 织布翘臀圈/fabric hip bands; 49; pink,grey; ; 不卷边，三条一组/Three that do not roll up
foam-roller; 揉开/Knead; 泡沫轴 45cm/foam roller 45 cm; 89; orange,black; ; 中等硬度，网格纹/Medium firm with a grid surface
foam-roller; 电波/Wave; 振动泡沫轴/vibrating foam roller; 399; grey,blue; ; 四档振动，充电一次两小时/Four speeds, two hours a charge
skipping-rope; 计数/Tally; 计数跳绳/counting skipping rope; 59; blue,pink; ; 电子计数，绳长可调/Counts for you; adjustable length
skipping-rope; 飞轮/Flywheel; 钢丝竞速跳绳/speed jump rope; 79; black,yellow; ; 双轴承，练双摇/Double bearings for double unders
bottle; 童趣/Playtime; 儿童水壶 450ml/kids water bottle 450 ml; 69; yellow,pink; ; 吸管防漏，小手好握/A leak-proof straw for small hands
bottle; 自行/Bidon; 骑行水壶 600ml/cycling bottle 600 ml; 49; white,red; ; 软胶可挤，适配水壶架/Squeezable; fits bottle cages
flask; 炉火/Stoveside; 保温杯 500ml/insulated bottle 500 ml; 129; green,beige; ; 保温 12 小时，保冷 24 小时/Hot for 12 hours, cold for 24
flask; 营地/Basecamp; 大容量保温壶 1.5L/1.5 L camping flask; 239; black,brown; ; 带提手，杯盖当碗/A handle, and a lid that is a cup
football; 绿茵/Pitch; 五号足球/size 5 football; 149; black,blue; ; 热贴合无缝，训练比赛都行/Thermally bonded for training and matches
football; 弄堂/Alley; 四号足球/size 4 football; 89; red,green; ; 青少年用，耐磨皮面/For ages 8 to 12, hard wearing
basketball; 野球/Pickup; 室外篮球 7 号/outdoor basketball size 7; 139; orange,brown; ; 深槽耐磨，水泥地好控/Deep channels, made for concrete
basketball; 馆内/Indoor; 超纤室内篮球/indoor basketball; 269; brown,blue; ; 吸汗超纤，手感细腻/Microfibre that takes up sweat
volleyball; 白浪/Whitecap; 软式排球/soft volleyball; 119; blue,yellow; ; 软皮不痛手，沙滩可用/Soft on the arms, beach too
tennis-racket; 长拍/Longrally; 碳素网球拍/carbon tennis racket; 699; red,blue; ; 285 克，甜区大，容易上手/285 g with a forgiving sweet spot
tennis-racket; 初拍/First Set; 铝合金网球拍/starter tennis racket; 259; green,orange; ; 已穿线，送三只球/Strung, with three balls
badminton-racket; 羽衣/Plume; 碳素羽毛球拍/carbon badminton racket; 399; purple,green; ; 4U 轻拍，进攻防守均衡/A light 4U for attack and defence
badminton-racket; 双人/Doubles; 羽毛球拍套装/badminton racket set; 199; blue,red; ; 两支拍三只球，公园开打/Two rackets and three shuttles for the park
helmet; 顺风/Tailwind; 公路骑行头盔/road bike helmet; 359; white,black; ; 24 孔通风，磁吸风镜/24 vents and a magnetic visor
helmet; 放学/Schoolrun; 通勤头盔/city bike helmet; 199; green,navy; ; 带尾灯，旋钮调节/A rear light and a dial to fit
tent; 两人/Twoofus; 三季帐篷（2 人）/3-season tent (2 people); 599; green,orange; ; 双层防雨 3000 毫米，2.1 公斤/Double wall, 3,000 mm, 2.1 kg
tent; 快开/Popup; 速开帐篷（4 人）/pop-up tent (4 people); 459; blue,beige; ; 三秒撑开，公园遮阳/Opens in three seconds for days in the park
sleeping-bag; 静夜/Stillnight; 羽绒睡袋/down sleeping bag; 699; navy,red; ; 舒适温标零下 5 度/Comfortable to minus 5
sleeping-bag; 初夏/Maytime; 夏季睡袋/summer sleeping bag; 179; yellow,green; ; 0.7 公斤，10 度以上用/0.7 kg, for nights above 10 degrees
trekking-poles; 支点/Foothold; 碳纤维登山杖（对）/carbon trekking poles (pair); 359; black,orange; ; 外锁三节，单支 210 克/Three sections with lever locks, 210 g each
trekking-poles; 稳步/Sureway; 铝合金登山杖（对）/aluminium hiking poles (pair); 189; blue,red; ; 软木手柄，带减震/Cork grips and shock absorbers
headlamp; 萤火/Firefly; 充电头灯 400 流明/headlamp 400 lumens; 149; orange,grey; ; 充一次亮 8 小时，IPX6/Eight hours a charge, IPX6
headlamp; 启明/Morningstar; 越野头灯 900 流明/trail headlamp 900 lumens; 329; blue,black; ; 后置电池，跑夜越不晃/Rear battery, steady on night trails
`
