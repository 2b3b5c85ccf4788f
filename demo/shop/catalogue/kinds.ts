// The kinds of goods the shop sells: how each is drawn and sized, and the words customers have for it.
import type { Product } from '../../../server/src/features/commerce/index.ts'

export interface Kind {
  readonly category: string
  readonly shape: string
  readonly sizing: Product['sizing']
  /** One of its goods is known by these words alone: the others of the kind need their own name. */
  readonly taken: boolean
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

// kind, category, shape, sizing (t tops, b trousers, s shoes, - none), * when a best seller owns the words; zh; en
const TABLE = `
running-shoes   shoes runner s *; 跑鞋,跑步鞋; running shoes,running shoe,runners
racing-shoes    shoes racer s; 竞速跑鞋,马拉松跑鞋,碳板跑鞋; racing shoes,racing shoe,marathon shoes,carbon shoes
trail-shoes     shoes trail s *; 越野跑鞋,越野鞋; trail shoes,trail shoe,trail running shoes
hiking-boots    shoes boot s; 登山靴,徒步靴,登山鞋,徒步鞋,靴子; hiking boots,hiking boot,boots,walking boots
snow-boots      shoes snowboot s; 雪地靴,雪靴; snow boots,snow boot,winter boots
basketball-shoes shoes court s *; 篮球鞋; basketball shoes,basketball shoe
canvas-shoes    shoes plimsoll s *; 帆布鞋; canvas shoes,canvas shoe
sneakers        shoes sneaker s; 板鞋,休闲鞋,小白鞋; sneakers,sneaker,casual shoes
court-shoes     shoes sneaker s; 网球鞋,羽毛球鞋; tennis shoes,tennis shoe,badminton shoes
training-shoes  shoes racer s; 训练鞋,健身鞋; training shoes,gym shoes,cross trainers
football-boots  shoes cleat s; 足球鞋,钉鞋; football boots,football boot,soccer cleats,cleats
sandals         shoes sandal s; 凉鞋; sandals,sandal
slides          shoes slide s; 拖鞋; slides,slippers,flip flops
quick-tee       tops tee t *; 速干t恤,速干衣; quick-dry t-shirt,quick dry tee,quick-dry tee
cotton-tee      tops tee t *; 纯棉t恤,棉t恤; cotton t-shirt,cotton tee,t-shirt
polo            tops polo t; polo衫; polo shirt,polo
shirt           tops shirt t; 衬衫,衬衣; button-down shirt,flannel shirt,linen shirt
long-sleeve     tops long t; 长袖t恤,打底衫,速干长袖; long-sleeve,long sleeve,base layer
singlet         tops tank t; 背心,运动背心; tank top,singlet,vest top
jersey          tops tank t; 球衣,篮球服; jersey,basketball jersey
sweater         tops sweater t; 毛衣,针织衫; sweater,jumper,pullover
half-zip        tops halfzip t; 半拉链,半拉链上衣; half-zip,half zip
hoodie          tops hoodie t *; 卫衣,连帽卫衣,帽衫; hoodie,hoody
sports-bra      tops bra t *; 运动内衣,运动文胸; sports bra,sport bra
rain-jacket     jackets shell t *; 冲锋衣; rain jacket,shell jacket
down-jacket     jackets puffer t *; 羽绒服; down jacket,puffer jacket,puffer
down-vest       jackets gilet t; 羽绒马甲,马甲,羽绒背心; down vest,gilet,body warmer
windbreaker     jackets wind t; 风衣,皮肤衣,防风外套; windbreaker,wind jacket
sun-jacket      jackets wind t; 防晒衣,防晒服; sun jacket,sun hoodie,sun protection jacket
fleece          jackets fleece t; 抓绒衣,抓绒外套,摇粒绒; fleece,fleece jacket
softshell       jackets jacket t; 软壳,软壳衣; softshell,soft shell
track-jacket    jackets jacket t; 运动外套,训练外套; track jacket,training jacket
leggings        bottoms leggings b *; 瑜伽裤,紧身裤; leggings,yoga pants
running-tights  bottoms leggings b; 压缩裤,跑步紧身裤; running tights,compression tights
shorts          bottoms shorts b *; 短裤,运动短裤; shorts,running shorts
jeans           bottoms jeans b *; 牛仔裤; jeans
joggers         bottoms joggers b; 运动裤,卫裤,束脚裤; joggers,sweatpants,track pants
chinos          bottoms trousers b; 休闲裤,工装裤; chinos,casual trousers
hiking-trousers bottoms trousers b; 徒步裤,冲锋裤,速干裤; hiking trousers,hiking pants,trekking pants
cycling-shorts  bottoms shorts b; 骑行裤; cycling shorts,bike shorts
skirt           dresses skirt b; 半身裙,网球裙,短裙; skirt,tennis skirt,skort
dress           dresses dress t *; 连衣裙,裙子; dress
swimsuit        swim swimsuit t; 泳衣,泳装; swimsuit,swimwear,bathing suit
swim-shorts     swim shorts b; 泳裤,沙滩裤; swim shorts,swim trunks,board shorts
goggles         swim goggles -; 泳镜; swim goggles,swimming goggles,goggles
swim-towel      swim towel -; 毛巾,速干毛巾; towel,quick-dry towel
socks           accessories socks - *; 袜子,中筒袜; socks,crew socks
cap             accessories cap - *; 棒球帽,鸭舌帽,帽子; cap,baseball cap
beanie          accessories beanie -; 毛线帽,冷帽; beanie,woolly hat
bucket-hat      accessories bucket -; 渔夫帽,遮阳帽; bucket hat,sun hat
gloves          accessories glove -; 手套; gloves,glove
neck-gaiter     accessories gaiter -; 脖套,魔术头巾; neck gaiter,neck warmer,buff
scarf           accessories scarf -; 围巾; scarf
belt            accessories belt -; 腰带,皮带; belt
sunglasses      accessories glasses -; 太阳镜,墨镜,运动眼镜; sunglasses,sports glasses
headband        accessories headband -; 发带,头带; headband,sweatband
sports-watch    accessories watch - *; 运动手表,手表; sports watch,watch
backpack        bags backpack - *; 双肩包,背包,书包; backpack,rucksack
hiking-pack     bags rollpack -; 登山包,徒步包; hiking pack,hiking backpack,trekking pack
running-vest    bags hydration -; 越野背心,水袋背包; running vest,hydration vest
waist-pack      bags waistpack -; 腰包; waist pack,running belt,bum bag,fanny pack
duffel          bags duffel -; 旅行包,健身包,行李包; duffel bag,gym bag,duffel
tote            bags tote -; 托特包,帆布袋,购物袋; tote bag,tote
crossbody       bags crossbody -; 斜挎包,单肩包; crossbody bag,shoulder bag
yoga-mat        fitness mat - *; 瑜伽垫,健身垫; yoga mat,exercise mat
yoga-block      fitness block -; 瑜伽砖; yoga block
dumbbells       fitness dumbbell -; 哑铃; dumbbells,dumbbell
kettlebell      fitness kettlebell -; 壶铃; kettlebell
bands           fitness bands -; 弹力带,阻力带; resistance bands,resistance band
foam-roller     fitness roller -; 泡沫轴; foam roller
skipping-rope   fitness rope -; 跳绳; skipping rope,jump rope
bottle          fitness bottle - *; 运动水壶,水壶; water bottle,bottle
flask           fitness flask -; 保温杯,保温壶; flask,insulated bottle,thermos
football        ball football -; 足球; football,soccer ball
basketball      ball basketball -; 篮球; basketball
volleyball      ball volleyball -; 排球; volleyball
tennis-racket   ball racket -; 网球拍; tennis racket,tennis racquet
badminton-racket ball badminton -; 羽毛球拍,球拍; badminton racket,badminton racquet
helmet          outdoor helmet -; 头盔,骑行头盔; helmet,bike helmet
tent            outdoor tent -; 帐篷; tent
sleeping-bag    outdoor sleepingbag -; 睡袋; sleeping bag
trekking-poles  outdoor poles -; 登山杖,徒步杖; trekking poles,hiking poles
headlamp        outdoor headlamp -; 头灯; headlamp,head torch
`

const SIZING = { t: 'tops', b: 'trousers', s: 'shoes', '-': 'none' } as const

export const kinds: ReadonlyMap<string, Kind> = new Map(
  TABLE.trim()
    .split('\n')
    .map((line) => {
      const [head, zh, en] = line.split(';').map((part) => part.trim())
      const [name, category, shape, sizing, taken] = head!.split(/\s+/)
      const kind: Kind = {
        category: category!,
        shape: shape!,
        sizing: SIZING[sizing as keyof typeof SIZING],
        taken: taken === '*',
        zh: zh!.split(','),
        en: en!.split(','),
      }
      return [name!, kind]
    }),
)

export const categories = [
  { id: 'shoes', zh: '鞋', en: 'Shoes' },
  { id: 'tops', zh: '上衣', en: 'Tops' },
  { id: 'jackets', zh: '外套', en: 'Jackets' },
  { id: 'bottoms', zh: '裤装', en: 'Trousers' },
  { id: 'dresses', zh: '裙装', en: 'Dresses & skirts' },
  { id: 'swim', zh: '游泳', en: 'Swim' },
  { id: 'accessories', zh: '配饰', en: 'Accessories' },
  { id: 'bags', zh: '包', en: 'Bags' },
  { id: 'fitness', zh: '健身', en: 'Fitness' },
  { id: 'ball', zh: '球类', en: 'Ball sports' },
  { id: 'outdoor', zh: '露营徒步', en: 'Camp & hike' },
] as const
