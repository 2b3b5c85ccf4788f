// The conversation as a text file, made on this device from what is loaded.
import type { Message } from '@ballast/contract/conversation'
import type { Part } from '@ballast/contract/parts'
import { formatDate, formatMoney } from '../format.ts'
import type { Words } from '../locales/words.ts'
import { systemText } from '../system-text.ts'
import type { State } from '../thread-state.ts'

const absolute = (url: string | undefined): string => (url === undefined ? '' : new URL(url, location.origin).href)
const joined = (...pieces: (string | undefined)[]): string => pieces.filter(Boolean).join(' · ')

const lineOf = (part: Part, words: Words): string | null => {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'image':
    case 'file':
    case 'audio':
    case 'video':
      return `[${joined(words.media[part.kind], part.name)}]`
    case 'order-card':
      return `[${joined(`${words.order.title} ${part.orderNo}`, words.order.status[part.status], part.total && formatMoney(part.total, words.locale))}]`
    case 'product-card':
      return `[${joined(part.title, part.price && formatMoney(part.price, words.locale), absolute(part.url))}]`
    case 'return-card':
      return `[${joined(`${words.returns.type[part.type]} ${part.orderNo}`, words.returns.status[part.status])}]`
    case 'location':
      return `[${joined(words.media.place, part.label)}]`
    case 'call':
      return `[${words.media.call}]`
    case 'form':
      return `[${joined(part.title, ...Object.values(part.values ?? {}))}]`
    case 'sources':
      return `(${words.sources}: ${part.sources.map(({ title }) => title).join(', ')})`
    case 'system':
      return systemText(part, words)
    default:
      return null
  }
}

const authorOf = ({ author }: Message, state: State, words: Words): string => {
  if (author.kind === 'customer') return words.you
  if (author.kind === 'bot') return `${author.name ?? state.inbox?.botName ?? ''} (${words.ai})`
  return author.name ?? words.agent
}

const entryOf = (message: Message, state: State, words: Words): string | null => {
  const lines = message.recalled
    ? [words.recalled]
    : message.parts.map((part) => lineOf(part, words)).filter((line) => line !== null)
  if (lines.length === 0) return null
  const time = formatDate(message.sentAt, words.locale)
  const text = lines.join('\n')
  return message.author.kind === 'system'
    ? `${time}  — ${text}`
    : `${time}  ${authorOf(message, state, words)}\n${text}`
}

/** Plain text, one paragraph a message. */
export const transcriptOf = (state: State, words: Words): string =>
  [state.inbox?.name ?? words.chat, ...state.messages.map((message) => entryOf(message, state, words))]
    .filter((entry) => entry !== null)
    .join('\n\n')
    .concat('\n')

export const saveTranscript = (state: State, words: Words): void => {
  const url = URL.createObjectURL(new Blob([transcriptOf(state, words)], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `chat-${new Date().toISOString().slice(0, 10)}.txt`
  link.click()
  // Phones read the file only after the press has been dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
