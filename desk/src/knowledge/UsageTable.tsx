// How one entry was used, version by version: whether a change made it better is seen here.
import Select from 'antd/es/select'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTimes } from '../app/times.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { COLUMNS, DAYS, useVersionUsage, type VersionUsage } from './usage.ts'

const Table = ({ versions }: { versions: readonly VersionUsage[] }) => {
  const { t } = useTranslation()
  const times = useTimes()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways has to be reached by keyboard.
    <section className="kb-usage-table" tabIndex={0} aria-label={t('knowledge.usage.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('knowledge.usage.version')}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" title={t(`knowledge.usage.${column}Text`)}>
                {t(`knowledge.usage.${column}`)}
              </th>
            ))}
            <th scope="col">{t('knowledge.usage.lastUsed')}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map((one) => (
            <tr key={one.version}>
              <th scope="row">{one.version}</th>
              {COLUMNS.map((column) => (
                <td key={column}>{one[column]}</td>
              ))}
              <td>{times.full(one.lastUsedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export const UsageTable = ({ entryId }: { entryId: string }) => {
  const { t } = useTranslation()
  const [days, setDays] = useState<number>(30)
  const query = useVersionUsage(entryId, days)
  return (
    <details className="sheet kb-fold">
      <summary>
        <h2>{t('knowledge.usage.title')}</h2>
        <span className="muted">
          {t('knowledge.usage.askedTimes', {
            count: query.data?.versions.reduce((sum, { asked }) => sum + asked, 0) ?? 0,
          })}
        </span>
      </summary>
      <div className="kb-fields">
        <Select
          className="kb-days"
          aria-label={t('knowledge.usage.days')}
          value={days}
          options={DAYS.map((value) => ({
            value: value as number,
            label: t('knowledge.usage.lastDays', { count: value }),
          }))}
          onChange={setDays}
        />
        {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
        {query.isPending && <Loading lines={2} />}
        {query.data?.versions.length === 0 && <p className="muted">{t('knowledge.usage.none')}</p>}
        {query.data && query.data.versions.length > 0 && <Table versions={query.data.versions} />}
      </div>
    </details>
  )
}
