// The always visible way to a person, and what may be expected of it. Gone once a person is there.
import type { Words } from './locales/words.ts'
import { teamLine } from './team-line.ts'
import type { State } from './thread-state.ts'

interface Props {
  readonly state: State
  readonly words: Words
  readonly onPerson: () => void
}

export const Team = ({ state, words, onPerson }: Props) => {
  const { conversation, expectation, asking } = state
  if (conversation?.status === 'agent') return null
  const inLine = asking !== null || conversation?.status === 'waiting'
  const here = expectation?.open === true && expectation.staffed
  return (
    <div class="team">
      <p id="team-line" class={here ? 'here' : ''}>
        {expectation !== null && teamLine(expectation, words, { now: Date.now(), inLine })}
      </p>
      <button
        type="button"
        class={inLine ? 'person busy' : 'person'}
        aria-disabled={inLine}
        aria-describedby="team-line"
        onClick={onPerson}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="8" r="4" />
          <path d="M4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5" />
        </svg>
        {inLine ? words.person.waitingShort : words.person.ask}
      </button>
    </div>
  )
}
