// The draft of a cluster: proposed from what colleagues answered, edited here, and tried in court before it is published.
import Button from 'antd/es/button'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { server, useMay } from '../app/server.ts'
import { Conflict } from '../knowledge/Conflict.tsx'
import { EntryFields } from '../knowledge/EntryFields.tsx'
import { type Entry, useEntry } from '../knowledge/entries.ts'
import { useEntryForm } from '../knowledge/entry-form.ts'
import { Marks } from '../knowledge/Marks.tsx'
import { act } from '../ui/act.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { CourtBox } from './CourtBox.tsx'
import { blanksIn, type Cluster, growthChanged, type Question } from './growth-data.ts'

/** From which conversations it was proposed: whoever publishes wants to see them. */
const From = ({ questions }: { questions: readonly Question[] }) => {
  const { t } = useTranslation()
  const answered = questions.filter(({ answer }) => answer !== null)
  if (answered.length === 0) return <p className="kb-hint">{t('growth.fromNobody')}</p>
  return (
    <details className="kb-hint gap-from">
      <summary>{t('growth.from', { count: answered.length })}</summary>
      <ul>
        {answered.map(({ id, answer, conversationId }) => (
          <li key={id}>
            <span>{answer}</span>
            {conversationId !== null && (
              <a {...linkTo({ page: 'inbox', view: 'all', conversationId })}>{t('growth.toTalk')}</a>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

const Editor = (props: { first: Entry; questions: readonly Question[]; noteDirty: (now: boolean) => void }) => {
  const { first, questions, noteDirty } = props
  const { t } = useTranslation()
  const readOnly = !useMay('knowledge.write')
  const form = useEntryForm(first)
  const { entry, dirty, busy, refusal, value } = form
  useEffect(() => noteDirty(dirty))
  const blanks = blanksIn(value.answer)
  const empty = value.title.trim() === '' || value.answer.trim() === ''
  const shown = entry ?? first
  return (
    <section className="gap-part" aria-label={t('growth.draft')}>
      <div className="kb-line-top">
        <h2>{t('growth.draft')}</h2>
        <span className="actions">
          <Marks entry={shown} />
          <a {...linkTo({ page: 'knowledge', at: `entries/${first.id}` })}>{t('growth.toEntry')}</a>
        </span>
      </div>
      <From questions={questions} />
      {blanks > 0 && (
        <p className="notice-line" role="status">
          {t('growth.blanks', { count: blanks })}
        </p>
      )}
      <Conflict form={form} />
      <EntryFields form={form} readOnly={readOnly} />
      {dirty && (
        <div className="save-bar">
          <span className={refusal ? 'grow set-wrong' : 'grow muted'} role="status">
            {refusal ? refusal.text : t('growth.saveFirst')}
          </span>
          <Button onClick={form.reset}>{t('do.discard')}</Button>
          <Button type="primary" disabled={empty} loading={busy === 'draft'} onClick={() => void form.save('draft')}>
            {t('knowledge.saveDraft')}
          </Button>
        </div>
      )}
      <CourtBox entry={shown} ready={!dirty && blanks === 0} readOnly={readOnly} />
    </section>
  )
}

const Begin = ({ cluster }: { cluster: Cluster }) => {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const begin = async () => {
    setBusy(true)
    await act(() => server.draftFromCluster({ params: { clusterId: cluster.id }, body: {} }))
    setBusy(false)
    growthChanged()
  }
  return (
    <section className="sheet padded gap-begin" aria-label={t('growth.draft')}>
      <span className="grow">
        <h2>{t('growth.beginTitle')}</h2>
        <p className="muted">
          {cluster.answered > 0 ? t('growth.beginFrom', { count: cluster.answered }) : t('growth.beginBare')}
        </p>
      </span>
      <Button type="primary" loading={busy} onClick={() => void begin()}>
        {t('growth.begin')}
      </Button>
    </section>
  )
}

const Existing = ({ entryId, questions }: { entryId: string; questions: readonly Question[] }) => {
  const query = useEntry(entryId)
  const [shown, setShown] = useState<Entry | null>(null)
  const dirty = useRef(false)
  const entry = query.data?.entry
  // What somebody is writing is never taken from under them: a newer version comes up when they save.
  useEffect(() => {
    if (entry !== undefined && !dirty.current) setShown(entry)
  }, [entry])
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (shown === null) return <Loading lines={5} />
  const noteDirty = (now: boolean) => {
    dirty.current = now
  }
  return <Editor key={`${entryId} ${shown.version}`} first={shown} questions={questions} noteDirty={noteDirty} />
}

export const DraftBox = ({ cluster, questions }: { cluster: Cluster; questions: readonly Question[] }) => {
  const writes = useMay('knowledge.write')
  if (cluster.entryId !== null) return <Existing entryId={cluster.entryId} questions={questions} />
  return writes ? <Begin cluster={cluster} /> : null
}
