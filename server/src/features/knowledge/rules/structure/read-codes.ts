// Error codes with what they mean and what helps: by heading, by line, and in running text.

import type { About } from './about.ts'
import { codeLine, codesIn, remedyIn, speaksOfCodes } from './codes.ts'
import type { Finding } from './found.ts'
import { type Lines, sentencesOf } from './lines.ts'

interface Code {
  readonly key: string | null
  readonly label: string
}
interface Remedy {
  readonly code: Code
  readonly text: string
  readonly about: About
  readonly quote: string
}

/** A procedure that helps against it, its sentences as steps when there are several. */
export const remedy = (found: Finding, { code, text, about, quote }: Remedy): void => {
  const steps = sentencesOf(text)
  if (steps.length === 0) return
  const scope = `${about.productLabel} ${code.label}`
  const key = found.node({ kind: 'procedure', label: text, scope }, quote)
  found.edge('fixes', [key, code.key], { quote })
  if (steps.length < 2) return
  for (const [at, step] of steps.entries()) {
    const one = found.node({ kind: 'step', label: step, scope: `${scope} ${at + 1}` }, step)
    found.edge('step-of', [one, key], { quote: step, place: at + 1 })
  }
}

/** Lines of a paragraph are one line: each code with a colon begins another. */
const BEFORE_CODE = /(?<=[.。；;!！] ?)(?=(?:[EFHPCUL]|Er|ERR|EC|FE)[ -]?\d{1,3}[a-z]?\s?[:：—–])/u

interface Given {
  readonly about: About
  readonly lines: Lines
  readonly headings: readonly string[]
  readonly answer: string
}

const codeNode = (found: Finding, about: About, said: { label: string; value: string; quote: string }): Code => {
  const { label, value, quote } = said
  const key = found.node({ kind: 'error-code', label, value, scope: about.productLabel }, quote)
  found.edge('applies-to', [key, about.product], { quote })
  return { key, label }
}

/** A section about one code: its steps or sentences are what helps. */
const readSection = (found: Finding, { about, lines, headings }: Given): void => {
  const leaf = headings.at(-1) ?? ''
  const [first, ...more] = lines.sentences
  const helping = remedyIn(lines.sentences)
  const value = first !== undefined && helping[0] !== first ? first : ''
  for (const label of about.codes) {
    const code = codeNode(found, about, { label, value: value || leaf, quote: [leaf, first, ...more].join(' ') })
    if (lines.steps.length > 0 && about.subject !== null)
      found.edge('fixes', [about.subject, code.key], { quote: leaf })
    else remedy(found, { code, text: helping.join(' '), about, quote: helping.join(' ') })
  }
}

const readLines = (found: Finding, { about, headings, answer }: Given): void => {
  const sure = headings.some(speaksOfCodes)
  for (const line of answer.split('\n').flatMap((each) => each.split(BEFORE_CODE))) {
    if (line.includes(' | ')) continue
    const begun = codeLine(line.replace(/^\s*[-•*]\s+/, ''), sure)
    if (begun !== null) {
      const said = sentencesOf(begun.rest)
      const helping = remedyIn(said)
      const value = said.slice(0, said.length - helping.length).join(' ')
      const code = codeNode(found, about, { label: begun.code, value, quote: line })
      remedy(found, { code, text: helping.join(' '), about, quote: line })
      continue
    }
    for (const sentence of sentencesOf(line)) {
      const helping = remedyIn([sentence])
      for (const label of codesIn(sentence)) {
        const code = codeNode(found, about, { label, value: '', quote: sentence })
        remedy(found, { code, text: helping.join(' '), about, quote: sentence })
      }
    }
  }
}

export const readCodes = (found: Finding, given: Given): void => {
  if (given.about.codes.length > 0) readSection(found, given)
  else readLines(found, given)
}
