// The middle pane: one view's conversations, longest waiting first.
import type { SavedView } from '@ballast/contract/routes/workspace'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ORDERED_VIEWS, useCounts } from '../app/Nav.tsx'
import { linkTo, type Place } from '../app/place.ts'
import { useMay } from '../app/server.ts'
import { useCell } from '../live/cell.ts'
import { Blank } from '../ui/Blank.tsx'
import { IconButton } from '../ui/Button.tsx'
import { openDialog } from '../ui/dialogs.ts'
import { Menu } from '../ui/Menu.tsx'
import { BulkBar, BulkReport } from './BulkBar.tsx'
import { bulk } from './deeds.ts'
import { FilterBar } from './FilterBar.tsx'
import { keyOf } from './here.ts'
import { Rows } from './Rows.tsx'
import { selection, useChoosing } from './selection.ts'
import { draft, filterHere, removeView, useMayChange, useViews } from './views.ts'

const Checklist = lazy(() => import('../welcome/Checklist.tsx'))

type Inbox = Extract<Place, { page: 'inbox' }>

const Chips = ({ place }: { place: Inbox }) => {
  const { t } = useTranslation()
  const counts = useCounts()
  const tried = useCell(draft, (now) => now?.id)
  const saved = (useViews().data?.views ?? []).filter(({ id }) => id !== tried)
  const box = useRef<HTMLElement>(null)
  const here = keyOf(place)
  // biome-ignore lint/correctness/useExhaustiveDependencies: bring the chosen chip in sight when the choice changes.
  useEffect(() => {
    box.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [here, saved.length])
  return (
    <nav ref={box} className="chips" aria-label={t('nav.views')}>
      {ORDERED_VIEWS.map((each) => (
        <a
          key={each}
          {...linkTo({ page: 'inbox', view: each, conversationId: null })}
          aria-current={each === here ? 'page' : undefined}
        >
          {t(`view.${each}`)} <span>{counts?.[each] ?? ''}</span>
        </a>
      ))}
      {saved.map(({ id, name, count }) => (
        <a
          key={id}
          {...linkTo({ page: 'inbox', view: 'all', saved: id, conversationId: null })}
          aria-current={id === place.saved ? 'page' : undefined}
        >
          {name} <span>{count}</span>
        </a>
      ))}
    </nav>
  )
}

const ViewMenu = ({ view }: { view: SavedView }) => {
  const { t } = useTranslation()
  const may = useMayChange(view)
  if (!may) return null
  return (
    <Menu
      label={t('views.menu')}
      items={[
        { id: 'rename', label: t('views.rename'), run: () => openDialog.set({ kind: 'save-view', view }) },
        { id: 'change', label: t('views.change'), run: () => openDialog.set({ kind: 'filter', filter: view.filter }) },
        { id: 'remove', label: t('views.remove'), danger: true, run: () => void removeView(view) },
      ]}
    />
  )
}

const Head = ({ place, title, view }: { place: Inbox; title: string; view: SavedView | undefined }) => {
  const { t } = useTranslation()
  const tried = useCell(draft, (now) => now?.id)
  const choosing = useChoosing()
  const mayAct = useMay('conversations.assign')
  const filter = () => openDialog.set({ kind: 'filter', filter: filterHere(place.view, place.saved) })
  const running = useCell(bulk, (now) => now?.running ?? false)
  if (choosing || running) return <BulkBar place={place} />
  return (
    <header className="list-head">
      <h1 title={title}>{title}</h1>
      {mayAct && <IconButton icon="select" label={t('bulk.begin')} onClick={() => selection.choose(true)} />}
      <IconButton icon="filter" label={t('views.filter')} onClick={filter} />
      <IconButton icon="search" label={t('commands.open')} onClick={() => openDialog.set({ kind: 'commands' })} />
      {view && view.id !== tried && <ViewMenu view={view} />}
    </header>
  )
}

export const ConversationList = ({ place }: { place: Inbox }) => {
  const { t } = useTranslation()
  const query = useViews()
  const tried = useCell(draft, (now) => now?.id)
  const { view, saved } = place
  const opened = query.data?.views.find(({ id }) => id === saved)
  const title =
    saved === undefined ? t(`view.${view}`) : saved === tried ? t('views.tried') : (opened?.name ?? t('views.view'))
  const empty =
    saved === undefined ? (
      <>
        <Blank icon="inbox" title={t(`empty.${view}`)}>
          {t(`emptyText.${view}`)}
        </Blank>
        <Suspense fallback={null}>
          <Checklist />
        </Suspense>
      </>
    ) : (
      <Blank icon="filter" title={t('views.empty')}>
        {t('views.emptyText')}
      </Blank>
    )
  return (
    <section className="list" aria-label={title}>
      <Head place={place} title={title} view={opened} />
      <Chips place={place} />
      <FilterBar view={view} saved={saved} />
      <BulkReport />
      <Rows key={keyOf(place)} place={place} empty={empty} />
    </section>
  )
}
