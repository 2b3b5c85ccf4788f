// Where the model is and what opens it. The key is written, never read back.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../draft.ts'
import { Field } from '../Field.tsx'
import type { ModelForm } from './model-data.ts'

interface Props {
  draft: Draft<ModelForm>
  hasKey: boolean
  privateAllowed: boolean
}
export const EndpointFields = ({ draft, hasKey, privateAllowed }: Props) => {
  const { t } = useTranslation()
  const { value, set, at } = draft
  const kept = hasKey && !value.forgetKey
  return (
    <section className="sheet padded">
      <h3>{t('model.endpoint')}</h3>
      <Field
        label={t('model.baseUrl')}
        help={t(privateAllowed ? 'model.baseUrlPrivate' : 'model.baseUrlHelp')}
        error={at('/baseUrl')}
      >
        {(control) => (
          <Input
            {...control}
            required
            type="url"
            inputMode="url"
            maxLength={500}
            placeholder="https://api.deepseek.com/v1"
            value={value.baseUrl}
            onChange={(event) => set({ baseUrl: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('model.model')} help={t('model.modelHelp')} error={at('/model')}>
        {(control) => (
          <Input
            {...control}
            required
            maxLength={120}
            placeholder="deepseek-chat"
            value={value.model}
            onChange={(event) => set({ model: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('model.key')} help={t(kept ? 'model.keyKept' : 'model.keyHelp')} error={at('/key')}>
        {(control) => (
          <div className="model-key">
            <Input
              {...control}
              type="password"
              autoComplete="off"
              maxLength={500}
              placeholder={kept ? '••••••••' : ''}
              value={value.key}
              onChange={(event) => set({ key: event.target.value, forgetKey: false })}
            />
            {kept && value.key === '' && (
              <Button onClick={() => set({ forgetKey: true })}>{t('model.forgetKey')}</Button>
            )}
          </div>
        )}
      </Field>
    </section>
  )
}
