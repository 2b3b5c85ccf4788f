// Running text: the conditions it sets, the places and products it names, properties and promotions it states.

import type { About } from './about.ts'
import { type Condition, conditionsIn } from './conditions.ts'
import { type Finding, plainName } from './found.ts'
import type { Lines } from './lines.ts'
import { measureOf, propertiesIn } from './values.ts'
import { isPromotion, placesIn, policyNamed } from './words.ts'

interface Given {
  readonly about: About
  readonly lines: Lines
  readonly products: readonly string[]
  readonly chinese: boolean
}
const EDGE_OF = { holds: 'condition-of', requires: 'requires', except: 'overridden-by' } as const
const MOST_CONDITIONS = 16

const readProperties = (found: Finding, { about }: Given, sentence: string): void => {
  if (about.product === null) return
  for (const { name, value } of propertiesIn(sentence)) {
    const thing = {
      kind: 'attribute' as const,
      label: name,
      scope: about.productLabel,
      ...(measureOf(value) ?? { value }),
    }
    found.edge('has-attribute', [about.product, found.node(thing, sentence)], { quote: sentence })
  }
}

/** What a sentence is about: the heading's thing, else the policy or promotion it names itself. */
const subjectOf = (found: Finding, { about }: Given, sentence: string): string | null => {
  if (about.subject !== null || about.codes.length > 0) return about.subject
  const policy = policyNamed(sentence)
  if (policy !== null) return found.node({ kind: 'policy', label: policy }, sentence)
  if (!isPromotion(sentence) || sentence.length > 120) return null
  const promotion = found.node({ kind: 'promotion', label: sentence.replace(/[。.；;！!]$/u, '') }, sentence)
  found.edge('promotion-of', [promotion, about.product], { quote: sentence })
  return promotion
}

interface Setting {
  readonly subject: string
  readonly sentence: string
}
const readCondition = (found: Finding, { subject, sentence }: Setting, { text, kind, value, unit }: Condition) => {
  const key = found.node({ kind: 'condition', label: text, value, unit, scope: subject.split('|')[2] ?? '' }, sentence)
  // A policy asks for it, or is overridden by it; it is a condition of the policy.
  const ends = kind === 'holds' ? ([key, subject] as const) : ([subject, key] as const)
  found.edge(EDGE_OF[kind], ends, { quote: sentence })
  return key
}

const readPlaces = (
  found: Finding,
  { subject, sentence }: Setting,
  conditions: readonly { readonly key: string | null; readonly text: string }[],
): void => {
  for (const label of placesIn(sentence)) {
    const place = found.node({ kind: 'place', label }, sentence)
    const over = conditions.find(({ text }) => text.includes(label))
    found.edge('valid-in', [over === undefined ? subject : over.key, place], { quote: sentence })
  }
}

const readProducts = (found: Finding, { about, products }: Given, { subject, sentence }: Setting): void => {
  const text = plainName(sentence)
  for (const label of products) {
    const name = plainName(label)
    if (name.length < 2 || label === about.productLabel || !text.includes(name)) continue
    const promotes = subject.startsWith('promotion|')
    const product = found.node({ kind: 'product', label }, sentence)
    found.edge(promotes ? 'promotion-of' : 'applies-to', [subject, product], { quote: sentence })
  }
}

export const readSentences = (found: Finding, given: Given): void => {
  let conditions = 0
  for (const sentence of given.lines.sentences) {
    readProperties(found, given, sentence)
    const subject = subjectOf(found, given, sentence)
    if (subject === null) continue
    found.edge('governed-by', [given.about.product, subject.startsWith('policy|') ? subject : null], {
      quote: sentence,
    })
    const setting = { subject, sentence }
    const set = conditionsIn(sentence).slice(0, MOST_CONDITIONS - conditions)
    conditions += set.length
    const keys = set.map((condition) => ({ key: readCondition(found, setting, condition), text: condition.text }))
    readPlaces(found, setting, keys)
    readProducts(found, given, setting)
  }
}
