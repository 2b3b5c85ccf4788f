// The rail on the left: views with counts, the other pages, and who is signed in. A bar at the bottom on a phone.
import { VIEWS, type View } from '@ballast/contract/routes/conversations'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { keyOf } from '../inbox/here.ts'
import type { ListKey } from '../inbox/lists.ts'
import { draft, useViews } from '../inbox/views.ts'
import { useCell } from '../live/cell.ts'
import { useLive } from '../live/desk-line.ts'
import { IconButton } from '../ui/Button.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import { toast } from '../ui/toasts.tsx'
import { explain } from './explain.ts'
import { API_REFERENCE, linkTo, type Place, usePlace } from './place.ts'
import { queries, server, useMay, useSession } from './server.ts'

export const ORDERED_VIEWS: readonly View[] = ['mine', 'unassigned', 'bot', 'all', 'snoozed', 'resolved'].filter(
  (view): view is View => VIEWS.some((known) => known === view),
)

export const useCounts = () =>
  useQuery({ queryKey: ['counts'], queryFn: ({ signal }) => server.countConversations({}, signal) }).data

const signOut = async () => {
  try {
    await server.signOut({})
  } catch (error) {
    return toast(explain(error), { tone: 'problem' })
  }
  // A whole new page: nothing of this person stays in memory on a shared machine.
  location.assign('/desk/')
}

/** Below the built-in views: the house's and one's own, and the filter being tried out. */
const SavedLinks = ({ here }: { here: ListKey | null }) => {
  const { t } = useTranslation()
  const tried = useCell(draft, (now) => now?.id)
  const views = useViews().data?.views ?? []
  return views.map(({ id, name, count, shared }) => (
    <li key={id} className={id === tried ? 'tried' : undefined}>
      <a
        {...linkTo({ page: 'inbox', view: 'all', saved: id, conversationId: null })}
        aria-current={here === `saved:${id}` ? 'page' : undefined}
        title={id === tried ? t('views.tried') : t(shared ? 'views.sharedView' : 'views.ownView', { name })}
      >
        <span className="nav-view-name">{id === tried ? t('views.triedAs', { name }) : name}</span>
        <span className="count">{count}</span>
      </a>
    </li>
  ))
}

const ViewLinks = () => {
  const { t } = useTranslation()
  const place = usePlace()
  const counts = useCounts()
  const here = place.page === 'inbox' ? keyOf(place) : null
  return (
    <ul className="nav-views">
      {ORDERED_VIEWS.map((view) => (
        <li key={view}>
          <a
            {...linkTo({ page: 'inbox', view, conversationId: null })}
            aria-current={here === view ? 'page' : undefined}
          >
            <span>{t(`view.${view}`)}</span>
            <span className="count">{counts?.[view] ?? ''}</span>
          </a>
        </li>
      ))}
      <SavedLinks here={here} />
    </ul>
  )
}

const PageLink = ({ to, icon, label }: { to: Place; icon: IconName; label: string }) => {
  const place = usePlace()
  return (
    <a className="nav-page" {...linkTo(to)} aria-current={place.page === to.page ? 'page' : undefined} title={label}>
      <Icon name={icon} />
      <span>{label}</span>
    </a>
  )
}

const Line = () => {
  const { t } = useTranslation()
  const state = useCell(useLive().line.state, (now) => now)
  return (
    <span className={`line-state is-${state}`} role="status">
      <i aria-hidden="true" />
      <span>{t(`line.${state}`)}</span>
    </span>
  )
}

export const Nav = () => {
  const { t } = useTranslation()
  const { staff, tenant } = useSession()
  const hears = useMay('language.read')
  const reads = useMay('knowledge.read')
  const last = queries.getQueryData<View>(['last-view']) ?? 'mine'
  return (
    <nav className="nav" aria-label={t('nav.label')}>
      <div className="brand">
        <span className="mark" aria-hidden="true" />
        <span className="brand-name">{tenant.name}</span>
      </div>
      <PageLink to={{ page: 'inbox', view: last, conversationId: null }} icon="inbox" label={t('page.inbox')} />
      <ViewLinks />
      <PageLink to={{ page: 'knowledge' }} icon="book" label={t('page.knowledge')} />
      {hears && <PageLink to={{ page: 'language' }} icon="ear" label={t('page.language')} />}
      {reads && <PageLink to={{ page: 'promotions' }} icon="price" label={t('page.promotions')} />}
      <PageLink to={{ page: 'team' }} icon="people" label={t('page.team')} />
      <PageLink to={{ page: 'settings' }} icon="sliders" label={t('page.settings')} />
      <a className="nav-page nav-api" href={API_REFERENCE} target="_blank" rel="noreferrer" title={t('page.api')}>
        <Icon name="code" />
        <span>{t('page.api')}</span>
      </a>
      <div className="nav-foot">
        <Line />
        <div className="me">
          <span className="me-name" title={staff.email}>
            {staff.name}
            <small>{t(`role.${staff.role}`)}</small>
          </span>
          <IconButton icon="out" label={t('signOut')} onClick={() => void signOut()} />
        </div>
      </div>
    </nav>
  )
}
