// One field of a rule or a cart, in the shape of what it holds: an amount, a share, a time, a list, rows of further fields.
import Input from 'antd/es/input'
import i18next from 'i18next'
import { createContext, useContext, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type ControlProps, Field } from '../settings/Field.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import type { Field as FieldSpec, NestedField, SimpleField } from './fields.ts'
import { emptyOf, type Form, type FormTerms, type Raw, type Wrongs } from './form.ts'

interface Sheet {
  readonly terms: FormTerms
  readonly wrongs: Wrongs
  readonly readOnly: boolean
}
/** What all fields of one form share. */
export const SheetContext = createContext<Sheet | null>(null)
const useSheet = (): Sheet => {
  const sheet = useContext(SheetContext)
  if (sheet === null) throw new Error('a field is shown outside its form')
  return sheet
}

interface Props<F extends FieldSpec> {
  readonly field: F
  readonly raw: Raw | undefined
  readonly path: string
  readonly set: (raw: Raw) => void
}

const MOST_ROWS = 50
const helpOf = (name: string, shape: string): string | undefined =>
  [`promotions.help.${name}`, `promotions.shape.${shape}`].flatMap((key) =>
    i18next.exists(key) ? i18next.t(key) : [],
  )[0]

const Control = ({ field, raw, set, control }: Props<SimpleField> & { control: ControlProps }) => {
  const { t } = useTranslation()
  const { terms, readOnly } = useSheet()
  const { status, ...plain } = control
  const value = typeof raw === 'string' ? raw : ''
  const change = (event: { target: { value: string } }) => set(event.target.value)
  const { choices } = field
  if (choices)
    return (
      <select {...plain} className="promo-select" value={value} disabled={readOnly} onChange={change}>
        {choices.map((each) => (
          <option key={each} value={each}>
            {t(`promotions.choice.${each}`)}
          </option>
        ))}
      </select>
    )
  const units: Partial<Record<SimpleField['shape'], string>> = {
    money: terms.currency,
    pay: t('promotions.payUnit'),
    rate: '%',
  }
  const suffix = units[field.shape]
  const decimal = suffix !== undefined
  return (
    <Input
      {...plain}
      status={status}
      type={field.shape === 'time' ? 'datetime-local' : 'text'}
      step={value.length > 16 ? 1 : 60}
      inputMode={decimal ? 'decimal' : field.shape === 'whole' ? 'numeric' : 'text'}
      required={field.required === true}
      readOnly={readOnly}
      value={value}
      suffix={suffix}
      onChange={change}
    />
  )
}

const Simple = (props: Props<SimpleField>) => {
  const { t } = useTranslation()
  const { field, path } = props
  const wrong = useSheet().wrongs[path]
  const label = t(`promotions.field.${field.label ?? field.name}`)
  return (
    <Field
      label={field.required ? `${label} *` : label}
      help={helpOf(field.label ?? field.name, field.shape)}
      error={wrong && t(`promotions.wrong.${wrong}`)}
    >
      {(control) => <Control {...props} control={control} />}
    </Field>
  )
}

const Yes = ({ field, raw, set }: Props<FieldSpec>) => {
  const { t } = useTranslation()
  const { readOnly } = useSheet()
  return (
    <label className="promo-check">
      <input
        type="checkbox"
        checked={raw === true}
        disabled={readOnly}
        onChange={(event) => set(event.target.checked)}
      />
      {t(`promotions.field.${field.label ?? field.name}`)}
    </label>
  )
}

/** `label` names the group for who cannot see it. */
const Several = (props: { label: string; className: string; children: React.ReactNode }) => {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot be laid out like the labels of the other fields.
    <div className={props.className} role="group" aria-labelledby={id}>
      <span className="set-label" id={id}>
        {props.label}
      </span>
      {props.children}
    </div>
  )
}

const Rows = ({ field, raw, path, set }: Props<NestedField>) => {
  const { t } = useTranslation()
  const { readOnly } = useSheet()
  const rows = (raw ?? []) as readonly Form[]
  const label = t(`promotions.field.${field.label ?? field.name}`)
  return (
    <Several label={label} className="promo-rows">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name of its own; all of it lies in the form.
        <div key={at} className="promo-row">
          <Fields
            fields={field.of}
            form={row}
            path={`${path}.${at}.`}
            set={(next) => set(rows.map((each, other) => (other === at ? next : each)))}
          />
          {!readOnly && (
            <IconButton
              icon="bin"
              label={t('promotions.removeRow', { what: label, row: at + 1 })}
              onClick={() => set(rows.filter((_, other) => other !== at))}
            />
          )}
        </div>
      ))}
      {!readOnly && rows.length < MOST_ROWS && (
        <Button look="quiet" icon="plus" onClick={() => set([...rows, emptyOf(field.of)])}>
          {t(`promotions.addRow.${field.name}`)}
        </Button>
      )}
    </Several>
  )
}

const One = (props: Props<FieldSpec>) => {
  const { t } = useTranslation()
  const { field, raw, path, set } = props
  if (field.shape === 'yes') return <Yes {...props} />
  if (field.shape === 'rows') return <Rows {...props} field={field as NestedField} />
  if (field.shape === 'fields')
    return (
      <Several label={t(`promotions.field.${field.label ?? field.name}`)} className="promo-fields">
        <Fields fields={(field as NestedField).of} form={(raw ?? {}) as Form} path={`${path}.`} set={set} />
      </Several>
    )
  return <Simple {...props} field={field as SimpleField} />
}

export const Fields = (props: {
  fields: readonly FieldSpec[]
  form: Form
  path?: string
  set: (form: Form) => void
}) => (
  <div className="promo-pairs">
    {props.fields.map((field) => (
      <One
        key={field.name}
        field={field}
        raw={props.form[field.name]}
        path={`${props.path ?? ''}${field.name}`}
        set={(raw) => props.set({ ...props.form, [field.name]: raw })}
      />
    ))}
  </div>
)
