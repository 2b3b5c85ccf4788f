// Step 1: what the shop is called and which language it speaks.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { prefer, usePreferences } from '../app/preferences.ts'
import { queries, server, useMay, useSession } from '../app/server.ts'
import { act } from '../ui/act.ts'
import { Labelled } from '../ui/Labelled.tsx'
import { Step } from './Step.tsx'
import { refreshWorkspace } from './workspace.ts'

const LANGUAGES = [
  { value: 'zh-CN', label: '简体中文' },
  { value: 'en', label: 'English' },
] as const

export const ShopStep = () => {
  const { t } = useTranslation()
  const { tenant } = useSession()
  const renames = useMay('settings.manage')
  const { language } = usePreferences()
  const [name, setName] = useState(tenant.name)
  const save = async () => {
    if (!renames || name.trim() === tenant.name) return true
    if ((await act(() => server.changeWorkspace({ body: { name: name.trim() } }))) === null) return false
    await Promise.all([queries.invalidateQueries({ queryKey: ['session'] }), refreshWorkspace()])
    return true
  }
  return (
    <Step name="shop" title={t('welcome.shopTitle')} lead={t('welcome.shopLead')} save={save}>
      <Labelled label={t('welcome.shopName')}>
        <input
          className="first-field"
          required
          pattern=".*\S.*"
          maxLength={120}
          readOnly={!renames}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Labelled>
      {!renames && <small>{t('welcome.shopOwner')}</small>}
      <fieldset className="first-choice">
        <legend>{t('welcome.language')}</legend>
        {LANGUAGES.map(({ value, label }) => (
          <label key={value}>
            <input
              type="radio"
              name="language"
              checked={language === value}
              onChange={() => prefer({ language: value })}
            />
            <span lang={value}>{label}</span>
          </label>
        ))}
      </fieldset>
    </Step>
  )
}
