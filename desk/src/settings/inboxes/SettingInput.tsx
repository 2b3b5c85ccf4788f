// One setting of a channel, by its type. Words of known channels are in the reader's language, others as the server wrote them.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import InputNumber from 'antd/es/input-number'
import Select from 'antd/es/select'
import Switch from 'antd/es/switch'
import i18next from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ControlProps, Field } from '../Field.tsx'
import { MASK, type SettingField } from './setting-values.ts'

interface Props {
  channel: string
  field: SettingField
  isSet: boolean
  value: unknown
  error: string | undefined
  set: (value: unknown) => void
}

const wordsOf = (channel: string, field: SettingField, part: 'label' | 'help'): string => {
  const key = `inboxes.setting.${channel}.${field.name}.${part}`
  return i18next.exists(key) ? i18next.t(key) : field[part]
}
const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A secret that is set is never shown: it stays, is replaced, or is removed. */
const SecretInput = ({
  control,
  isSet,
  value,
  set,
}: Pick<Props, 'isSet' | 'value' | 'set'> & { control: ControlProps }) => {
  const { t } = useTranslation()
  const [replacing, setReplacing] = useState(false)
  if (isSet && value === MASK && !replacing)
    return (
      <div className="span-row">
        <Input {...control} readOnly className="grow" value={MASK} />
        <Button onClick={() => setReplacing(true)}>{t('inboxes.setting.replace')}</Button>
        <Button danger onClick={() => set('')}>
          {t('inboxes.setting.remove')}
        </Button>
      </div>
    )
  return (
    <>
      <Input.Password
        {...control}
        autoComplete="off"
        value={value === MASK ? '' : asText(value)}
        onChange={(event) => {
          setReplacing(false)
          set(event.target.value)
        }}
      />
      {isSet && value === '' && <p className="set-wrong">{t('inboxes.setting.willRemove')}</p>}
    </>
  )
}

const Control = ({
  field,
  value,
  set,
  control,
  isSet,
}: Omit<Props, 'channel' | 'error'> & { control: ControlProps }) => {
  const { t } = useTranslation()
  const { id, status } = control
  if (field.secret) return <SecretInput control={control} isSet={isSet} value={value} set={set} />
  if (field.type === 'switch') return <Switch id={id} checked={value === true} onChange={set} />
  if (field.type === 'number')
    return <InputNumber {...control} value={typeof value === 'number' ? value : null} onChange={set} />
  if (field.type === 'choice') {
    const options = (field.choices ?? []).map((choice) => ({ value: choice, label: choice }))
    return (
      <Select id={id} status={status} allowClear={!field.required} value={value} options={options} onChange={set} />
    )
  }
  if (field.type === 'list')
    return (
      <Input.TextArea
        {...control}
        autoSize={{ minRows: 2, maxRows: 8 }}
        placeholder={t('inboxes.setting.onePerLine')}
        value={Array.isArray(value) ? value.join('\n') : ''}
        onChange={(event) => set(event.target.value.split('\n'))}
      />
    )
  return (
    <Input {...control} required={field.required} value={asText(value)} onChange={(event) => set(event.target.value)} />
  )
}

export const SettingInput = ({ channel, field, error, ...rest }: Props) => {
  const { t } = useTranslation()
  const label = wordsOf(channel, field, 'label')
  return (
    <Field
      label={field.required || field.type === 'switch' ? label : t('inboxes.setting.optional', { label })}
      help={wordsOf(channel, field, 'help')}
      error={error}
    >
      {(control) => <Control field={field} control={control} {...rest} />}
    </Field>
  )
}
