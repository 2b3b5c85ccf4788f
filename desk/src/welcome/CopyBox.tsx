// Something to take elsewhere: shown whole, copied with one press.
import { useTranslation } from 'react-i18next'
import { act } from '../ui/act.ts'
import { Button } from '../ui/Button.tsx'

export const CopyBox = ({ label, text }: { label: string; text: string }) => {
  const { t } = useTranslation()
  return (
    <div className="first-copy">
      <textarea readOnly rows={3} aria-label={label} value={text} onFocus={(event) => event.target.select()} />
      <Button icon="copy" onClick={() => void act(() => navigator.clipboard.writeText(text), t('did.copy'))}>
        {t('do.copy')}
      </Button>
    </div>
  )
}
