// Promotions for who writes them: the rules, what is wrong with them, what a cart costs, versions, and answers now wrong.
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { LeaveQuestion } from '../settings/LeaveQuestion.tsx'
import { Page } from '../ui/Page.tsx'
import { CheckTab } from './CheckTab.tsx'
import { DraftBar } from './DraftBar.tsx'
import { RulesTab } from './RulesTab.tsx'
import { useWrongAnswers } from './rule-set.ts'
import { SimulatorTab } from './SimulatorTab.tsx'
import { VersionsTab } from './VersionsTab.tsx'
import { WrongTab } from './WrongTab.tsx'
import '../settings/settings.css'
import './promotions.css'

const TABS = ['rules', 'check', 'simulator', 'versions', 'wrong'] as const
type Tab = (typeof TABS)[number]

const Tabs = ({ tab }: { tab: Tab }) => {
  const { t } = useTranslation()
  const wrong = useWrongAnswers().data?.answers.length ?? 0
  return (
    <nav className="set-tabs" aria-label={t('page.promotions')}>
      {TABS.map((each) => (
        <a key={each} {...linkTo({ page: 'promotions', at: each })} aria-current={each === tab ? 'page' : undefined}>
          {t(`promotions.tab.${each}`)}
          {each === 'wrong' && wrong > 0 && <span className="promo-badge">{wrong}</span>}
        </a>
      ))}
    </nav>
  )
}

/** `at`: a tab, or `rules/<id>` with a rule open. */
const PromotionsPage = ({ at = 'rules' }: { at?: string | undefined }) => {
  const { t } = useTranslation()
  const [first, id] = at.split('/')
  const tab = TABS.find((each) => each === first) ?? 'rules'
  return (
    <Page title={t('page.promotions')} lead={t('promotions.lead')}>
      <Tabs tab={tab} />
      <DraftBar />
      {tab === 'rules' && <RulesTab id={id === undefined ? undefined : decodeURIComponent(id)} />}
      {tab === 'check' && <CheckTab />}
      {tab === 'simulator' && <SimulatorTab />}
      {tab === 'versions' && <VersionsTab />}
      {tab === 'wrong' && <WrongTab />}
      <LeaveQuestion />
    </Page>
  )
}
export default PromotionsPage
