// The composer while an own message is changed: its words, who sees them, and the way out.
import type { Message } from '@ballast/contract/conversation'
import { MAX_TEXT } from '@ballast/contract/parts'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askComposer } from '../app/commands.ts'
import { usePreferences } from '../app/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { saveEdit, stopEditing } from './editing.ts'
import { takeBack } from './OwnActions.tsx'
import { textOf } from './own.ts'
import { pressOf, sends } from './send-key.ts'

export const EditField = ({ message }: { message: Message }) => {
  const { t } = useTranslation()
  const { sendKey } = usePreferences()
  const before = textOf(message) ?? ''
  const [text, setText] = useState(before)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(before.length, before.length)
  }, [before.length])
  const leave = () => {
    stopEditing()
    askComposer(message.note ? 'note' : 'reply')
  }
  const fits = text.trim() !== '' && text.length <= MAX_TEXT
  const save = () => {
    if (!fits) return
    if (text.trim() !== before) void saveEdit(message, text.trim())
    leave()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const press = pressOf(event)
    if (event.key === 'Escape' && !press.isComposing) leave()
    else if (sends(press, sendKey)) save()
    else return
    event.preventDefault()
  }
  return (
    <div className="field editing">
      <p className="editing-line">{t('own.editing')}</p>
      <textarea
        ref={field}
        rows={2}
        value={text}
        aria-label={t('own.editLabel')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="field-foot">
        <Button look="quiet" icon="undo" onClick={() => takeBack(message)}>
          {t('own.recall')}
        </Button>
        <small className="field-hint">{t('own.keys')}</small>
        <Button onClick={leave}>{t('do.cancel')}</Button>
        <Button look="main" icon="check" disabled={!fits} onClick={save}>
          {t('do.save')}
        </Button>
      </div>
    </div>
  )
}
