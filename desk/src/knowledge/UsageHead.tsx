// The heads of the figures' columns: each orders the list, and again it is the newest change first.
import Select from 'antd/es/select'
import { useTranslation } from 'react-i18next'
import { NEWEST, type Order, type Sort } from './entries.ts'
import { COLUMNS, DAYS, SORT_OF } from './usage.ts'

const Head = (props: { sort: Sort; label: string; hint: string; order: Order; set: (next: Order) => void }) => {
  const { sort, label, hint, order, set } = props
  const chosen = order.sort === sort
  return (
    <button
      type="button"
      className="kb-column"
      aria-pressed={chosen}
      title={hint}
      onClick={() => set({ ...order, sort: chosen ? NEWEST.sort : sort })}
    >
      {label}
      <span aria-hidden="true">{chosen ? ' ↓' : ''}</span>
    </button>
  )
}

export const UsageHead = ({ order, set }: { order: Order; set: (next: Order) => void }) => {
  const { t } = useTranslation()
  return (
    // biome-ignore lint/a11y/useSemanticElements: the legend of a fieldset cannot stand in a row with its buttons.
    <div className="kb-usage-head" role="group" aria-label={t('knowledge.usage.sort')}>
      <Select
        size="small"
        variant="borderless"
        aria-label={t('knowledge.usage.days')}
        popupMatchSelectWidth={false}
        value={order.days}
        options={DAYS.map((value) => ({
          value: value as number,
          label: t('knowledge.usage.lastDays', { count: value }),
        }))}
        onChange={(days) => set({ ...order, days })}
      />
      {COLUMNS.map((column) => (
        <Head
          key={column}
          sort={SORT_OF[column]}
          label={t(`knowledge.usage.${column}`)}
          hint={t(`knowledge.usage.${column}Text`)}
          order={order}
          set={set}
        />
      ))}
      <Head
        sort="used"
        label={t('knowledge.usage.lastUsed')}
        hint={t('knowledge.usage.lastUsedText')}
        order={order}
        set={set}
      />
    </div>
  )
}
