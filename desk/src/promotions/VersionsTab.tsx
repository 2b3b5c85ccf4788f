// Versions of the rules: what was in force when, what an older one would change, and the way back to it.
import Button from 'antd/es/button'
import Popconfirm from 'antd/es/popconfirm'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { server, useMay } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import { useStaff } from '../team/use-staff.ts'
import { act } from '../ui/act.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { afterForce, PublishDialog } from './PublishDialog.tsx'
import { draftOf, useVersions, type Version } from './rule-set.ts'

const RollBack = () => {
  const { t } = useTranslation()
  const run = async () => {
    const done = await act(() => server.rollBackRules())
    if (done === null) return
    const { version } = done.version
    await afterForce((wrong) =>
      wrong === 0 ? t('promotions.rolledBack', { version }) : t('promotions.publishedWrong', { count: wrong }),
    )
  }
  return (
    <Popconfirm
      title={t('promotions.rollBackTitle')}
      description={t('promotions.rollBackText')}
      okText={t('promotions.rollBack')}
      cancelText={t('do.cancel')}
      onConfirm={() => void run()}
    >
      <Button>{t('promotions.rollBack')}</Button>
    </Popconfirm>
  )
}

interface LineProps {
  readonly version: Version
  readonly what: 'in-force' | 'draft' | 'earlier' | 'unpublished'
  readonly mayRollBack: boolean
  readonly open: () => void
}
const Line = ({ version, what, mayRollBack, open }: LineProps) => {
  const { t } = useTranslation()
  const times = useTimes()
  const writes = useMay('knowledge.write')
  const name = useStaff().data?.staff.find(({ id }) => id === version.staffId)?.name
  const { createdAt, publishedAt, note, broken } = version
  const said = [
    name ? t('promotions.writtenBy', { name, when: times.full(createdAt) }) : times.full(createdAt),
    publishedAt && t('promotions.publishedAt', { when: times.full(publishedAt) }),
    t('promotions.ruleCount', { count: version.rules }),
    note,
  ]
  return (
    <li className="promo-version">
      <span className="grow">
        <b>{t('promotions.version', { version: version.version })}</b>{' '}
        <span className={what === 'in-force' ? 'tag good' : 'tag'}>{t(`promotions.is.${what}`)}</span>{' '}
        {broken.length > 0 && <span className="tag bad">{t('promotions.brokenRules', { count: broken.length })}</span>}
        <span className="muted promo-facts">{said.filter(Boolean).join(' · ')}</span>
      </span>
      {writes && what !== 'in-force' && <Button onClick={open}>{t('promotions.seeAndPublish')}</Button>}
      {writes && what === 'in-force' && mayRollBack && <RollBack />}
    </li>
  )
}

export const VersionsTab = () => {
  const { t } = useTranslation()
  const query = useVersions()
  const [all, setAll] = useState(false)
  const [asked, setAsked] = useState<Version | null>(null)
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (query.data === undefined) return <Loading />
  const { versions, inForce } = query.data
  const draft = draftOf(query.data)
  const told = versions.filter((each) => all || each.publishedAt !== null || each === draft)
  const whatOf = (each: Version): LineProps['what'] => {
    if (each.inForce) return 'in-force'
    return each === draft ? 'draft' : each.publishedAt === null ? 'unpublished' : 'earlier'
  }
  if (versions.length === 0) return <Blank icon="price" title={t('promotions.none')} />
  return (
    <>
      <ul className="sheet">
        {told.map((each) => (
          <Line
            key={each.version}
            version={each}
            what={whatOf(each)}
            mayRollBack={versions.some(({ publishedAt, version }) => publishedAt !== null && version !== inForce)}
            open={() => setAsked(each)}
          />
        ))}
      </ul>
      {versions.length > told.length && (
        <Button className="promo-more" onClick={() => setAll(true)}>
          {t('promotions.showDrafts', { count: versions.length - told.length })}
        </Button>
      )}
      {asked && <PublishDialog version={asked} inForce={inForce} onClose={() => setAsked(null)} />}
    </>
  )
}
