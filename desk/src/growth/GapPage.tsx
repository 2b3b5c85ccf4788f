// One cluster: what is asked, by whom, what was answered; the draft made of it, its trial, and its way to customers.
import Button from 'antd/es/button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { useMay } from '../app/server.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { Icon } from '../ui/Icon.tsx'
import { DraftBox } from './DraftBox.tsx'
import { useGapFacts } from './GapLine.tsx'
import { GapQuestions } from './GapQuestions.tsx'
import { type Cluster, useCluster } from './growth-data.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { NameDialog } from './NameDialog.tsx'
import { ignoreGap, openAgain } from './shaping.ts'
import { Trend } from './Trend.tsx'

const Acts = ({ cluster }: { cluster: Cluster }) => {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'name' | 'merge' | null>(null)
  const ignored = cluster.state === 'dismissed'
  const close = () => setOpen(null)
  return (
    <span className="actions">
      <Button onClick={() => setOpen('name')}>{t('growth.rename')}</Button>
      <Button onClick={() => setOpen('merge')}>{t('growth.mergeTitle')}</Button>
      <Button onClick={() => void (ignored ? openAgain(cluster) : ignoreGap(cluster))}>
        {t(ignored ? 'growth.openAgain' : 'growth.ignore')}
      </Button>
      {open === 'name' && <NameDialog cluster={cluster} onClose={close} />}
      {open === 'merge' && <MergeDialog into={cluster} onClose={close} />}
    </span>
  )
}

const LOOK: Record<Cluster['state'], string> = { open: 'warn', drafted: 'info', solved: 'good', dismissed: '' }

const Head = ({ cluster }: { cluster: Cluster }) => {
  const { t } = useTranslation()
  const facts = useGapFacts(cluster)
  const writes = useMay('knowledge.write')
  return (
    <header className="gap-title">
      <div className="kb-line-top">
        <h2>{cluster.name}</h2>
        <span className={`kb-mark ${LOOK[cluster.state]}`}>{t(`growth.state.${cluster.state}`)}</span>
      </div>
      <div className="gap-facts">
        <Trend days={cluster.trend} />
        <small>{facts.join(' · ')}</small>
      </div>
      {writes && <Acts cluster={cluster} />}
    </header>
  )
}

export const GapPage = ({ id }: { id: string }) => {
  const { t } = useTranslation()
  const query = useCluster(id)
  return (
    <>
      <a className="kb-back" {...linkTo({ page: 'knowledge', at: 'gaps' })}>
        <Icon name="back" size={16} />
        {t('growth.toGaps')}
      </a>
      {query.isPending && <Loading lines={8} />}
      {query.error && !query.data && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.data && query.data.questions.length === 0 && <Blank icon="check" title={t('growth.gone')} />}
      {query.data && (
        <>
          <Head cluster={query.data.cluster} />
          <DraftBox cluster={query.data.cluster} questions={query.data.questions} />
          <GapQuestions cluster={query.data.cluster} questions={query.data.questions} />
        </>
      )}
    </>
  )
}
