// List, thread, customer: three panes on a wide screen, three pages on a phone.
import type { View } from '@ballast/contract/routes/conversations'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queries, server } from '../app/server.ts'
import { ContactPanel } from '../contact/ContactPanel.tsx'
import { ThreadPane } from '../thread/ThreadPane.tsx'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { ConversationList } from './ConversationList.tsx'

const Nothing = () => {
  const { t } = useTranslation()
  return (
    <section className="thread none" aria-label={t('thread.label')}>
      <Blank icon="inbox" title={t('thread.none')}>
        <kbd>J</kbd> <kbd>K</kbd> {t('thread.noneText')}
      </Blank>
    </section>
  )
}

const Open = ({ conversationId }: { conversationId: string }) => {
  const { t } = useTranslation()
  const [panel, setPanel] = useState(false)
  const query = useQuery({
    queryKey: ['conversation', conversationId],
    queryFn: ({ signal }) => server.readConversation({ params: { conversationId } }, signal),
  })
  if (!query.data)
    return (
      <section className="thread" aria-label={t('thread.label')}>
        {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading lines={5} />}
      </section>
    )
  return (
    <div className={panel ? 'conversation with-panel' : 'conversation'}>
      <ThreadPane row={query.data.row} onPanel={() => setPanel(!panel)} panelOpen={panel} />
      <ContactPanel contact={query.data.contact} onClose={() => setPanel(false)} />
    </div>
  )
}

export const InboxPage = ({ view, conversationId }: { view: View; conversationId: string | null }) => {
  useEffect(() => {
    queries.setQueryData(['last-view'], view)
  }, [view])
  return (
    <main className={conversationId === null ? 'inbox' : 'inbox reading'}>
      <ConversationList view={view} conversationId={conversationId} />
      {conversationId === null ? <Nothing /> : <Open key={conversationId} conversationId={conversationId} />}
    </main>
  )
}
