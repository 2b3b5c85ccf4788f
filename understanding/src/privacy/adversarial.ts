// Our own adversarial set for personal data: about 1,200 messages of made-up data, about half of them clean look-alikes.
// Hand-written cases (adversarial-zh, -zh-clean, -en, -more, -held-out) and generated number formats (adversarial-formats). The detectors
// are tuned on ADVERSARIAL; HELD_OUT is only measured.
import { EN_CLEAN, EN_PERSONAL } from './adversarial-en.ts'
import { FORMATS, HELD_OUT_FORMATS } from './adversarial-formats.ts'
import { HELD_OUT_CLEAN, HELD_OUT_PERSONAL } from './adversarial-held-out.ts'
import { LAST_CLEAN, LAST_PERSONAL } from './adversarial-last.ts'
import { MORE_CLEAN, MORE_PERSONAL } from './adversarial-more.ts'
import { ZH_PERSONAL } from './adversarial-zh.ts'
import { ZH_CLEAN } from './adversarial-zh-clean.ts'
import type { PersonalType } from './span.ts'

export interface AdversarialCase {
  readonly text: string
  /** Earlier messages of the same person, oldest first. */
  readonly previous: readonly string[]
  /** [start, end, type], UTF-16, end exclusive. */
  readonly spans: readonly (readonly [number, number, PersonalType])[]
}

const MARK = /\{([a-z-]+):([^}]*)\}/g

/** `{type:text}` becomes a span; ` ⏎ ` parts messages, the last one is the case. */
export const readCase = (line: string): AdversarialCase => {
  const messages = line.split(' ⏎ ')
  const marked = messages.pop()!
  const spans: [number, number, PersonalType][] = []
  let text = ''
  let from = 0
  for (const match of marked.matchAll(MARK)) {
    text += marked.slice(from, match.index)
    spans.push([text.length, text.length + match[2]!.length, match[1] as PersonalType])
    text += match[2]
    from = match.index + match[0].length
  }
  return {
    text: text + marked.slice(from),
    previous: messages.map((message) => message.replace(MARK, (_, _type, inner) => inner)),
    spans,
  }
}

export const ADVERSARIAL: readonly AdversarialCase[] = [
  ...ZH_PERSONAL,
  ...ZH_CLEAN,
  ...EN_PERSONAL,
  ...EN_CLEAN,
  ...MORE_PERSONAL,
  ...MORE_CLEAN,
  ...LAST_PERSONAL,
  ...LAST_CLEAN,
  ...FORMATS.personal,
  ...FORMATS.clean,
].map(readCase)

export const HELD_OUT: readonly AdversarialCase[] = [
  ...HELD_OUT_PERSONAL,
  ...HELD_OUT_CLEAN,
  ...HELD_OUT_FORMATS.personal,
  ...HELD_OUT_FORMATS.clean,
].map(readCase)
