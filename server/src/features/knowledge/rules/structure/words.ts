// The words by which policies, promotions, places, properties and headings are known, in Chinese and English.

export const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** The more telling first: «运费险» is no shipping fee. */
const POLICIES: readonly (readonly [zh: string, en: string, RegExp])[] = [
  ['价保', 'Price protection', /价保|保价|价格保护|price (?:protection|match|adjustment)/i],
  ['保修', 'Warranty', /保修|质保|三包|维修|warrant(?:y|ies)|guarantee|repairs?\b/i],
  ['换货', 'Exchanges', /换货|调换|exchanges?\b/i],
  ['退货', 'Returns', /退货|退换|无理由|returns?\b/i],
  ['退款', 'Refunds', /退款|refunds?\b/i],
  ['运费', 'Shipping fees', /运费|邮费|包邮|shipping (?:fees?|costs?)|delivery (?:fees?|costs?)|postage/i],
  ['配送', 'Shipping', /配送|发货|物流|送货|快递|shipping|delivery|dispatch/i],
  ['发票', 'Invoices', /发票|开票|invoices?\b/i],
  ['税费', 'Duties', /税费|关税|清关|customs|duties|import tax/i],
  ['取消订单', 'Cancellations', /取消订单|cancell?ations?\b|cancel (?:an|your|my|the) order/i],
  ['会员', 'Membership', /会员|membership|loyalty/i],
  ['隐私', 'Privacy', /隐私|个人信息|privacy|personal data/i],
  ['支付', 'Payment', /支付方式|付款方式|payment/i],
  ['以旧换新', 'Trade-in', /以旧换新|trade-?in/i],
]
const RULE_WORD = /政策|规则|条款|说明|须知|服务|承诺|polic(?:y|ies)|terms|rules?\b|conditions\b/i

/** What a policy it speaks of is called in the language of the text; null: none. */
export const policyNamed = (text: string): string | null => {
  const found = POLICIES.find(([, , words]) => words.test(text))
  return found === undefined ? null : found[isChinese(text) ? 0 : 1]
}
export const isPolicyHeading = (text: string): boolean =>
  policyNamed(text) !== null || (RULE_WORD.test(text) && !isSpecHeading(text) && text.length <= 40)

const PROMOTION =
  /满减|满\s?\d+\s?(?:元)?\s?[减送]|每满|优惠券|[\d.]\s?折|买.{0,4}[送赠]|赠品|促销|优惠活动|大促|预售|定金|秒杀|限时|双十?[1一二]{1,2}|\b618\b|coupons?\b|vouchers?\b|promo(?:tion)?s?\b|\d+\s?% off|discount|gift with purchase|black friday|clearance|\bsale\b|buy \w+ get/i
export const isPromotion = (text: string): boolean => PROMOTION.test(text)

const PROCEDURE =
  /步骤|流程|如何|怎么|怎样|方法|安装|拆卸|更换|清洁|清洗|重置|复位|设置|操作|配对|how (?:to|do|can)|steps?\b|instructions|install|set(?:ting)? ?up|replac|clean|reset|assembl|descal|pair/i
export const isProcedureHeading = (text: string): boolean => PROCEDURE.test(text)

const SPEC =
  /^(?:产品|商品|技术|主要|基本)?(?:规格|参数|属性)(?:参数|表|信息)?$|^(?:(?:technical|product|key) )?(?:specifications?|specs|technical data|dimensions|features|at a glance)$/i
export const isSpecHeading = (text: string): boolean => SPEC.test(text.trim())

/** Headings that say what stands below them and not what it is about. */
const GENERIC =
  /^(?:简介|概述|介绍|前言|目录|注意事项|常见问题|故障排除|故障代码|错误代码|售后|附录|其他|适用范围|安全|包装清单|faq|overview|introduction|contents|notes?|safety|troubleshooting|error codes?|fault codes?|support|appendix|other|general|scope|in the box|about(?: us)?|contact)$/i
export const isGeneric = (text: string): boolean => GENERIC.test(text.trim()) || isSpecHeading(text)

const MANUAL =
  /^(.{2,60}?)\s*(?:的)?(?:产品)?(?:使用)?(?:说明书|用户手册|使用手册|操作手册|使用指南|用户指南)$|^(.{2,60}?)\s+(?:user(?:'s)? |owner(?:'s)? |instruction |product )?(?:manual|guide|handbook)$|^(?:(?:user|owner|instruction) )?(?:manual|guide) (?:for|of|to) (?:the |your )?(.{2,60})$/i
/** The product a title names: «X1 用户手册», «User manual of the X1». */
export const manualOf = (title: string): string | null => {
  const match = MANUAL.exec(title.trim())
  const name = (match?.[1] ?? match?.[2] ?? match?.[3])?.trim()
  return name === undefined ||
    isGeneric(name) ||
    policyNamed(name) !== null ||
    /^(?:员工|客服|staff|employee)/i.test(name)
    ? null
    : name
}

const PLACES =
  '北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 港澳台 江浙沪 京津冀 中国大陆 大陆地区 偏远地区 海外 境外 广州 深圳 杭州 成都 武汉 南京 西安 苏州 美国 英国 日本 韩国 德国 法国 欧盟 加拿大 澳大利亚 新加坡 马来西亚 泰国'.split(
    ' ',
  )
const ENGLISH_PLACES =
  'United States|United Kingdom|European Union|mainland China|Hong Kong|Macau|Taiwan|Canada|Australia|New Zealand|Germany|France|Italy|Spain|Portugal|Netherlands|Belgium|Austria|Switzerland|Poland|Sweden|Norway|Denmark|Finland|Ireland|Scotland|Wales|Northern Ireland|England|Japan|South Korea|Singapore|Malaysia|Thailand|Indonesia|Philippines|Vietnam|India|Mexico|Brazil|Alaska|Hawaii|Puerto Rico|California|Europe|Xinjiang|Tibet|China|USA|UK|EU'
const CHINESE_PLACE = new RegExp(PLACES.toSorted((a, b) => b.length - a.length).join('|'), 'gu')
const ENGLISH_PLACE = new RegExp(`\\b(?:${ENGLISH_PLACES})\\b`, 'g')

export const placesIn = (text: string): string[] => [
  ...new Set([...(text.match(CHINESE_PLACE) ?? []), ...(text.match(ENGLISH_PLACE) ?? [])]),
]

/** Names of columns, by what stands below them. */
export const COLUMNS = {
  code: /^(?:故障|错误|报警|显示)?(?:代码|代号|编码)$|^(?:error|fault|display(?:ed)?)?\s?codes?$|^error$|^display$/i,
  remedy: /处理|解决|排除|措施|方法|对策|remed|solution|action|what to do|fix/i,
  cause: /含义|原因|故障|现象|说明|meaning|cause|problem|description|reason/i,
  place: /地区|区域|省份?|目的地|国家|城市|region|country|destination|state|zone|area/i,
  product: /^(?:产品|商品|型号|品名|商品名称?|产品名称?|款式)$|^(?:product|model|item|name|sku|article)(?: name)?$/i,
  property: /^(?:参数|项目|属性|规格|名称)$|^(?:spec(?:ification)?s?|property|feature|attribute|parameter|item)$/i,
  value: /^(?:值|数值|内容|规格|说明|参数值?|详情)$|^(?:values?|details?|data)$/i,
} as const
