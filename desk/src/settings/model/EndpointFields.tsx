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

const KeyField = ({ draft: { value, set, at }, hasKey }: Pick<Props, 'draft' | 'hasKey'>) => {
  const { t } = useTranslation()
  const kept = hasKey && !value.forgetKey
  return (
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
          {kept && value.key === '' && <Button onClick={() => set({ forgetKey: true })}>{t('model.forgetKey')}</Button>}
        </div>
      )}
    </Field>
  )
}

const WORDS = {
  baseUrl: { most: 500, example: 'https://api.deepseek.com/v1' },
  model: { most: 120, example: 'deepseek-chat' },
} as const

export const EndpointFields = ({ draft, hasKey, privateAllowed }: Props) => {
  const { t } = useTranslation()
  const { value, set, at } = draft
  const line = (name: keyof typeof WORDS, help: string) => (
    <Field label={t(`model.${name}`)} help={t(help)} error={at(`/${name}`)}>
      {(control) => (
        <Input
          {...control}
          required
          type={name === 'baseUrl' ? 'url' : 'text'}
          maxLength={WORDS[name].most}
          placeholder={WORDS[name].example}
          value={value[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <section className="sheet padded">
      <h3>{t('model.endpoint')}</h3>
      {line('baseUrl', privateAllowed ? 'model.baseUrlPrivate' : 'model.baseUrlHelp')}
      {line('model', 'model.modelHelp')}
      <KeyField draft={draft} hasKey={hasKey} />
    </section>
  )
}
