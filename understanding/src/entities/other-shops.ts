// Shops and services known by name that a customer of another shop may ask about. A bot knows nothing of their orders.

/** Chinese names, as they are written without blanks. What also names a way to pay or to talk to this shop is left out. */
const HAN =
  '拼多多 多多买菜 淘宝 天猫 闲鱼 京东 抖音商城 快手小店 唯品会 苏宁 国美 当当 亚马逊 得物 小红书商城 盒马 永辉 大润发 沃尔玛 山姆 开市客 家乐福 屈臣氏 丝芙兰 万宁 宜家 无印良品 名创优品 优衣库 迪卡侬 海底捞 星巴克 瑞幸 喜茶 奈雪 蜜雪冰城 肯德基 麦当劳 必胜客 汉堡王 美团 饿了么 叮咚买菜 滴滴 携程 去哪儿 飞猪 同程 爱彼迎 铁路12306 12306 爱奇艺 优酷 腾讯视频 哔哩哔哩 网易云音乐 芒果TV 中国移动 中国联通 中国电信 招商银行 工商银行 建设银行 农业银行 链家 贝壳找房 知乎 转转 希音 虾皮'
/** Latin names, lower case, whole words. */
const LATIN =
  "amazon|ebay|etsy|walmart|costco|tesco|sainsbury'?s?|asda|aldi|lidl|ikea|zara|h&m|uniqlo|primark|asos|shein|temu|aliexpress|alibaba|taobao|tmall|jd\\.com|pinduoduo|shopee|lazada|zalando|wayfair|best buy|bestbuy|home depot|macy'?s|nordstrom|sephora|ulta|boots the chemist|superdrug|watsons|decathlon|rei|foot locker|currys|argos|john lewis|media ?markt|flipkart|myntra|mercado ?libre|netflix|spotify|disney plus|hulu|uber|uber eats|ubereats|doordash|deliveroo|grab(?: ?food)|lyft|airbnb|booking\\.com|expedia|ryanair|easyjet|starbucks|mcdonald'?s|burger king|kfc|domino'?s|subway sandwiches|playstation store|walgreens|cvs|petsmart|whole foods|trader joe'?s|instacart"

const NAMES = new RegExp(`${HAN.split(' ').join('|')}|(?<![\\p{L}\\p{N}])(?:${LATIN})(?![\\p{L}\\p{N}])`, 'giu')

/** Other shops named in a text, lower case, each once. */
export const otherShopsIn = (text: string): string[] => [
  ...new Set([...text.slice(0, 2000).matchAll(NAMES)].map(([name]) => name.toLowerCase())),
]
