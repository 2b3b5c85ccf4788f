// Dates and times, Chinese and English, relative to a given instant and zone.
import { type Now, nowIn } from './calendar.ts'
import { CHINESE_TIMES, chineseTime } from './chinese-times.ts'
import { ENGLISH_HINT, ENGLISH_TIMES, englishTime } from './english-times.ts'
import type { Finds, Reading, TimeEntity } from './entity.ts'
import { DIGIT, eachMatch, LATIN, TIME } from './reading.ts'

/** Something only a time expression of Chinese holds. */
const CHINESE_HINT =
  /[天日节号周期拜月年底初晚早午点时前后内夕夜]|双1|618|六一八|双十|黑五|国庆|五一|元旦|除夕|春节|清明|端午|七夕|中秋|圣诞|元宵|刚|过[几两]|\d:\d/

export const findTimes = ({ text, flags, options }: Reading, finds: Finds): void => {
  if (!(flags & (TIME | DIGIT | LATIN))) return
  let now: Now | undefined
  const collect = (pattern: RegExp, make: (match: RegExpExecArray, now: Now) => TimeEntity | undefined): void =>
    eachMatch(pattern, text, (match) => {
      now ??= nowIn(options.now, options.timeZone)
      const entity = make(match, now)
      if (entity && finds.free(entity.start, entity.end)) finds.add(entity)
    })
  if (CHINESE_HINT.test(text)) collect(CHINESE_TIMES, chineseTime)
  if ((flags & (LATIN | DIGIT)) !== 0 && ENGLISH_HINT.test(text)) collect(ENGLISH_TIMES, englishTime)
}
