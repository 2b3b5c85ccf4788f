// What a visitor finds before there is a thread to read: a greeting, the last conversation, questions to tap.
import type { Message } from '@ballast/contract/conversation'
import type { Part } from '@ballast/contract/parts'
import { formatDay, formatTime } from './format.ts'
import type { Words } from './locales/words.ts'
import type { State } from './thread-state.ts'

interface Props {
  readonly state: State
  readonly words: Words
  readonly onSay: (text: string) => void
  readonly onContinue: () => void
}

const Chevron = () => (
  <svg class="ahead" viewBox="0 0 24 24" aria-hidden="true">
    <path d="m9 6 6 6-6 6" />
  </svg>
)

const briefOf = (part: Part, words: Words): string => {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'image':
    case 'file':
    case 'audio':
    case 'video':
      return words.media[part.kind]
    case 'order-card':
      return `${words.order.title} ${part.orderNo}`
    case 'return-card':
      return `${words.returns.type[part.type]} ${part.returnId}`
    case 'product-card':
    case 'form':
      return part.title
    default:
      return ''
  }
}

/** The newest line that says something: system lines say nothing of what it was about. */
const lastLine = (messages: readonly Message[], words: Words): { text: string; at: string } | null => {
  const message = messages.findLast(({ author, recalled }) => author.kind !== 'system' && !recalled)
  if (message === undefined) return null
  const text = message.parts.map((part) => briefOf(part, words)).find((brief) => brief !== '')
  return { text: text ?? words.conversation, at: message.sentAt }
}

const Continue = ({ state, words, onContinue }: Omit<Props, 'onSay'>) => {
  const last = lastLine(state.messages, words)
  if (last === null) return null
  return (
    <button type="button" class="card-row continue" onClick={onContinue}>
      <span>
        <strong>{words.home.continue}</strong>
        <small>{last.text.slice(0, 120)}</small>
      </span>
      <time dateTime={last.at}>{formatDay(last.at, words.locale) ?? formatTime(last.at, words.locale)}</time>
      <Chevron />
    </button>
  )
}

export const Home = (props: Props) => {
  const { state, words, onSay } = props
  if (state.inbox === null) return <div class="home" />
  const { name, botName, greeting, starters } = state.inbox
  return (
    <div class="home">
      <h2>{words.greeting(name)}</h2>
      <p>{greeting ?? words.greetingMore(botName)}</p>
      <div class="rows">
        <Continue {...props} />
        <section aria-label={words.startersLabel} class="starters">
          <h3>{words.startersLabel}</h3>
          {(starters ?? words.starters).map((text) => (
            <button type="button" class="card-row" key={text} onClick={() => onSay(text)}>
              <span>{text}</span>
              <Chevron />
            </button>
          ))}
        </section>
      </div>
    </div>
  )
}
