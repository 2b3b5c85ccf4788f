// An answer as it is written by a model: sentences are looked at as they are completed, and only those that a passage supports
// and the guard lets pass are kept. Pure, and never more than text.
import { wordsFact } from '../guard/fact.ts'
import { faultsOf } from '../guard/guard.ts'
import { type Covered, PLACEHOLDER, uncover } from './cover.ts'
import type { CitedPassage } from './prompt.ts'
import { createSentences, plainSentence } from './sentences.ts'
import { groundsOf, leavesOut, supportOf } from './support.ts'
import { withoutLeadIn } from './words.ts'

export interface WritingFrom {
  readonly passage: CitedPassage
  readonly question: Covered
  /** Epoch ms. */
  readonly now: number
  readonly timeZone: string
}
export interface Written {
  readonly text: string
  /** Sentences that were not kept. */
  readonly cut: number
  /** The customer's own words that were put back. */
  readonly named: readonly string[]
  readonly verdict: 'ok' | 'unsupported' | 'left-out'
}
export interface Writing {
  /** What may be shown so far, when this piece added to it. */
  take(piece: string): string | null
  end(): Written
}

/** Of what was written, by length: less, and it is about something else. */
const LEAST_KEPT = 0.5

export const createWriting = ({ passage, question, now, timeZone }: WritingFrom): Writing => {
  const sentences = createSentences()
  const grounds = groundsOf(passage.answer, `${question.text}\n${passage.title}`)
  const cited = [passage.title, passage.answer]
  const kept: string[] = []
  const named = new Set<string>()
  let all = 0
  let cut = 0
  let says = false

  /** The sentence as it is said; null: cut. */
  const checked = (sentence: string): string | null => {
    const plain = withoutLeadIn(plainSentence(sentence))
    const support = supportOf(plain.replace(PLACEHOLDER, ' '), grounds)
    const said = uncover(plain, question.kept)
    if ('unsupported' in support || said === null) return null
    const own = [...question.kept].filter(([name]) => plain.includes(name)).map(([, words]) => words)
    const states = { computed: own.map(wordsFact), cited, now, timeZone }
    if (faultsOf([{ kind: 'text', text: said }], states).length > 0) return null
    for (const words of own) named.add(words)
    says ||= support.says
    return said
  }
  const read = (sentence: string): boolean => {
    if (sentence.trim() === '') return false
    all += sentence.trim().length
    const said = checked(sentence)
    if (said === null) cut++
    else kept.push(said)
    return said !== null
  }
  const soFar = () => kept.join('').trim()
  return {
    take: (piece) => (sentences.take(piece).map(read).includes(true) ? soFar() : null),
    end: () => {
      read(sentences.rest())
      const text = soFar()
      const enough = says && text.length >= all * LEAST_KEPT
      const verdict = !enough ? 'unsupported' : leavesOut(text, grounds) ? 'left-out' : 'ok'
      return { text, cut, named: [...named], verdict }
    },
  }
}
