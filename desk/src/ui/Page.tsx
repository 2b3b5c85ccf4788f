// The frame of a page other than the inbox: a title, a line of what it is for, and its content.
import type { ReactNode } from 'react'
import { Antd } from './Antd.tsx'

export const Page = (props: { title: string; lead: string; actions?: ReactNode; children: ReactNode }) => (
  <Antd>
    <main className="page">
      <div className="page-inner">
        <header className="page-head">
          <div>
            <h1>{props.title}</h1>
            <p className="muted">{props.lead}</p>
          </div>
          {props.actions}
        </header>
        {props.children}
      </div>
    </main>
  </Antd>
)
