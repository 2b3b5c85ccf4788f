// When an entry holds, and for whom: dates in the reader's own zone, channels, levels, regions, products.
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../settings/Field.tsx'
import { channelName } from '../settings/inboxes/channel-name.ts'
import { CHANNELS } from '../settings/inboxes/channels.ts'
import type { EntryForm } from './entry-form.ts'
import { fromField, toField } from './standing.ts'

interface Props {
  readonly form: EntryForm
  readonly readOnly: boolean
}

const zone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

const Instants = ({ form, readOnly }: Props) => {
  const { t } = useTranslation()
  return (
    <div className="set-pair">
      {(['validFrom', 'validTo'] as const).map((name) => (
        <Field
          key={name}
          label={t(`knowledge.${name}`)}
          help={t(`knowledge.${name}Help`, { zone: zone() })}
          error={form.at(`/${name}`)}
        >
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              allowClear={!readOnly}
              readOnly={readOnly}
              value={toField(form.value[name])}
              onChange={(event) => form.set({ [name]: fromField(event.target.value) })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}

const LISTS = ['levels', 'regions', 'products'] as const
const MOST: Record<(typeof LISTS)[number], number> = { levels: 20, regions: 100, products: 500 }

const Audience = ({ form, readOnly }: Props) => {
  const { t } = useTranslation()
  const { audience } = form.value
  return (
    <>
      {LISTS.map((name) => (
        <Field
          key={name}
          label={t(`knowledge.audience.${name}`)}
          help={t(`knowledge.audience.${name}Help`)}
          error={form.at(`/audience/${name}`)}
        >
          {({ id }) => (
            <Select
              id={id}
              mode="tags"
              open={false}
              suffixIcon={null}
              tokenSeparators={[',', '，', '、', '\n']}
              maxCount={MOST[name]}
              disabled={readOnly}
              placeholder={t('knowledge.everybody')}
              value={audience[name]}
              onChange={(next: string[]) => form.set({ audience: { ...audience, [name]: next } })}
            />
          )}
        </Field>
      ))}
    </>
  )
}

const summary = ({ channels, audience, validFrom, validTo }: EntryForm['value']): number =>
  [channels, audience.levels, audience.regions, audience.products].filter(({ length }) => length > 0).length +
  (validFrom === null && validTo === null ? 0 : 1)

export const WhoFor = (props: Props) => {
  const { t } = useTranslation()
  const { form, readOnly } = props
  const count = summary(form.value)
  // Only how it begins: afterwards it is the reader who opens and closes it.
  const [begun] = useState(count > 0)
  const known = [...new Set([...CHANNELS.map(({ id }) => id as string), ...form.value.channels])]
  return (
    <details className="sheet kb-fold" open={begun}>
      <summary>
        <h2>{t('knowledge.whoFor')}</h2>
        <span className="muted">{count === 0 ? t('knowledge.whoForAll') : t('knowledge.whoForSome', { count })}</span>
      </summary>
      <div className="kb-fields">
        <Instants {...props} />
        <Field label={t('knowledge.channels')} help={t('knowledge.channelsHelp')}>
          {({ id }) => (
            <Select
              id={id}
              mode="multiple"
              disabled={readOnly}
              placeholder={t('knowledge.everywhere')}
              value={form.value.channels}
              options={known.map((value) => ({ value, label: channelName(value) }))}
              onChange={(channels: string[]) => form.set({ channels })}
            />
          )}
        </Field>
        <Audience {...props} />
      </div>
    </details>
  )
}
