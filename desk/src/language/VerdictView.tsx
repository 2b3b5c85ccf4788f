// A verdict: the intent, how sure, which others, and the words that decided.
import { NONE_INTENT } from '@ballast/contract/routes/language'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { percent, useTitle, type Verdict } from './lab.ts'
import { MarkedSentence } from './MarkedSentence.tsx'

const languageName = (tag: string, reader: string): string | null => {
  if (tag === 'unknown') return null
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

const Sentence = ({ text, verdict }: { text: string; verdict: Verdict }) => {
  const { t } = useTranslation()
  return (
    <figure className="lab-sentence">
      <MarkedSentence text={text} words={verdict.words} />
      <figcaption className="muted">{t('language.wordsLegend')}</figcaption>
    </figure>
  )
}

const Ranked = ({ verdict }: { verdict: Verdict }) => {
  const { t } = useTranslation()
  const title = useTitle()
  return (
    <ol className="lab-ranked" aria-label={t('language.ranked')}>
      {verdict.ranked.map(({ intent, probability }) => (
        <li key={intent}>
          <span className="lab-ranked-name">{title(intent)}</span>
          <span className="lab-bar" aria-hidden="true">
            <i style={{ width: `${Math.max(0.5, probability * 100)}%` }} />
          </span>
          <span className="count">{percent(probability)}</span>
        </li>
      ))}
    </ol>
  )
}

const Wishes = ({ verdict }: { verdict: Verdict }) => {
  const { t } = useTranslation()
  const title = useTitle()
  if (verdict.wishes.length === 0) return null
  return (
    <>
      <h3>{t('language.wishes')}</h3>
      <ul className="lab-wishes">
        {verdict.wishes.map(({ intent, text }) => (
          <li key={intent}>
            <b>{title(intent)}</b> <span className="muted">“{text}”</span>
          </li>
        ))}
      </ul>
    </>
  )
}

export const VerdictView = ({ text, verdict }: { text: string; verdict: Verdict }) => {
  const { t } = useTranslation()
  const title = useTitle()
  const { language: reader } = usePreferences()
  const refused = verdict.intent === NONE_INTENT
  return (
    <section className="sheet padded lab-verdict" aria-live="polite">
      <p className="lab-said">
        <strong>{title(verdict.intent)}</strong>
        <span className="tag">{t('language.sure', { share: percent(verdict.probability) })}</span>
        <span className="tag">{languageName(verdict.language, reader) ?? t('language.noLanguage')}</span>
      </p>
      {refused && <p className="muted">{t('language.refusedText', { share: percent(verdict.inScope) })}</p>}
      <Sentence text={text} verdict={verdict} />
      <h3>{t('language.ranked')}</h3>
      <Ranked verdict={verdict} />
      <Wishes verdict={verdict} />
    </section>
  )
}
