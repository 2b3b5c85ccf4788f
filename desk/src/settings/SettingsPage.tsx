// One's own settings: language, looks, the key that sends, password, second factor.
import Segmented from 'antd/es/segmented'
import { useTranslation } from 'react-i18next'
import { AlertSettings } from '../alerts/AlertSettings.tsx'
import { type Preferences, prefer, usePreferences } from '../app/preferences.ts'
import { useSession } from '../app/server.ts'
import { Page } from '../ui/Page.tsx'
import { Password } from './Password.tsx'
import { SecondFactor } from './SecondFactor.tsx'

interface ChoiceProps<K extends keyof Preferences> {
  name: K
  label: string
  options: readonly { value: Preferences[K]; label: string }[]
}
const Choice = <K extends keyof Preferences>({ name, label, options }: ChoiceProps<K>) => {
  const chosen = usePreferences()[name]
  return (
    <div className="setting">
      <span id={`setting-${name}`}>{label}</span>
      <Segmented
        aria-labelledby={`setting-${name}`}
        value={chosen}
        options={[...options]}
        onChange={(value) => prefer({ [name]: value })}
      />
    </div>
  )
}

const SettingsPage = () => {
  const { t } = useTranslation()
  const { staff, tenant } = useSession()
  return (
    <Page title={t('page.settings')} lead={`${staff.name} · ${staff.email} · ${tenant.name}`}>
      <section className="sheet padded" aria-label={t('settings.looks')}>
        <h2>{t('settings.looks')}</h2>
        <Choice
          name="language"
          label={t('field.language')}
          options={[
            { value: 'zh-CN', label: '简体中文' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Choice
          name="theme"
          label={t('settings.theme')}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
        />
        <Choice
          name="sendKey"
          label={t('settings.sendKey')}
          options={(['enter', 'mod-enter'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
        />
      </section>
      <AlertSettings />
      <Password />
      <SecondFactor />
    </Page>
  )
}
export default SettingsPage
