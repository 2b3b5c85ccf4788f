// Every version of an entry: who, when, what changed against the one before, and the way back to it.
import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import Drawer from 'antd/es/drawer'
import Popconfirm from 'antd/es/popconfirm'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { server } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import { useStaff } from '../team/use-staff.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { Difference } from './Difference.tsx'
import type { Version } from './entries.ts'
import type { EntryForm } from './entry-form.ts'

const VersionLine = (props: { version: Version; before: number | null; form: EntryForm; readOnly: boolean }) => {
  const { t } = useTranslation()
  const times = useTimes()
  const { version, before, form, readOnly } = props
  const [open, setOpen] = useState(version.version === form.entry?.version)
  const staff = useStaff().data?.staff ?? []
  const who = staff.find(({ id }) => id === version.staffId)?.name ?? t('knowledge.bySystem')
  const newest = version.version === form.entry?.version
  return (
    <li className="kb-version">
      <div className="kb-line-top">
        <span>
          <b>{t('knowledge.version', { version: version.version })}</b>{' '}
          <span className={`kb-mark ${version.status === 'published' ? 'good' : ''}`}>
            {t(`entry.${version.status}`)}
          </span>
          <small className="kb-when">{`${who} · ${times.full(version.savedAt)}`}</small>
        </span>
        <span className="actions">
          {before !== null && (
            <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('knowledge.changes')}
            </Button>
          )}
          {!newest && !readOnly && (
            <Popconfirm
              title={t('knowledge.rollBackTitle', { version: version.version })}
              description={t('knowledge.rollBackText')}
              okText={t('knowledge.rollBack')}
              cancelText={t('do.cancel')}
              onConfirm={() => void form.rollBack(version.version)}
            >
              <Button size="small">{t('knowledge.rollBack')}</Button>
            </Popconfirm>
          )}
        </span>
      </div>
      {open && before !== null && <Difference entryId={form.id} from={before} to={version.version} />}
    </li>
  )
}

/** What customers got before, for what was published; for a draft what stood there last. `versions`: newest first. */
const comparedWith = (versions: readonly Version[], at: number): number | null => {
  const older = versions.slice(at + 1)
  const live = versions[at]?.status === 'published' ? older.find(({ status }) => status === 'published') : undefined
  return (live ?? older[0])?.version ?? null
}

export const VersionsDrawer = (props: { form: EntryForm; readOnly: boolean; onClose: () => void }) => {
  const { t } = useTranslation()
  const { form, readOnly, onClose } = props
  const query = useQuery({
    queryKey: ['knowledge', 'versions', form.id, form.entry?.version],
    queryFn: ({ signal }) => server.listKnowledgeVersions({ params: { entryId: form.id } }, signal),
  })
  const versions = query.data?.versions ?? []
  return (
    <Drawer open title={t('knowledge.versions')} size="min(520px, 100vw)" onClose={onClose}>
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      <ul className="kb-versions">
        {versions.map((version, at) => (
          <VersionLine
            key={version.version}
            version={version}
            before={comparedWith(versions, at)}
            form={form}
            readOnly={readOnly}
          />
        ))}
      </ul>
    </Drawer>
  )
}
