// From what one customer was told to what every customer may be told: what belongs to one person, order or day becomes a blank.
import { type Entity, findEntities } from '@ballast/understanding/entities'
import { findPersonal, mask } from '@ballast/understanding/privacy'

const LONGEST = 500
/** As it is kept: personal data covered, no longer than a question is. */
export const covered = (text: string): string =>
  mask(text, findPersonal(text)).replace(/\s+/g, ' ').trim().slice(0, LONGEST).toWellFormed()
/** An answer may be longer and keeps its lines. */
export const coveredAnswer = (text: string): string =>
  mask(text, findPersonal(text))
    .trim()
    .slice(0, 4 * LONGEST)
    .toWellFormed()

const BLANKS = {
  zh: { person: '客户信息', order: '订单号', parcel: '快递单号', money: '金额', time: '时间', answer: '请写下答案' },
  en: {
    person: 'personal data',
    order: 'order number',
    parcel: 'tracking number',
    money: 'amount',
    time: 'time',
    answer: 'write the answer',
  },
} as const
type Blank = keyof (typeof BLANKS)['zh']
const wordsFor = (locale: string) => BLANKS[locale.toLowerCase().startsWith('zh') ? 'zh' : 'en']
export const blank = (what: Blank, locale: string): string => `⟦${wordsFor(locale)[what]}⟧`

export const countBlanks = (text: string): number => text.match(/⟦[^⟧]*⟧/g)?.length ?? 0

/** What only holds for one customer: of these, sums and moments hold for all when others were told the same. */
const blankOf = (entity: Entity): Blank | null => {
  if (entity.kind === 'order' || entity.kind === 'last-four') return 'order'
  if (entity.kind === 'parcel') return 'parcel'
  if (entity.kind === 'money') return 'money'
  return entity.kind === 'time' && entity.grain !== 'span' ? 'time' : null
}

interface Hole {
  readonly start: number
  readonly end: number
  readonly what: Blank
}
/** Runs of * that an earlier cover left, with what stayed readable around them. */
const COVERED = /[\p{L}\p{N}@._-]*\*[\p{L}\p{N}*@._ -]*\*[\p{L}\p{N}@._-]*|\S*\*{2,}\S*/gu

const holesIn = (text: string, others: readonly string[], now: number): Hole[] => {
  const personal = findPersonal(text).map(({ start, end }) => ({ start, end, what: 'person' as const }))
  const old = [...text.matchAll(COVERED)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    what: 'person' as const,
  }))
  const named = findEntities(text, { now }).flatMap((entity): Hole[] => {
    const what = blankOf(entity)
    if (what === null) return []
    const said = text.slice(entity.start, entity.end)
    const agreed = (what === 'money' || what === 'time') && others.some((other) => other.includes(said))
    return agreed ? [] : [{ start: entity.start, end: entity.end, what }]
  })
  return [...personal, ...old, ...named].sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Greetings and names at the front: "王女士您好，", "Dear Anna,". */
const SALUTATION =
  /^(?:\s|[，,。!！~:：]|⟦[^⟧]*⟧|(?:亲爱的)?[\p{Script=Han}*]{0,3}(?:先生|女士|小姐)|亲爱的|亲们?|您好|你好|哈喽|hi\b|hello\b|hey\b|dear(?: [\p{L}*]+)?)+[，,。!！~:：\s]/iu

export interface General {
  readonly text: string
  readonly blanks: number
}
/** `others`: what other customers were told. `now`: epoch ms, for reading dates. */
export const generalise = (
  answer: string,
  { others, locale, now }: { readonly others: readonly string[]; readonly locale: string; readonly now: number },
): General => {
  let text = ''
  let past = 0
  for (const { start, end, what } of holesIn(answer, others, now)) {
    if (start < past) continue
    text += answer.slice(past, start) + blank(what, locale)
    past = end
  }
  const whole = (text + answer.slice(past)).replace(SALUTATION, '').trim()
  return { text: whole, blanks: countBlanks(whole) }
}
