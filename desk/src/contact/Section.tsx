// A part of the customer panel that folds; what is folded stays so on this device.
import { type ReactNode, useId } from 'react'
import { cell, useCell } from '../live/cell.ts'
import { Icon } from '../ui/Icon.tsx'

const KEY = 'ballast.desk.folded'
const read = (): readonly string[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : []
  } catch {
    return []
  }
}
const folded = cell(read())
const fold = (name: string): void => {
  folded.set((now) => (now.includes(name) ? now.filter((each) => each !== name) : [...now, name]))
  localStorage.setItem(KEY, JSON.stringify(folded.get()))
}

export const Section = (props: { name: string; title: string; count?: number | undefined; children: ReactNode }) => {
  const { name, title, count, children } = props
  const id = useId()
  const open = useCell(folded, (now) => !now.includes(name))
  return (
    <section className="panel-section" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        <button type="button" aria-expanded={open} aria-controls={id} onClick={() => fold(name)}>
          <Icon name="fold" size={14} />
          {title}
          {count !== undefined && <span className="count">{count}</span>}
        </button>
      </h3>
      <div id={id} hidden={!open}>
        {open && children}
      </div>
    </section>
  )
}
