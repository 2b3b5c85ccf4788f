// The shapes of claims in settled writing. Every pattern begins at the border of a number, so none reads a run twice.
export const HAN = '[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖半]'
const NOT_AFTER = `(?<![\\d.,]|${HAN}|\\d[:/-])`
export const N = `(?:\\d[\\d,]*(?:\\.\\d+)?(?:\\s?[万千百亿])?|${HAN}+(?:点${HAN}+)?)`
const WORD =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)'
/** English numbers in words; `a` counts only before a measure. */
export const W = `(?:${WORD}(?:(?:\\s|-|\\sand\\s)${WORD}){0,5})`
const TO = '\\s?(?:-|~|—|–|至|到|to|or|and|或)\\s?'

export const DEAL = new RegExp(
  `(?:每?满|达到?|过)\\s?[¥$€£]?\\s?(?<least>${N})\\s?(?:元|块)?\\s?[、,;]?\\s?(?:就|可|再|立|即|直)?\\s?(?:减|送|返|抵|省)\\s?[¥$€£]?\\s?(?<gives>${N})\\s?(?:元|块)?` +
    `|买\\s?${N}\\s?[件个双]?\\s?[送赠免得]\\s?${N}\\s?[件个双]?` +
    `|第\\s?${N}\\s?[件双个][^。;!?\\n]{0,4}?(?:半价|${N}\\s?折|免费|0元)` +
    `|\\bbuy\\s(?:\\d+|${W})\\s?,?\\s?get\\s(?:\\d+|${W})(?:\\s(?:free|half[- ]price|half off))?|\\bbogo\\b`,
  'g',
)
export const YEAR_MONTH_DAY = new RegExp(
  `${NOT_AFTER}(?:(?<y>\\d{4}|${HAN}{4})\\s?年\\s?(?:(?<ym>${N})\\s?月(?:份|底|初|中旬|上旬|下旬)?(?:\\s?(?<yd>${N})\\s?[日号]?)?)?` +
    `|(?<m>${N})\\s?月(?:份|底|初|中旬|上旬|下旬|(?:\\s?(?<d>${N})\\s?[日号]?)?)|(?<only>${N})\\s?[日号](?![码线楼店内后前])` +
    '|(?<iy>(?:19|20)\\d\\d)[-/.](?<im>\\d{1,2})[-/.](?<id>\\d{1,2})(?!\\d)' +
    '|(?<a>\\d{1,2})/(?<b>\\d{1,2})(?:/(?<fy>\\d{4}|\\d\\d))?(?![\\d/]))',
  'g',
)
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)'
export const ENGLISH_DAY = new RegExp(
  `(?<![a-z0-9])(?:(?<month>${MONTH})\\.?\\s(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,?\\s(?<year>20\\d\\d))?` +
    `|(?<day2>\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?(?<month2>${MONTH})(?![a-z])\\.?(?:,?\\s(?<year2>20\\d\\d))?|(?<day3>\\d{1,2})(?:st|nd|rd|th)(?![a-z]))`,
  'g',
)
export const CLOCK = new RegExp(
  `${NOT_AFTER}(?:(?<h>\\d{1,2}):(?<min>\\d\\d)(?!\\d)(?:\\s?(?<half>am|pm|a\\.m|p\\.m)(?![a-z]))?|(?<h2>\\d{1,2})\\s?(?<half2>am|pm|a\\.m|p\\.m|o'clock)(?![a-z])` +
    `|(?<h3>\\d{1,2})\\s?[点时](?!\\d|候)(?:钟|整|(?<han>半|${HAN}+|\\d{1,2})分?)?|(?<=[午晨上早晚夜]\\s?)(?<h4>${HAN}{1,3})\\s?点(?:钟|整|(?<han2>半|${HAN}+|\\d{1,2})分?)?` +
    `|(?<h5>${HAN}{1,3})点(?=钟|整|之?前|以前|准时))`,
  'g',
)
export const SHARE = new RegExp(
  `百分之\\s?(?<of>${N})|(?<![\\d.,]|${HAN})(?<zhe>${N})\\s?折(?!叠|痕|线)|(?<![\\d.,]|${HAN})(?<cheng>\\d(?:\\.\\d)?|[一二两三四五六七八九])\\s?成(?![功为本交分员立熟人年色品就绩长套都])` +
    `|(?<![\\d.,]|${HAN})(?<a>\\d[\\d,]*(?:\\.\\d+)?|${W})(?:\\s?%?${TO}(?<b>\\d+(?:\\.\\d+)?))?\\s?(?<sign>%|‰|percent(?![a-z])|per cent(?![a-z])|pct(?![a-z])|个?百分点|个点)` +
    '|(?<half>对折|半价|半折|half[- ](?:price|off))',
  'g',
)
const HAN_UNIT =
  '个?工作日|个?自然日|个?小时|个?钟头|个?(?:星期|礼拜)|个?季度|刻钟|分钟|秒钟?|天|日(?=[内后前之以])|周(?![边到全围转年末一二三四五六日])|个月|年(?![级龄轻糕货份终会底初])|夜'
const ENGLISH_UNIT =
  '(?:full |more |whole |calendar )?(?:(?:business|working|work)[\\s-])?days?|weekdays?|nights?|hours?|hrs?|minutes?|mins?|seconds?|secs?|weeks?|wks?|fortnights?|months?|years?|yrs?|quarters?'
export const SPAN = new RegExp(
  `(?<![\\d.,]|${HAN})(?<a>${N})(?:${TO}(?<b>${N}))?\\s?(?<more>个半|个多|多|来|几)?(?<unit>${HAN_UNIT})` +
    `|(?<![\\d.,a-z])(?<c>\\d[\\d,]*(?:\\.\\d+)?|${W}|an?|half an?|a couple of|a few)(?:${TO}(?<e>\\d+(?:\\.\\d+)?|${W}))?[\\s-]?(?:\\([a-z0-9]+\\)\\s)?(?<word>${ENGLISH_UNIT})(?![a-z])|(?<![\\d.,])(?<hours>\\d+)\\s?(?<short>h|hr|d)(?![a-z])`,
  'g',
)
export const FREE =
  /免费|包邮|免邮|免运费|免税|免息|免单|零(?:运费|关税|手续费|元)|\bfree (?:shipping|delivery|postage|returns?|exchanges?|gifts?|of charge|of cost)|\bships? (?:for )?free|\b(?:for|is|are) free\b|\bno (?:charge|fee|cost|dut(?:y|ies)|tax(?:es)?|customs)|\b(?:duty|tax)[- ]free/g
export const ENGLISH_SUM = new RegExp(
  `(?<![a-z])(?<sum>${W})\\s(?<unit>dollars?|bucks?|euros?|pounds?|yuan|rmb|cents?|pence|quid)(?![a-z])|(?<![a-z])(?<off>${W})\\soff(?![a-z])`,
  'g',
)
/** Any number left over; a Han one only where it is long enough to be no word. */
export const LEFT = new RegExp(
  `(?<![a-z0-9_-])(?<mixed>[a-z][a-z_-]*\\d[a-z0-9_-]*|\\d+[a-z_-]+[a-z0-9_-]*)|(?<number>\\d[\\d,]*(?:\\.\\d+)?(?:\\s?[万千百亿])?)|(?<han>${HAN}{2,})|(?<odd>[^\\P{N}0-9零〇])`,
  'gu',
)
/** Runs this long are no number: they are read as one that cannot be. */
export const RUN = new RegExp(`(?:[\\d.,]|${HAN}){25,}`, 'g')
export const MAY_CLAIM = new RegExp(
  `[\\p{N}%‰¥$€£₩₹折免税]|${HAN}|[天日号周月年节夕元诞期前价]|${WORD}|\\ban?\\b|day|night|week|month|year|free|half|bogo|noon|tomorrow|tonight|christmas|xmas|easter|festival|halloween|no (?:fee|tax|cost|dut|ch)`,
  'u',
)
