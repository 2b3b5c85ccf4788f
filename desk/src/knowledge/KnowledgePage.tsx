// What the bot answers from: find, write, publish, withdraw.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { server, useMay } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { Page } from '../ui/Page.tsx'
import { type Entry, EntryEditor } from './EntryEditor.tsx'

const ImportDialog = lazy(() => import('../welcome/ImportDialog.tsx'))

const EntryLine = ({ entry, open }: { entry: Entry; open: () => void }) => {
  const { t } = useTranslation()
  const times = useTimes()
  return (
    <li>
      <button type="button" className="line-item" onClick={open}>
        <span className="grow">
          <b>{entry.title}</b>
          <span className="muted clamp">{entry.answer}</span>
        </span>
        <span className={`entry-status ${entry.status}`}>{t(`entry.${entry.status}`)}</span>
        <small className="muted">
          {entry.locale} · v{entry.version} · {times.full(entry.updatedAt)}
        </small>
      </button>
    </li>
  )
}

const Adding = ({ onImport, onNew }: { onImport: () => void; onNew: () => void }) => {
  const { t } = useTranslation()
  return (
    <div className="actions">
      <Button onClick={onImport}>{t('welcome.import')}</Button>
      <Button type="primary" onClick={onNew}>
        {t('knowledge.new')}
      </Button>
    </div>
  )
}

/** What stands where no entry is: the way to the first ones, unless a search found none. */
const Nothing = ({ searched, onImport }: { searched: boolean; onImport: (() => void) | null }) => {
  const { t } = useTranslation()
  return (
    <Blank icon="book" title={t(searched ? 'knowledge.noneFound' : 'knowledge.none')}>
      {t('knowledge.noneText')}
      {onImport !== null && !searched && (
        <Button type="link" onClick={onImport}>
          {t('welcome.importHint')}
        </Button>
      )}
    </Blank>
  )
}

const KnowledgePage = () => {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [open, setOpen] = useState<Entry | 'new' | null>(null)
  const [importing, setImporting] = useState(false)
  const search = useDeferredValue(words.trim())
  const writes = useMay('knowledge.write')
  const query = useQuery({
    queryKey: ['knowledge', search],
    queryFn: ({ signal }) => server.listKnowledge({ query: search ? { search } : {} }, signal),
    placeholderData: keepPreviousData,
  })
  const entries = query.data?.entries ?? []
  const add = writes && <Adding onImport={() => setImporting(true)} onNew={() => setOpen('new')} />
  return (
    <Page title={t('page.knowledge')} lead={t('knowledge.lead')} actions={add}>
      <Input
        type="search"
        aria-label={t('knowledge.search')}
        placeholder={t('knowledge.search')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.data && entries.length === 0 && (
        <Nothing searched={search !== ''} onImport={writes ? () => setImporting(true) : null} />
      )}
      <ul className="sheet">
        {entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} open={() => setOpen(entry)} />
        ))}
      </ul>
      {importing && (
        <Suspense fallback={null}>
          <ImportDialog onClose={() => setImporting(false)} />
        </Suspense>
      )}
      {open !== null && <EntryEditor entry={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}
export default KnowledgePage
