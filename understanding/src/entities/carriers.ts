// Who carries parcels and how each numbers them. Lengths and prefixes as the carriers print them; check digits where the rule is public.
export interface Carrier {
  readonly key: string
  /** As customers write it, lower case. */
  readonly names: readonly string[]
  /** Whole parcel numbers, lower case. */
  readonly numbers: readonly RegExp[]
  readonly check?: (number: string) => boolean
  /** Bare digits are much else too: a number that fails the check is not theirs. */
  readonly strict?: true
}

/** UPU S10 (EMS, China Post, Royal Mail, USPS international): eight digits weighted 8 6 4 2 3 5 9 7, modulo 11. */
export const s10Check = (number: string): boolean => {
  const digits = number.slice(2, 11)
  let sum = 0
  ;[8, 6, 4, 2, 3, 5, 9, 7].forEach((weight, at) => {
    sum += weight * Number(digits[at])
  })
  const rest = 11 - (sum % 11)
  return (rest === 10 ? 0 : rest === 11 ? 5 : rest) === Number(digits[8])
}

/** UPS 1Z: letters count (code - 63) mod 10; odd places once, even places twice, to the next ten. */
export const upsCheck = (number: string): boolean => {
  const body = number.slice(2)
  let sum = 0
  for (let at = 0; at < 15; at++) {
    const code = body.charCodeAt(at)
    const value = code >= 48 && code <= 57 ? code - 48 : (code - 32 - 63) % 10
    sum += at % 2 === 0 ? value : value * 2
  }
  return (10 - (sum % 10)) % 10 === Number(body[15])
}

/** Modulo 10 with threes from the right: USPS and GS1. */
export const threesCheck = (number: string): boolean => {
  let sum = 0
  for (let at = 0; at < number.length - 1; at++) sum += Number(number[at]) * ((number.length - at) % 2 === 0 ? 3 : 1)
  return (10 - (sum % 10)) % 10 === Number(number.at(-1))
}

/** DHL Express air waybill: the last digit is the first nine modulo 7. */
export const sevensCheck = (number: string): boolean => Number(number.slice(0, -1)) % 7 === Number(number.at(-1))

/** FedEx, 12 digits: weights 3 1 7, modulo 11, ten counts as nought. */
export const fedexCheck = (number: string): boolean => {
  if (number.length !== 12) return false
  let sum = 0
  for (let at = 0; at < 11; at++) sum += Number(number[at]) * [3, 1, 7][at % 3]!
  return (sum % 11) % 10 === Number(number[11])
}

export const CARRIERS: readonly Carrier[] = [
  { key: 'sf', names: ['顺丰速运', '顺丰快递', '顺丰', 'sf express', 'sf快递'], numbers: [/^sf\d{12,13}$/] },
  { key: 'yto', names: ['圆通速递', '圆通快递', '圆通', '园通', 'yto'], numbers: [/^yt\d{13}$/, /^8\d{17}$/] },
  { key: 'zto', names: ['中通快递', '中通', 'zto'], numbers: [/^zt\d{12}$/, /^7[3-9]\d{12}$/] },
  { key: 'sto', names: ['申通快递', '申通', 'sto express', 'sto快递'], numbers: [/^sto?\d{12,13}$/, /^77\d{13}$/] },
  {
    key: 'yunda',
    names: ['韵达快递', '韵达', '运达', 'yunda'],
    numbers: [/^yd\d{13}$/, /^4[36]\d{13}$/, /^31\d{13}$/],
  },
  { key: 'jt', names: ['极兔速递', '极兔快递', '极兔', 'j&t express', 'j&t'], numbers: [/^jt\d{13}$/] },
  {
    key: 'jd',
    names: ['京东快递', '京东物流', '京东'],
    numbers: [/^jd[a-z]?[a-z0-9]{2}\d{9,12}(?:-\d+-\d+-?)?$/, /^jd\d{11,15}$/],
  },
  { key: 'best', names: ['百世快递', '百世汇通', '百世'], numbers: [/^5\d{13}$/, /^bt\d{13}$/] },
  { key: 'deppon', names: ['德邦快递', '德邦物流', '德邦'], numbers: [/^dpk\d{12}$/] },
  { key: 'tt', names: ['天天快递'], numbers: [/^tt\d{13}$/] },
  { key: 'danniao', names: ['丹鸟', '菜鸟直送'], numbers: [/^dn\d{12,13}$/] },
  { key: 'fengwang', names: ['丰网'], numbers: [/^fw\d{12}$/] },
  { key: 'usps', names: ['usps'], numbers: [/^9[2-5]\d{20}$/, /^420\d{5}9[2-5]\d{20}$/], check: threesCheck },
  { key: 'ups', names: ['united parcel service', 'ups'], numbers: [/^1z[a-z0-9]{15}\d$/], check: upsCheck },
  {
    key: 'fedex',
    names: ['联邦快递', 'federal express', 'fedex'],
    numbers: [/^\d{12}$/],
    check: fedexCheck,
    strict: true,
  },
  {
    key: 'dhl',
    names: ['敦豪', 'dhl'],
    numbers: [/^jjd\d{16,18}$/, /^jvgl\d{14,18}$/, /^\d{10}$/],
    check: (number) => number.length === 10 && sevensCheck(number),
  },
  { key: 'amazon', names: ['amazon logistics', '亚马逊物流'], numbers: [/^tb[abc]\d{12}$/] },
  { key: 'ontrac', names: ['ontrac'], numbers: [/^c\d{14}$/, /^d\d{14}$/] },
  { key: 'dpd', names: ['dpd'], numbers: [/^1[56]\d{12}$/] },
  { key: 'evri', names: ['evri', 'hermes'], numbers: [/^[ht]\d{2}[a-z0-9]\d{12}$/] },
  { key: 'yamato', names: ['ヤマト運輸', 'クロネコヤマト', 'ヤマト', 'yamato'], numbers: [] },
  { key: 'sagawa', names: ['佐川急便', '佐川', 'sagawa'], numbers: [] },
  {
    key: 'japan-post',
    names: ['日本郵便', 'ゆうパック', 'japan post'],
    numbers: [/^[a-z]{2}\d{9}jp$/],
    check: s10Check,
  },
  {
    key: 'royal-mail',
    names: ['royal mail', 'royalmail', 'parcelforce'],
    numbers: [/^[a-z]{2}\d{9}gb$/],
    check: s10Check,
  },
  { key: 'deutsche-post', names: ['deutsche post'], numbers: [/^[a-z]{2}\d{9}de$/], check: s10Check },
  {
    key: 'ems',
    names: ['邮政ems', '邮政快递', '中国邮政', '邮政', 'ems', 'china post'],
    numbers: [/^[a-z]{2}\d{9}cn$/, /^1[0-3]\d{11}$/, /^9[789]\d{11}$/],
    check: (number) => number.endsWith('cn') && s10Check(number),
  },
  { key: 'post', names: [], numbers: [/^[a-z]{2}\d{9}[a-z]{2}$/], check: s10Check },
]
