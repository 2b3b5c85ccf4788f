// What customers asked and nobody could answer, brought together; asked most in the last week first.
import { CLUSTER_STATES } from '@ballast/contract/routes/growth'
import Button from 'antd/es/button'
import Select from 'antd/es/select'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { go } from '../app/place.ts'
import { useMay } from '../app/server.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { GapLine } from './GapLine.tsx'
import { type GapFilter, useClusters } from './growth-data.ts'

const LEAST = [1, 2, 5, 10]

const Head = ({ filter, set }: { filter: GapFilter; set: (next: GapFilter) => void }) => {
  const { t } = useTranslation()
  return (
    <div className="gap-head">
      <search className="kb-filters" aria-label={t('growth.filters')}>
        <Select
          aria-label={t('growth.filterState')}
          value={filter.state}
          popupMatchSelectWidth={false}
          options={CLUSTER_STATES.map((value) => ({ value, label: t(`growth.state.${value}`) }))}
          onChange={(state) => set({ ...filter, state })}
        />
        <Select
          aria-label={t('growth.filterLeast')}
          value={filter.least}
          popupMatchSelectWidth={false}
          options={LEAST.map((value) => ({ value, label: t('growth.least', { count: value }) }))}
          onChange={(least) => set({ ...filter, least })}
        />
      </search>
      {useMay('knowledge.write') && (
        <Button onClick={() => go({ page: 'knowledge', at: 'gaps/import' })}>{t('growth.import.title')}</Button>
      )}
    </div>
  )
}

const List = ({ filter }: { filter: GapFilter }) => {
  const { t } = useTranslation()
  const query = useClusters(filter)
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (query.isPending) return <Loading lines={6} />
  if (query.data.clusters.length === 0)
    return (
      <Blank icon="check" title={t(`growth.none.${filter.state}`)}>
        {t(`growth.noneText.${filter.state}`)}
      </Blank>
    )
  return (
    <ul className="sheet">
      {query.data.clusters.map((cluster) => (
        <GapLine key={cluster.id} cluster={cluster} />
      ))}
    </ul>
  )
}

export const GapsTab = () => {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<GapFilter>({ state: 'open', least: 1 })
  return (
    <>
      <p className="muted">{t('growth.lead')}</p>
      <Head filter={filter} set={setFilter} />
      <List filter={filter} />
    </>
  )
}
