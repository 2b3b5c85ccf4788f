// How much a term says by its kind, whatever the corpus: words every question is made of say little.

/** They tell entries apart a little, but never make one fit. Stemmed as terms are. */
const FRAME = new Set(
  (
    'a an the i my me you your it is are am do doe did can could will would to of for on in at if or and that this there ' +
    'have ha had get got how what when where who which why long many much soon day with from be been not no up by as we us ' +
    '吗 呢 么 的 了 我 你 您 们 能 可 以 可以 怎 怎么 多 少 多少 几 什 什么 请 请问 是 有 没 吧 啊 呀 在 要 想 给 会 一 个 这 那 就 也 都 你们 我们 我的 能不 不能 是不 有没 还 多久 久 时候 么时 候 时'
  ).split(' '),
)
const FRAME_SHARE = 0.35
const LONE_CHARACTER = 0.5
/** Most pairs of characters across a word's border were never seen, and say little. */
const UNSEEN_PAIR = 0.35

export const isHanTerm = (term: string): boolean => term.charCodeAt(0) >= 0x3400
export const isFrame = (term: string): boolean => FRAME.has(term)

/** 0…1, in steps of 1/200, so that it fits a byte. */
export const shareOf = (term: string): number =>
  (FRAME.has(term) ? FRAME_SHARE : 1) * (isHanTerm(term) && term.length === 1 ? LONE_CHARACTER : 1)
export const shareOfUnknown = (term: string): number =>
  shareOf(term) * (isHanTerm(term) && term.length > 1 ? UNSEEN_PAIR : 1)

export const SHARE_STEPS = 200
