// Acts on many: what is chosen, what may be done with it, how far it has come, and what could not be done and why.
import { useTranslation } from 'react-i18next'
import { explain } from '../app/explain.ts'
import type { Place } from '../app/place.ts'
import { useSession } from '../app/server.ts'
import { useCell } from '../live/cell.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { openDialog } from '../ui/dialogs.ts'
import { called } from './called.ts'
import { type BulkState, bulk, chosenRows, closeBulk, type Deed, startBulk, stopBulk } from './deeds.ts'
import { keyOf, lists } from './here.ts'
import { selection, useSelectionSize } from './selection.ts'

type Inbox = Extract<Place, { page: 'inbox' }>

const Progress = ({ state }: { state: BulkState }) => {
  const { t } = useTranslation()
  const { settled, total } = state
  return (
    <div className="list-head bulk" role="status">
      <progress max={total} value={settled} aria-label={t('bulk.progress')} />
      <span className="bulk-count">{t('bulk.behind', { settled, total })}</span>
      <Button look="quiet" onClick={stopBulk}>
        {t('bulk.stop')}
      </Button>
    </div>
  )
}

export const BulkBar = ({ place }: { place: Inbox }) => {
  const { t } = useTranslation()
  const me = useSession().staff.id
  const count = useSelectionSize()
  const state = useCell(bulk, (now) => now)
  if (state?.running) return <Progress state={state} />
  const key = keyOf(place)
  const run = (deed: Deed) => void startBulk(chosenRows(key), deed, me)
  const rows = lists.held(key)?.rows
  const all = () => selection.add((rows?.slice(0, rows.size) ?? []).map(({ conversation }) => conversation.id))
  const none = count === 0
  return (
    <div className="list-head bulk" role="toolbar" aria-label={t('bulk.label')}>
      <IconButton icon="close" label={t('bulk.end')} onClick={selection.clear} />
      <span className="bulk-count" role="status">
        {t('bulk.chosen', { count })}
      </span>
      <IconButton icon="select" label={t('bulk.all', { count: rows?.size ?? 0 })} onClick={all} />
      <span className="bulk-acts">
        <IconButton icon="hand" label={t('do.take')} disabled={none} onClick={() => run({ kind: 'take' })} />
        <IconButton
          icon="transfer"
          label={t('do.transfer')}
          disabled={none}
          onClick={() => openDialog.set({ kind: 'transfer-many', key })}
        />
        <IconButton
          icon="clock"
          label={t('do.snooze')}
          disabled={none}
          onClick={() => openDialog.set({ kind: 'snooze-many', key })}
        />
        <IconButton icon="check" label={t('do.resolve')} disabled={none} onClick={() => run({ kind: 'resolve' })} />
      </span>
    </div>
  )
}

/** Stays until it is read: which conversations were left as they are, and why. */
export const BulkReport = () => {
  const { t } = useTranslation()
  const state = useCell(bulk, (now) => now)
  if (state === null || state.running || state.failed.length === 0) return null
  return (
    <section className="bulk-report" role="alert" aria-label={t('bulk.failedLabel')}>
      <p>
        <b>{t('bulk.failed', { count: state.failed.length })}</b>
      </p>
      <ul>
        {state.failed.slice(0, 20).map(({ item, error }) => (
          <li key={item.conversation.id}>
            <b>{called(item.contactName, item.conversation.contactId, t)}</b> {explain(error)}
          </li>
        ))}
      </ul>
      <div className="filter-acts">
        {state.again && (
          <Button look="quiet" onClick={state.again}>
            {t('do.retry')}
          </Button>
        )}
        <Button look="quiet" onClick={closeBulk}>
          {t('do.close')}
        </Button>
      </div>
    </section>
  )
}
