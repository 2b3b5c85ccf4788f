// 👍 and 👎 under an answer of the bot. A second tap takes it back; 👎 asks why, and offers a person.
import type { JUDGEMENT_REASONS, Message } from '@ballast/contract/conversation'
import { useState } from 'preact/hooks'
import type { Words } from './locales/words.ts'
import type { Session } from './session.ts'

interface Props {
  readonly message: Message
  readonly words: Words
  readonly session: Session
  /** Nobody has been asked for yet. */
  readonly personFree: boolean
}
type Reason = (typeof JUDGEMENT_REASONS)[number]
const REASONS: readonly Reason[] = ['wrong', 'outdated', 'off-topic', 'incomplete', 'unclear']
const THUMB = 'M7 11v9H4v-9zm0 0 4.5-8c1.5 0 2.5 1 2.5 2.5V9h4.7a2 2 0 0 1 2 2.4l-1.3 7a2 2 0 0 1-2 1.6H7'

export const isJudged = ({ author, turn, recalled }: Message): boolean =>
  author.kind === 'bot' && !recalled && (turn?.outcome === 'answered' || turn?.outcome === 'acted')

const Thumb = (props: { label: string; down?: boolean; pressed: boolean; onPress: () => void }) => (
  <button
    type="button"
    aria-label={props.label}
    title={props.label}
    aria-pressed={props.pressed}
    onClick={props.onPress}
  >
    <svg viewBox="0 0 24 24" aria-hidden="true" class={props.down ? 'down' : undefined}>
      <path d={THUMB} />
    </svg>
  </button>
)

const Why = ({ message, words, session, personFree, onDone }: Props & { onDone: () => void }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form; these are commands
  <div class="why" role="group" aria-label={words.judge.why}>
    {REASONS.map((reason) => (
      <button
        type="button"
        key={reason}
        onClick={() => {
          session.judge(message.id, false, reason)
          onDone()
        }}
      >
        {words.judge.reasons[reason]}
      </button>
    ))}
    {personFree && (
      <button
        type="button"
        class="to-person"
        onClick={() => {
          session.askForPerson()
          onDone()
        }}
      >
        {words.person.ask}
      </button>
    )}
  </div>
)

export const Judge = (props: Props) => {
  const { message, words, session } = props
  const [asking, setAsking] = useState(false)
  const helpful = message.judgement?.helpful ?? null
  const press = (next: boolean) => {
    const taken = helpful === next
    session.judge(message.id, taken ? null : next)
    setAsking(!taken && !next)
  }
  const reason = message.judgement?.reason
  return (
    // The log announces what is new in it; of an answer that is the answer.
    <div class="judge" aria-live="off">
      <Thumb label={words.judge.helpful} pressed={helpful === true} onPress={() => press(true)} />
      <Thumb label={words.judge.notHelpful} down pressed={helpful === false} onPress={() => press(false)} />
      {helpful === false && reason !== undefined && (
        <small role="status">{words.judge.noted(words.judge.reasons[reason])}</small>
      )}
      {helpful === false && asking && <Why {...props} onDone={() => setAsking(false)} />}
    </div>
  )
}
