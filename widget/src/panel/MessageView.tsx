// One stored message: system lines in the middle, the visitor's right, everyone else left with name and AI label.
import type { Message } from '@ballast/contract/conversation'
import type { CustomerPart, Part } from '@ballast/contract/parts'
import { formatTime } from './format.ts'
import type { Words } from './locales/words.ts'
import { Choices } from './parts/Choices.tsx'
import { FormView } from './parts/FormView.tsx'
import { PartView } from './parts/PartView.tsx'

interface Props {
  readonly message: Message
  readonly words: Words
  readonly botName: string
  readonly first: boolean
  readonly last: boolean
  readonly receipt: 'sent' | 'read' | null
  readonly onSay: (text: string) => void
  readonly onParts: (parts: CustomerPart[]) => void
}

const systemText = (part: Extract<Part, { kind: 'system' }>, words: Words): string | null => {
  if (part.code === 'queue-position' || part.code === 'rated') return null
  const line = words.system[part.code]
  return typeof line === 'string' ? line : line(part.name ?? (part.code === 'agent-joined' ? words.agent : ''))
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

const Content = ({ message, words, last, onSay, onParts }: Omit<Props, 'botName' | 'first' | 'receipt'>) => (
  <div class="stack">
    {message.recalled ? (
      <p class="bubble recalled">{words.recalled}</p>
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

export const MessageView = (props: Props) => {
  const { message, words, first, receipt } = props
  if (message.author.kind === 'system') return <SystemLines message={message} words={words} />
  const mine = message.author.kind === 'customer'
  return (
    <>
      {!mine && first && <Byline {...props} />}
      <div class={mine ? 'row me' : `row them ${message.author.kind}`}>
        {mine && <span class="unseen">{words.you}</span>}
        <Content {...props} />
      </div>
      {receipt !== null && (
        <p class="receipt">
          {formatTime(message.sentAt, words.locale)} · {words.state[receipt]}
        </p>
      )}
    </>
  )
}
