// What a shop manager wants to know of an entry at a glance, and times as a form writes them in the reader's zone.
import type { Entry } from './entries.ts'

export type Mark = 'live' | 'draft' | 'draft-above' | 'withdrawn' | 'not-yet' | 'expired' | 'review'

/** The marks of an entry, the most telling first. `now` in epoch ms. */
export const marksOf = (
  entry: Pick<Entry, 'status' | 'liveVersion' | 'validFrom' | 'validTo' | 'review'>,
  now: number,
): Mark[] => {
  const marks: Mark[] = []
  if (entry.status === 'withdrawn') return ['withdrawn']
  if (entry.status === 'draft') marks.push(entry.liveVersion === null ? 'draft' : 'draft-above')
  const early = entry.validFrom !== null && Date.parse(entry.validFrom) > now
  const late = entry.validTo !== null && Date.parse(entry.validTo) <= now
  if (early) marks.push('not-yet')
  if (late) marks.push('expired')
  if (entry.status === 'published' && !early && !late) marks.push('live')
  if (entry.review === 'wanted') marks.push('review')
  return marks
}

const QUESTION =
  /[?？]|[吗呢么嘛]|怎么|如何|什么|多久|多少|哪|能不能|可以|是不是|有没有|^(how|what|when|where|which|who|why|can|could|do|does|did|is|are|will|would|may|should)\s/iu
/** Whether somebody would say this to a shop, rather than look an entry up by it. */
export const isQuestion = (text: string): boolean =>
  QUESTION.test(text.trim()) || text.trim().split(/\s+/).filter(Boolean).length > 4

const two = (value: number): string => String(value).padStart(2, '0')
/** An instant as a date-and-time field of the browser holds it: the reader's own wall clock. */
export const toField = (instant: string | null): string => {
  if (instant === null) return ''
  const at = new Date(instant)
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`
}
export const fromField = (text: string): string | null => {
  const at = new Date(text)
  return text === '' || Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/** Sections in the order of their document: `2.10` after `2.9`. */
export const bySection = (one: string, other: string): number => {
  const [left, right] = [one, other].map((path) => path.split('.'))
  for (let at = 0; at < Math.max(left!.length, right!.length); at++) {
    const [a = '', b = ''] = [left![at], right![at]]
    const apart = Number(a) - Number(b)
    if (a !== b) return Number.isNaN(apart) || apart === 0 ? a.localeCompare(b) : apart
  }
  return 0
}
