// One document: how far it is, what was wrong with it, its sections, and reading it again or removing it.
import type { KnowledgeDocument } from '@ballast/contract/routes/documents'
import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import Popconfirm from 'antd/es/popconfirm'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { explainCode } from '../app/explain.ts'
import { linkTo } from '../app/place.ts'
import { usePreferences } from '../app/preferences.ts'
import { server, useMay } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import { act } from '../ui/act.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { knowledgeChanged, languageName } from './entries.ts'
import { Marks } from './Marks.tsx'
import { bySection } from './standing.ts'

const MOST_SECTIONS = 500

const Sections = ({ document }: { document: KnowledgeDocument }) => {
  const { t } = useTranslation()
  const query = useQuery({
    queryKey: ['knowledge', 'sections', document.id],
    queryFn: ({ signal }) => server.listKnowledge({ query: { documentId: document.id, limit: MOST_SECTIONS } }, signal),
  })
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Loading lines={2} />
  const sections = query.data.entries
    .filter(({ status }) => status !== 'withdrawn')
    .sort((one, other) => bySection(one.origin?.section ?? '', other.origin?.section ?? ''))
  return (
    <ol className="kb-sections" aria-label={t('documents.sectionsOf', { name: document.name })}>
      {sections.map((entry) => (
        <li key={entry.id}>
          <span className="kb-path">{entry.origin?.section}</span>
          <a {...linkTo({ page: 'knowledge', at: `entries/${entry.id}` })}>{entry.title}</a>
          <Marks entry={entry} />
        </li>
      ))}
    </ol>
  )
}

const size = (bytes: number, language: string): string => {
  const large = bytes >= 1_000_000
  const format = { style: 'unit', unit: large ? 'megabyte' : 'kilobyte', maximumFractionDigits: large ? 1 : 0 } as const
  return new Intl.NumberFormat(language, format).format(Math.max(1, bytes / 1000) / (large ? 1000 : 1))
}

const Facts = ({ document }: { document: KnowledgeDocument }) => {
  const { t } = useTranslation()
  const times = useTimes()
  const { language } = usePreferences()
  const { state, bytes, locale, topic, sections, passages, readAt } = document
  const facts = [
    size(bytes, language),
    languageName(locale, language),
    ...(topic === '' ? [] : [topic]),
    ...(state === 'ready' ? [t('documents.made', { sections, passages })] : []),
    ...(readAt === null ? [] : [t('documents.readAt', { when: times.full(readAt) })]),
  ]
  return <small>{facts.join(' · ')}</small>
}

const LOOK = { waiting: '', reading: 'info', ready: 'good', failed: 'bad' } as const

/** What went wrong, and what was left out although it went well. */
const Troubles = ({ document }: { document: KnowledgeDocument }) => {
  const { t } = useTranslation()
  const { problem, warnings } = document
  const counted = new Map<string, number[]>()
  for (const { code, page } of warnings)
    counted.set(code, [...(counted.get(code) ?? []), ...(page === undefined ? [] : [page])])
  return (
    <>
      {problem !== null && <p className="kb-trouble bad">{explainCode(problem)}</p>}
      {[...counted].map(([code, pages]) => (
        <p key={code} className="kb-trouble">
          {t(`documents.warning.${code}`)}
          {pages.length > 0 && ` ${t('documents.pages', { pages: pages.slice(0, 12).join(', ') })}`}
        </p>
      ))}
    </>
  )
}

const Deeds = ({ document }: { document: KnowledgeDocument }) => {
  const { t } = useTranslation()
  const params = { documentId: document.id }
  const run = async (verb: () => Promise<unknown>, done: string) => {
    if ((await act(verb, done)) !== null) knowledgeChanged()
  }
  const busy = document.state === 'waiting' || document.state === 'reading'
  return (
    <span className="actions">
      <Button
        size="small"
        disabled={busy}
        onClick={() => void run(() => server.rereadDocument({ params, body: {} }), t('documents.didReread'))}
      >
        {t('documents.reread')}
      </Button>
      <Popconfirm
        title={t('documents.removeTitle', { name: document.name })}
        description={t('documents.removeText')}
        okText={t('documents.remove')}
        cancelText={t('do.cancel')}
        onConfirm={() => void run(() => server.removeDocument({ params }), t('documents.didRemove'))}
      >
        <Button size="small" danger>
          {t('documents.remove')}
        </Button>
      </Popconfirm>
    </span>
  )
}

export const DocumentLine = ({ document, first }: { document: KnowledgeDocument; first: boolean }) => {
  const { t } = useTranslation()
  const [open, setOpen] = useState(first)
  const { name, state, progress, passages } = document
  const writes = useMay('knowledge.write')
  return (
    <li className="kb-document">
      <div className="kb-line-top">
        <span className="kb-name">
          <b>{name}</b> <span className={`kb-mark ${LOOK[state]}`}>{t(`documents.state.${state}`)}</span>
        </span>
        {writes && <Deeds document={document} />}
      </div>
      {state === 'reading' && <progress aria-label={t('documents.reading', { name })} value={progress} max={1} />}
      <Troubles document={document} />
      <div className="kb-line-top">
        <Facts document={document} />
        {passages > 0 && (
          <span className="actions">
            <a {...linkTo({ page: 'knowledge', at: `structure/${document.id}` })}>{t('documents.showStructure')}</a>
            <Button size="small" type="link" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t(open ? 'documents.hideSections' : 'documents.showSections', { count: passages })}
            </Button>
          </span>
        )}
      </div>
      {open && passages > 0 && <Sections document={document} />}
    </li>
  )
}
