// One stored message: system lines in the middle, the visitor's right, everyone else left with name and AI label.
import './feedback.css'
import type { Message } from '@ballast/contract/conversation'
import type { CustomerPart } from '@ballast/contract/parts'
import { formatTime, initial } from './format.ts'
import { isJudged, Judge } from './Judge.tsx'
import type { Words } from './locales/words.ts'
import { OwnMessage } from './own/OwnMessage.tsx'
import { Choices } from './parts/Choices.tsx'
import { FormView } from './parts/FormView.tsx'
import { PartView } from './parts/PartView.tsx'
import { isChangeable } from './pending.ts'
import type { Session } from './session.ts'
import { systemText } from './system-text.ts'

interface Props {
  readonly message: Message
  readonly words: Words
  readonly botName: string
  readonly first: boolean
  readonly last: boolean
  readonly receipt: 'sent' | 'read' | null
  readonly session: Session
  /** Why the visitor's last change of this message was refused: a problem's code. */
  readonly refused: string | null
  readonly personFree: boolean
  readonly onSay: (text: string) => void
  readonly onParts: (parts: CustomerPart[]) => void
}

const SystemLines = ({ message, words }: Pick<Props, 'message' | 'words'>) => (
  <>
    {message.parts.map((part) => {
      const text = part.kind === 'system' ? systemText(part, words) : part.kind === 'text' ? part.text : null
      return text === null ? null : (
        <p key={text} class="system">
          {text}
        </p>
      )
    })}
  </>
)

const Byline = ({ message, words, botName }: Pick<Props, 'message' | 'words' | 'botName'>) => {
  const bot = message.author.kind === 'bot'
  return (
    <p class="byline">
      {!bot && (
        <span class="face" aria-hidden="true">
          {initial(message.author.name ?? words.agent)}
        </span>
      )}
      <span>{message.author.name ?? (bot ? botName : words.agent)}</span>
      {bot && (
        <abbr class="ai" title={words.aiExplained}>
          {words.ai}
        </abbr>
      )}
      <time dateTime={message.sentAt}>{formatTime(message.sentAt, words.locale)}</time>
    </p>
  )
}

const Content = ({ message, words, last, onSay, onParts }: Props) => (
  <div class="stack">
    {message.recalled ? (
      <p class="bubble recalled">{message.author.kind === 'customer' ? words.own.recalled : words.recalled}</p>
    ) : (
      message.parts.map((part, index) => {
        const key = `${message.id}/${index}`
        if (part.kind === 'buttons' || part.kind === 'quick-replies')
          return <Choices key={key} part={part} words={words} live={last} onSay={onSay} />
        if (part.kind === 'form') return <FormView key={key} part={part} words={words} live={last} onParts={onParts} />
        return <PartView key={key} part={part} words={words} />
      })
    )}
    {message.editedAt !== undefined && !message.recalled && <p class="edited">{words.edited}</p>}
  </div>
)

const Refused = ({ code, mine, words }: { code: string; mine: boolean; words: Words }) => (
  <p class={mine ? 'receipt failed' : 'receipt failed theirs'} role="alert">
    {words.own.problems[code] ?? words.problems[code] ?? words.problems.other}
  </p>
)

/** The visitor's own: it may be changed for a while. */
const Mine = (props: Props) => {
  const { message, words, session } = props
  return (
    <div class="row me">
      <span class="unseen">{words.you}</span>
      {isChangeable(message, Date.now()) ? (
        <OwnMessage message={message} words={words} session={session}>
          <Content {...props} />
        </OwnMessage>
      ) : (
        <Content {...props} />
      )}
    </div>
  )
}

export const MessageView = (props: Props) => {
  const { message, words, first, receipt, refused } = props
  if (message.author.kind === 'system') return <SystemLines message={message} words={words} />
  const mine = message.author.kind === 'customer'
  return (
    <>
      {!mine && first && <Byline {...props} />}
      {mine ? (
        <Mine {...props} />
      ) : (
        <div class={`row them ${message.author.kind}`}>
          <Content {...props} />
        </div>
      )}
      {isJudged(message) && <Judge {...props} />}
      {refused !== null && <Refused code={refused} mine={mine} words={words} />}
      {receipt !== null && (
        <p class="receipt">
          {formatTime(message.sentAt, words.locale)} · {words.state[receipt]}
        </p>
      )}
    </>
  )
}
