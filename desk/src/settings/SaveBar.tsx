// Appears once something differs from what is saved; stays in sight while the form scrolls.
import Button from 'antd/es/button'
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from './draft.ts'

type Shown = Pick<Draft<object>, 'dirty' | 'saving' | 'refusal' | 'reset'>

export const SaveBar = ({ draft }: { draft: Shown }) => {
  const { t } = useTranslation()
  if (!draft.dirty) return null
  return (
    <div className="save-bar" role="status">
      <span className={draft.refusal ? 'grow set-wrong' : 'grow'}>
        {draft.refusal ? draft.refusal.text : t('settings.unsaved')}
      </span>
      <Button onClick={draft.reset}>{t('do.discard')}</Button>
      <Button type="primary" htmlType="submit" loading={draft.saving}>
        {t('do.save')}
      </Button>
    </div>
  )
}

/** A form of one idea, with its save bar. */
export const DraftForm = (props: { label: string; draft: Shown & { save(): Promise<void> }; children: ReactNode }) => {
  const form = useRef<HTMLFormElement>(null)
  const { refusal } = props.draft
  // Takes the reader to what was refused, wherever it has scrolled to.
  useEffect(() => {
    if (refusal !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refusal])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void props.draft.save()
  }
  return (
    <form ref={form} className="set-form" aria-label={props.label} onSubmit={submit}>
      {props.children}
      <SaveBar draft={props.draft} />
    </form>
  )
}
