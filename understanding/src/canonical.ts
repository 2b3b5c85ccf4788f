// Different words for the same thing, made one: so that a few examples stand for many ways of saying it.

/** Chinese: replaced in this order, longest first where they overlap. */
const HAN: readonly (readonly [RegExp, string])[] = [
  [/咋样/g, '怎么样'],
  [/咋/g, '怎么'],
  [/为啥/g, '为什么'],
  [/啥/g, '什么'],
  [/俩/g, '两个'],
  [/木有|冇/g, '没有'],
  [/行不行|行不|可不可以|能不能|好不好|行吗|成不/g, '可以吗'],
  [/要不要/g, '要'],
  [/收得到|收到得/g, '能收到'],
  [/到得了/g, '能到'],
  [/得(几|多)/g, '要$1'],
  [/(能退|包邮|能付|可以|保修|能换|有货|给修|能修|打折)不$/g, '$1吗'],
  [/[嘛么]$/g, '吗'],
  [/礼拜|星期/g, '周'],
  [/妹有/g, '没有'],
  [/(?:邮费|快递费|寄费)/g, '运费'],
  [/免邮|免运费/g, '包邮'],
  [/优惠劵/g, '优惠券'],
  [/拉萨|西藏|乌鲁木齐|新疆|青海|内蒙古?/g, '新疆西藏'],
]

/** English words, before stemming. */
const LATIN: Readonly<Record<string, string>> = {
  package: 'parcel',
  packages: 'parcel',
  parcels: 'parcel',
  stuff: 'parcel',
  mail: 'parcel',
  shipment: 'parcel',
  postage: 'shipping',
  post: 'ship',
  voucher: 'coupon',
  vouchers: 'coupon',
  promo: 'coupon',
  coupons: 'coupon',
  newbie: 'new',
  cracked: 'damaged',
  broken: 'damaged',
  ripped: 'damaged',
  torn: 'damaged',
  faulty: 'damaged',
  defective: 'damaged',
  guarantee: 'warranty',
  somebody: 'someone',
  anyone: 'someone',
  anybody: 'someone',
  receipt: 'invoice',
  fee: 'cost',
  fees: 'cost',
  charge: 'cost',
  abroad: 'overseas',
  internationally: 'overseas',
  international: 'overseas',
  purchase: 'order',
  swap: 'exchange',
  bigger: 'larger',
  courier: 'carrier',
  got: 'have',
}

/** Verbs whose forms no ending tells: each form stands for the first. */
const IRREGULAR =
  'wear wore worn|send sent|buy bought|pay paid|come came|go went gone|give gave given|take took taken|keep kept|lose lost|choose chose chosen|shrink shrank shrunk|say said|tell told|sell sold|bring brought|find found|fit fitted'
const FORMS: ReadonlyMap<string, string> = new Map(
  IRREGULAR.split('|').flatMap((forms) => {
    const [verb, ...others] = forms.split(' ')
    return others.map((form) => [form, verb!] as const)
  }),
)

const ANY_HAN = /[\u3400-\u9fff]/

export const canonicalHan = (folded: string): string => {
  if (!ANY_HAN.test(folded)) return folded
  let text = folded
  for (const [pattern, word] of HAN) text = text.replace(pattern, word)
  return text
}
export const canonicalLatin = (word: string): string =>
  Object.hasOwn(LATIN, word) ? LATIN[word]! : (FORMS.get(word) ?? word)
