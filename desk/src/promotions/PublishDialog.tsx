// Asked before a version is put in force: what changes for customers, and what the check says of it.
import Button from 'antd/es/button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { go } from '../app/place.ts'
import { queries, server } from '../app/server.ts'
import { act } from '../ui/act.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { toast } from '../ui/toasts.tsx'
import { FindingLines } from './CheckTab.tsx'
import { Differences } from './Differences.tsx'
import { forceChanged, useDifference, useFindings, useRuleSet, type Version } from './rule-set.ts'
import { nameOf, useTongue } from './say.ts'

/** After another version came in force: on to the answers that are wrong by now, if there are any. */
export const afterForce = async (done: (wrong: number) => string): Promise<void> => {
  await forceChanged()
  const queryKey = ['promotions', 'wrong']
  const found = await act(() =>
    queries.fetchQuery({ queryKey, queryFn: () => server.listWrongAnswers({}), staleTime: 0 }),
  )
  const wrong = found?.answers.length ?? 0
  toast(done(wrong))
  if (wrong > 0) go({ page: 'promotions', at: 'wrong' })
}

const Says = ({ version, since }: { version: number; since: number | null }) => {
  const { t } = useTranslation()
  const tongue = useTongue()
  const difference = useDifference(version, since)
  const set = useRuleSet(version).data
  const findings = useFindings(version).data?.findings ?? []
  const names = new Map((set?.rules ?? []).map((rule) => [rule.id, nameOf(rule, tongue)]))
  if (difference.error) return <Failed error={difference.error} retry={() => void difference.refetch()} />
  return (
    <>
      {since === null && <p>{t('promotions.firstTime', { count: set?.rules.length ?? 0 })}</p>}
      {since !== null && !difference.data && <Loading lines={3} />}
      {difference.data && set && <Differences found={difference.data} currency={set.currency} />}
      {findings.length > 0 && (
        <details className="promo-section" open={findings.some(({ finding }) => finding.weight === 'error')}>
          <summary>{t('promotions.findings', { count: findings.length })}</summary>
          <FindingLines findings={findings} names={names} />
        </details>
      )}
    </>
  )
}

export const PublishDialog = (props: { version: Version; inForce: number | null; onClose: () => void }) => {
  const { t } = useTranslation()
  const { version, inForce, onClose } = props
  const [busy, setBusy] = useState(false)
  const broken = version.broken.length > 0
  const publish = async () => {
    setBusy(true)
    const done = await act(() => server.publishRules({ params: { version: String(version.version) } }))
    setBusy(false)
    if (done === null) return
    onClose()
    await afterForce((wrong) =>
      wrong === 0 ? t('promotions.published') : t('promotions.publishedWrong', { count: wrong }),
    )
  }
  return (
    <Dialog title={t('promotions.publishTitle', { version: version.version })} onClose={onClose} wide>
      <p className="muted">{t('promotions.publishText')}</p>
      <Says version={version.version} since={inForce} />
      {broken && (
        <p className="set-wrong" role="alert">
          {t('problem.rules-broken')}
        </p>
      )}
      <div className="dialog-foot">
        <Button onClick={onClose}>{t('do.cancel')}</Button>
        <Button type="primary" loading={busy} disabled={broken} onClick={() => void publish()}>
          {t('promotions.publish')}
        </Button>
      </div>
    </Dialog>
  )
}
