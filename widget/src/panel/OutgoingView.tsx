// A message of the visitor that the server has not stored yet.
import type { Words } from './locales/words.ts'
import { PartView } from './parts/PartView.tsx'
import type { Outgoing } from './thread-state.ts'

export const OutgoingView = ({ entry, words, onRetry }: { entry: Outgoing; words: Words; onRetry: () => void }) => (
  <div class="line">
    <div class="row me">
      <div class={entry.failed === null ? 'stack sending' : 'stack'}>
        {entry.parts.map((part, index) => (
          <PartView key={index} part={part} words={words} />
        ))}
      </div>
    </div>
    <p class={entry.failed === null ? 'receipt' : 'receipt failed'}>
      {entry.failed === null ? (
        words.state.sending
      ) : (
        <>
          {words.state.failed} ·{' '}
          <button type="button" onClick={onRetry}>
            {words.state.retry}
          </button>
        </>
      )}
    </p>
  </div>
)
