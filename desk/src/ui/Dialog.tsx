// A modal on the browser's own <dialog>: focus stays inside, Escape closes, focus returns.
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './Button.tsx'

const FIRST = 'input, select, textarea, button'

export const Dialog = (props: { title: string; onClose: () => void; children: ReactNode; wide?: boolean }) => {
  const { t } = useTranslation()
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    dialog?.showModal()
    // The keyboard begins in what the dialog is about, not on its closing cross.
    dialog?.querySelector<HTMLElement>(`.dialog-head ~ :is(${FIRST}), .dialog-head ~ * :is(${FIRST})`)?.focus()
    return () => dialog?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog; the click is on its backdrop only.
    <dialog
      ref={ref}
      className={props.wide ? 'dialog wide' : 'dialog'}
      aria-label={props.title}
      onCancel={(event) => {
        event.preventDefault()
        props.onClose()
      }}
      onClick={(event) => event.target === ref.current && props.onClose()}
    >
      <div className="dialog-body">
        <header className="dialog-head">
          <h2>{props.title}</h2>
          <IconButton icon="close" label={t('do.close')} onClick={props.onClose} />
        </header>
        {props.children}
      </div>
    </dialog>
  )
}
