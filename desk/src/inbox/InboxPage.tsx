// List, thread, customer: three panes on a wide screen, three pages on a phone.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { panelOpen } from '../app/commands.ts'
import type { Place } from '../app/place.ts'
import { queries, server } from '../app/server.ts'
import { ContactPanel } from '../contact/ContactPanel.tsx'
import { EarlierPane } from '../contact/EarlierPane.tsx'
import { useCell } from '../live/cell.ts'
import { ThreadPane } from '../thread/ThreadPane.tsx'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { ConversationList } from './ConversationList.tsx'
import { keepWarm } from './warm.ts'

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

/** Closed again gives the focus back to what opened it. */
const usePanel = () => {
  const open = useCell(panelOpen, (now) => now)
  const before = useRef<Element | null>(null)
  useEffect(() => {
    if (open) {
      before.current = document.activeElement
      document.querySelector<HTMLElement>('.panel-close')?.focus()
      return
    }
    if (before.current instanceof HTMLElement && document.activeElement === document.body) before.current.focus()
    before.current = null
  }, [open])
  useEffect(() => () => panelOpen.set(false), [])
  return open
}

const Open = ({ conversationId }: { conversationId: string }) => {
  const { t } = useTranslation()
  const open = usePanel()
  const [earlier, setEarlier] = useState<string | null>(null)
  const query = useQuery({
    queryKey: ['conversation', conversationId],
    queryFn: ({ signal }) => server.readConversation({ params: { conversationId } }, signal),
  })
  useEffect(() => keepWarm(conversationId), [conversationId])
  if (!query.data)
    return (
      <section className="thread" aria-label={t('thread.label')}>
        {query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading lines={5} />}
      </section>
    )
  const toggle = () => panelOpen.set((now) => !now)
  return (
    <div className={open ? 'conversation with-panel' : 'conversation'}>
      {earlier === null ? (
        <ThreadPane row={query.data.row} onPanel={toggle} panelOpen={open} />
      ) : (
        <EarlierPane key={earlier} conversationId={earlier} onBack={() => setEarlier(null)} />
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: Escape and the back button close it too. */}
      <div className="panel-shade" onClick={() => panelOpen.set(false)} />
      <ContactPanel
        contact={query.data.contact}
        row={query.data.row}
        shown={earlier ?? conversationId}
        onEarlier={(id) => {
          setEarlier(id === conversationId ? null : id)
          panelOpen.set(false)
        }}
        onClose={() => panelOpen.set(false)}
      />
    </div>
  )
}

export const InboxPage = ({ place }: { place: Extract<Place, { page: 'inbox' }> }) => {
  const { view, saved, conversationId } = place
  useEffect(() => {
    if (saved === undefined) queries.setQueryData(['last-view'], view)
  }, [view, saved])
  return (
    <main className={conversationId === null ? 'inbox' : 'inbox reading'}>
      <ConversationList place={place} />
      {conversationId === null ? <Nothing /> : <Open key={conversationId} conversationId={conversationId} />}
    </main>
  )
}
