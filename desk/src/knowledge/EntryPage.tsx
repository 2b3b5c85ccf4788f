// One entry: what customers ask, what they get, when and for whom it holds, and what became of it.
import Button from 'antd/es/button'
import Popconfirm from 'antd/es/popconfirm'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { useMay } from '../app/server.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Conflict } from './Conflict.tsx'
import { EntryFields } from './EntryFields.tsx'
import { type Entry, useEntry } from './entries.ts'
import { type EntryForm, useEntryForm } from './entry-form.ts'
import { Marks } from './Marks.tsx'
import { Pictures } from './Pictures.tsx'
import { Steps } from './Steps.tsx'
import { UsageTable } from './UsageTable.tsx'
import { VersionsDrawer } from './VersionsDrawer.tsx'
import { WhoFor } from './WhoFor.tsx'

const Withdraw = ({ form }: { form: EntryForm }) => {
  const { t } = useTranslation()
  return (
    <Popconfirm
      title={t('knowledge.withdrawTitle')}
      description={t('knowledge.withdrawText')}
      okText={t('knowledge.withdraw')}
      cancelText={t('do.cancel')}
      onConfirm={() => void form.withdraw()}
    >
      <Button danger loading={form.busy === 'withdraw'}>
        {t('knowledge.withdraw')}
      </Button>
    </Popconfirm>
  )
}

const Acts = ({ form }: { form: EntryForm }) => {
  const { t } = useTranslation()
  const { entry, dirty, busy, refusal, value } = form
  const blank = (words: string) => words.trim() === ''
  const empty = blank(value.title) || blank(value.answer) || value.steps.some(({ text }) => blank(text))
  const live = entry?.status === 'published'
  return (
    <div className="save-bar kb-acts">
      <span className={refusal ? 'grow set-wrong' : 'grow muted'} role="status">
        {refusal ? refusal.text : dirty ? t('settings.unsaved') : ''}
      </span>
      {entry !== null && entry.status !== 'withdrawn' && !dirty && <Withdraw form={form} />}
      {dirty && entry !== null && <Button onClick={form.reset}>{t('do.discard')}</Button>}
      <Button disabled={!dirty || empty} loading={busy === 'draft'} onClick={() => void form.save('draft')}>
        {t('knowledge.saveDraft')}
      </Button>
      <Button
        type="primary"
        disabled={empty || (live && !dirty)}
        loading={busy === 'publish'}
        onClick={() => void form.save('publish')}
      >
        {t('knowledge.publish')}
      </Button>
    </div>
  )
}

const Origin = ({ entry }: { entry: Entry }) => {
  const { t } = useTranslation()
  if (entry.origin === null) return null
  return (
    <p className="kb-hint">
      <Icon name="file" size={16} />
      <span>
        {t('knowledge.fromDocument', { section: entry.origin.section })}{' '}
        <a {...linkTo({ page: 'knowledge', at: `documents/${entry.origin.documentId}` })}>
          {t('knowledge.toDocument')}
        </a>
      </span>
    </p>
  )
}

/** Enter in a field is no wish to publish. */
const stay = (event: FormEvent) => event.preventDefault()

const Editor = ({ first }: { first: Entry | null }) => {
  const { t } = useTranslation()
  const readOnly = !useMay('knowledge.write')
  const form = useEntryForm(first)
  const [drawer, setDrawer] = useState(false)
  const { entry } = form
  return (
    <form className="kb-editor" aria-label={entry?.title ?? t('knowledge.new')} onSubmit={stay}>
      <div className="kb-line-top">
        <h2>{entry?.title ?? t('knowledge.new')}</h2>
        {entry && (
          <span className="actions">
            <Marks entry={entry} />
            <Button onClick={() => setDrawer(true)}>{t('knowledge.versionsOf', { count: entry.version })}</Button>
          </span>
        )}
      </div>
      {entry?.status === 'draft' && entry.liveVersion !== null && (
        <p className="kb-hint">{t('knowledge.aboveLive', { version: entry.liveVersion })}</p>
      )}
      {entry && <Origin entry={entry} />}
      <Conflict form={form} />
      <EntryFields form={form} readOnly={readOnly} />
      <Steps form={form} readOnly={readOnly} />
      <Pictures form={form} readOnly={readOnly} />
      <WhoFor form={form} readOnly={readOnly} />
      {entry && <UsageTable entryId={entry.id} />}
      {!readOnly && <Acts form={form} />}
      {drawer && <VersionsDrawer form={form} readOnly={readOnly} onClose={() => setDrawer(false)} />}
    </form>
  )
}

/** `id` null: a new entry. */
export const EntryPage = ({ id }: { id: string | null }) => {
  const { t } = useTranslation()
  const query = useEntry(id)
  return (
    <>
      <a className="kb-back" {...linkTo({ page: 'knowledge' })}>
        <Icon name="back" size={16} />
        {t('knowledge.toEntries')}
      </a>
      {id === null && <Editor first={null} />}
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {id !== null && query.isPending && <Loading lines={8} />}
      {query.data && <Editor first={query.data.entry} />}
    </>
  )
}
