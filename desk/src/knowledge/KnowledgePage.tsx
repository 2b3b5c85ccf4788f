// What the bot answers from: entries, documents, their structure, websites and ready-made packs, each under its tab.
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { LeaveQuestion } from '../settings/LeaveQuestion.tsx'
import { Page } from '../ui/Page.tsx'
import { DocumentsTab } from './DocumentsTab.tsx'
import { EntriesTab } from './EntriesTab.tsx'
import { EntryPage } from './EntryPage.tsx'
import { PackPage } from './PackPage.tsx'
import { PacksTab } from './PacksTab.tsx'
import { SitesTab } from './SitesTab.tsx'
import { StructureTab } from './structure/StructureTab.tsx'
import '../settings/settings.css'
import './knowledge.css'

const TABS = ['entries', 'documents', 'structure', 'sites', 'packs'] as const
type Tab = (typeof TABS)[number]
const LISTS: Record<Tab, ComponentType> = {
  entries: EntriesTab,
  documents: DocumentsTab,
  structure: StructureTab,
  sites: SitesTab,
  packs: PacksTab,
}

const Shown = ({ tab, id }: { tab: Tab; id: string | undefined }) => {
  const List = LISTS[tab]
  if (id === undefined) return <List />
  if (tab === 'entries') return <EntryPage key={id} id={id === 'new' ? null : id} />
  return tab === 'packs' ? <PackPage key={id} id={id} /> : <List />
}

/** `at`: a tab, and below it an entry or a pack. */
const KnowledgePage = ({ at = 'entries' }: { at?: string | undefined }) => {
  const { t } = useTranslation()
  const [first, id] = at.split('/')
  const tab = TABS.find((each) => each === first) ?? 'entries'
  return (
    <Page title={t('page.knowledge')} lead={t('knowledge.lead')}>
      <nav className="set-tabs kb-tabs" aria-label={t('page.knowledge')}>
        {TABS.map((each) => (
          <a
            key={each}
            {...linkTo(each === 'entries' ? { page: 'knowledge' } : { page: 'knowledge', at: each })}
            aria-current={each === tab ? 'page' : undefined}
          >
            {t(`knowledge.tab.${each}`)}
          </a>
        ))}
      </nav>
      <Shown tab={tab} id={id === undefined ? undefined : decodeURIComponent(id)} />
      <LeaveQuestion />
    </Page>
  )
}
export default KnowledgePage
