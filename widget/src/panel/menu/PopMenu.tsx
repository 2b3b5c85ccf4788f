// A small menu beside the button that opened it: arrow keys, Escape, a tap elsewhere. Where it stands is computed, so that
// neither the thread's edge nor the panel's cuts it off.
import './menu.css'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  /** Path of a 24 × 24 drawing. */
  readonly icon: string
  /** Something that is on or off. */
  readonly checked?: boolean
  readonly run: () => void
}
interface Props {
  readonly label: string
  readonly entries: readonly MenuEntry[]
  readonly anchor: () => Element | null
  /** `back`: give the focus back to where it came from. */
  readonly onClose: (back: boolean) => void
}
const GAP = 6

const place = (menu: HTMLElement, anchor: Element | null) => {
  const near = anchor?.getBoundingClientRect()
  if (near === undefined) return
  const { width, height } = menu.getBoundingClientRect()
  const below = near.bottom + GAP + height <= innerHeight
  menu.style.top = `${Math.max(GAP, below ? near.bottom + GAP : near.top - GAP - height)}px`
  menu.style.left = `${Math.min(Math.max(GAP, near.right - width), innerWidth - width - GAP)}px`
}

const nextOf = (key: string, at: number, count: number): number | null => {
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (at - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

/** Closes when the visitor turns to anything else. */
const useTurningAway = (menu: { readonly current: HTMLElement | null }, onClose: (back: boolean) => void) =>
  useEffect(() => {
    const leave = (event: Event) => {
      if (event.target instanceof Node && menu.current?.contains(event.target)) return
      onClose(false)
    }
    addEventListener('pointerdown', leave)
    addEventListener('resize', leave)
    return () => {
      removeEventListener('pointerdown', leave)
      removeEventListener('resize', leave)
    }
  }, [])

export const PopMenu = ({ label, entries, anchor, onClose }: Props) => {
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (menu.current === null) return
    place(menu.current, anchor())
    menu.current.querySelector('button')?.focus({ preventScroll: true })
  }, [])
  useTurningAway(menu, onClose)
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll('button') ?? [])]
    const next = nextOf(event.key, items.indexOf(document.activeElement as HTMLButtonElement), items.length)
    if (event.key === 'Escape' || event.key === 'Tab') {
      // Escape closes the menu, not the whole chat.
      event.stopPropagation()
      event.preventDefault()
      onClose(true)
    } else if (next !== null) {
      event.preventDefault()
      items[next]?.focus()
    }
  }
  return (
    <div class="menu" role="menu" tabIndex={-1} aria-label={label} ref={menu} onKeyDown={onKeyDown}>
      {entries.map(({ id, label: text, icon, checked, run }) => (
        <button
          type="button"
          key={id}
          tabIndex={-1}
          {...(checked === undefined
            ? { role: 'menuitem' as const }
            : { role: 'menuitemcheckbox' as const, 'aria-checked': checked })}
          onClick={() => {
            onClose(true)
            run()
          }}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={icon} />
          </svg>
          {text}
          {checked === true && (
            <svg viewBox="0 0 24 24" aria-hidden="true" class="tick">
              <path d="m5 12.5 4.5 4.5L19 7.5" />
            </svg>
          )}
        </button>
      ))}
    </div>
  )
}
