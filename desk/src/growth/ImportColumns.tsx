// Which column holds what: guessed by their names, set right by the reader, with samples beside each.
import { CHAT_FIELDS } from '@ballast/contract/routes/old-chats'
import Select from 'antd/es/select'
import { useTranslation } from 'react-i18next'
import type { server } from '../app/server.ts'
import { Field } from '../settings/Field.tsx'

export type Columns = NonNullable<Parameters<typeof server.previewChats>[0]['body']['columns']>
export type Look = Awaited<ReturnType<typeof server.previewChats>>
type Taken = (typeof CHAT_FIELDS)[number]

const guessed = (look: Look): Columns =>
  Object.fromEntries(look.columns.flatMap(({ name, taken }) => (taken === null ? [] : [[taken, name]])))

/** One column for each meaning: whoever had it before is left aside. */
const withTaken = (before: Columns, column: string, taken: Taken | null): Columns => {
  const { customer, ...named } = before
  const rest = Object.entries(named).filter(([field, name]) => name !== column && field !== taken)
  return {
    ...Object.fromEntries(rest),
    ...(taken === null ? {} : { [taken]: column }),
    ...(customer ? { customer } : {}),
  }
}

interface Props {
  readonly look: Look
  readonly columns: Columns | undefined
  readonly set: (next: Columns) => void
}

const Row = ({ look, columns, set, name, samples }: Props & { name: string; samples: readonly string[] }) => {
  const { t } = useTranslation()
  const now = columns ?? guessed(look)
  const taken = CHAT_FIELDS.find((field) => now[field] === name) ?? null
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Select
          aria-label={t('growth.import.meaningOf', { name })}
          popupMatchSelectWidth={false}
          value={taken ?? 'aside'}
          options={['aside' as const, ...CHAT_FIELDS].map((value) => ({
            value,
            label: t(`growth.import.field.${value}`),
          }))}
          onChange={(value: Taken | 'aside') => set(withTaken(now, name, value === 'aside' ? null : value))}
        />
      </td>
      <td className="gap-samples">{samples.map((sample) => `“${sample}”`).join(' ')}</td>
    </tr>
  )
}

const Customer = ({ look, columns, set }: Props) => {
  const { t } = useTranslation()
  const now = columns ?? guessed(look)
  if (now.author === undefined || look.authors.length === 0) return null
  const { customer, ...rest } = now
  return (
    <Field label={t('growth.import.customer')} help={t('growth.import.customerHelp')}>
      {({ id }) => (
        <Select
          id={id}
          allowClear
          placeholder={t('growth.import.customerGuess')}
          value={customer ?? null}
          options={look.authors.map((value) => ({ value, label: value }))}
          onChange={(value: string | null | undefined) => set(value ? { ...rest, customer: value } : rest)}
        />
      )}
    </Field>
  )
}

export const ImportColumns = (props: Props) => {
  const { t } = useTranslation()
  const { look } = props
  if (look.columns.length === 0) return <p className="kb-hint">{t('growth.import.noColumns')}</p>
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways has to be reached by keyboard. */}
      <section className="gap-scroll" tabIndex={0} aria-label={t('growth.import.columns')}>
        <table className="gap-columns">
          <thead>
            <tr>
              <th scope="col">{t('growth.import.column')}</th>
              <th scope="col">{t('growth.import.meaning')}</th>
              <th scope="col">{t('growth.import.samples')}</th>
            </tr>
          </thead>
          <tbody>
            {look.columns.map(({ name, samples }) => (
              <Row key={name} {...props} name={name} samples={samples} />
            ))}
          </tbody>
        </table>
      </section>
      <Customer {...props} />
    </>
  )
}
