// How you sign in: the password and the second factor.
import { useTranslation } from 'react-i18next'
import { Heading } from './Heading.tsx'
import { Password } from './Password.tsx'
import { SecondFactor } from './SecondFactor.tsx'

export const Security = () => {
  const { t } = useTranslation()
  return (
    <>
      <Heading title={t('settings.section.security')} lead={t('settings.securityLead')} />
      <Password />
      <SecondFactor />
    </>
  )
}
