// The head of one settings page: what it is, what it is for, and what can be begun here.
import type { ReactNode } from 'react'

export const Heading = (props: { title: string; lead?: ReactNode; actions?: ReactNode }) => (
  <header className="set-head">
    <div className="grow">
      <h2>{props.title}</h2>
      {props.lead && <p className="muted">{props.lead}</p>}
    </div>
    {props.actions}
  </header>
)
