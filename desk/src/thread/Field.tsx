// The field of the composer: canned replies with `/`, colleagues with `@`, files, and what is still open before sending.
import type { ConversationRow } from '@ballast/contract/conversation'
import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { queries, useSession } from '../app/server.ts'
import { useLive } from '../live/desk-line.ts'
import type { Thread } from '../live/thread.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { openDialog } from '../ui/dialogs.ts'
import { AttachButton, UploadList, useFileTarget } from './Attachments.tsx'
import { useBlankValues, useOrders } from './blank-values.ts'
import type { Tab } from './drafts.ts'
import { editing } from './editing.ts'
import { BLANKS } from './fill.ts'
import { OrderPick } from './OrderPick.tsx'
import type { Order } from './order-card.ts'
import { lastEditable } from './own.ts'
import { listProps, SuggestList } from './Suggest.tsx'
import { pressOf, sends } from './send-key.ts'
import { useAsks, useDraft, useReplyOffers, useSend } from './use-field.ts'

const Open = ({ blanks, warned }: { blanks: readonly string[]; warned: boolean }) => {
  const { t } = useTranslation()
  if (blanks.length === 0) return null
  const named = blanks.map((blank) =>
    BLANKS.some((known) => known === blank) ? t(`canned.blank.${blank.replace('.', '-')}`) : blank,
  )
  return (
    <p className={warned ? 'open-blanks warned' : 'open-blanks'} role={warned ? 'alert' : 'status'}>
      {t(warned ? 'canned.openWarned' : 'canned.open', { names: named.join(', ') })}
    </p>
  )
}

const SaveAsCanned = ({ row, text }: { row: ConversationRow; text: string }) => {
  const { t } = useTranslation()
  if (text.trim() === '') return null
  const open = () => openDialog.set({ kind: 'canned', text: text.trim(), locale: row.conversation.locale })
  return <IconButton icon="save" label={t('canned.save')} onClick={open} />
}

/** ↑ in an empty field takes up the newest own message again. */
const useEditLast = (conversationId: string, tab: Tab) => {
  const me = useSession().staff.id
  return (): boolean => {
    const held = queries.getQueryData<Thread>(['thread', conversationId])
    const last = lastEditable(held?.messages ?? [], { me, note: tab === 'note' }, Date.now())
    if (last) editing.set(last)
    return last !== null
  }
}

interface FieldProps {
  row: ConversationRow
  tab: Tab
  /** The last asking for the composer that was answered. */
  handled: RefObject<number>
}

const useKeys = (at: { conversationId: string; tab: Tab; text: string; send: () => void }) => {
  const { sendKey } = usePreferences()
  const editLast = useEditLast(at.conversationId, at.tab)
  return (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const press = pressOf(event)
    if (press.isComposing || press.keyCode === 229) return
    const bare = !press.shiftKey && !press.ctrlKey && !press.metaKey && !press.altKey
    if (event.key === 'Escape') event.currentTarget.blur()
    else if (event.key === 'ArrowUp' && bare && at.text === '' && editLast()) event.preventDefault()
    else if (sends(press, sendKey)) {
      event.preventDefault()
      at.send()
    }
  }
}

const Foot = (props: {
  row: ConversationRow
  tab: Tab
  text: string
  onFiles: (files: readonly File[]) => void
  sending: ReturnType<typeof useSend>
  orders: readonly Order[]
}) => {
  const { t } = useTranslation()
  const { sendKey } = usePreferences()
  const { outbox } = useLive()
  const { row, tab, text, onFiles, sending, orders } = props
  const hint = `${t(`composer.${sendKey}`)} · ${t(tab === 'note' ? 'canned.hintNote' : 'canned.hint')}`
  return (
    <div className="field-foot">
      <AttachButton onFiles={onFiles} />
      {tab === 'reply' && (
        <>
          <OrderPick orders={orders} send={(card) => outbox.send(row.conversation.id, [card], false)} />
          <SaveAsCanned row={row} text={text} />
        </>
      )}
      <small className="field-hint">
        {sending.tooLong > 0 ? t('composer.tooLong', { count: sending.tooLong }) : hint}
      </small>
      <Button look="main" icon="send" disabled={!sending.may} onClick={sending.send}>
        {t(tab === 'note' ? 'do.addNote' : 'do.send')}
      </Button>
    </div>
  )
}

export const Field = ({ row, tab, handled }: FieldProps) => {
  const { t } = useTranslation()
  const conversationId = row.conversation.id
  const { uploads } = useLive()
  const ref = useRef<HTMLTextAreaElement>(null)
  const orders = useOrders(row)
  const values = useBlankValues(row, orders[0])
  const draft = useDraft(conversationId, tab)
  const sending = useSend({ conversationId, tab, values }, draft)
  const suggest = useReplyOffers(row, ref, values, tab)
  useAsks(ref, tab, values, handled)
  const keys = useKeys({ conversationId, tab, text: draft.text, send: sending.send })
  const target = useFileTarget((files) => uploads.attach(conversationId, files, tab === 'note'))
  return (
    <div className={target.over ? 'field dropping' : 'field'} {...target.handlers}>
      <UploadList conversationId={conversationId} note={tab === 'note'} />
      <SuggestList suggest={suggest} />
      <textarea
        ref={ref}
        rows={2}
        value={draft.text}
        aria-label={t(`composer.${tab}Label`)}
        placeholder={t(`composer.${tab}Hint`)}
        {...listProps(suggest)}
        {...suggest.handlers}
        onChange={(event) => {
          draft.change(event.target.value)
          suggest.look()
        }}
        onKeyDown={(event) => suggest.press(event) || keys(event)}
      />
      <Open blanks={sending.open} warned={sending.warned} />
      <Foot row={row} tab={tab} text={draft.text} onFiles={target.onFiles} sending={sending} orders={orders} />
    </div>
  )
}
