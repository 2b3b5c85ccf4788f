// What the words beside a number say it is: "订单号", "手机", "card", "tracking". The nearest word decides.

export type Meaning = 'phone' | 'id' | 'bank' | 'order' | 'measure' | 'permit' | 'passport' | 'ssn' | 'service' | 'chat'

/** Longer words stand before the shorter ones they hold: "礼品卡号" is no bank card. */
const BEFORE: readonly (readonly [Meaning, string])[] = [
  [
    'order',
    '(?:礼品|购物|储值|电话|流量|保修|积分|提货|充值|加油|游戏)卡(?:号码?|密)?|会员卡?号?(?!手机|电话)|卡券|卡密|gift ?cards?(?: code)?|member(?:ship)?(?: (?:no|id|card|number))?',
  ],
  [
    'order',
    '(?:订单|訂單|单号|單號|编号|运单|運單|快递单?|物流|包裹|面单|货号|商品|宝贝|条形?码|编码|型号|款号|批号|序列号|流水号?|交易号?|支付单|退款单|参考号|券码?|优惠码|兑换码|验证码|校验码|取件码|提货码|取货码|提取码|核销码|激活码|邮编|邮政编码|工单|发票号|税号|追踪号|产品)(?:号码|编号|号)?|(?:sku|id\\s*=)',
  ],
  ['order', '(?:顺丰|圆通|中通|申通|韵达|极兔|(?<![北南])京东|邮政|ems|菜鸟|德邦|百世|天天)(?!路|街|大道)'],
  [
    'order',
    '\\b(?:orders?|tracking|track|parcel|package|shipment|waybill|awb|ups|usps|fedex|dhl|ticket|case|ref|reference|invoice|sku|isbn|ean|upc|gtin|asin|barcode|model|serial|item|product|coupon|promo|voucher|verification|otp|pin|po|batch|lot|confirmation|transaction|booking|zip|postcode|code|part (?:no|number)|pedido|bestell(?:ung|nummer|nr)?|sendung(?:snummer)?|auftrag|commande|colis|suivi|envío|rechnung)\\b',
  ],
  ['order', '注文|追跡|郵便|伝票'],
  ['ssn', '\\b(?:ssn|social(?: security)?)\\b(?: (?:number|no\\.?))?(?: is)?'],
  [
    'bank',
    '打款|转账|退款[到至]|退[到至]|银行|储蓄|信用卡|借记卡|[招建农工]行|中行|交行|邮储|浦发|卡号码?|账号|帐号|账户|帐户|户名|这张卡|卡是|卡[:：]?\\s*$',
  ],
  [
    'bank',
    '\\b(?:credit|debit|bank|visa|mastercard|amex|card|cc|karte|kreditkarte|tarjeta|carte|account)\\b(?: (?:number|no\\.?))?(?: is)?',
  ],
  ['id', '(?:身份证|身份證|证件|證件|实名|報關|报关|清关)(?:号码|号)?|\\bid(?:entity)?[ -]?(?:card|number|no)\\b'],
  ['permit', '(?:通行证|通行證|回乡证|回鄉證|台胞证|台胞證|居住证)(?:号码|号)?'],
  [
    'passport',
    '(?:护照|護照)(?:号码|号)?|\\bpassport\\b|\\bpasaporte\\b|\\breisepass\\b|\\bpasseport\\b(?: (?:number|no\\.?))?(?: is)?',
  ],
  ['chat', 'qq号?|扣扣|wechat(?: id)?|微信号?|vx|wx'],
  ['service', '热线|\\bhotline\\b|客服电话|客服热线'],
  [
    'phone',
    '手机|手機|电话|電話|座机|座機|固话|号码|號碼|联系(?:我|方式)?|聯繫|短信|传真|分机|拨|打(?!折|了|开|包)|致电|呼|新号|我号|我的号|同号|机号|携帯|ファックス',
  ],
  [
    'phone',
    '^(?:the )?number(?: is)?|\\b(?:phone|mobile|cell(?:phone)?|tel(?:ephone)?|landline|fax|call|dial|ring|text|sms|whatsapp|(?:my|new|our|his|her|another) (?:\\w+ )?numbers?(?: is| are|:)?|reach(?: (?:me|us))?(?: (?:on|at))?|contact|teléfono|telefono|móvil|número es|llám\\w*|nummer ist|handynummer|handy|telefon(?:nummer)?|rückruf|rufnummer|numéro est|téléphone|portable|appel\\w*|tél|home|work|office)\\b',
  ],
  [
    'measure',
    '尺寸|规格|参数|比分|价格?|总价|金额|一共|[¥￥$€£]|\\b(?:usd|eur|price|total|dimensions?|size|version)\\b',
  ],
]
const MEANINGS = BEFORE.map(([meaning]) => meaning)
const WORDS = new RegExp(BEFORE.map(([, words]) => `(${words})`).join('|'), 'gi')

const REACH = 30

/** The meaning of the last telling word in `text` before `index`, looking no further back than `floor`. */
export const meaningBefore = (text: string, index: number, floor: number): Meaning | undefined => {
  const from = Math.max(floor, index - REACH)
  if (from >= index) return undefined
  let found: Meaning | undefined
  for (const match of text.slice(from, index).matchAll(WORDS)) {
    for (let group = 1; group < match.length; group++)
      if (match[group] !== undefined) {
        found = MEANINGS[group - 1]
        break
      }
  }
  return found
}

const AFTER: readonly (readonly [Meaning, RegExp])[] = [
  ['measure', /^\s?(?:元|块|件|个|日元|美元|积分|毫安|mAh|GB|MB|kg|g\b|cm|mm|%|units?\b|VND|USD|EUR|年\d|月)/i],
  ['id', /^[）)（(，, ]{0,2}(?:是我?的?)?(?:报关)?(?:身份证|身份證)/],
  ['passport', /^[（(，, ]{0,2}是?我?的?(?:护照|護照)|^ is my passport/i],
  ['bank', /^[（(，, ]{0,2}(?:这张卡|[工农建招]行|是?我?的?(?:银行卡|卡号))/],
  ['ssn', /^ is my ssn/i],
  ['phone', /^[-, ]{0,2}(?:office|fax|mobile|desk|home|cell|work)\b/i],
  [
    'phone',
    /^\s?[，,]?(?:这个号|是(?:我|新|手机|电话)|打这个|能打通|都能打|is my (?:new )?(?:phone|number|cell|mobile))/i,
  ],
]
export const meaningAfter = (text: string, index: number): Meaning | undefined => {
  const tail = text.slice(index, index + 24)
  return AFTER.find(([, words]) => words.test(tail))?.[0]
}
