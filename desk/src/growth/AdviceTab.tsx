// This morning's advice: what to write next, ranked by the conversations of yesterday it would have solved.
import Button from 'antd/es/button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { go, linkTo } from '../app/place.ts'
import { queries, server, useMay } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import { act } from '../ui/act.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { type Advice, growthChanged, useAdvice } from './growth-data.ts'
import { Trend } from './Trend.tsx'

const AdviceLine = ({ advice }: { advice: Advice }) => {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const writes = useMay('knowledge.write')
  const { cluster, wouldSolve } = advice
  const place = { page: 'knowledge', at: `gaps/${cluster.id}` } as const
  const follow = async () => {
    setBusy(true)
    const done =
      cluster.entryId !== null ||
      (await act(() => server.draftFromCluster({ params: { clusterId: cluster.id }, body: {} }))) !== null
    setBusy(false)
    growthChanged()
    if (done) go(place)
  }
  return (
    <li className="gap-line gap-advice">
      <a className="kb-line" {...linkTo(place)}>
        <b>{cluster.name}</b>
        <small>
          {[
            t('growth.advice.wouldSolve', { count: wouldSolve }),
            t('growth.asked', { count: cluster.count }),
            ...(cluster.answered === 0 ? [] : [t('growth.answered', { count: cluster.answered })]),
          ].join(' · ')}
        </small>
      </a>
      <span className="gap-side">
        <Trend days={cluster.trend} />
        {writes && (
          <Button loading={busy} onClick={() => void follow()}>
            {t(`growth.advice.do.${advice.do}`)}
          </Button>
        )}
      </span>
    </li>
  )
}

/** For those who do not want to wait until tomorrow. */
const Again = () => {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const look = async () => {
    setBusy(true)
    const done = await act(() => server.adviseNow({ body: {} }))
    if (done !== null) queries.setQueryData(['growth', 'advice'], done)
    setBusy(false)
  }
  return (
    <Button loading={busy} onClick={() => void look()}>
      {t('growth.advice.now')}
    </Button>
  )
}

export const AdviceTab = () => {
  const { t } = useTranslation()
  const times = useTimes()
  const writes = useMay('knowledge.write')
  const query = useAdvice()
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (query.isPending) return <Loading lines={6} />
  const { at, advice } = query.data
  return (
    <>
      <div className="gap-begin">
        <p className="muted grow">
          {at === null ? t('growth.advice.lead') : t('growth.advice.leadAt', { when: times.full(at) })}
        </p>
        {writes && <Again />}
      </div>
      {advice.length === 0 && (
        <Blank icon="clock" title={t(at === null ? 'growth.advice.notYet' : 'growth.advice.none')}>
          {t(at === null ? 'growth.advice.notYetText' : 'growth.advice.noneText')}
        </Blank>
      )}
      <ol className="sheet gap-ranked">
        {advice.map((each) => (
          <AdviceLine key={each.cluster.id} advice={each} />
        ))}
      </ol>
    </>
  )
}
