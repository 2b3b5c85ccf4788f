// Which lines of a CSV were left out, and why.
import { useTranslation } from 'react-i18next'
import type { Comparison } from './lab.ts'

const SHOWN = 50

export const SkippedLines = ({ skipped }: { skipped: Comparison['skipped'] }) => {
  const { t } = useTranslation()
  if (skipped.length === 0) return null
  return (
    <details className="lab-skipped">
      <summary>{t('language.skipped', { count: skipped.length })}</summary>
      <ul>
        {skipped.slice(0, SHOWN).map(({ line, why }) => (
          <li key={line}>
            <b>{t('language.line', { line })}</b> {t(`language.why.${why}`)}
          </li>
        ))}
      </ul>
      {skipped.length > SHOWN && <p className="muted">{t('language.andMore', { count: skipped.length - SHOWN })}</p>}
    </details>
  )
}
