// A field under its label.
import type { ReactNode } from 'react'

export const Labelled = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child; a label around it names it.
  <label className="stack">
    {label}
    {children}
  </label>
)
