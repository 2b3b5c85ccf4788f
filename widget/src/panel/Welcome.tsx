// What a first-time visitor finds: a greeting and four things to tap.
import type { Words } from './locales/words.ts'
import type { State } from './thread-state.ts'

export const Welcome = ({ state, words, onSay }: { state: State; words: Words; onSay: (text: string) => void }) => (
  <div class="welcome">
    {state.inbox !== null && (
      <>
        <h2>{words.greeting(state.inbox.name)}</h2>
        <p>{words.greetingMore(state.inbox.botName)}</p>
        <section aria-label={words.startersLabel} class="starters">
          <h3>{words.startersLabel}</h3>
          {words.starters.map((text) => (
            <button type="button" key={text} onClick={() => onSay(text)}>
              {text}
              <svg viewBox="0 0 24 24" aria-hidden="true">
                <path d="m9 6 6 6-6 6" />
              </svg>
            </button>
          ))}
        </section>
      </>
    )}
  </div>
)
