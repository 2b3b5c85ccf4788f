// The tabs of growth within the knowledge: gaps, the morning's advice, trials. Loaded when one of them is opened.
import { AdviceTab } from './AdviceTab.tsx'
import { CourtPage, CourtsTab } from './CourtsTab.tsx'
import { GapPage } from './GapPage.tsx'
import { GapsTab } from './GapsTab.tsx'
import { ImportWizard } from './ImportWizard.tsx'
import './growth.css'

export type GrowthTab = 'gaps' | 'advice' | 'courts'

const GrowthPages = ({ tab, id }: { tab: GrowthTab; id: string | undefined }) => {
  if (tab === 'advice') return <AdviceTab />
  if (tab === 'courts') return id === undefined ? <CourtsTab /> : <CourtPage key={id} id={id} />
  if (id === undefined) return <GapsTab />
  return id === 'import' ? <ImportWizard /> : <GapPage key={id} id={id} />
}
export default GrowthPages
