// The language lab: try a sentence, teach intents, train, compare, publish, go back.
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { Page } from '../ui/Page.tsx'
import { IntentPage } from './IntentPage.tsx'
import { IntentsTab } from './IntentsTab.tsx'
import { TryTab } from './TryTab.tsx'
import { VersionsTab } from './VersionsTab.tsx'
import './language.css'

const TABS = ['try', 'intents', 'versions'] as const
const PAGES: Record<(typeof TABS)[number], ComponentType> = {
  try: TryTab,
  intents: IntentsTab,
  versions: VersionsTab,
}

/** `at`: a tab, or `intents/<id>`. */
const LanguagePage = ({ at = 'try' }: { at?: string | undefined }) => {
  const { t } = useTranslation()
  const [first = 'try', id] = at.split('/')
  const tab = TABS.find((each) => each === first) ?? 'try'
  const Shown = PAGES[tab]
  return (
    <Page title={t('page.language')} lead={t('language.lead')}>
      <nav className="lab-tabs" aria-label={t('page.language')}>
        {TABS.map((each) => (
          <a key={each} {...linkTo({ page: 'language', at: each })} aria-current={each === tab ? 'page' : undefined}>
            {t(`language.tab.${each}`)}
          </a>
        ))}
      </nav>
      {tab === 'intents' && id !== undefined ? <IntentPage key={id} id={decodeURIComponent(id)} /> : <Shown />}
    </Page>
  )
}
export default LanguagePage
