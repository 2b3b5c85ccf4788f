// Values with their units: «约 1.5 kg», «10升», «60 × 40 cm».

const UNITS =
  'mAh|kWh|kHz|GHz|MHz|rpm|km/h|kg|mg|ml|mL|kW|mm|cm|km|dB|GB|TB|MB|Hz|lm|psi|inches|inch|in|ft|oz|lbs?|hours?|hrs?|minutes?|mins?|seconds?|days?|weeks?|months?|years?|business days?|working days?|°C|°F|g|L|l|W|V|A|m|h|s|%|"|℃|公斤|千克|毫克|克|斤|吨|毫升|升|千瓦|瓦|伏|安|毫米|厘米|公里|米|英寸|寸|小时|分钟|秒|个?工作日|天|日|个月|月|周|年|元|件|个|台|只|片|层|档|转|分贝|流明|流明度|度'
const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`
const MEASURE = new RegExp(
  String.raw`^(?:约|大约|至少|不超过|最大|最多|≤|≥|<|>|up to|about|approx\.?|max\.?)?\s*([¥$€£]?\s?${NUMBER}(?:\s*(?:[×x*~–-]|至|到|to)\s*${NUMBER}){0,3})\s*(${UNITS})?(?:\s*[（(].{0,40}[)）])?$`,
  'u',
)

/** Null: no measure. */
export const measureOf = (text: string): { value: string; unit: string } | null => {
  const match = MEASURE.exec(text.trim().replace(/[。.；;]$/u, ''))
  return match === null ? null : { value: match[1]!.trim(), unit: match[2] ?? '' }
}

const NAMES =
  '容量 重量 净重 毛重 尺寸 长度 宽度 高度 厚度 直径 功率 额定功率 电压 电流 频率 续航 续航时间 电池容量 材质 面料 颜色 噪音 噪声 转速 温度 水压 防水等级 屏幕尺寸 分辨率 内存 存储 保质期 产地 口味 适用年龄 保修期'.split(
    ' ',
  )
const ENGLISH_NAMES =
  'capacity|net weight|weight|height|width|length|depth|thickness|diameter|dimensions|power|voltage|current|frequency|battery life|battery capacity|material|fabric|colou?r|noise level|speed|temperature|screen size|resolution|memory|storage|shelf life|warranty period|waterproof rating'
const IN_CHINESE = new RegExp(
  `(${NAMES.toSorted((a, b) => b.length - a.length).join('|')})(?:为|是|约为?|达到?)\\s*([^，,。；;]{1,40})`,
  'gu',
)
const IN_ENGLISH = new RegExp(
  String.raw`\b(${ENGLISH_NAMES})(?: is| of)\s+(?:about |up to )?([^,;]{0,20}?\d[^,;]{0,60}?)(?=[,;]|\.(?:\s|$)|$)`,
  'giu',
)

/** Properties a sentence states of whatever it is about. */
export const propertiesIn = (sentence: string): { name: string; value: string }[] =>
  [...sentence.matchAll(IN_CHINESE), ...sentence.matchAll(IN_ENGLISH)].map(([, name, value]) => ({
    name: name!,
    value: value!.trim(),
  }))
export const isPropertyName = (name: string): boolean =>
  NAMES.includes(name.trim()) || new RegExp(`^(?:${ENGLISH_NAMES})$`, 'i').test(name.trim())
