// Which message of a conversation was the question, and what a colleague answered to it.
import { type Message, plainText } from '@ballast/contract'
import { coreOf } from './core-of.ts'

/** Not about anything the shop could write down. */
const TALK = new Set(['person', 'greeting', 'thanks', 'bye'])
/** Less sure of it, it may be a question all the same. */
const SURE = 0.6
const SHORTEST_QUESTION = 4
const SHORTEST_ANSWER = 8
/** Turns of colleagues looked at after a question. */
const MOST_TURNS = 3
/** "One moment", "let me look": said before the answer. */
const STALLING =
  /^(?:您好|你好|亲|在的|好的|嗯+|请?(?:您)?稍[等候]|马上|我?(?:这边|来)?(?:帮您?|给您?|为您)?(?:看|查|问|核实|确认)(?:一下|下)|hi|hello|hey|sure|ok(?:ay)?|one (?:moment|sec(?:ond)?)|just a (?:moment|sec(?:ond)?)|let me (?:check|look|see|ask)|hold on|hang on|bear with me)[^，。,.!！?？]{0,12}[，。,.!！~\s]*/i

const textOf = (message: Message): string => plainText(message.parts).replace(/\s+/g, ' ').trim()

export const isQuestion = (message: Message): boolean => {
  if (message.author.kind !== 'customer' || message.recalled) return false
  const { intent, confidence = 1, asksForPerson } = message.verdict ?? {}
  if (asksForPerson || (intent !== undefined && confidence >= SURE && TALK.has(intent))) return false
  return coreOf(textOf(message)).length >= SHORTEST_QUESTION
}

/** The last question at or before `upTo`; a colleague's reply in between settles what was asked before it. */
export const questionBefore = (messages: readonly Message[], upTo: number): Message | null => {
  for (const message of messages.filter(({ seq }) => seq <= upTo).toReversed()) {
    if (message.author.kind === 'agent' && !message.note) return null
    if (isQuestion(message)) return message
  }
  return null
}

const withoutStalling = (text: string): string => {
  let rest = text
  for (let cut = rest.replace(STALLING, ''); cut !== rest; cut = rest.replace(STALLING, '')) rest = cut
  return rest.trim()
}

/** What somebody says in one go; others say nothing in between. */
interface Turn {
  readonly kind: Message['author']['kind']
  readonly texts: string[]
}
const turnsAfter = (messages: readonly Message[], seq: number): Turn[] => {
  const turns: Turn[] = []
  for (const message of messages) {
    if (message.seq <= seq || message.note || message.recalled || message.author.kind === 'system') continue
    const last = turns.at(-1)
    if (last?.kind === message.author.kind) last.texts.push(textOf(message))
    else turns.push({ kind: message.author.kind, texts: [textOf(message)] })
  }
  return turns
}

/** The first reply of a colleague that says something; null: nobody's did. */
export const answerTo = (messages: readonly Message[], question: Pick<Message, 'seq'>): string | null => {
  const said = turnsAfter(messages, question.seq)
    .filter(({ kind }) => kind === 'agent')
    .slice(0, MOST_TURNS)
    .map(({ texts }) => texts.map(withoutStalling).filter(Boolean).join('\n'))
  return said.find((text) => text.length >= SHORTEST_ANSWER) ?? null
}
