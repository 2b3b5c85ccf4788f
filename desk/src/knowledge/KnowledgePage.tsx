// What the bot answers from: entries, documents, their structure, websites and ready-made packs; what it could not answer,
// and how it speaks. Each under its tab.
import { type ComponentType, lazy, Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { withWords } from '../app/page-words.ts'
import { linkTo } from '../app/place.ts'
import { LeaveQuestion } from '../settings/LeaveQuestion.tsx'
import { Loading } from '../ui/Blank.tsx'
import { Page } from '../ui/Page.tsx'
import { DocumentsTab } from './DocumentsTab.tsx'
import { EntriesTab } from './EntriesTab.tsx'
import { EntryPage } from './EntryPage.tsx'
import { HelpTab } from './HelpTab.tsx'
import { PackPage } from './PackPage.tsx'
import { PacksTab } from './PacksTab.tsx'
import { SitesTab } from './SitesTab.tsx'
import { StructureTab } from './structure/StructureTab.tsx'
import '../settings/settings.css'
import './knowledge.css'

const GrowthPages = lazy(() => withWords('growth', import('../growth/GrowthPages.tsx')))
const VoiceTab = lazy(() => withWords('growth', import('../voice/VoiceTab.tsx')))

const TABS = [
  ...(['entries', 'documents', 'structure', 'sites', 'packs', 'help'] as const),
  ...(['gaps', 'advice', 'courts', 'voice'] as const),
]
type Tab = (typeof TABS)[number]
const LISTS: Record<Exclude<Tab, 'gaps' | 'advice' | 'courts' | 'voice'>, ComponentType> = {
  entries: EntriesTab,
  documents: DocumentsTab,
  structure: StructureTab,
  sites: SitesTab,
  packs: PacksTab,
  help: HelpTab,
}

const Shown = ({ tab, id }: { tab: Tab; id: string | undefined }) => {
  if (tab === 'voice') return <VoiceTab />
  if (tab === 'gaps' || tab === 'advice' || tab === 'courts') return <GrowthPages tab={tab} id={id} />
  const List = LISTS[tab]
  if (id === undefined) return <List />
  if (tab === 'entries') return <EntryPage key={id} id={id === 'new' ? null : id} />
  return tab === 'packs' ? <PackPage key={id} id={id} /> : <List />
}

/** On a phone the row of tabs is longer than the screen. */
const inSight = (tab: HTMLElement | null): void => tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })

/** `at`: a tab, and below it an entry or a pack. */
const KnowledgePage = ({ at = 'entries' }: { at?: string | undefined }) => {
  const { t } = useTranslation()
  const [first, id] = at.split('/')
  const tab = TABS.find((each) => each === first) ?? 'entries'
  const bar = useRef<HTMLElement>(null)
  // On a phone the tabs stand wider than the screen: the open one is in sight.
  useEffect(() => {
    const open = bar.current?.querySelector(`[data-tab="${tab}"]`)
    open?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [tab])
  return (
    <Page title={t('page.knowledge')} lead={t('knowledge.lead')}>
      <nav ref={bar} className="set-tabs kb-tabs" aria-label={t('page.knowledge')}>
        {TABS.map((each) => (
          <a
            key={each}
            data-tab={each}
            {...linkTo(each === 'entries' ? { page: 'knowledge' } : { page: 'knowledge', at: each })}
            aria-current={each === tab ? 'page' : undefined}
            ref={each === tab ? inSight : undefined}
          >
            {t(`knowledge.tab.${each}`)}
          </a>
        ))}
      </nav>
      <Suspense fallback={<Loading lines={6} />}>
        <Shown tab={tab} id={id === undefined ? undefined : decodeURIComponent(id)} />
      </Suspense>
      <LeaveQuestion />
    </Page>
  )
}
export default KnowledgePage
