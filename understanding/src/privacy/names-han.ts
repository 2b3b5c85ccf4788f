// Chinese names in context: after "我叫", "收件人" and their like, beside a telephone or an address, and Japanese names in
// self-introductions. A surname opens a name; a short list of characters that go on with the sentence closes it.
import type { Finding } from './candidate.ts'

const DOUBLE =
  '欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|司徒|司空|夏侯|独孤|南宫|西门|端木|轩辕|百里|呼延|东郭|拓跋|澹台|公冶|闻人|赫连|万俟|钟离|濮阳|淳于|单于|太史|申屠|仲孙'
const SINGLE =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公岳帅肖代付邸闫佟覃尧晋楚初战原柬门冮'
/** Surnames that are ordinary words too: they open a name only behind a strong word such as 收件人. */
const WORDLIKE = new Set([
  ...'水花云明时常于和成计经解应单家全通能从却别连居都满国文广利东关相后红公门原温安平万双空向古那须简曾路',
])
/** Of those, the ones that need the name to be closed even behind a strong word. */
const OPEN = new Set([...'时常于和成计经解应单全通能从却别连都满相后那须'])
/** Characters that seldom stand in a given name and often go on with the sentence. */
const STOP =
  '的了吗呢吧啊呀是不没有在要想给把被和跟与或但就也都还再已您你我他她它们这那哪谁什么怎为何几少个号请麻帮能可会得地着过到从对向往来去上下前后里外中电手机话住址收寄发买退换改查问说写填打叫送拿取订单货款钱快件申才今昨明天早晚现女先小太同师经老客人家姓名字错定必吃看喝用'
const STOPS = new Set([...STOP])
/** Of those, the ones that names do hold when nothing follows them. */
const AMBIGUOUS = new Set([...'是明中来天同师可为家名定小先上'])
const isHan = (code: number) => (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf)
const SINGLES = new Set([...SINGLE])
const DOUBLES = new Set(DOUBLE.split('|'))
const WORDS =
  /^(?:凌晨|明日|印度|韩国|韩版|日本|高贵|高貴|路痴|别怕|干嘛|那种|那位|时很|山西|山东|黄金|高级|高手|高中|白领|白色|黑色|黄色|温州|温柔|安徽|安卓|江西|江苏|马上|常客|方便|方式|平时|平台|万能|关于|应该|向您|那个|曾经|路过|路人|全部|通过|国内|国外|文字|文件|广东|广州|广西|东北|东西|红色|公司|后来|后台|石家庄|成都|成人|成年|家庭|家人|时候|时间|明天|和你|金卡|金牌|银牌|于是|安全|车主|江浙|云南|许多|易过敏|包邮|常用|夏天|秋天|米粉|钟点|房东|马来|任何|查询|查不|方言|荣耀|和田|苏州|杭州|连云|简单|干皮|应届|双胞|农村|游客|游戏|支付|程序|宁波|宁夏|康师|武汉|郑州|徐州|单位|单身|经常|空姐|老师|古风|成功|鲁迅|沈阳|毕业|顾客|管理|经理|牛奶|鱼缸|羊毛|花钱|蓝色|终于|居然|都是|从来|却是|别人|越来|相信|党员|暴躁|满意|白天|白给|全职|全款|全家|元旦|计划|贺卡|贝贝|蒙牛|伊利)/

/** Where the name that starts at `from` ends, or `from`. */
const nameEnd = (text: string, from: number, sure: boolean): number => {
  const double = DOUBLES.has(text.slice(from, from + 2))
  if (!double && !SINGLES.has(text[from] ?? '')) return from
  if (WORDS.test(text.slice(from, from + 3))) return from
  if (sure && !double && OPEN.has(text[from]!) && !isClosed(text, from + 3) && !isClosed(text, from + 2)) return from
  if (!sure && !double && WORDLIKE.has(text[from]!) && !isClosed(text, from + 3) && !isClosed(text, from + 2))
    return from
  const given = from + (double ? 2 : 1)
  let end = given
  while (end < given + 2 && isHan(text.charCodeAt(end)) && belongs(text, end, given)) end++
  return end === given ? from : end
}
const isClosed = (text: string, at: number): boolean => at >= text.length || !isHan(text.charCodeAt(at))
const belongs = (text: string, at: number, given: number): boolean => {
  const char = text[at]!
  if (!STOPS.has(char)) return true
  if (!AMBIGUOUS.has(char)) return false
  const next = text[at + 1] ?? ''
  return isClosed(text, at + 1) || (at === given ? !STOPS.has(next) || AMBIGUOUS.has(next) : STOPS.has(next))
}

const NONE: readonly RegExpExecArray[] = []
/** Nearly every message holds none, and to search is cheaper than to list. */
const allOf = (text: string, pattern: RegExp): readonly RegExpExecArray[] =>
  text.search(pattern) < 0 ? NONE : [...text.matchAll(pattern)]

/** Strong words are followed by nothing but a name; weak ones ("我是") need the name to be closed. */
const STRONG =
  /(?:我(?:的名字)?叫(?:做)?|名字(?:是|叫|改[为成]|写)|(?:收件|收货|联系|签收|寄件|取件|持卡|开户|付款|申请)人(?:姓名)?|收货姓名|姓名|真实姓名|户名|署名|实名信息|本人姓名|寄给|写给|留名|下单人)(?:应该|已经)?(?:写|填|改[为成]?|换成|就?是|为|叫)?(?:我?(?:老婆|老公|妈妈?|爸爸?|女儿|儿子|朋友|同事|姐姐?|哥哥?|妹妹?|弟弟?|女朋友|男朋友|家人))?[:： ]{0,2}/g
const WEAK = /(?:我是|(?<!日)本人(?:是|叫)?|叫我|这里是|名叫|发给|送给|请叫)/g
/** What may follow a name behind a weak word. */
const ENDS = /^(?:$|[ ,，。.!！?？;；、~\n)）]|申请|要求|需要|投诉|在此|同意|授权)/
const ETHNIC = /^[\u4e00-\u9fff]{2,6}[·.][\u4e00-\u9fff]{2,7}/

const afterWord = (text: string, at: number, sure: boolean): Finding | undefined => {
  const ethnic = ETHNIC.exec(text.slice(at, at + 16))
  if (sure && ethnic) return { from: at, to: at + ethnic[0].length, type: 'name', score: 0.9 }
  const end = nameEnd(text, at, sure)
  if (end === at || (!sure && !ENDS.test(text.slice(end, end + 2)))) return undefined
  return { from: at, to: end, type: 'name', score: sure ? 0.93 : 0.85 }
}

const PLACED =
  /(?:^|[,，。:： ]|写|请?用)([\u4e00-\u9fff]{2,4})(?<![吸签接回查已未验拒没能可丰征])(?:收(?=$|[,，。!！ ])|的名字)/g
/** "写李雷收", "用李雷的名字". */
const placed = (text: string): Finding[] =>
  allOf(text, PLACED).flatMap((match) => {
    const word = match[1]!.replace(/^[写用]/, '')
    return standing(text, match.index + match[0].indexOf(word), word)
  })

const TITLED = /(?:女士|先生|小姐(?!姐)|太太)/g
const titled = (text: string): Finding[] => {
  const found: Finding[] = []
  for (const match of allOf(text, TITLED))
    for (const length of [4, 3, 2]) {
      const from = match.index - length
      if (from < 0 || (from > 0 && isHan(text.charCodeAt(from - 1)))) continue
      if (nameEnd(text, from, true) === match.index) found.push({ from, to: match.index, type: 'name', score: 0.85 })
    }
  return found
}

/** A short Han word of its own right before or after a number or an address: the name on a parcel. */
const beside = (text: string, others: readonly Finding[]): readonly Finding[] => {
  const found: Finding[] = []
  if (others.length === 0) return found
  const blocks = others.filter((one) => ['phone', 'address', 'id-card', 'bank-card'].includes(one.type))
  for (const block of blocks) {
    const before = /(?:^|[ ,，、:：;；\n/])([\u4e00-\u9fff]{2,4})[ ,，、:：;；\n/]{1,2}$/.exec(
      text.slice(Math.max(0, block.from - 8), block.from),
    )
    if (before) found.push(...standing(text, block.from - before[0].length + before[0].indexOf(before[1]!), before[1]!))
    const after = /^[ ,，、:：;；\n/]{1,2}([\u4e00-\u9fff]{2,4})(?:$|[ ,，、。;；\n/收])/.exec(
      text.slice(block.to, block.to + 8),
    )
    if (after) found.push(...standing(text, block.to + after[0].indexOf(after[1]!), after[1]!))
  }
  return found
}
const standing = (text: string, from: number, word: string): Finding[] =>
  nameEnd(text, from, false) === from + word.length && !WORDS.test(word) && !NOUNS.test(word)
    ? [{ from, to: from + word.length, type: 'name', score: 0.85 }]
    : []
const NOUNS = /[件店厂司行部院校卡号码款色包箱邮费价单]$|谢|您|收|急|农行|工行|建行/

const JAPANESE = [
  /(?:私の名前は|私は|名前は|氏名[:：]?)([\u4e00-\u9fff]{3,5})(?:です|と|。|$)/g,
  /(?:^|[、。\s])([\u4e00-\u9fff]{2,6})と申します/g,
]
const JAPANESE_WORDS = /[生員人者客社店]$/
const japanese = (text: string): Finding[] =>
  JAPANESE.flatMap((form) =>
    allOf(text, form)
      .filter((match) => !JAPANESE_WORDS.test(match[1]!))
      .map((match) => {
        const from = match.index + match[0].indexOf(match[1]!)
        return { from, to: from + match[1]!.length, type: 'name' as const, score: 0.88 }
      }),
  )

/** Names of the message. `others` are the numbers and addresses already found; `lead` the tail of the last message. */
export const hanNamesIn = (text: string, others: readonly Finding[], lead: string): Finding[] => {
  const found: (Finding | undefined)[] = []
  for (const match of allOf(text, STRONG)) found.push(afterWord(text, match.index + match[0].length, true))
  for (const match of allOf(text, WEAK)) found.push(afterWord(text, match.index + match[0].length, false))
  if (lead !== '' && /(?:(?:收件|收货|联系|持卡)人|姓名|名字|户名)(?:改一下|是|改成|[:：])?\s?$/.test(lead))
    found.push(afterWord(text, 0, false))
  return [
    ...found.filter((one) => one !== undefined),
    ...titled(text),
    ...placed(text),
    ...beside(text, others),
    ...japanese(text),
  ]
}
