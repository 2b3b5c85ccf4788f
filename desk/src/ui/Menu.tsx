// A small menu under a button: arrows move, Enter chooses, Escape closes and gives the focus back.
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { IconButton } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'

export interface MenuItem {
  readonly id: string
  readonly label: string
  readonly icon?: IconName
  readonly danger?: boolean
  run(): void
}

const Item = ({ item, choose }: { item: MenuItem; choose: (item: MenuItem) => void }) => (
  <button
    type="button"
    role="menuitem"
    tabIndex={-1}
    className={item.danger ? 'menu-item danger' : 'menu-item'}
    onClick={() => choose(item)}
  >
    {item.icon && <Icon name={item.icon} size={16} />}
    {item.label}
  </button>
)

/** Below the button, kept inside the window. */
const place = (menu: HTMLElement, button: HTMLElement): void => {
  const at = button.getBoundingClientRect()
  menu.style.left = `${Math.max(8, Math.min(at.right - menu.offsetWidth, innerWidth - menu.offsetWidth - 8))}px`
  menu.style.top = `${Math.min(at.bottom + 4, innerHeight - menu.offsetHeight - 8)}px`
}

export const Menu = ({
  label,
  items,
  icon = 'more',
}: {
  label: string
  items: readonly MenuItem[]
  icon?: IconName
}) => {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState(false)
  const options = () => [...(box.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
  const show = () => {
    const button = frame.current?.querySelector('button')
    if (!box.current || !button) return
    box.current.showPopover()
    place(box.current, button)
    options()[0]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const all = options()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Tab') box.current?.hidePopover()
    else if (by !== 0) all[(at + by + all.length) % all.length]?.focus()
    else return
    if (by !== 0) event.preventDefault()
  }
  const choose = (item: MenuItem) => {
    box.current?.hidePopover()
    item.run()
  }
  return (
    <span ref={frame} className="menu-frame">
      <IconButton
        icon={icon}
        label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        onClick={show}
      />
      <div
        ref={box}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className="menu"
        tabIndex={-1}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <Item key={item.id} item={item} choose={choose} />
        ))}
      </div>
    </span>
  )
}
