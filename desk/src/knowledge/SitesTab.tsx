// Websites whose pages the bot answers from: how far the reading is, when it comes again, and reading it now.
import type { KnowledgeSite } from '@ballast/contract/routes/documents'
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
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { knowledgeChanged, languageName } from './entries.ts'
import { SiteForm } from './SiteForm.tsx'

const LOOK_EVERY_MS = 2_000
const isBusy = ({ state }: KnowledgeSite): boolean => state === 'waiting' || state === 'reading'

const useSites = () =>
  useQuery({
    queryKey: ['knowledge', 'sites'],
    queryFn: ({ signal }) => server.listSites({}, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.sites.some(isBusy) === true ? LOOK_EVERY_MS : false),
  })

const Facts = ({ site }: { site: KnowledgeSite }) => {
  const { t } = useTranslation()
  const times = useTimes()
  const { language } = usePreferences()
  const facts = [
    languageName(site.locale, language),
    t('sites.limits', { pages: site.mostPages, depth: site.mostDepth }),
    t('sites.found', { count: site.found }),
    ...(site.failed > 0 ? [t('sites.failed', { count: site.failed })] : []),
    ...(site.crawledAt === null ? [] : [t('sites.crawledAt', { when: times.full(site.crawledAt) })]),
    ...(site.nextAt === null ? [t('sites.never')] : [t('sites.nextAt', { when: times.full(site.nextAt) })]),
  ]
  return <small>{facts.join(' · ')}</small>
}

const LOOK = { waiting: '', reading: 'info', ready: 'good', failed: 'bad' } as const

const Deeds = ({ site }: { site: KnowledgeSite }) => {
  const { t } = useTranslation()
  const params = { siteId: site.id }
  const run = async (verb: () => Promise<unknown>, done: string) => {
    if ((await act(verb, done)) !== null) knowledgeChanged()
  }
  return (
    <span className="actions">
      <Button
        size="small"
        disabled={isBusy(site)}
        onClick={() => void run(() => server.crawlSite({ params, body: {} }), t('sites.didCrawl'))}
      >
        {t('sites.crawl')}
      </Button>
      <Popconfirm
        title={t('sites.removeTitle', { url: site.url })}
        description={t('sites.removeText')}
        okText={t('documents.remove')}
        cancelText={t('do.cancel')}
        onConfirm={() => void run(() => server.removeSite({ params }), t('sites.didRemove'))}
      >
        <Button size="small" danger>
          {t('documents.remove')}
        </Button>
      </Popconfirm>
    </span>
  )
}

const SiteLine = ({ site }: { site: KnowledgeSite }) => {
  const { t } = useTranslation()
  const writes = useMay('knowledge.write')
  return (
    <li className="kb-document">
      <div className="kb-line-top">
        <span className="kb-name">
          <b>{site.url}</b> <span className={`kb-mark ${LOOK[site.state]}`}>{t(`documents.state.${site.state}`)}</span>
        </span>
        {writes && <Deeds site={site} />}
      </div>
      {site.state === 'reading' && <progress aria-label={t('documents.reading', { name: site.url })} />}
      {site.problem !== null && <p className="kb-trouble bad">{explainCode(site.problem)}</p>}
      <Facts site={site} />
      {site.found > 0 && (
        <a className="kb-to-pages" {...linkTo({ page: 'knowledge', at: 'documents' })}>
          {t('sites.pages')}
        </a>
      )}
    </li>
  )
}

export const SitesTab = () => {
  const { t } = useTranslation()
  const writes = useMay('knowledge.write')
  const [adding, setAdding] = useState(false)
  const query = useSites()
  const sites = query.data?.sites ?? []
  return (
    <>
      <div className="kb-line-top">
        <p className="muted">{t('sites.lead')}</p>
        {writes && !adding && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('sites.add')}
          </Button>
        )}
      </div>
      {adding && <SiteForm onClose={() => setAdding(false)} />}
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.data && sites.length === 0 && !adding && (
        <Blank icon="page" title={t('sites.none')}>
          {t('sites.noneText')}
        </Blank>
      )}
      <ul className="sheet">
        {sites.map((site) => (
          <SiteLine key={site.id} site={site} />
        ))}
      </ul>
    </>
  )
}
