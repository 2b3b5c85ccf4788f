// The language model a shop may set up: how it stands, where it is, what it costs, how its last calls went.
import { useTranslation } from 'react-i18next'
import { useMay } from '../../app/server.ts'
import { Failed, Loading } from '../../ui/Blank.tsx'
import { Heading } from '../Heading.tsx'
import { Calls } from './Calls.tsx'
import { useModels } from './model-data.ts'
import { SettingsForm } from './SettingsForm.tsx'
import { StopSwitch } from './StopSwitch.tsx'
import { Usage } from './Usage.tsx'
import './model.css'

const ModelPage = () => {
  const { t } = useTranslation()
  const maySet = useMay('settings.manage')
  const query = useModels()
  const read = query.data
  const settings = read?.uses.find(({ use }) => use === 'answer')
  const spending = read?.spending.find(({ use }) => use === 'answer')
  return (
    <>
      <Heading title={t('settings.section.model')} lead={t('model.lead')} />
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {read && <StopSwitch read={read} />}
      {settings && spending && <Usage settings={settings} spending={spending} />}
      {read && maySet && <SettingsForm read={read} />}
      {read && !maySet && <p className="muted">{t('settings.askOwner')}</p>}
      {settings && <Calls />}
    </>
  )
}
export default ModelPage
