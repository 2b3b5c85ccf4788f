// The language of an inbox: the bot's, where a customer's own is not known.
import Select from 'antd/es/select'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../app/preferences.ts'
import { Field } from '../Field.tsx'

const COMMON = ['zh-CN', 'zh-TW', 'en', 'ja', 'ko', 'de', 'fr', 'es', 'it', 'pt', 'ru', 'ar', 'id', 'th', 'vi']

/** Each language in the reader's words and in its own, so that both find it. */
export const languageOptions = (reader: string, extra?: string | null) =>
  [...new Set(extra ? [extra, ...COMMON] : COMMON)].map((value) => {
    const mine = new Intl.DisplayNames([reader], { type: 'language' }).of(value) ?? value
    const own = new Intl.DisplayNames([value], { type: 'language' }).of(value) ?? value
    return { value, label: mine === own ? mine : `${mine} · ${own}` }
  })

interface Props {
  value: string
  pick: (locale: string) => void
  error?: string | undefined
}
export const LanguagePick = ({ value, pick, error }: Props) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  return (
    <Field label={t('inboxes.language')} help={t('inboxes.languageHelp')} error={error}>
      {({ id, status }) => (
        <Select
          id={id}
          status={status}
          showSearch={{ optionFilterProp: 'label' }}
          value={value}
          options={languageOptions(language, value)}
          onChange={pick}
        />
      )}
    </Field>
  )
}
