// The clock that the hours are read on. Found by city, by country's name for its time, or by offset.
import Select from 'antd/es/select'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../app/preferences.ts'
import { Field } from '../Field.tsx'

const zoneName = (zone: string, language: string, style: 'longGeneric' | 'shortOffset'): string =>
  new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: style })
    .formatToParts(0)
    .find(({ type }) => type === 'timeZoneName')?.value ?? ''

const ALIASES: Readonly<Record<string, string>> = {
  'Asia/Shanghai': '北京 上海 Beijing',
  'Asia/Hong_Kong': '香港',
  'Asia/Taipei': '台北',
}

const optionsFor = (language: string, chosen: string) =>
  [...new Set([chosen, ...Intl.supportedValuesOf('timeZone')])].map((value) => {
    const label = `${value.replaceAll('_', ' ')} · ${zoneName(value, language, 'longGeneric')}`
    return {
      value,
      label,
      find: `${label} ${zoneName(value, 'en', 'shortOffset')} ${ALIASES[value] ?? ''}`.toLowerCase(),
    }
  })

interface Props {
  zone: string
  pick: (zone: string) => void
  error: string | undefined
}
export const ZonePicker = ({ zone, pick, error }: Props) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const options = useMemo(() => optionsFor(language, zone), [language, zone])
  return (
    <Field label={t('inboxes.hours.zone')} help={t('inboxes.hours.zoneHelp')} error={error}>
      {({ id, status }) => (
        <Select
          id={id}
          status={status}
          value={zone}
          options={options}
          showSearch={{ filterOption: (words, option) => option?.find.includes(words.toLowerCase()) ?? false }}
          onChange={pick}
        />
      )}
    </Field>
  )
}
