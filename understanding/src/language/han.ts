// Chinese or Japanese, simplified or traditional: by the characters only one of them uses.
import toTraditional from 'opencc-js/dict/STCharacters'
import { soundOf } from '../text/pinyin.ts'
import { simplify } from '../text/simplify.ts'

/** New forms of Japan; those that Chinese writes daily too (会, 真) are told apart by the tables of Chinese. */
const JAPANESE = new Set([
  ...'円気駅営図実発対売県広応戻払届込働峠畑枠済荷頼様変戦団価読験権桜検竜歯沢姫総続絵経観覧証転軽辺遅違郵鉄銭関険陥隠雑霊静頬顔飲駆騒髪鶏黒亜悪圧囲為医壱稲栄衛塩縁艶欧殴奥横温穏仮画会壊懐概拡殻覚学岳楽勧巻寛歓亀帰偽戯犠旧拠挙峡挟狭暁区勲薫径恵渓継茎蛍芸撃欠倹剣圏献顕厳効恒鉱号国斎剤殺参惨桟蚕賛残糸児辞湿写釈寿収従渋獣縦粛処叙奨将焼称乗剰壌嬢条浄畳穣譲醸嘱触寝慎晋真刃尽粋酔随髄数枢声斉摂窃専浅潜践繊禅双壮捜挿巣争聡荘装臓蔵堕帯滞台滝択単胆弾痴虫昼鋳庁聴勅鎮塚逓点伝',
])
/** Words that only Japanese writes with these characters. */
const JAPANESE_WORDS =
  /注文|返品|送料|在庫|領収書|至急|未着|返金|発送|再配達|荷物|不良品|破損|値段|受付|電話番号|大丈夫|明日|無料|割引|交換希望|配達|宛先|請求書|問合|登録|退会|天気|音楽|映画/
/** Chinese has hardly a sentence without one of these; Japanese hardly one with. */
const CHINESE_WORDS =
  /[的了吗嗎吧呢么麼你妳您他她们們这這哪啥咋没沒很谁誰给給把被让讓跟我是]|什么|怎么|可以|在(?!庫)|不(?![良足明])/
const CANTONESE = new Set([...'嘅咗唔喺啲嘢佢冇哋咁嚟睇乜噉啱'])

/** Simplified characters that traditional writing uses too, for other words: they prove nothing. */
const BOTH = new Set([
  ...'后里面台只干云松出斗谷几卜丰冲别系表千向回致准范才卷吁周游郁朱札折杆核欲注涂炼舍症困叶伙借刮采厂广儿夫佣价虫万了么胜听着床秋吃岩群峰尸污线胡须家合占洒仆卤姜咸喂弥秘并余志雇涌凄净栖托岳届迹赞杰吊裹晒它奸于你些没他在的苹',
])

const onlySimplified = (): Set<string> =>
  new Set(
    toTraditional
      .split('|')
      .map((pair) => pair.split(' ') as [string, string])
      .filter(([simple, traditional]) => simple !== traditional && !BOTH.has(simple))
      .map(([simple]) => simple),
  )

/** What one character says: bits, once they have been looked up. */
const [SEEN, SIMPLIFIED, MAINLAND, TRADITIONAL, JAPAN, CANTON] = [1, 2, 4, 8, 16, 32]
const SAYS = new Uint8Array(0x10000)
/** Simplified characters traditional writing never uses. */
let simple: Set<string> | null = null
const lookUp = (code: number): number => {
  simple ??= onlySimplified()
  const character = String.fromCharCode(code)
  const isSimple = simple.has(character)
  let says = SEEN | (CANTONESE.has(character) ? CANTON : 0)
  // Simplified, and not written so in Japan: of the mainland.
  if (isSimple) says |= JAPANESE.has(character) ? SIMPLIFIED : SIMPLIFIED | MAINLAND
  if (simplify(character) !== character) says |= TRADITIONAL
  else if (JAPANESE.has(character) && !isSimple && soundOf(character) === undefined) says |= JAPAN
  SAYS[code] = says
  return says
}

export interface HanVerdict {
  readonly language: 'zh-Hans' | 'zh-Hant' | 'ja'
  readonly confidence: number
}

/** `han`: only the Han characters of a text, with its kana counted apart. */
export const readHan = (han: string, kana: number): HanVerdict => {
  let simplified = 0
  let mainland = 0
  let traditional = 0
  let japanese = 0
  let cantonese = 0
  for (let i = 0; i < han.length; i++) {
    const says = SAYS[han.charCodeAt(i)]! || lookUp(han.charCodeAt(i))
    if (says === SEEN) continue
    if (says & CANTON) cantonese++
    if (says & SIMPLIFIED) simplified++
    if (says & MAINLAND) mainland++
    if (says & TRADITIONAL) traditional++
    if (says & JAPAN) japanese++
  }
  const chinese = CHINESE_WORDS.test(han)
  if (kana > 0 && (kana >= 3 || kana >= han.length / 6) && mainland < kana)
    return { language: 'ja', confidence: mainland === 0 ? 0.99 : 0.85 }
  if (japanese > mainland && !chinese) return { language: 'ja', confidence: japanese > 1 ? 0.95 : 0.85 }
  if (mainland === 0 && !chinese && JAPANESE_WORDS.test(han)) return { language: 'ja', confidence: 0.65 }
  if (cantonese + traditional > simplified) {
    const sure = (traditional + cantonese) / (traditional + cantonese + simplified)
    return { language: 'zh-Hant', confidence: chinese || han.length > 6 ? 0.97 * sure : 0.85 * sure }
  }
  if (simplified > 0) return { language: 'zh-Hans', confidence: 0.99 * (simplified / (simplified + traditional)) }
  // Nothing to tell by: most who write so write simplified.
  return { language: 'zh-Hans', confidence: chinese ? 0.85 : 0.7 }
}
