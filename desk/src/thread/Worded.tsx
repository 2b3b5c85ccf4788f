// Under an answer of the bot: whether a language model worded it, or why the entry's own words were said.
import { useTranslation } from 'react-i18next'

export const Worded = ({ how }: { how: string }) => {
  const { t } = useTranslation()
  const why = t(`wording.${how}`, { defaultValue: how })
  return <span title={t('wording.label')}>{how === 'ok' ? why : `${t('wording.plain')}: ${why}`}</span>
}
