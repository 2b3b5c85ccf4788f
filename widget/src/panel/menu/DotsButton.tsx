// A … button that opens a menu.
import type { RefObject } from 'preact'

interface Props {
  readonly class: string
  readonly label: string
  readonly button: RefObject<HTMLButtonElement | null>
  readonly open: boolean
  readonly onPress: () => void
}

export const DotsButton = ({ class: look, label, button, open, onPress }: Props) => (
  <button
    type="button"
    class={look}
    ref={button}
    aria-label={label}
    title={label}
    aria-haspopup="menu"
    aria-expanded={open}
    // The press that opens is not the press elsewhere that closes.
    onPointerDown={(event) => event.stopPropagation()}
    onClick={onPress}
  >
    <svg viewBox="0 0 24 24" aria-hidden="true" class="dots3">
      <path d="M5 12h.01M12 12h.01M19 12h.01" />
    </svg>
  </button>
)
