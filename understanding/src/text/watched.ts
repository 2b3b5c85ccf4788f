// Words people pull apart or disguise, to get past a filter or to make a point.

export const WATCHED_LATIN: ReadonlySet<string> = new Set(
  `wechat weixin whatsapp telegram facebook instagram paypal alipay bitcoin crypto usdt casino poker viagra cialis porn
  sex sexy nude nudes free cash money loan loans credit bonus prize winner lottery click here link discount cheap bank
  password account login verify refund scam scammer scammers fraud fake thief thieves liar liars cheat cheater shit
  bullshit fuck fucker fucking fucked ass asshole bitch bitches bastard idiot idiots stupid moron dumb damn crap dick
  cunt whore slut trash garbage suck sucks kill die hate hello please thanks customer service order delivery invest
  investment profit income email phone contact support hacker hack hacked admin system prompt ignore instructions`
    .split(/\s+/)
    .filter(Boolean),
)

const WATCHED_HAN =
  `加微信 加薇信 加微 加薇 加v信 加v v信 微信 薇信 徽信 支付宝 银行卡 二维码 扫码 扫一扫 公众号 私聊 加群 兼职 刷单 返现 返利
  红包 贷款 网贷 套现 博彩 赌博 彩票 发票 代开 代购 高仿 领奖 中奖 转账 汇款 退款 退货 差评 好评 投诉 客服 人工 垃圾 骗子 骗钱 傻逼 傻叉 煞笔
  操你妈 草泥马 妈的 他妈 你妈 去死 混蛋 王八蛋 脑残 智障 狗屎 滚蛋 废物 贱人 变态 色情 裸聊 约炮 毒品 枪支 电话 手机号 身份证`
    .split(/\s+/)
    .filter(Boolean)

const byFirst = Map.groupBy(WATCHED_HAN, (word) => word[0]!)

const WORD_CHARACTER = /[\p{L}\p{N}]/u
/** These end a sentence: what stands on their two sides is not one word. */
const ENDS = new Set([...'\n。？！?!'])
const MOST_SIGNS = 3

/** Where `word` ends when it starts at `start` with up to three signs between its characters; -1 when it does not. */
const endOf = (text: string, word: string, start: number): number => {
  let at = start + 1
  for (let i = 1; i < word.length; i++) {
    for (let signs = 0; at < text.length && text[at] !== word[i]; signs++) {
      const sign = String.fromCodePoint(text.codePointAt(at)!)
      if (signs === MOST_SIGNS || ENDS.has(sign) || WORD_CHARACTER.test(sign)) return -1
      at += sign.length
    }
    if (at >= text.length) return -1
    at++
  }
  return at
}

/** Stretches that read as a watched Chinese word, in order, with up to three signs between its characters. */
export const watchedHan = (text: string): { start: number; end: number }[] => {
  const found: { start: number; end: number }[] = []
  for (let start = 0; start < text.length; start++) {
    let end = -1
    for (const word of byFirst.get(text[start]!) ?? []) end = Math.max(end, endOf(text, word, start))
    if (end < 0) continue
    found.push({ start, end })
    start = end - 1
  }
  return found
}

const bucketOf = (first: number, second: number): number => (Math.imul(first, 31) + second) & 4095
const pairs = new Uint8Array(4096)
for (const word of WATCHED_HAN)
  for (let i = 0; i + 1 < word.length; i++) pairs[bucketOf(word.charCodeAt(i), word.charCodeAt(i + 1))] = 1

/** False: these two characters stand side by side in no watched Chinese word. True: perhaps. */
export const mayPair = (first: number, second: number): boolean => pairs[bucketOf(first, second)] === 1
