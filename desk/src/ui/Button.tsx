// Buttons of the inbox: light, so that the first screen needs no component library.
import type { ButtonHTMLAttributes } from 'react'
import { Icon, type IconName } from './Icon.tsx'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'main' | 'plain' | 'quiet' | 'danger'
  icon?: IconName
  /** Shown as a hint on the button: the key that does the same. */
  shortcut?: string
}

export const Button = ({ look = 'plain', icon, shortcut, children, className, ...rest }: ButtonProps) => (
  <button type="button" className={`button ${look} ${className ?? ''}`} {...rest}>
    {icon && <Icon name={icon} size={16} />}
    {children !== undefined && <span className="button-text">{children}</span>}
    {shortcut && <kbd>{shortcut}</kbd>}
  </button>
)

/** A button with an icon alone; its label is read out and shown on hover. */
export const IconButton = ({ label, icon, ...rest }: ButtonProps & { label: string; icon: IconName }) => (
  <button type="button" className="icon-button" aria-label={label} title={label} {...rest}>
    <Icon name={icon} />
  </button>
)
