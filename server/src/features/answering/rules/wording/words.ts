// Words as support weighs them: those that carry meaning, those that carry none, those that may never be added, and those that
// turn a meaning round. Chinese and English.
import { settled } from '@ballast/understanding/claims'
import { segment } from '@ballast/understanding/text'

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Say nothing of the matter: grammar, courtesy, may and can (what may not be is negated). */
const EMPTY_ZH = list(`
的 了 是 在 和 与 及 或 或者 以及 您 您的 你 你们 我们 我 它 他 请 请您 可以 能 能够 可 可在 会 将 就 也 还 即 即可 便 则 需 需要 要 应 应当 进行 如果 若 如 如有
的话 时 时候 期间 关于 对于 对 把 被 让 给 向 到 从 由 于 为 为了 以 这 这个 这些 该 此 其 本 本店 店铺 这款 那 那么 哦 呢 吧 啊 呀 嘛 哈 亲 亲亲 您好 你好 感谢 谢谢 感谢您
咨询 帮助 帮到 希望 祝 祝您 愉快 欢迎 告诉 为您 帮您 来说 一下 以下 如下 情况 问题 疑问 因此 所以 由于 因为 并 并且 而且 同时 此外 另外 但 但是 不过 然而 而 根据 按照 规定 具体 相关
个 天 日 元 块 小时 分钟 月 年 次 件 用 去 来 等 上 中 里 之 所 地 得 着 过 再 又 您可 我店 是否 属于 支持 允许 提供 享受 方可 才 才能 客户 顾客 用户 好 好的 抱歉 不好意思 理解 注意 提醒 说明
不 不能 不可 不可以 不会 不是 不要 不能够 不予 不得 没有 没 未 无 无法 请勿 勿 非 不再 不支持 不提供`)
const EMPTY_EN = list(`
a an the is are was were be been being am do does did has have had will would shall should can could may might must need needs needed
i you your yours we our ours us it its they them their he she this that these those there here and or but so if when while as of in on
at to for from by with about into than then also just simply please hi hello hey dear thanks thank thanking help helping glad happy hope
sure let lets know according policy policies per such case cases question questions regarding concerning customer customers able
allowed eligible accept accepted accepts support supports supported offer offers offered provide provides provided like want wish
which what who how where because since therefore however day days hour hours minute minutes week weeks month months year years
time times get gets got make makes made take takes sorry note understand welcome one ones still yet each own very ask asking
not no never none nothing nor neither cannot`)

/** Commit the shop to something, or to more of it: only as they are cited. */
const HARD_ZH =
  /免费|赠|送您|送你|送一|赔|补偿|保证|保障|承诺|一定|绝对|肯定|必须|全额|全部|所有|任何|一律|均可|都|随时|永久|终身|立即|马上|立刻|当场|尽快|优先|额外|唯一|仅|只限|只有|最低|最高|最快|无条件|无理由|破例|特批|包邮|包退|退款|返现|折|半价|优惠|减|券|密码|验证码|转账|汇款|微信|加群|电话|客服|经理|专员|官方|投诉|违法|法律/g
const HARD_EN =
  /\b(?:free|gift|compensat\w*|guarantee\w*|promis\w*|warrant\w*|definite\w*|certain(?:ly)?|absolute\w*|always|all|every\w*|any\w*|only|full|fully|forever|lifetime|immediate\w*|instant\w*|right away|asap|soon|priority|extra|lowest|highest|fastest|best|unconditional\w*|no questions asked|exception\w*|refund\w*|cashback|discount\w*|coupon\w*|voucher\w*|half|password\w*|code|transfer|wire|whatsapp|telegram|wechat|phone|call|email|manager|agent|official\w*|legal\w*|illegal\w*|personally|automatic\w*)\b/g

/** The two sides of a thing: who has one side where the other is cited has turned it round. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/(?<![目以提当])前(?!台|往|述|提)/, /(?<![售以最随稍然])后(?!台|续|果)/],
  [/内(?!衣|裤|容|部|存|饰|销|包)/, /外(?!套|壳|观|包|衣|卖|国|地|部)|超过|逾/],
  [/以上|至少|不少于|超过|满/, /以下|至多|最多|不超过|不足|不满|低于/],
  [/买家|买方|自理|自付|自费|您承担|您支付/, /卖家|卖方|商家|我们承担|本店承担|店铺承担|我们支付/],
  [/收费|付费|收取|支付/, /免费|免收|不收/],
  [/包含|包括|含/, /不含|除外|不包括/],
  [/\bbefore\b|\bprior\b/, /\bafter\b|\bfollowing\b|\bonce\b/],
  [/\bwithin\b|\binside\b/, /\boutside\b|\bbeyond\b|\blater than\b/],
  [
    /\bat least\b|\bmore than\b|\bover\b|\babove\b|\bminimum\b/,
    /\bat most\b|\bless than\b|\bunder\b|\bbelow\b|\bup to\b|\bmaximum\b/,
  ],
  [
    /\bwe (?:pay|cover|bear)\b|\bseller\b|\bon us\b/,
    /\byou (?:pay|cover|bear)\b|\bbuyer\b|\bat your (?:own )?(?:cost|expense)\b/,
  ],
  [/\binclud\w*/, /\bexclud\w*|\bexcept\b/],
  [/\bopen\b|\bopened\b/, /\bclosed?\b|\bunopened\b|\bsealed\b/],
]

/** Look like a negation and are none. */
const NOT_NEGATED =
  /无理由|不同|不仅|不但|不好意思|没问题|不错|无忧|没关系|不过|未来|无线|非常|特别|分别|级别|识别|区别|个别|类别|性别|不管|无论|不论|no matter|no problem|not only|no questions asked/g
const NEGATION =
  /除非|除外|除了|没有|禁止|严禁|拒绝|谢绝|不|没|无|未|非|勿|请别|\b(?:not|no|never|none|nothing|nor|neither|without|cannot|except|unless|excluding|excludes?|non)\b|n['’]t\b|\bnon-/g

/** Say yes or no before anything is said: what follows is checked, this cannot be. */
const LEAD_IN =
  /^\s*(?:可以的|可以哦|可以|能的|是的|对的|没问题|当然可以|当然|好的|不可以的|不可以|不能|不行|yes|no|sure|certainly|of course|absolutely)\s*[,，:：!！~～]+\s*/i

const SYNONYMS: readonly (readonly string[])[] = [
  ['签收', '收到', '收货', '到货'],
  ['退货', '退回', '寄回', '退换货', '退换'],
  ['申请', '提交', '提出', '发起'],
  ['商品', '产品', '宝贝', '货品', '物品', '货物'],
  ['运费', '邮费', '快递费'],
  ['购买', '下单', '订购'],
  ['发货', '寄出', '发出'],
  ['联系', '找'],
  ['item', 'product', 'good'],
  ['receiv', 'deliver', 'arriv'],
  ['ship', 'post', 'dispatch', 'send', 'sent'],
  ['buy', 'bought', 'purchas', 'order'],
  ['return', 'back'],
]

const stem = (word: string): string =>
  /^[a-z]+$/.test(word) && word.length > 4
    ? word
        .replace(/(?:ations?|ings?|edly|ed|es|s|er|ly)$/, '')
        .replace(/([^aeiou])\1$/, '$1')
        .replace(/e$/, '')
    : word

export interface Words {
  /** As it is compared: one width, simplified, lower case. */
  readonly text: string
  /** Carry meaning; stems of English. */
  readonly content: readonly string[]
  readonly negations: number
  readonly numbers: readonly string[]
}

/** Negations are counted, not compared. */
const isEmpty = (word: string): boolean => EMPTY_ZH.has(word) || EMPTY_EN.has(word) || /^[\d.,%]+$|n['’]t$/.test(word)
const NUMBERS = /\d+(?:[.,:]\d+)*|[零一二两三四五六七八九十百千万半]+(?=[天日个次件元块小分周月年折倍成])/g

export const wordsOf = (written: string): Words => {
  const text = settled(written)
  const kept = segment(text).filter((word) => !isEmpty(word) && !/^\p{Extended_Pictographic}/u.test(word))
  return {
    text,
    content: kept.map(stem).filter((word) => !isEmpty(word)),
    negations: text.replace(NOT_NEGATED, '').match(NEGATION)?.length ?? 0,
    numbers: text.match(NUMBERS) ?? [],
  }
}

export const hardWords = (text: string): string[] => [...(text.match(HARD_ZH) ?? []), ...(text.match(HARD_EN) ?? [])]

export const turnsRound = (said: string, cited: string): boolean =>
  OPPOSITES.some(
    ([one, other]) =>
      (one.test(said) && !other.test(said) && other.test(cited) && !one.test(cited)) ||
      (other.test(said) && !one.test(said) && one.test(cited) && !other.test(cited)),
  )

export const withoutLeadIn = (sentence: string): string => {
  const rest = sentence.replace(LEAD_IN, '')
  return rest === sentence ? sentence : rest.slice(0, 1).toUpperCase() + rest.slice(1)
}

/** Whether `within` says `word`, or another word for it. */
export const says = (within: Words, word: string): boolean => {
  if (within.content.includes(word)) return true
  const isHan = /\p{Script=Han}/u.test(word)
  if (isHan && word.length > 1 && within.text.includes(word)) return true
  const others = SYNONYMS.find((group) => group.includes(word)) ?? []
  if (others.some((one) => (isHan ? within.text.includes(one) : within.content.includes(one)))) return true
  if (!isHan || word.length < 3) return false
  const pairs = Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))
  return pairs.filter((pair) => within.text.includes(pair)).length * 2 >= pairs.length
}
