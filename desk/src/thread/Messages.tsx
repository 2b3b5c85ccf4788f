// The messages by sequence with day lines, what is on its way, and who is typing.
import type { ConversationRow } from '@ballast/contract/conversation'
import { Fragment, type UIEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queries, useMay, useSession } from '../app/server.ts'
import { dayOf, useTimes } from '../app/times.ts'
import { called } from '../inbox/called.ts'
import { applyFrame, typists } from '../live/apply.ts'
import { useCell } from '../live/cell.ts'
import { useLive } from '../live/desk-line.ts'
import type { Thread } from '../live/thread.ts'
import { Blank } from '../ui/Blank.tsx'
import { Button } from '../ui/Button.tsx'
import { MessageItem } from './MessageItem.tsx'
import { PendingItem } from './PendingItem.tsx'

const Typing = ({ conversationId, me }: { conversationId: string; me: string }) => {
  const { t } = useTranslation()
  const all = useCell(typists, (list) => list)
  const names = all
    .filter((each) => each.conversationId === conversationId && each.who !== `agent:${me}`)
    .map((each) => each.name ?? t(`author.${each.who.split(':')[0]}`))
  return (
    <p className="typing" aria-live="polite">
      {names.length > 0 && (
        <>
          <span className="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {t('thread.typing', { names: names.join(', ') })}
        </>
      )}
    </p>
  )
}

/** Tells the server that the newest message was read, while it is in sight and it is ours to answer. */
const useReadMark = (row: ConversationRow, lastSeq: number, atEnd: boolean) => {
  const { line } = useLive()
  const me = useSession().staff.id
  const mayReply = useMay('conversations.reply')
  const { id, assigneeId } = row.conversation
  const ours = mayReply && (assigneeId === null || assigneeId === me)
  useEffect(() => {
    if (!ours || !atEnd || row.unread === 0 || lastSeq === 0 || document.hidden) return
    if (line.send({ t: 'read', conversationId: id, seq: lastSeq }))
      applyFrame({ queries, line, me }, { t: 'read', conversationId: id, by: 'agent', seq: lastSeq })
  }, [line, id, me, ours, atEnd, lastSeq, row.unread])
}

const Lines = ({ thread, row }: { thread: Thread; row: ConversationRow }) => {
  const { t } = useTranslation()
  const times = useTimes()
  return thread.messages.map((message, index) => {
    const before = thread.messages[index - 1]
    const newDay = before === undefined || dayOf(before.sentAt) !== dayOf(message.sentAt)
    const follows =
      !newDay &&
      before.author.kind === message.author.kind &&
      before.author.id === message.author.id &&
      before.note === message.note
    return (
      <Fragment key={message.seq}>
        {newDay && (
          <p className="day">
            <span>{times.day(message.sentAt)}</span>
          </p>
        )}
        <MessageItem
          message={message}
          follows={follows}
          readByCustomer={message.seq <= row.conversation.customerReadSeq}
          customer={called(row.contactName, row.conversation.contactId, t)}
        />
      </Fragment>
    )
  })
}

interface MessagesProps {
  row: ConversationRow
  thread: Thread
  earlier: () => void
  loadingEarlier: boolean
}

export const Messages = ({ row, thread, earlier, loadingEarlier }: MessagesProps) => {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const [atEnd, setAtEnd] = useState(true)
  const { outbox } = useLive()
  const me = useSession().staff.id
  const { id } = row.conversation
  const pending = useCell(outbox.pending, (list) => list).filter((each) => each.conversationId === id)
  useReadMark(row, thread.messages.at(-1)?.seq ?? 0, atEnd)
  // The box is reversed: offset 0 is its end, and stays there as messages come.
  const onScroll = (event: UIEvent<HTMLDivElement>) => setAtEnd(event.currentTarget.scrollTop > -80)
  return (
    <div className="messages-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
      <div className="messages" ref={box} onScroll={onScroll} role="log" aria-label={t('thread.messages')} tabIndex={0}>
        <div className="messages-inner">
          {!thread.fromStart && (
            <Button className="earlier" look="quiet" disabled={loadingEarlier} onClick={earlier}>
              {t(loadingEarlier ? 'loading' : 'thread.earlier')}
            </Button>
          )}
          {thread.messages.length === 0 && pending.length === 0 && <Blank icon="inbox" title={t('thread.empty')} />}
          <Lines thread={thread} row={row} />
          {pending.map((item) => (
            <PendingItem key={item.id} item={item} />
          ))}
          <Typing conversationId={id} me={me} />
        </div>
      </div>
      {!atEnd && (
        <Button className="to-newest" icon="down" onClick={() => box.current?.scrollTo({ top: 0, behavior: 'smooth' })}>
          {row.unread > 0 ? t('thread.newMessages', { count: row.unread }) : t('thread.newest')}
        </Button>
      )}
    </div>
  )
}
