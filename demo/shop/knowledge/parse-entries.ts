// Entries written as plain text: `# key topic`, then one line a language: title | question | question :: answer.
import type { DemoKnowledge, DemoText } from '../knowledge-entry.ts'

const textOf = (line: string | undefined): DemoText => {
  const [asked, answer] = (line ?? '').split(' :: ')
  const [title, ...questions] = asked!.split(' | ')
  if (!title || !answer || questions.length === 0) throw new Error(`an entry lacks something: ${line}`)
  return { title, questions, answer }
}

/** A topic may name a part of another: `return.box` belongs to `return`. */
export const parseEntries = (texts: string): DemoKnowledge[] =>
  texts
    .trim()
    .split('\n\n')
    .map((block) => {
      const [head, zh, en] = block.split('\n')
      const [, key, topic] = head!.split(' ')
      return { key: key!, topic: topic!, zh: textOf(zh), en: textOf(en) }
    })
