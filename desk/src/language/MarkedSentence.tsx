// A sentence with the words that decided marked, the stronger the deeper.
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { highlighted } from './highlight.ts'
import type { Verdict } from './lab.ts'

interface Props {
  text: string
  words: Verdict['words']
  className?: string
}

export const MarkedSentence = ({ text, words, className }: Props) => {
  const { t } = useTranslation()
  return (
    <blockquote className={className}>
      {highlighted(text, words).map(({ text: piece, weight }, at) =>
        weight === 0 ? (
          piece
        ) : (
          <mark
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence, in its order.
            key={at}
            className={weight > 0 ? 'for' : 'against'}
            title={t(weight > 0 ? 'language.spokeFor' : 'language.spokeAgainst')}
            style={{ '--strength': `${Math.round(Math.min(1, Math.abs(weight)) * 100)}%` } as CSSProperties}
          >
            {piece}
          </mark>
        ),
      )}
    </blockquote>
  )
}
