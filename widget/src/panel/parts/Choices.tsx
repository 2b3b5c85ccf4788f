// Things to tap instead of typing. Quick replies leave when the talk moves on; buttons stay, those that speak fall silent.
import type { Part } from '@ballast/contract/parts'
import { LINK, safeUrl } from '../links.ts'
import type { Words } from '../locales/words.ts'

interface Props {
  readonly part: Extract<Part, { kind: 'buttons' | 'quick-replies' }>
  readonly words: Words
  /** This is the last message, so an answer still fits. */
  readonly live: boolean
  readonly onSay: (text: string) => void
}

export const Choices = ({ part, words, live, onSay }: Props) => {
  if (part.kind === 'quick-replies')
    return live ? (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form; these are commands
      <div class="choices quick" role="group" aria-label={words.quickReplies}>
        {part.replies.map(({ label, say }) => (
          <button type="button" key={label} onClick={() => onSay(say ?? label)}>
            {label}
          </button>
        ))}
      </div>
    ) : null
  return (
    <div class="choices">
      {part.buttons.map(({ id, label, url, say }) => {
        const href = safeUrl(url)
        return href === undefined ? (
          <button type="button" key={id} disabled={!live} onClick={() => onSay(say ?? label)}>
            {label}
          </button>
        ) : (
          <a key={id} href={href} {...LINK}>
            {label}
          </a>
        )
      })}
    </div>
  )
}
