// Where a colleague writes: Reply goes to the customer, Note stays in the house.
import type { ConversationRow } from '@ballast/contract/conversation'
import { MAX_TEXT } from '@ballast/contract/parts'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '../app/actions.ts'
import { composerAsk } from '../app/commands.ts'
import { usePreferences } from '../app/preferences.ts'
import { useMay, useSession } from '../app/server.ts'
import { useCell } from '../live/cell.ts'
import { useLive } from '../live/desk-line.ts'
import { Button } from '../ui/Button.tsx'
import { AttachButton, UploadList, useFileTarget } from './Attachments.tsx'
import { keepDraft, readDraft, type Tab } from './drafts.ts'
import { type Hindrance, hindranceOf } from './may-write.ts'
import { sends } from './send-key.ts'
import { useTypingFrames } from './typing-frames.ts'

const Hindered = ({ row, why }: { row: ConversationRow; why: Hindrance }) => {
  const { t } = useTranslation()
  const actions = useActions()
  const mayAssign = useMay('conversations.assign')
  return (
    <div className="hindered">
      <span>{t(`hindrance.${why}`, { name: row.assigneeName ?? '' })}</span>
      {why === 'resolved' && mayAssign && <Button onClick={() => void actions.reopen(row)}>{t('do.reopen')}</Button>}
      {why !== 'resolved' && why !== 'role' && mayAssign && (
        <Button shortcut="T" onClick={() => actions.take(row)}>
          {t('do.take')}
        </Button>
      )}
    </div>
  )
}

interface FieldProps {
  conversationId: string
  tab: Tab
  focus: boolean
}

const Field = ({ conversationId, tab, focus }: FieldProps) => {
  const { t } = useTranslation()
  const { sendKey } = usePreferences()
  const { outbox, uploads } = useLive()
  const me = useSession().staff.id
  const [text, setText] = useState(() => readDraft({ me, conversationId, tab }))
  const field = useRef<HTMLTextAreaElement>(null)
  const typing = useTypingFrames(conversationId, tab === 'reply')
  useEffect(() => {
    if (focus) field.current?.focus()
  }, [focus])
  const change = (next: string) => {
    setText(next)
    keepDraft({ me, conversationId, tab }, next)
    typing(next !== '')
  }
  const tooLong = text.length > MAX_TEXT
  const send = () => {
    if (text.trim() === '' || tooLong) return
    outbox.send(conversationId, [{ kind: 'text', text: text.trim() }], tab === 'note')
    change('')
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur()
    const { key, shiftKey, ctrlKey, metaKey, altKey, keyCode } = event
    if (
      !sends({ key, shiftKey, ctrlKey, metaKey, altKey, keyCode, isComposing: event.nativeEvent.isComposing }, sendKey)
    )
      return
    event.preventDefault()
    send()
  }
  const target = useFileTarget((files) => uploads.attach(conversationId, files, tab === 'note'))
  return (
    <div className={target.over ? 'field dropping' : 'field'} {...target.handlers}>
      <UploadList conversationId={conversationId} note={tab === 'note'} />
      <textarea
        ref={field}
        rows={2}
        value={text}
        aria-label={t(`composer.${tab}Label`)}
        placeholder={t(`composer.${tab}Hint`)}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="field-foot">
        <AttachButton onFiles={target.onFiles} />
        <small className="field-hint">
          {tooLong ? t('composer.tooLong', { count: text.length - MAX_TEXT }) : t(`composer.${sendKey}`)}
        </small>
        <Button look="main" icon="send" disabled={text.trim() === '' || tooLong} onClick={send}>
          {t(tab === 'note' ? 'do.addNote' : 'do.send')}
        </Button>
      </div>
    </div>
  )
}

export const Composer = ({ row }: { row: ConversationRow }) => {
  const { t } = useTranslation()
  const asked = useCell(composerAsk, (now) => now)
  const [first] = useState(asked.count)
  const [tab, setTab] = useState<Tab>('reply')
  const me = useSession().staff.id
  const why = hindranceOf(row, me, useMay('conversations.reply'))
  const mayNote = useMay('conversations.note')
  const { id } = row.conversation
  useEffect(() => {
    if (asked.count > first) setTab(asked.tab)
  }, [asked, first])
  const writable = tab === 'note' ? mayNote : why === null
  return (
    <div className={`composer ${tab}`}>
      <div className="tabs" role="tablist" aria-label={t('composer.label')}>
        {(['reply', 'note'] as const).map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={tab === each}
            onClick={() => setTab(each)}
            title={each === 'reply' ? 'R' : 'N'}
          >
            {t(`composer.${each}`)}
          </button>
        ))}
      </div>
      {writable ? (
        <Field key={`${id}:${tab}:${asked.count}`} conversationId={id} tab={tab} focus={asked.count > first} />
      ) : (
        <Hindered row={row} why={tab === 'note' ? 'role' : (why ?? 'role')} />
      )}
    </div>
  )
}
