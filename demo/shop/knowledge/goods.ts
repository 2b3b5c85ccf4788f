// Knowledge about the goods: choosing, sizing, wearing, washing. Read by parse-entries.ts.
export const goodsTexts = `
# size-between size.between
两个尺码之间怎么选 | 卡在两个码中间 | 介于M和L之间选哪个 | 身高体重在两档怎么办 | 半码怎么选 :: 贴身的运动款选小一号，卫衣、外套这类宽松款选大一号；鞋子卡半码一律选大。首次换码免运费。
Between two sizes | I am between two sizes | half sizes in shoes | in between M and L | which size if I am borderline :: For close-fitting sportswear take the smaller, for hoodies and jackets the larger; for shoes always the larger. The first size exchange is free.

# size-wide-feet size.wide
宽脚高脚背 | 脚宽穿什么码 | 脚背高挤脚 | 有宽楦的鞋吗 | 脚胖选大一码吗 :: 脚宽或脚背高建议选大半到一码，或选宽楦的云海、晨光系列。鞋垫可取出，也能多出一些空间。
Wide feet | I have wide feet | do you have wide fit shoes | high instep shoes | wide toe box :: Take half a size to one size more, or the wide-fitting Cloudsea and Daybreak. Removing the insole gives room too.

# size-run-long size.running
跑鞋要买大一码吗 | 跑鞋留多少余量 | 跑步鞋顶脚趾 | 长跑鞋码怎么留 :: 跑鞋请留一个拇指宽（约 1 厘米）的余量，跑长距离脚会胀；通常比皮鞋大半码到一码。
Room in running shoes | Should running shoes be bigger? | how much room at the toes | running shoes hurt my toes | space in running shoes :: Leave a thumb’s width, about 1 cm: feet swell on long runs. That is usually half a size to one size above your dress shoes.

# size-kids size.kids
有儿童款吗 | 小孩能穿吗 | 童装童鞋 | 孩子穿最小码合适吗 | 有没有亲子装 :: 目前没有童装童鞋。S 码从身高 148 厘米、鞋从 36 码起；儿童可选童趣水壶、四号足球和彩豆哑铃这类器材。
Children | Do you have kids’ sizes? | clothes for children | shoes for kids | smallest size you have :: There are no children’s clothes or shoes yet: S starts at 148 cm, shoes at 36. For children we have a bottle, a size 4 football and light dumbbells.

# size-plus size.plus
有大码吗 | 最大穿到多少斤 | 有3XL吗 | 胖子能穿吗 | 大码女装 :: 最大 XXL，约身高 191 厘米、体重 97 公斤以内；宽松款（周末 T 恤、老城卫衣）可再多穿约 5 公斤。
Large sizes | What is your largest size? | do you have 3XL | plus size clothes | sizes for big people :: XXL is the largest, up to about 191 cm and 97 kg; the loose Weekend T-shirt and Old Town hoodie take some 5 kg more.

# size-men-women size.gender
男女款有区别吗 | 这是男款还是女款 | 女生穿男款选几码 | 情侣能穿同款吗 :: 除标明“女款”或收腰的，都是中性版型，男女同一尺码表；女生喜欢合身的选小一号。
Men’s and women’s fit | Is it for men or women? | unisex sizing | women wearing men’s sizes | is this a men’s jacket :: Unless marked fitted, everything is unisex with one size table. For a closer fit on women take one size less.

# size-socks size.socks
袜子均码能穿多大脚 | 袜子适合多大的脚 | 均码是多少 | 帽子头围多大 | 帽子均码合适吗 :: 袜子均码适合 35–45 码；帽子头围 55–61 厘米可调；手套均码适合掌围 17–22 厘米。
What one size means | What foot size do the socks fit? | head size of caps | one size gloves | does the hat fit a big head :: Socks fit 35–45, caps adjust from 55 to 61 cm, gloves fit a palm of 17–22 cm around.

# choose-runner product.runner
新手买哪双跑鞋 | 推荐一双跑鞋 | 跑步入门选什么鞋 | 体重大选哪双跑鞋 | 慢跑鞋怎么挑 :: 新手和日常慢跑选轻羽 3 或小路；体重大、膝盖不好选晨光；扁平足选稳行；练速度选疾风；比赛选破晓或逐日。
Choosing running shoes | Which running shoes do you recommend? | best shoes for a beginner runner | shoes for heavy runners | help me pick running shoes :: Feather 3 or Lane for beginners and easy runs, Daybreak for heavier runners and sore knees, Steady for flat feet, Galeforce for speed, First Light or Sunchaser for racing.

# carbon-plate product.carbon
碳板跑鞋适合日常吗 | 碳板鞋能天天穿吗 | 碳板新手能穿吗 | 碳板鞋寿命多少公里 :: 碳板鞋偏硬且寿命约 300 公里，只建议比赛和节奏课使用；新手或配速慢于 6 分请选普通缓震跑鞋。
Carbon plates | Can I wear carbon shoes every day? | are carbon plated shoes good for beginners | how many kilometres do racing shoes last | daily training in carbon shoes :: They are stiff and last about 300 km: keep them for races and tempo runs. Beginners do better in cushioned shoes.

# shoe-lifespan product.lifespan
跑鞋能跑多少公里 | 跑鞋多久换一次 | 鞋底磨平了要换吗 | 一双鞋穿多久 :: 缓震跑鞋 600–800 公里，越野鞋 500–700 公里，碳板鞋约 300 公里；中底发硬、外底磨平就该换了。
How long shoes last | When should I replace running shoes? | how many km do running shoes last | worn out soles | lifespan of shoes :: Cushioned shoes 600–800 km, trail shoes 500–700 km, carbon shoes about 300 km. Replace them when the foam is hard or the tread is gone.

# trail-or-road product.trail
越野鞋能跑公路吗 | 越野跑鞋平时能穿吗 | 跑鞋可以爬山吗 | 公路跑鞋和越野鞋区别 :: 短段公路可以，长期跑硬路会磨损鞋齿、偏硬；公路跑鞋上山容易打滑。两种都跑选浅齿的砾石。
Trail shoes on the road | Can I run on the road in trail shoes? | difference between trail and road shoes | hike in running shoes | one shoe for road and trail :: Short stretches are fine, but hard ground wears the lugs. Road shoes slip on mountains. For both choose Gravel with its shallow lugs.

# boot-break-in product.breakin
新登山靴磨脚 | 靴子怎么磨合 | 登山靴硬怎么办 | 新鞋磨后跟 :: 皮靴先在家穿 1–2 小时，再短途走 3–4 次，配厚袜；后跟磨可以把中段鞋带系紧。室内试穿不影响退换。
Breaking in boots | My new boots rub | how to break in hiking boots | boots are stiff | new shoes hurt my heel :: Wear them at home for an hour or two, then on three or four short walks with thick socks; lace the middle firmly. Trying on indoors does not affect returns.

# jacket-layers product.layers
冬天怎么穿衣 | 零下十度穿什么 | 爬山三层怎么穿 | 冲锋衣里面穿什么 | 羽绒服和冲锋衣怎么搭 :: 三层：贴身排汗（贴暖打底衫或美利奴）、中间保暖（抓绒或轻羽绒）、外层防风雨（冲锋衣）。运动出汗时先脱中层。
Dressing in layers | What should I wear at minus ten? | what goes under a rain jacket | layering for hiking | how to dress for winter hikes :: Three layers: a wicking base such as Underglow or merino, fleece or light down for warmth, a rain jacket outside. Take the middle one off when you sweat.

# hardshell-softshell product.shells
硬壳软壳区别 | 冲锋衣和软壳怎么选 | 风衣和冲锋衣有什么不同 | 皮肤衣能防雨吗 :: 硬壳（冲锋衣）挡大雨；软壳防风耐磨透气，只防小雨；皮肤衣最轻，防风防晒，几乎不防雨。
Hard shell or soft shell | Difference between hard shell and soft shell? | softshell or rain jacket | is a windbreaker rainproof | which shell do I need :: A hard shell stops heavy rain; a softshell stops wind, breathes and takes a drizzle; a windbreaker is lightest and hardly rainproof.

# down-leak product.down
羽绒服跑绒 | 羽绒服钻毛 | 衣服掉毛正常吗 | 羽绒服填充多少 | 羽绒是鸭绒还是鹅绒 :: 都是 90% 白鸭绒，轻羽绒 650 蓬、极昼 750 蓬。缝线处偶有一两根钻绒是正常的，请从里面拉回；成片跑绒属于质量问题，可换。
Down and feathers | Feathers come out of my down jacket | is it duck or goose down | fill power | down leaking from the seams :: It is 90 % white duck down, 650 fill power in light jackets, 750 in Midsun. A feather or two at seams is normal, pull it back inside; many is a fault and we exchange it.

# uv-fabric product.uv
防晒衣洗了还防晒吗 | UPF50什么意思 | 防晒衣多久失效 | 防晒衣黑色白色哪个好 :: UPF 50+ 表示只透过不到 2% 的紫外线；我们的防晒来自织法而非涂层，洗 50 次不下降，颜色影响不大。
Sun protection | Does a sun jacket stop working after washing? | what does UPF 50 mean | how long does UV protection last | dark or light sun hoodie :: UPF 50+ lets less than 2 % of UV through. Ours comes from the weave, not a coating, and lasts at least 50 washes in any colour.

# leggings-squat product.squat
瑜伽裤透不透 | 深蹲会透吗 | 浅色瑜伽裤透肉吗 | 瑜伽裤起球吗 | 紧身裤勒腰吗 :: 深色款弯腰深蹲不透；浅色建议配肤色内衣。面料抗起球，避免和带魔术贴的衣物同洗。
Are leggings see-through | Are the leggings squat proof? | can you see through them | do the leggings pill | do the yoga pants roll down :: Dark colours do not show when you squat; with light ones wear skin-coloured underwear. They resist pilling: keep them away from hook-and-loop in the wash.

# bra-support product.bra
运动内衣支撑强度怎么选 | 大胸跑步穿哪款内衣 | 瑜伽穿什么内衣 | 内衣胸垫可以拆吗 :: 瑜伽普拉提选静水（低），健身骑行选稳托（中高），跑步跳操或 C 杯以上选冲线（高）。胸垫都可拆洗。
Support of sports bras | Which sports bra for running? | high impact bra | bra for a larger bust | removable pads :: Stillwater (low) for yoga, Hold (medium to high) for the gym, Tapebreak (high) for running or a C cup and up. All pads come out.

# backpack-fit product.backpack
登山包怎么调背负 | 背包肩膀疼 | 背包容量怎么选 | 爬山背多大的包 | 几天徒步用多少升 :: 一日 18–24L，两三日 45L，一周 65L。先扣腰带压在胯骨上，再收肩带，让腰承担七成重量。
Choosing and fitting a pack | What size hiking pack do I need? | how many litres for three days | my backpack hurts my shoulders | adjust a hiking backpack :: 18–24 L for a day, 45 L for two or three, 65 L for a week. Close the hip belt on the hip bones first, then the shoulder straps: hips carry most of it.

# carry-on product.carryon
背包能带上飞机吗 | 哪个包可以登机 | 登山杖能随身带吗 | 旅行包60升能登机吗 | 飞机能带充电头灯吗 :: 28L 以下背包和 30L 健身包都能登机；45L 以上和 60L 旅行包请托运。登山杖、球拍托运，头灯电池随身带。
Flying with our bags | Is the backpack carry-on size? | can I take the duffel on a plane | trekking poles in hand luggage | cabin bag :: Backpacks to 28 L and the 30 L gym bag are cabin size; check in 45 L and above. Poles go in the hold, headlamp batteries in the cabin.

# laptop-fit product.laptop
能放多大电脑 | 16寸电脑放得下吗 | 双肩包有电脑隔层吗 | 哪个包能装笔记本 :: 通勤 22L 放 15 寸，出差 28L 放 16 寸，邮差包放 13 寸；登山包和健身包没有电脑层。
Laptops in our bags | Does a 16 inch laptop fit? | backpack with laptop compartment | which bag for a notebook | bag for a 13 inch computer :: Commute 22L takes 15 inches, Offsite 28L 16 inches, the Postman bag 13. Hiking packs and gym bags have no laptop sleeve.

# mat-choose product.mat
瑜伽垫选多厚 | 新手瑜伽垫 | 瑜伽垫打滑怎么办 | 瑜伽垫有味道吗 | 橡胶垫和TPE区别 :: 新手和膝盖敏感选 6 毫米大地；手汗多、流瑜伽选橡树橡胶垫；旅行选薄荷 1.5 毫米。新垫味道通风两三天会散。
Choosing a yoga mat | How thick should a yoga mat be? | my mat is slippery | mat for beginners | does the mat smell :: Ground (6 mm) for beginners and sore knees, Oak rubber for sweaty hands, Mint (1.5 mm) for travel. A new mat’s smell goes after two or three airy days.

# mat-clean care.mat
瑜伽垫怎么清洁 | 瑜伽垫能水洗吗 | 瑜伽垫发霉 | 瑜伽垫晒太阳可以吗 :: 用湿布加少许中性清洁剂擦拭，阴干；不要浸泡、机洗、暴晒。橡胶垫忌油和酒精。
Cleaning a yoga mat | How do I clean my yoga mat? | can I wash the mat | mould on my mat | can the mat lie in the sun :: Wipe with a damp cloth and a little mild soap and dry in the shade. Do not soak, machine-wash or leave it in the sun; keep oil and alcohol off rubber.

# bottle-clean care.bottle
水壶怎么洗 | 水杯有异味 | 保温杯能放洗碗机吗 | 吸管发霉怎么办 | 水壶可以装热水吗 :: 用温水加小苏打泡半小时去味；塑料水壶只装 60℃ 以下，保温杯可装沸水但别放洗碗机、微波炉。吸管备件可回复“人工”补。
Cleaning bottles | My bottle smells | is the flask dishwasher safe | can I put boiling water in the bottle | mould in the straw :: Half an hour in warm water with baking soda takes smells away. Plastic bottles take up to 60 °C; flasks take boiling water but no dishwasher or microwave. For a spare straw reply “agent”.

# wash-wool care.wool
美利奴羊毛怎么洗 | 毛衣缩水了 | 羊毛衫能机洗吗 | 毛衣起球怎么办 :: 30℃ 羊毛程序或冷水手洗，用羊毛洗涤剂，平铺晾干，不要拧和烘。起球用去球器轻推。
Washing wool | How do I wash merino? | my sweater shrank | can wool go in the machine | pilling on my jumper :: Wool programme at 30 °C or cold by hand with wool detergent, dried flat. No wringing, no dryer. Use a pilling comb gently.

# wash-shell care.shell
冲锋衣怎么洗 | 冲锋衣可以机洗吗 | 软壳怎么清洗 | 防水涂层怎么恢复 | 冲锋衣能熨吗 :: 拉链拉好，30℃ 轻柔机洗，用专用或中性洗剂，不要柔顺剂；低温烘 20 分钟可恢复防泼水，再补喷防水剂。
Washing shells | How do I wash my rain jacket? | can a shell go in the washing machine | restore water repellency | can I iron the jacket :: Close the zips, 30 °C gentle with a mild detergent and no softener. Twenty minutes of low tumble drying revives the finish; then spray it.

# wash-swim care.swim
泳衣怎么洗 | 泳衣松了 | 泳衣能机洗吗 | 泡完泳池怎么保养 | 泳镜起雾怎么处理 :: 游完立刻用清水冲净、手洗、阴干，不要拧和暴晒。泳镜内侧别用手擦，起雾时用防雾剂。
Care of swimwear | How do I wash a swimsuit? | my swimsuit lost its shape | can swimwear be machine washed | goggles fog up :: Rinse in fresh water at once, hand wash, dry in the shade, do not wring. Never wipe the inside of goggles; use an anti-fog spray.

# leather-care care.leather
皮靴怎么保养 | 麂皮鞋脏了 | 皮鞋面怎么打理 | 登山靴要上油吗 | 皮带开裂 :: 刷净泥土、阴干，光面皮每月上一次皮革膏；麂皮用干刷和橡皮擦，喷防水喷雾；远离暖气。
Leather and suede | How do I care for leather boots? | clean suede shoes | should I wax my boots | leather belt cracking :: Brush off mud, dry away from heaters, wax smooth leather monthly. Suede wants a dry brush, an eraser and a protecting spray.

# smell-shoes care.smell
鞋子有臭味 | 鞋臭怎么除 | 新鞋有味道 | 跑鞋出汗有味怎么办 :: 取出鞋垫通风，放小苏打包过夜；两双轮换穿。新鞋胶味两三天散去，超过一周可以换。
Smelly shoes | My shoes smell | how to get rid of shoe odour | new shoes smell of glue | sweaty running shoes :: Take out the insoles, air them, leave a bag of baking soda in overnight and rotate two pairs. Glue smell goes in two or three days; after a week we exchange.

# watch-setup product.watchsetup
手表怎么连手机 | 手表连不上蓝牙 | 手表怎么配对 | 手表收不到微信通知 | 手表数据怎么导出 :: 手机安装“步频”应用，打开蓝牙和定位，长按侧键配对。收不到通知请在系统里允许应用后台运行；数据可导出 GPX 和 FIT。
Pairing the watch | How do I pair the watch with my phone? | watch does not connect | no notifications on my watch | export my runs :: Install the Pace app, switch on Bluetooth and location, hold the side button. For notifications let the app run in the background. Runs export as GPX and FIT.

# watch-accuracy product.watchgps
手表GPS不准 | 心率测不准 | 手表距离有误差 | 轨迹漂移 | 手表海拔不对 :: 出发前在空旷处等 GPS 搜星完成；表带戴在腕骨上一指、收紧；海拔每次出发前校准。误差大于 5% 请回复“人工”。
Watch accuracy | GPS on the watch is not accurate | heart rate is wrong | distance is off | altitude is wrong on my watch :: Wait for the GPS fix in the open, wear the band a finger above the wrist bone and tight, calibrate altitude before you start. More than 5 % off: reply “agent”.

# watch-strap product.strap
手表表带能换吗 | 表带断了哪里买 | 表带多宽 | 手表充电线丢了 :: 表带 22 毫米快拆，通用表带都能装；原装表带 ¥79、充电线 ¥59，请回复“人工”购买。
Straps and chargers | Can I change the watch strap? | strap width | replacement charging cable | my watch band broke :: The strap is a 22 mm quick release; any such strap fits. Original straps are ¥79, a charging cable ¥59: reply “agent”.

# racket-string product.string
球拍带线吗 | 拍子要穿线吗 | 穿多少磅 | 网球拍送拍套吗 | 羽毛球拍断线 :: 初拍和双人套装已穿线；长拍穿 52 磅、羽衣穿 24 磅后发出，可备注磅数，免费。断线不在质保内。
Strings of rackets | Does the racket come strung? | what string tension | racket cover included | my string broke :: All are strung before they leave: Longrally at 52 lb, Plume at 24 lb, or as you note, free. Broken strings are not under warranty.

# ball-pump product.ball
球送打气筒吗 | 足球发货有气吗 | 篮球打多少气 | 球漏气怎么办 :: 球放气寄出，不带气筒，附气针。篮球 7–9 psi，足球 8–11 psi，软排 2–3 psi。30 天内慢漏气可换。
Balls and pumps | Does the ball come with a pump? | how much pressure in a basketball | is the football inflated | my ball loses air :: Balls come flat with a needle, no pump. Basketball 7–9 psi, football 8–11, soft volleyball 2–3. A slow leak within 30 days is exchanged.

# helmet-crash product.helmet
头盔摔过还能用吗 | 头盔多久换 | 头盔尺寸怎么量 | 头盔有认证吗 | 撞过的头盔换新 :: 受过撞击必须更换，没有摔过也建议 3–5 年换。两款均通过 GB 24429 和 CE 1078，头围 54–61 厘米可调。摔后两年内凭照片半价换新。
Helmets | Can I use a helmet after a crash? | when to replace a helmet | helmet certification | helmet size :: Never after an impact, and replace it every 3–5 years anyway. Both meet GB 24429 and CE 1078 and adjust from 54 to 61 cm. After a crash within two years a photo gets you half price.

# tent-rain product.tent
帐篷防雨吗 | 帐篷里有水珠 | 帐篷怎么搭 | 帐篷能防多大风 | 速开帐篷怎么收 :: 两人款 3000 毫米防雨、可抗 6 级风；速开款只适合公园。内壁水珠是冷凝，打开通风窗即可；折叠视频扫袋内二维码。
Tents in weather | Is the tent rainproof? | water drops inside the tent | how do I pitch it | how to fold the pop-up tent :: Twoofus takes 3,000 mm of rain and a strong breeze; Popup is for the park. Drops inside are condensation: open the vents. A code in the bag shows folding.

# sleepingbag-temp product.sleepingbag
睡袋温标怎么看 | 零下几度睡袋 | 睡袋冷怎么办 | 羽绒睡袋能压缩保存吗 :: 看舒适温标，女生再减 5 度余量。加防潮垫比加衣服管用。平时散放，不要长期压缩。
Sleeping bag ratings | How warm is the sleeping bag? | temperature rating | cold in my sleeping bag | how to store a down sleeping bag :: Go by the comfort rating and keep 5 degrees in hand. A mat helps more than clothes. Store it loose, never compressed for long.

# poles-length product.poles
登山杖调多长 | 登山杖一根还是两根 | 下坡登山杖怎么用 | 登山杖锁不紧 :: 平地肘部成直角，上坡短 5–10 厘米，下坡长 5–10 厘米；一对更护膝。锁扣松了拧紧外锁螺丝。
Length of poles | How long should trekking poles be? | one pole or two | poles for going downhill | pole lock slips :: Elbows at a right angle on the flat, 5–10 cm shorter uphill and longer downhill; a pair saves knees. Tighten the lock’s screw if it slips.

# headlamp-charge product.headlamp
头灯充不进电 | 头灯能用多久 | 头灯防水吗 | 头灯用什么充电 :: 用 5V 充电头和随附的 Type-C 线充约 3 小时；低温续航减少三成。IPX6 防大雨，不能潜水。充不进请换线试，仍不行质保一年。
Headlamp charging | My headlamp does not charge | how long does the headlamp last | is the headlamp waterproof | how to charge the headlamp :: A 5 V charger and the USB-C cable take about 3 hours; cold costs a third of the run time. IPX6 stands heavy rain, no diving. Try another cable; one year of warranty.

# bands-snap product.bands
弹力带会断吗 | 弹力带选多大阻力 | 乳胶过敏能用吗 | 弹力带怎么选颜色 :: 新手从绿色 10 磅开始；有裂口立即停用，六个月内断裂免费换。乳胶过敏请选织布圈。
Resistance bands | Which resistance should I start with? | can the band snap | latex allergy | band colours and strength :: Start with green, 10 lb. Stop at the first tear; broken within six months is replaced. With a latex allergy take the fabric bands.

# dumbbell-adjust product.dumbbell
可调哑铃怎么调重量 | 哑铃重量是单只还是一对 | 哑铃卡住了 | 哑铃会响吗 :: 20kg 是一对总重（单只 2.5–10 公斤），放回底座转旋钮换重；卡住时不要硬掰，放平归零再转。
Adjustable dumbbells | How do I change the weight? | is 20 kg per dumbbell or the pair | dumbbell is stuck | do the plates rattle :: 20 kg is the pair, 2.5–10 kg each. Put them in the base and turn the dial. If it sticks, lay it flat, go to zero and turn again.

# roller-use product.roller
泡沫轴怎么用 | 滚泡沫轴疼正常吗 | 泡沫轴滚哪里 | 振动泡沫轴多久 :: 每个部位滚 30–60 秒，酸胀可以、刺痛要停；不要滚腰椎和关节。跑后十分钟内效果好。
Using a foam roller | How do I use a foam roller? | does foam rolling hurt | where not to roll | how long to use the vibrating roller :: 30–60 seconds a muscle. Dull soreness is fine, sharp pain is not; never the lower spine or joints. Best within ten minutes of a run.

# material-vegan product.material
有动物皮吗 | 是真皮吗 | 素食者能用吗 | 羽绒有没有人道认证 | 材料环保吗 :: 北坡、街角、慢车和鞍具用真皮，其余鞋为合成材料。羽绒获 RDS 认证；塑料件三成以上为再生料，详见吊牌。
Materials and animals | Is it real leather? | do you have vegan shoes | is your down certified | recycled materials :: Northslope, Corner, Slow Train and Saddlery are leather; other shoes are synthetic. Down is RDS certified and plastics hold at least 30 % recycled material; see the tag.

# allergy product.allergy
衣服过敏 | 穿了皮肤痒 | 有没有荧光剂 | 甲醛检测报告 | 婴儿级面料吗 :: 贴身面料达到 GB 18401 B 类，不加荧光增白剂，报告可在商品页下载。皮肤不适请停用，签收 30 天内可退。
Skin and allergies | The fabric irritates my skin | is it tested for formaldehyde | hypoallergenic clothes | test reports for fabrics :: Clothes worn on the skin meet GB 18401 class B without brighteners; reports are on the product page. If your skin reacts stop wearing it: return within 30 days.

# made-where product.origin
产地是哪里 | 在哪生产的 | 是国产吗 | 哪里制造 :: 鞋在福建晋江，服装在浙江，包和器材在广东生产，吊牌写有工厂名。
Where it is made | Where are your products made? | country of origin | is it made in China | which factory :: Shoes in Jinjiang, clothes in Zhejiang, bags and gear in Guangdong. The tag names the factory.

# colour-difference product.colour
实物有色差吗 | 图片颜色准吗 | 颜色和图片不一样能退吗 | 有实拍图吗 :: 屏幕会有轻微色差，商品页最后有自然光实拍。因色差不满意可按 15 天无理由退货。
Colour on screen | Is the colour accurate? | colour looks different from the picture | real photos | shade differs from website :: Screens differ a little; the last picture of each page is in daylight. If you do not like it, return it within 15 days.

# compare-tee product.fabric
速干和纯棉怎么选 | 跑步穿棉的可以吗 | 美利奴好在哪 | 夏天穿什么面料凉快 :: 出汗运动选速干或美利奴，日常选纯棉。纯棉吸汗但干得慢，跑步易着凉；美利奴抗臭，适合多日徒步。
Quick-dry, cotton or merino | Which fabric for running? | cotton or quick dry | why merino | coolest fabric for summer :: Quick-dry or merino for sweat, cotton for every day: cotton holds sweat and chills you. Merino resists smell for days on the trail.
`
