// One field of a settings form: its name, what it does, and what is wrong with it, in this order.
import { type ReactNode, useId } from 'react'

export interface ControlProps {
  readonly id: string
  readonly 'aria-describedby': string
  readonly 'aria-invalid': boolean
  readonly status: '' | 'error'
}
interface FieldProps {
  label: string
  help?: ReactNode
  error?: string | undefined
  children: (control: ControlProps) => ReactNode
}

export const Field = ({ label, help, error, children }: FieldProps) => {
  const id = useId()
  const about = `${id}-about`
  const wrong = error !== undefined
  return (
    <div className="set-field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': about, 'aria-invalid': wrong, status: wrong ? 'error' : '' })}
      <div id={about}>
        {wrong && (
          <p className="set-wrong" role="alert">
            {error}
          </p>
        )}
        {help && <p className="set-help">{help}</p>}
      </div>
    </div>
  )
}

/** A group of controls under one name. */
export const Group = ({ label, help, error, children }: Omit<FieldProps, 'children'> & { children: ReactNode }) => {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot be laid out like the labels of the other fields.
    <div className="set-field" role="group" aria-labelledby={id}>
      <span className="set-label" id={id}>
        {label}
      </span>
      {help && <p className="set-help">{help}</p>}
      {error !== undefined && (
        <p className="set-wrong" role="alert">
          {error}
        </p>
      )}
      {children}
    </div>
  )
}
