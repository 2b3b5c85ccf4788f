// A verdict: won or lost and why, what it would have solved, and question by question what was said before and is said now.
import Button from 'antd/es/button'
import Popconfirm from 'antd/es/popconfirm'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { server } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import { act } from '../ui/act.ts'
import { Icon } from '../ui/Icon.tsx'
import { toast } from '../ui/toasts.tsx'
import { CourtChanges } from './CourtChanges.tsx'
import { type Court, growthChanged } from './growth-data.ts'

const undo = (court: Court, done: string) => async () => {
  await act(() => server.undoCourt({ params: { courtId: court.id }, body: {} }), done)
  growthChanged()
}

const Acts = ({ court }: { court: Court }) => {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const back = undo(court, t('growth.court.didUndo'))
  const publish = async () => {
    setBusy(true)
    const done = await act(() => server.publishFromCourt({ params: { courtId: court.id }, body: {} }))
    setBusy(false)
    growthChanged()
    if (done !== null) toast(t('did.publish'), { act: { label: t('do.undo'), run: () => void back() } })
  }
  if (court.undone) return <p className="muted">{t('growth.court.undone')}</p>
  if (court.publishedVersion !== null)
    return (
      <Popconfirm
        title={t('growth.court.backTitle')}
        description={t('growth.court.backText')}
        okText={t('growth.court.back')}
        cancelText={t('do.cancel')}
        onConfirm={() => void back()}
      >
        <Button>{t('growth.court.back')}</Button>
      </Popconfirm>
    )
  if (!court.won) return null
  return (
    <Button type="primary" loading={busy} onClick={() => void publish()}>
      {t('growth.court.publish')}
    </Button>
  )
}

/** Why it lost, the gravest first. */
const reasonOf = ({ broken, allowed, strayed, wouldSolve }: Court) =>
  broken > allowed ? 'broken' : strayed > wouldSolve ? 'strayed' : 'nothing'

const Figures = ({ court }: { court: Court }) => {
  const { t } = useTranslation()
  const { yesterday, yesterdaySolved, wouldSolve, unsolved, solvedBefore, solvedAfter, tried, strayed } = court
  return (
    <dl className="gap-figures">
      <div>
        <dt>{t('growth.court.yesterday')}</dt>
        <dd>{t('growth.court.of', { part: yesterdaySolved, all: yesterday })}</dd>
      </div>
      <div>
        <dt>{t('growth.court.open')}</dt>
        <dd>{t('growth.court.of', { part: wouldSolve, all: unsolved })}</dd>
      </div>
      <div>
        <dt>{t('growth.court.solved')}</dt>
        <dd>
          {solvedBefore} → {solvedAfter} <small>{t('growth.court.ofTried', { count: tried })}</small>
        </dd>
      </div>
      <div>
        <dt>{t('growth.court.strayed')}</dt>
        <dd>{strayed}</dd>
      </div>
    </dl>
  )
}

export const CourtView = ({ court, readOnly }: { court: Court; readOnly: boolean }) => {
  const { t } = useTranslation()
  const times = useTimes()
  return (
    <div className="gap-verdict">
      <div className={court.won ? 'gap-outcome won' : 'gap-outcome lost'}>
        <Icon name={court.won ? 'check' : 'close'} />
        <span className="grow">
          <b>{t(court.won ? 'growth.court.won' : 'growth.court.lost')}</b>{' '}
          {court.won
            ? t('growth.court.wouldHave', { count: court.yesterdaySolved })
            : t(`growth.court.because.${reasonOf(court)}`)}
          <small className="kb-when">
            {t('growth.court.heldAt', { when: times.full(court.heldAt), version: court.version })}
          </small>
        </span>
        {!readOnly && <Acts court={court} />}
      </div>
      <Figures court={court} />
      <CourtChanges court={court} />
    </div>
  )
}
