// An earlier conversation in the place of the open one: to be read, not to be answered. Nothing is marked as read.
import type { ConversationRow } from '@ballast/contract/conversation'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { go } from '../app/place.ts'
import { server } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import { Messages } from '../thread/Messages.tsx'
import { useThread } from '../thread/use-thread.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { Button } from '../ui/Button.tsx'

const Read = ({ row }: { row: ConversationRow }) => {
  const thread = useThread(row)
  if (!thread.data)
    return (
      <div className="messages">
        {thread.error ? <Failed error={thread.error} retry={() => void thread.refetch()} /> : <Loading lines={5} />}
      </div>
    )
  return (
    <Messages
      row={{ ...row, unread: 0 }}
      thread={thread.data}
      earlier={() => void thread.earlier()}
      loadingEarlier={thread.loadingEarlier}
    />
  )
}

export const EarlierPane = ({ conversationId, onBack }: { conversationId: string; onBack: () => void }) => {
  const { t } = useTranslation()
  const { full } = useTimes()
  const head = useRef<HTMLElement>(null)
  const query = useQuery({
    queryKey: ['conversation', conversationId],
    queryFn: ({ signal }) => server.readConversation({ params: { conversationId } }, signal),
  })
  useEffect(() => head.current?.querySelector('button')?.focus(), [])
  const row = query.data?.row
  return (
    <section className="thread earlier-pane" aria-label={t('panel.earlierOne')}>
      <header className="thread-head" ref={head}>
        <Button icon="back" onClick={onBack}>
          {t('panel.backToOpen')}
        </Button>
        <div className="thread-who">
          <h2>{t('panel.earlierOne')}</h2>
          {row && (
            <p>
              <span className={`holder ${row.conversation.status}`}>{t(`status.${row.conversation.status}`)}</span>
              {full(row.conversation.openedAt)}
            </p>
          )}
        </div>
        <Button look="quiet" onClick={() => go({ page: 'inbox', view: 'all', conversationId })}>
          {t('panel.openIt')}
        </Button>
      </header>
      {row && <Read row={row} />}
      {!row && (
        <div className="messages">
          {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading lines={5} />}
        </div>
      )}
      <p className="read-only">{t('panel.readOnly')}</p>
    </section>
  )
}
