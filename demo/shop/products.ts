// The catalogue: twenty best sellers that demonstrations rely on, then the written rows. Scaling up is adding rows.
import type { Product } from '../../server/src/features/commerce/index.ts'
import { kinds } from './catalogue/kinds.ts'
import { type Listed, variantsOf, writtenProducts } from './catalogue/rows.ts'
import { descriptions } from './descriptions.ts'
import { draw } from './pictures/draw.ts'

interface Row {
  readonly zh: string
  readonly en: string
  readonly aliases: string
  /** 分 */
  readonly price: number
  readonly colours: string
  readonly kind: string
  readonly sizing: Product['sizing']
}
const row = (zh: string, en: string, price: number, more: Omit<Row, 'zh' | 'en' | 'price'>): Row => ({
  zh,
  en,
  price,
  ...more,
})

// aliases and colours are separated by `|`; the first colour is the one in the picture.
const ROWS: readonly Row[] = [
  row('轻羽跑鞋 3', 'Feather 3 running shoes', 39_900, {
    aliases: '轻羽跑鞋|轻羽|跑鞋|跑步鞋|feather 3|feather|running shoes|running shoe|runners',
    colours: 'black|white',
    kind: 'running-shoes',
    sizing: 'shoes',
  }),
  row('山脊越野跑鞋', 'Ridge trail shoes', 56_900, {
    aliases: '山脊越野跑鞋|越野跑鞋|越野鞋|ridge trail|trail shoes|trail shoe|trail running shoes',
    colours: 'green|black',
    kind: 'trail-shoes',
    sizing: 'shoes',
  }),
  row('主场一号篮球鞋', 'Court One basketball shoes', 62_900, {
    aliases: '主场一号|篮球鞋|court one|basketball shoes|basketball shoe',
    colours: 'red|white',
    kind: 'basketball-shoes',
    sizing: 'shoes',
  }),
  row('海港帆布鞋', 'Harbour canvas shoes', 18_900, {
    aliases: '海港帆布鞋|帆布鞋|harbour canvas|canvas shoes|canvas shoe|harbour shoes',
    colours: 'navy|white',
    kind: 'canvas-shoes',
    sizing: 'shoes',
  }),
  row('微风速干T恤', 'Breeze quick-dry T-shirt', 9_900, {
    aliases: '微风速干t恤|速干t恤|速干衣|breeze|quick-dry t-shirt|quick dry tee|quick-dry tee',
    colours: 'blue|black',
    kind: 'quick-tee',
    sizing: 'tops',
  }),
  row('日常纯棉T恤', 'Everyday cotton T-shirt', 7_900, {
    aliases: '日常纯棉t恤|纯棉t恤|棉t恤|everyday t-shirt|cotton t-shirt|cotton tee|everyday tee',
    colours: 'white|black|grey',
    kind: 'cotton-tee',
    sizing: 'tops',
  }),
  row('云朵连帽卫衣', 'Cloud hoodie', 25_900, {
    aliases: '云朵卫衣|连帽卫衣|卫衣|帽衫|cloud hoodie|hoodie|hoody',
    colours: 'grey|black',
    kind: 'hoodie',
    sizing: 'tops',
  }),
  row('峰顶冲锋衣', 'Summit rain jacket', 79_900, {
    aliases: '峰顶冲锋衣|冲锋衣|雨衣外套|summit jacket|rain jacket|summit rain jacket|shell jacket',
    colours: 'orange|blue',
    kind: 'rain-jacket',
    sizing: 'tops',
  }),
  row('余温轻羽绒服', 'Ember light down jacket', 69_900, {
    aliases: '余温羽绒服|轻羽绒服|羽绒服|羽绒|ember|down jacket|puffer jacket|puffer',
    colours: 'black|red',
    kind: 'down-jacket',
    sizing: 'tops',
  }),
  row('流动瑜伽裤', 'Flow yoga leggings', 16_900, {
    aliases: '流动瑜伽裤|瑜伽裤|紧身裤|flow leggings|yoga leggings|leggings|yoga pants',
    colours: 'black|purple',
    kind: 'leggings',
    sizing: 'trousers',
  }),
  row('疾步运动短裤', 'Dash running shorts', 11_900, {
    aliases: '疾步短裤|运动短裤|跑步短裤|短裤|dash shorts|running shorts|shorts',
    colours: 'black|blue',
    kind: 'shorts',
    sizing: 'trousers',
  }),
  row('磨坊直筒牛仔裤', 'Mill straight jeans', 26_900, {
    aliases: '磨坊牛仔裤|直筒牛仔裤|牛仔裤|mill jeans|straight jeans|jeans',
    colours: 'navy|black',
    kind: 'jeans',
    sizing: 'trousers',
  }),
  row('湖畔连衣裙', 'Lake summer dress', 32_900, {
    aliases: '湖畔连衣裙|连衣裙|裙子|lake dress|summer dress|dress',
    colours: 'green|pink',
    kind: 'dress',
    sizing: 'tops',
  }),
  row('稳托运动内衣', 'Hold sports bra', 13_900, {
    aliases: '稳托运动内衣|运动内衣|运动文胸|hold bra|sports bra|sport bra',
    colours: 'black|pink',
    kind: 'sports-bra',
    sizing: 'tops',
  }),
  row('踏步中筒袜（三双装）', 'Step crew socks (3 pairs)', 3_900, {
    aliases: '踏步中筒袜|中筒袜|袜子|step socks|crew socks|socks',
    colours: 'white|black',
    kind: 'socks',
    sizing: 'none',
  }),
  row('沙丘棒球帽', 'Dune cap', 6_900, {
    aliases: '沙丘棒球帽|棒球帽|鸭舌帽|帽子|dune cap|baseball cap|cap',
    colours: 'navy|white',
    kind: 'cap',
    sizing: 'none',
  }),
  row('通勤双肩包 22L', 'Commute 22L backpack', 29_900, {
    aliases: '通勤双肩包|双肩包|背包|书包|commute backpack|backpack|rucksack',
    colours: 'grey|navy',
    kind: 'backpack',
    sizing: 'none',
  }),
  row('大地瑜伽垫', 'Ground yoga mat', 14_900, {
    aliases: '大地瑜伽垫|瑜伽垫|健身垫|ground mat|yoga mat|exercise mat',
    colours: 'purple|green',
    kind: 'yoga-mat',
    sizing: 'none',
  }),
  row('山泉运动水壶 750ml', 'Spring 750 ml bottle', 8_900, {
    aliases: '山泉水壶|运动水壶|水壶|水杯|spring bottle|water bottle|bottle',
    colours: 'blue|white',
    kind: 'bottle',
    sizing: 'none',
  }),
  row('步频 GPS 运动手表', 'Pace GPS sports watch', 89_900, {
    aliases: '步频手表|运动手表|手表|gps手表|pace watch|sports watch|gps watch|watch',
    colours: 'black|white',
    kind: 'sports-watch',
    sizing: 'none',
  }),
]

/** Stock a demonstration relies on; everything else follows from its position. */
const STOCK: Readonly<Record<string, number>> = {
  'RL01-BLACK-42': 6,
  'RL01-WHITE-38': 0,
  'RL08-ORANGE-L': 0,
  'RL08-BLUE-M': 4,
  'RL07-GREY-M': 12,
  'RL07-BLACK-XL': 0,
  'RL17-GREY-ONE': 15,
  'RL17-NAVY-ONE': 0,
  'RL20-BLACK-ONE': 9,
}

const bestSeller = (shopRow: Row, index: number): Listed => {
  const id = `RL${String(index + 1).padStart(2, '0')}`
  const kind = kinds.get(shopRow.kind)!
  const colours = shopRow.colours.split('|')
  return {
    product: {
      id,
      title: { zh: shopRow.zh, en: shopRow.en },
      ...(descriptions[index] ? { description: descriptions[index] } : {}),
      aliases: shopRow.aliases.split('|'),
      kinds: [...kind.zh, ...kind.en],
      price: { amount: shopRow.price, currency: 'CNY' },
      variants: variantsOf(id, { colours, sizing: shopRow.sizing, fixed: STOCK }),
      sizing: shopRow.sizing,
      image: `/demo/pictures/${id}.svg`,
      url: `/demo/#/p/${id}`,
    },
    look: { category: kind.category, shape: kind.shape, colour: colours[0]!, print: '' },
  }
}

export const listings: readonly Listed[] = [...ROWS.map(bestSeller), ...writtenProducts(ROWS.length + 1)]
export const products: readonly Product[] = listings.map(({ product }) => product)
/** The first of `products`: the best seller of each common kind. */
export const bestSellers: readonly Product[] = products.slice(0, ROWS.length)

const looks = new Map(listings.map(({ product, look }) => [product.id, look]))

/** The picture behind a product's `image`, or undefined for an unknown id. `colour` defaults to the first. */
export const pictureOf = (productId: string, colour?: string): string | undefined => {
  const look = looks.get(productId)
  return look && draw(look.shape, colour ?? look.colour, look.print)
}
