// The language model for one use: where it is, how it writes, what it may cost.
import InputNumber from 'antd/es/input-number'
import Switch from 'antd/es/switch'
import { useTranslation } from 'react-i18next'
import { type Draft, useDraft } from '../draft.ts'
import { Field } from '../Field.tsx'
import { DraftForm } from '../SaveBar.tsx'
import { BudgetFields } from './BudgetFields.tsx'
import { EndpointFields } from './EndpointFields.tsx'
import { formOf, type ModelForm, type Read, saveForm } from './model-data.ts'
import { TryOut } from './TryOut.tsx'

interface Range {
  readonly min: number
  readonly max: number
  readonly step: number
  /** When the field is emptied. */
  readonly otherwise: number
}

const UseFields = ({ draft }: { draft: Draft<ModelForm> }) => {
  const { t } = useTranslation()
  const { value, set, at } = draft
  const number = (name: 'temperature' | 'maxTokens', { otherwise, ...range }: Range) => (
    <Field label={t(`model.${name}`)} help={t(`model.${name}Help`)} error={at(`/${name}`)}>
      {({ id, status }) => (
        <InputNumber<number>
          id={id}
          status={status}
          {...range}
          {...(name === 'maxTokens' ? { precision: 0 } : {})}
          value={value[name]}
          onChange={(next) => set({ [name]: next ?? otherwise })}
        />
      )}
    </Field>
  )
  return (
    <section className="sheet padded">
      <div className="set-row">
        <div className="grow">
          <h3>{t('model.use.answer')}</h3>
          <p className="set-help">{t('model.useText')}</p>
        </div>
        <Switch checked={value.on} aria-label={t('model.use.answer')} onChange={(on) => set({ on })} />
      </div>
      <div className="set-pair">
        {number('temperature', { min: 0, max: 1, step: 0.1, otherwise: 0.2 })}
        {number('maxTokens', { min: 32, max: 2000, step: 50, otherwise: 400 })}
      </div>
    </section>
  )
}

export const SettingsForm = ({ read }: { read: Read }) => {
  const { t } = useTranslation()
  const settings = read.uses.find(({ use }) => use === 'answer')
  const draft = useDraft(formOf(settings), (form) => saveForm(form, settings?.version ?? 0))
  return (
    <div className="model-form">
      <DraftForm label={t('settings.section.model')} draft={draft}>
        <EndpointFields draft={draft} hasKey={settings?.hasKey ?? false} privateAllowed={read.privateAllowed} />
        <UseFields draft={draft} />
        <BudgetFields draft={draft} />
      </DraftForm>
      {settings !== undefined && <TryOut unsaved={draft.dirty} />}
    </div>
  )
}
