// What would be brought in: how many questions, the first of them, and every line that is left out.
import { useTranslation } from 'react-i18next'
import type { ChatImport } from './growth-data.ts'
import type { Look } from './ImportColumns.tsx'

export const SkippedChats = ({ skipped, skippedCount }: Pick<ChatImport, 'skipped' | 'skippedCount'>) => {
  const { t } = useTranslation()
  if (skippedCount === 0) return null
  return (
    <details className="kb-hint gap-from">
      <summary>{t('growth.import.skipped', { count: skippedCount })}</summary>
      <ul>
        {skipped.map(({ line, why }) => (
          <li key={`${line} ${why}`}>
            {t('growth.import.line', { line })} {t(`growth.import.why.${why}`)}
          </li>
        ))}
      </ul>
      {skipped.length < skippedCount && <p>{t('growth.import.andMore', { count: skippedCount - skipped.length })}</p>}
    </details>
  )
}

export const ImportPreview = ({ look }: { look: Look }) => {
  const { t } = useTranslation()
  return (
    <>
      <p role="status">
        {look.questions === 0
          ? t('growth.import.nothing')
          : t('growth.import.found', { count: look.questions, answered: look.answered })}
      </p>
      {look.first.length > 0 && (
        <ul className="gap-first" aria-label={t('growth.import.first')}>
          {look.first.map(({ line, question, answer }) => (
            <li key={line}>
              <b>{question}</b>
              <span className="muted">{answer ?? t('growth.import.unanswered')}</span>
            </li>
          ))}
        </ul>
      )}
      <SkippedChats {...look} />
    </>
  )
}
