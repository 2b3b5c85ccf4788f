// The shop's own rules that a pack asks for, each as its kind wants it written.
import type { PackField, PackValue } from '@ballast/contract/routes/packs'
import Input from 'antd/es/input'
import InputNumber from 'antd/es/input-number'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { Field } from '../settings/Field.tsx'
import { digitsOf, isBoth, isMoney, isNumber, sideOf, type Values, wordsOf } from './packs.ts'

interface Control {
  readonly id: string
  readonly value: PackValue
  readonly change: (value: PackValue) => void
}

const Amount = ({ id, value, change }: Control) => {
  if (!isMoney(value)) return null
  const digits = digitsOf(value.currency)
  return (
    <InputNumber
      id={id}
      min={0}
      precision={digits}
      addonAfter={value.currency}
      value={value.amount / 10 ** digits}
      onChange={(now) => change({ ...value, amount: Math.round((now ?? 0) * 10 ** digits) })}
    />
  )
}

const Words = (props: Control & { sides: readonly ('zh' | 'en')[]; label: string; kind: PackField['kind'] }) => {
  const { t } = useTranslation()
  const { id, value, change, sides, label, kind } = props
  const oneForAll = kind === 'phone' || kind === 'url' || kind === 'times' || (!isBoth(value) && sides.length === 1)
  if (oneForAll && !isBoth(value))
    return <Input id={id} maxLength={200} value={String(value)} onChange={(event) => change(event.target.value)} />
  const words = wordsOf(value)
  return (
    <span className="kb-both">
      {sides.map((side, at) => (
        <Input
          key={side}
          {...(at === 0 ? { id } : { 'aria-label': `${label} (${t(`packs.side.${side}`)})` })}
          maxLength={200}
          prefix={sides.length > 1 ? <small>{t(`packs.side.${side}`)}</small> : null}
          value={words[side]}
          onChange={(event) => change({ ...words, [side]: event.target.value })}
        />
      ))}
    </span>
  )
}

const exampleOf = (value: PackValue, side: 'zh' | 'en'): string => {
  if (isMoney(value)) return (value.amount / 10 ** digitsOf(value.currency)).toFixed(digitsOf(value.currency))
  return isBoth(value) ? value[side] : String(value)
}

interface Props {
  readonly fields: readonly PackField[]
  readonly values: Values
  /** Languages that are installed. */
  readonly sides: readonly ('zh' | 'en')[]
  readonly wrong: readonly string[]
  readonly change: (key: string, value: PackValue) => void
}

export const PackFields = ({ fields, values, sides, wrong, change }: Props) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const side = sideOf(language)
  return (
    <div className="kb-filing">
      {fields.map((field) => {
        const value = values[field.key] ?? field.default
        const set = (next: PackValue) => change(field.key, next)
        const label = field.label[side]
        const unit = isNumber(field) ? t(`packs.unit.${field.kind}`) : ''
        return (
          <Field
            key={field.key}
            label={unit === '' ? label : `${label} (${unit})`}
            help={t('packs.example', { example: exampleOf(field.example, side) })}
            error={wrong.includes(field.key) ? t('packs.wrong') : undefined}
          >
            {({ id }) => {
              if (isMoney(value)) return <Amount id={id} value={value} change={set} />
              if (typeof value === 'number')
                return (
                  <InputNumber
                    id={id}
                    min={0}
                    max={10_000}
                    precision={0}
                    value={value}
                    onChange={(now) => set(now ?? 0)}
                  />
                )
              return <Words id={id} value={value} change={set} sides={sides} label={label} kind={field.kind} />
            }}
          </Field>
        )
      })}
    </div>
  )
}
