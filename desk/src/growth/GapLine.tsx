// One cluster in the list: what is asked, how often, whether more and more, in which languages, and how it is put.
import Button from 'antd/es/button'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { usePreferences } from '../app/preferences.ts'
import { useMay } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import { languageName } from '../knowledge/entries.ts'
import type { Cluster } from './growth-data.ts'
import { ignoreGap, openAgain } from './shaping.ts'
import { Trend } from './Trend.tsx'

const MOST_EXAMPLES = 2

export const useGapFacts = (cluster: Cluster): string[] => {
  const { t } = useTranslation()
  const times = useTimes()
  const { language } = usePreferences()
  const { count, thisWeek, answered, languages, lastAskedAt } = cluster
  return [
    t('growth.asked', { count }),
    t('growth.thisWeek', { count: thisWeek }),
    ...(answered === 0 ? [] : [t('growth.answered', { count: answered })]),
    ...(languages.length === 0 ? [] : [languages.map((tag) => languageName(tag, language)).join(', ')]),
    t('growth.lastAsked', { when: times.full(lastAskedAt) }),
  ]
}

export const GapLine = ({ cluster }: { cluster: Cluster }) => {
  const { t } = useTranslation()
  const facts = useGapFacts(cluster)
  const writes = useMay('knowledge.write')
  const ignored = cluster.state === 'dismissed'
  const others = cluster.examples.filter((text) => text !== cluster.name).slice(0, MOST_EXAMPLES)
  return (
    <li className="gap-line">
      <a className="kb-line" {...linkTo({ page: 'knowledge', at: `gaps/${cluster.id}` })}>
        <b>{cluster.name}</b>
        {others.map((text) => (
          <span key={text} className="muted clamp">
            “{text}”
          </span>
        ))}
        <small>{facts.join(' · ')}</small>
      </a>
      <span className="gap-side">
        <b className="gap-count" title={t('growth.asked', { count: cluster.count })}>
          {cluster.count}
        </b>
        <Trend days={cluster.trend} />
        {writes && (
          <Button
            size="small"
            type="text"
            aria-label={t(ignored ? 'growth.openThis' : 'growth.ignoreThis', { name: cluster.name })}
            onClick={() => void (ignored ? openAgain(cluster) : ignoreGap(cluster))}
          >
            {t(ignored ? 'growth.openAgain' : 'growth.ignore')}
          </Button>
        )}
      </span>
    </li>
  )
}
