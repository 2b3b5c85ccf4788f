// Short notices at the bottom: what happened, and a way to undo it.
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { cell, useCell } from '../live/cell.ts'
import { Button, IconButton } from './Button.tsx'

export interface Toast {
  readonly id: number
  readonly text: string
  readonly tone: 'plain' | 'problem'
  readonly act?: { readonly label: string; readonly run: () => void }
}
const toasts = cell<readonly Toast[]>([])
let nextId = 1

const drop = (id: number) => toasts.set((now) => now.filter((toast) => toast.id !== id))

/** Stays 8 seconds, long enough to reach Undo by keyboard. At most three are shown. */
export const toast = (text: string, more: { tone?: Toast['tone']; act?: Toast['act'] } = {}): void => {
  const id = nextId++
  const made: Toast = { id, text, tone: more.tone ?? 'plain', ...(more.act ? { act: more.act } : {}) }
  toasts.set((now) => [...now.slice(-2), made])
  setTimeout(() => drop(id), 8_000)
}

const ToastLine = ({ toast: { id, text, tone, act } }: { toast: Toast }) => {
  const { t } = useTranslation()
  return (
    <div className={`toast ${tone}`}>
      <span>{text}</span>
      {act && (
        <Button
          look="quiet"
          onClick={() => {
            drop(id)
            act.run()
          }}
        >
          {act.label}
        </Button>
      )}
      <IconButton icon="close" label={t('do.close')} onClick={() => drop(id)} />
    </div>
  )
}

export const Toasts = () => {
  const shown = useCell(toasts, (list) => list)
  const box = useRef<HTMLDivElement>(null)
  // Shown anew with each notice, so that it stands above a dialog that was opened meanwhile.
  useEffect(() => {
    box.current?.hidePopover()
    if (shown.length > 0) box.current?.showPopover()
  }, [shown])
  return (
    <div ref={box} popover="manual" className="toasts" role="status" aria-live="polite">
      {shown.map((each) => (
        <ToastLine key={each.id} toast={each} />
      ))}
    </div>
  )
}
