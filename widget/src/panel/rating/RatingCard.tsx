// "How was it?" at the end of the thread: one tap gives the score, the reasons may follow, and it can be waved away.
import './rating.css'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Words } from '../locales/words.ts'
import { type RatingReason, reasonsFor } from '../rating-state.ts'
import type { Session } from '../session.ts'
import { Face } from './Face.tsx'

interface Props {
  readonly step: 'ask' | 'more' | 'done'
  readonly score: number | null
  readonly words: Words
  readonly session: Session
}
const SCORES = [1, 2, 3, 4, 5] as const
const MAX_COMMENT = 1_000

const Faces = ({ score, words, onScore }: { score: number | null; words: Words; onScore: (score: number) => void }) => (
  <div class="faces">
    {SCORES.map((each) => (
      <button
        type="button"
        key={each}
        aria-pressed={score === each}
        aria-label={words.rate.score(words.rate.scores[each], each)}
        onClick={() => onScore(each)}
      >
        <Face score={each} />
        <span aria-hidden="true">{words.rate.scores[each]}</span>
      </button>
    ))}
  </div>
)

interface More {
  readonly reasons: readonly RatingReason[]
  readonly comment: string
}
const NOTHING: More = { reasons: [], comment: '' }

const Reasons = (props: {
  score: number
  words: Words
  more: More
  onMore: (more: More) => void
  onSend: () => void
}) => {
  const { score, words, more, onMore } = props
  const toggle = (reason: RatingReason) =>
    onMore({
      ...more,
      reasons: more.reasons.includes(reason) ? more.reasons.filter((one) => one !== reason) : [...more.reasons, reason],
    })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        props.onSend()
      }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: the browser's own frame and legend do not bend to a row of chips */}
      <div class="why" role="group" aria-label={score >= 4 ? words.rate.whyGood : words.rate.whyBad}>
        {reasonsFor(score).map((reason) => (
          <button
            type="button"
            key={reason}
            aria-pressed={more.reasons.includes(reason)}
            onClick={() => toggle(reason)}
          >
            {words.rate.reasons[reason]}
          </button>
        ))}
      </div>
      <textarea
        rows={2}
        maxLength={MAX_COMMENT}
        aria-label={words.rate.comment}
        placeholder={words.rate.comment}
        value={more.comment}
        onInput={(event) => onMore({ ...more, comment: event.currentTarget.value })}
      />
      <button type="submit" class="done" disabled={more.reasons.length === 0 && more.comment.trim() === ''}>
        {words.rate.send}
      </button>
    </form>
  )
}

/** What was tapped is sent when the visitor leaves it at that, by whatever way. */
const useMore = (score: number | null, session: Session) => {
  const [more, setMore] = useState(NOTHING)
  const kept = useRef({ more, score })
  kept.current = { more, score }
  const send = () => {
    const { more: said, score: given } = kept.current
    const comment = said.comment.trim()
    if (given === null || (said.reasons.length === 0 && comment === '')) return false
    kept.current = { more: NOTHING, score: null }
    session.rate({ score: given, reasons: said.reasons, comment }, 'done')
    return true
  }
  useEffect(() => {
    // A phone that puts the page away may never bring it back.
    addEventListener('pagehide', send)
    return () => removeEventListener('pagehide', send)
  }, [])
  return { more, setMore, send }
}

export const RatingCard = ({ step, score, words, session }: Props) => {
  const { more, setMore, send } = useMore(step === 'more' ? score : null, session)
  const onScore = (next: number) => {
    setMore({ ...more, reasons: more.reasons.filter((reason) => reasonsFor(next).includes(reason)) })
    session.rate({ score: next }, 'more')
  }
  const close = () => {
    send()
    session.closeRating()
  }
  const title = step === 'ask' ? words.rate.title : step === 'more' ? words.rate.thanks : words.rate.allThanks
  return (
    <section class="rating" aria-label={words.rate.title}>
      <header>
        <div role="status">
          <h2>{title}</h2>
        </div>
        <button type="button" class="icon" aria-label={words.rate.close} onClick={close}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="m7 7 10 10M17 7 7 17" />
          </svg>
        </button>
      </header>
      {step !== 'done' && <Faces score={step === 'more' ? score : null} words={words} onScore={onScore} />}
      {step === 'more' && score !== null && (
        <Reasons score={score} words={words} more={more} onMore={setMore} onSend={send} />
      )}
    </section>
  )
}
