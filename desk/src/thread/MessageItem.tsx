// One message: who wrote it decides its side and colour; notes are yellow and never leave the house.
import type { Message } from '@ballast/contract/conversation'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useTimes } from '../app/times.ts'
import { Icon } from '../ui/Icon.tsx'
import { Judged } from './judged.tsx'
import { OnView } from './OnView.tsx'
import { OwnActions } from './OwnActions.tsx'
import { PartView } from './PartView.tsx'
import { Verdict } from './Verdict.tsx'
import { Worded } from './Worded.tsx'

const Delivery = ({ message, read }: { message: Message; read: boolean }) => {
  const { t } = useTranslation()
  const state = message.delivery === 'failed' ? 'failed' : read ? 'read' : message.delivery
  return (
    <span className={`delivery ${state}`} title={message.failure}>
      {t(`delivery.${state}`)}
      {message.failure && `: ${message.failure}`}
    </span>
  )
}

const Foot = ({ message, read }: { message: Message; read: boolean }) => {
  const { t } = useTranslation()
  const times = useTimes()
  const outbound = message.author.kind === 'agent' || message.author.kind === 'bot'
  return (
    <footer>
      <time dateTime={message.sentAt} title={times.full(message.sentAt)}>
        {times.time(message.sentAt)}
      </time>
      {message.editedAt && <span>{t('message.edited')}</span>}
      {outbound && !message.note && <Delivery message={message} read={read} />}
      {message.verdict && <Verdict message={message} />}
      {message.turn?.wording !== undefined && <Worded how={message.turn.wording} />}
      {message.judgement && <Judged judgement={message.judgement} />}
      {message.author.kind === 'agent' && !message.recalled && <OwnActions message={message} />}
    </footer>
  )
}

const Head = ({ message, customer }: { message: Message; customer: string }) => {
  const { t } = useTranslation()
  const { kind, name } = message.author
  return (
    <header>
      {kind === 'bot' && <Icon name="bot" size={14} />}
      <b>{name ?? (kind === 'customer' ? customer : t(`author.${kind}`))}</b>
      {kind === 'bot' && <span className="ai">AI</span>}
      {message.note && <span className="note-tag">{t('message.note')}</span>}
    </header>
  )
}

interface MessageItemProps {
  message: Message
  /** The line before is by the same author: the name is not repeated. */
  follows: boolean
  readByCustomer: boolean
  /** Their name, for messages that carry none. */
  customer: string
}

export const MessageItem = memo(({ message, follows, readByCustomer, customer }: MessageItemProps) => {
  const { t } = useTranslation()
  const side = message.note ? 'note' : message.author.kind
  return (
    <article className={`message ${side} ${follows ? 'follows' : ''}`} data-seq={message.seq}>
      {side !== 'system' && !follows && <Head message={message} customer={customer} />}
      <div className="bubble">
        {message.recalled ? (
          <p className="recalled">{t('message.recalled')}</p>
        ) : (
          message.parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no id and their order is the message.
            <PartView key={index} part={part} />
          ))
        )}
      </div>
      {message.context && <OnView context={message.context} />}
      {side !== 'system' && <Foot message={message} read={readByCustomer} />}
    </article>
  )
})
