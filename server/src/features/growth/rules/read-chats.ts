// Old chats out of a text: JSONL or CSV, pairs of question and answer or single messages. What cannot be read is named by line.
import type { ChatColumns } from '@ballast/contract/routes/old-chats'
import { splitRows } from './split-rows.ts'

export interface OldQuestion {
  /** From 1. */
  readonly line: number
  readonly question: string
  readonly answer: string | null
}
export interface Skipped {
  readonly line: number
  readonly why: 'unreadable' | 'no-question' | 'too-long' | 'too-many'
}
export interface ReadChats {
  readonly questions: OldQuestion[]
  readonly skipped: Skipped[]
}

const MOST = 20_000
const LONGEST = 2_000
const SHORTEST = 4
const NAMES = {
  question: ['question', 'q', 'query', '问题', '提问', '问'],
  answer: ['answer', 'a', 'response', 'reply', '答案', '回答', '回复', '答'],
  conversation: [
    'conversation',
    'conversation_id',
    'conversationid',
    'session',
    'session_id',
    'chat',
    'chat_id',
    '会话',
    '会话id',
  ],
  author: ['author', 'role', 'sender', 'from', '发送者', '角色', '发送人'],
  text: ['text', 'content', 'message', 'body', '内容', '消息'],
} as const
type Field = keyof typeof NAMES
const FIELDS = Object.keys(NAMES) as Field[]
const CUSTOMER = /^(?:customer|user|visitor|client|buyer|买家|顾客|客户|用户|访客)$/i
/** What they say answers nobody. */
const NOBODY = /^(?:bot|robot|system|auto|机器人|系统|自动)/i
const AGENT = /^(?:agent|staff|seller|human|assistant|operator|support|客服|卖家|商家|坐席|人工)$/i

export interface Line {
  readonly line: number
  /** Null: not to be read. */
  readonly value: Record<string, unknown> | null
}
type Message = { readonly line: number; readonly conversation: string; readonly author: string; readonly text: string }

/** What a column of this name is taken for, when nobody says. */
export const fieldOf = (column: string): Field | null => {
  const name = column.trim().toLowerCase()
  return FIELDS.find((field) => (NAMES[field] as readonly string[]).includes(name)) ?? null
}

const field = (value: Record<string, unknown>, name: Field, columns?: ChatColumns): string | undefined => {
  const key = columns === undefined ? Object.keys(value).find((one) => fieldOf(one) === name) : columns[name]
  const found = key === undefined ? undefined : value[key]
  return typeof found === 'string' || typeof found === 'number' ? String(found).trim() : undefined
}

const asObject = (text: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

/** What the file is, by its first sign. */
export const kindOf = (text: string): 'jsonl' | 'csv' =>
  text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('{')
    ? 'jsonl'
    : 'csv'

export function* linesOf(text: string): Generator<Line> {
  const plain = text.replace(/^\uFEFF/, '')
  if (kindOf(text) === 'jsonl') {
    for (const [at, one] of plain.split('\n').entries())
      if (one.trim() !== '') yield { line: at + 1, value: asObject(one) }
    return
  }
  let head: readonly string[] | undefined
  for (const { line, cells } of splitRows(plain))
    if (head === undefined) head = cells
    else yield { line, value: Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ''])) }
}

/** One line may hold a whole conversation. */
const messagesIn = ({ line, value }: Line, columns?: ChatColumns): Message[] => {
  if (value === null) return []
  const list = Array.isArray(value.messages) ? (value.messages as unknown[]) : [value]
  const conversation = field(value, 'conversation', columns) ?? `line ${line}`
  return list.flatMap((one) => {
    if (typeof one !== 'object' || one === null) return []
    // A conversation within a line has keys of its own: they are guessed.
    const own = one === value ? columns : undefined
    const author = field(one as Record<string, unknown>, 'author', own)
    const text = field(one as Record<string, unknown>, 'text', own)
    return author === undefined || text === undefined || text === '' ? [] : [{ line, conversation, author, text }]
  })
}

/** The first thing a customer asks before each reply, with the reply. */
const pairsIn = (messages: readonly Message[], customer?: string): OldQuestion[] => {
  const asks = (author: string) => (customer === undefined ? CUSTOMER.test(author) : author === customer)
  const answers = (author: string) => (customer === undefined ? AGENT.test(author) : !NOBODY.test(author))
  const pairs: { line: number; question: string; answer: string | null }[] = []
  let open: (typeof pairs)[number] | null = null
  let isAnswering = false
  for (const { line, author, text } of messages) {
    if (asks(author)) {
      if (open === null || isAnswering) {
        open = text.length >= SHORTEST ? { line, question: text, answer: null } : null
        if (open !== null) pairs.push(open)
        isAnswering = false
      }
    } else if (answers(author) && open !== null) {
      open.answer = open.answer === null ? text : `${open.answer}\n${text}`
      isAnswering = true
    }
  }
  return pairs
}

/** In steps of a tenth of a millisecond or so. */
export function* readChats(text: string, columns?: ChatColumns): Generator<undefined, ReadChats> {
  const questions: OldQuestion[] = []
  const skipped: Skipped[] = []
  const messages: Message[] = []
  for (const one of linesOf(text)) {
    yield
    const question = one.value === null ? undefined : field(one.value, 'question', columns)
    const found = question === undefined ? messagesIn(one, columns) : []
    if (one.value === null) skipped.push({ line: one.line, why: 'unreadable' })
    else if (question !== undefined && question.length >= SHORTEST)
      questions.push({ line: one.line, question, answer: field(one.value, 'answer', columns) || null })
    else if (found.length === 0) skipped.push({ line: one.line, why: 'no-question' })
    messages.push(...found)
  }
  for (const some of Map.groupBy(messages, ({ conversation }) => conversation).values())
    questions.push(...pairsIn(some, columns?.customer))
  const [fit, long] = [questions.filter(isShort), questions.filter((one) => !isShort(one))]
  return {
    questions: fit.slice(0, MOST),
    skipped: [
      ...skipped,
      ...long.map(({ line }) => ({ line, why: 'too-long' as const })),
      ...fit.slice(MOST).map(({ line }) => ({ line, why: 'too-many' as const })),
    ].sort((a, b) => a.line - b.line),
  }
}
const isShort = ({ question }: OldQuestion): boolean => question.length <= LONGEST
