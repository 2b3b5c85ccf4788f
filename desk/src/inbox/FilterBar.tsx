// The conditions of the opened view as small chips: taken away with one press, kept under a name.
import type { View } from '@ballast/contract/routes/conversations'
import type { SavedView } from '@ballast/contract/routes/workspace'
import { useTranslation } from 'react-i18next'
import { useCell } from '../live/cell.ts'
import { Button } from '../ui/Button.tsx'
import { openDialog } from '../ui/dialogs.ts'
import { Icon } from '../ui/Icon.tsx'
import { useConditions, without } from './use-conditions.ts'
import { draft, dropFilter, filterHere, overwriteWithFilter, tryFilter, useMayChange, useViews } from './views.ts'

const Chip = (props: { name: string; value: string; onEdit: () => void; onRemove: () => void }) => {
  const { t } = useTranslation()
  const { name, value } = props
  return (
    <li className="condition">
      <button type="button" className="condition-text" onClick={props.onEdit} title={`${name}: ${value}`}>
        <small>{name}</small> {value}
      </button>
      <button
        type="button"
        className="condition-off"
        aria-label={t('views.takeAway', { name })}
        onClick={props.onRemove}
      >
        <Icon name="close" size={12} />
      </button>
    </li>
  )
}

/** For a filter without a name: keep it, put it into the view it came from, or put it away. */
const DraftActs = ({ origin }: { origin: SavedView | undefined }) => {
  const { t } = useTranslation()
  const mayOverwrite = useMayChange(origin)
  return (
    <div className="filter-acts">
      {origin && mayOverwrite && (
        <Button look="quiet" onClick={() => void overwriteWithFilter()}>
          {t('views.overwrite', { name: origin.name })}
        </Button>
      )}
      <Button look="quiet" onClick={() => openDialog.set({ kind: 'save-view', view: null })}>
        {t('views.saveAs')}
      </Button>
      <Button look="quiet" onClick={() => void dropFilter()}>
        {t('views.clear')}
      </Button>
    </div>
  )
}

export const FilterBar = ({ view, saved }: { view: View; saved: string | undefined }) => {
  const { t } = useTranslation()
  const held = useCell(draft, (now) => now)
  const views = useViews().data?.views ?? []
  const filter = filterHere(view, saved)
  const conditions = useConditions(filter)
  if (saved === undefined) return null
  const edit = () => openDialog.set({ kind: 'filter', filter })
  const remove = (field: (typeof conditions)[number]['field']) => {
    const left = conditions.filter((each) => each.field !== field)
    void tryFilter(without(filter, field), left.map(({ value }) => value).join(' · '))
  }
  return (
    <div className="filter-bar">
      <ul className="conditions" aria-label={t('views.conditions')}>
        {conditions.map(({ field, name, value }) => (
          <Chip key={field} name={name} value={value} onEdit={edit} onRemove={() => remove(field)} />
        ))}
      </ul>
      {held?.id === saved && <DraftActs origin={views.find(({ id }) => id === held.of)} />}
    </div>
  )
}
