// The middle pane: one view's conversations, longest waiting first.
import type { View } from '@ballast/contract/routes/conversations'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ORDERED_VIEWS, useCounts } from '../app/Nav.tsx'
import { linkTo } from '../app/place.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { IconButton } from '../ui/Button.tsx'
import { openDialog } from '../ui/dialogs.ts'
import { useWindowRows } from '../ui/window-rows.ts'
import { Row } from './Row.tsx'
import { useRows } from './use-rows.ts'

const Checklist = lazy(() => import('../welcome/Checklist.tsx'))
const ROW_HEIGHT = 88

const Chips = ({ view }: { view: View }) => {
  const { t } = useTranslation()
  const counts = useCounts()
  const box = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: bring the chosen chip in sight when the choice changes.
  useEffect(() => {
    box.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [view])
  return (
    <nav ref={box} className="chips" aria-label={t('nav.views')}>
      {ORDERED_VIEWS.map((each) => (
        <a
          key={each}
          {...linkTo({ page: 'inbox', view: each, conversationId: null })}
          aria-current={each === view ? 'page' : undefined}
        >
          {t(`view.${each}`)} <span>{counts?.[each] ?? ''}</span>
        </a>
      ))}
    </nav>
  )
}

const Rows = ({ view, conversationId }: { view: View; conversationId: string | null }) => {
  const { t } = useTranslation()
  const { rows, more, isPending, error, refetch } = useRows(view)
  const at = rows.findIndex((row) => row.conversation.id === conversationId)
  const shown = useWindowRows(rows.length, ROW_HEIGHT, more)
  // biome-ignore lint/correctness/useExhaustiveDependencies: bring the chosen row in sight when the choice changes.
  useEffect(() => shown.reveal(at), [conversationId, at === -1])
  return (
    <div className="rows" ref={shown.ref} onScroll={shown.onScroll} data-testid="rows">
      {isPending && <Loading lines={6} />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!isPending && !error && rows.length === 0 && (
        <>
          <Blank icon="inbox" title={t(`empty.${view}`)}>
            {t(`emptyText.${view}`)}
          </Blank>
          <Suspense fallback={null}>
            <Checklist />
          </Suspense>
        </>
      )}
      <div style={{ height: shown.from * ROW_HEIGHT }} />
      {rows.slice(shown.from, shown.to).map((row) => (
        <Row key={row.conversation.id} row={row} view={view} current={row.conversation.id === conversationId} />
      ))}
      <div style={{ height: (rows.length - shown.to) * ROW_HEIGHT }} />
    </div>
  )
}

export const ConversationList = ({ view, conversationId }: { view: View; conversationId: string | null }) => {
  const { t } = useTranslation()
  return (
    <section className="list" aria-label={t(`view.${view}`)}>
      <header className="list-head">
        <h1>{t(`view.${view}`)}</h1>
        <IconButton icon="search" label={t('commands.open')} onClick={() => openDialog.set({ kind: 'commands' })} />
      </header>
      <Chips view={view} />
      <Rows key={view} view={view} conversationId={conversationId} />
    </section>
  )
}
