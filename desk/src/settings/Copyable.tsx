// Text to take along: shown whole, copied with one press.
import Button from 'antd/es/button'
import { useTranslation } from 'react-i18next'
import { toast } from '../ui/toasts.tsx'

export const Copyable = ({ text, label }: { text: string; label: string }) => {
  const { t } = useTranslation()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      toast(t('did.copy'))
    } catch {
      toast(t('settings.copyByHand'), { tone: 'problem' })
    }
  }
  return (
    <div className="copyable">
      <pre>{text}</pre>
      <Button onClick={() => void copy()} aria-label={`${t('do.copy')}: ${label}`}>
        {t('do.copy')}
      </Button>
    </div>
  )
}

/** A secret is shown this once; it says so, and what to do with it. */
export const SecretOnce = ({ secret, label, children }: { secret: string; label: string; children: string }) => {
  const { t } = useTranslation()
  return (
    <div className="secret-once">
      <p>
        <b>{t('settings.shownOnce')}</b> {children}
      </p>
      <Copyable text={secret} label={label} />
    </div>
  )
}
