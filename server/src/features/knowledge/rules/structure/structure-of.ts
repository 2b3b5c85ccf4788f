// The structure of one entry: what its heading says it is about, then its tables, pairs, steps and sentences.
import type { About } from './about.ts'
import { codesIn } from './codes.ts'
import { createFound, type Finding, type Found, plainName } from './found.ts'
import { type Lines, linesOf } from './lines.ts'
import { readCodes } from './read-codes.ts'
import { readSentences } from './read-sentences.ts'
import { readTables } from './read-tables.ts'
import { isPropertyName, measureOf } from './values.ts'
import {
  isChinese,
  isGeneric,
  isPolicyHeading,
  isProcedureHeading,
  isPromotion,
  isSpecHeading,
  manualOf,
  policyNamed,
} from './words.ts'

/** An entry as its structure is read. */
export interface Text {
  readonly title: string
  readonly answer: string
  /** The product it is about, of a catalogue: its title ends with the name. */
  readonly product?: string
}
/** What is known beside the entry. */
export interface Known {
  /** Names of products of the workspace or of the same document. */
  readonly products: readonly string[]
  /** The document's own title. */
  readonly document?: string
}
const NUMBERING =
  /^(?:第?[一二三四五六七八九十百]+[章节条、.．]\s*|\d+(?:\.\d+)*[.、)）]?\s+|[（(][一二三四五六七八九十\d]+[)）]\s*)/u
const PART = / \(\d+\)$/
const QUESTION = /[?？]$|^(?:how|what|when|where|can|do|does|is|are|which|why)\b|(?:吗|多久|多少|几天|怎么办)$/i
const LONGEST_NAME = 60

export const headingsOf = (title: string): string[] =>
  title
    .replace(PART, '')
    .split(' › ')
    .map((part) => part.trim().replace(NUMBERING, '').trim())
    .filter((part) => part !== '')

const mayBeProduct = (name: string): boolean =>
  name.length <= LONGEST_NAME &&
  !isGeneric(name) &&
  !isPolicyHeading(name) &&
  !isPromotion(name) &&
  !isProcedureHeading(name) &&
  !QUESTION.test(name) &&
  codesIn(name).length === 0

/** Two measured pairs below a heading make it a product. */
const isDescribed = ({ pairs }: Lines): boolean =>
  pairs.filter(({ name, value }) => isPropertyName(name) || (measureOf(value)?.unit ?? '') !== '').length >= 2

/** Products that one entry is under: by catalogue, manual, a table of specifications, or properties. */
const productsOver = (text: Text, document: string | undefined): string[] => {
  const headings = headingsOf(text.title)
  const leaf = headings.at(-1) ?? ''
  if (text.product !== undefined) return leaf === '' ? [] : [leaf]
  const manuals = [...headings, document ?? ''].flatMap((heading) => manualOf(heading) ?? [])
  const above = headings.slice(0, -1).findLast(mayBeProduct)
  if (isSpecHeading(leaf)) return above === undefined ? manuals : [manualOf(above) ?? above, ...manuals]
  if (mayBeProduct(leaf) && isDescribed(linesOf(text.answer))) return [leaf, ...manuals]
  return manuals
}

/** Names of products that entries of a document introduce, for the rest of it to know. */
export const productsIn = (texts: readonly Text[], document?: string): string[] => [
  ...new Set(texts.flatMap((text) => productsOver(text, document))),
]

const productOf = (text: Text, known: Known): string | null => {
  const own = productsOver(text, known.document)[0]
  if (own !== undefined) return own
  const headings = headingsOf(text.title).map(plainName)
  const names = known.products.map((name) => ({ name, plain: plainName(name) })).filter(({ plain }) => plain.length > 1)
  const named = names
    .filter(({ plain }) => headings.some((heading) => heading === plain || heading.includes(plain)))
    .sort((a, b) => b.plain.length - a.plain.length)
  return named[0]?.name ?? null
}

const policyLabel = (heading: string): string =>
  QUESTION.test(heading) || heading.length > 40 ? (policyNamed(heading) ?? heading) : heading

interface Headed {
  readonly headings: readonly string[]
  readonly lines: Lines
  readonly product: string | null
  readonly productLabel: string
}

/** The nearest heading that names a policy, a manual's aside. */
const policyOver = (found: Finding, { headings, productLabel }: Headed): string | null => {
  const heading = headings.findLast((each) => isPolicyHeading(each) && manualOf(each) === null && each !== productLabel)
  if (heading === undefined || (isPromotion(heading) && policyNamed(heading) === null)) return null
  return found.node({ kind: 'policy', label: policyLabel(heading) }, heading)
}

/** A procedure is told apart by what it is of: «Cleaning» of one product is not that of another. */
const readSteps = (found: Finding, headed: Headed): string | null => {
  const { headings, lines, productLabel } = headed
  const leaf = headings.at(-1) ?? ''
  const list = lines.steps.find((steps) => steps.length >= 2)
  const titled = isProcedureHeading(leaf)
  if (list === undefined || (!titled && isPolicyHeading(leaf))) return null
  const scope = productLabel || headings.slice(0, -1).join(' ')
  const key = found.node({ kind: 'procedure', label: leaf || list[0]!.text, scope }, leaf || list[0]!.text)
  for (const { place, text } of list) {
    const step = found.node({ kind: 'step', label: text, scope: `${scope} ${leaf} ${place}` }, text)
    found.edge('step-of', [step, key], { quote: text, place: Math.min(999, place) })
  }
  return key
}

const aboutOf = (found: Finding, headed: Headed): About => {
  const { headings, product, productLabel } = headed
  const leaf = headings.at(-1) ?? ''
  const policy = policyOver(found, headed)
  const codes = codesIn(leaf)
  const procedure = readSteps(found, headed)
  const offers = isPromotion(leaf) && !QUESTION.test(leaf) && codes.length === 0 && procedure === null
  const promotion = offers ? found.node({ kind: 'promotion', label: leaf }, leaf) : null
  found.edge('promotion-of', [promotion, product], { quote: leaf })
  found.edge('governed-by', [procedure, policy], { quote: leaf })
  found.edge('governed-by', [product, policy], { quote: headings.join(' › ') })
  if (procedure !== null && policy === null && codes.length === 0)
    found.edge('applies-to', [procedure, product], { quote: leaf })
  return { product, productLabel, policy, subject: promotion ?? procedure ?? policy, codes }
}

/** «Capacity: 10 L» is a property of the product it stands under. */
const readPairs = (found: Finding, { headings, lines, product, productLabel }: Headed): void => {
  if (product === null) return
  const described = isSpecHeading(headings.at(-1) ?? '') || isDescribed(lines)
  for (const { name, value } of lines.pairs) {
    const measure = measureOf(value)
    if (!(isPropertyName(name) || (described && name.length <= 20) || (measure?.unit ?? '') !== '')) continue
    if (codesIn(`${name} error`).length > 0) continue
    const key = found.node(
      { kind: 'attribute', label: name, scope: productLabel, ...(measure ?? { value }) },
      `${name}: ${value}`,
    )
    found.edge('has-attribute', [product, key], { quote: `${name}: ${value}` })
  }
}

export const structureOf = (text: Text, known: Known): Found => {
  const found = createFound()
  const headings = headingsOf(text.title)
  const lines = linesOf(text.answer)
  const name = productOf(text, known)
  const product = name === null ? null : found.node({ kind: 'product', label: name, value: text.product ?? '' }, name)
  const headed: Headed = { headings, lines, product, productLabel: name ?? '' }
  const about = aboutOf(found, headed)
  readPairs(found, headed)
  readTables(found, { about, lines, headings })
  readCodes(found, { about, lines, headings, answer: text.answer })
  readSentences(found, { about, lines, products: known.products, chinese: isChinese(text.answer) })
  return found.end()
}
