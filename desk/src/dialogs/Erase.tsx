// Erase a customer: it cannot be undone, so it says what is lost and asks for the name to be typed.
import type { ConversationRow } from '@ballast/contract/conversation'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { explain } from '../app/explain.ts'
import { queries, server } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import { called } from '../inbox/called.ts'
import { lists } from '../inbox/here.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { closeDialog } from '../ui/dialogs.ts'

const LOST = ['texts', 'fields', 'files', 'backups'] as const
const KEPT = ['counts', 'shop'] as const

const List = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <>
    <h3 className="erase-title">{title}</h3>
    <ul className="erase-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  </>
)

/** What this device still shows of them is read anew. */
const forget = async (contactId: string): Promise<void> => {
  queries.removeQueries({ queryKey: ['thread'], type: 'inactive' })
  for (const key of ['orders', 'contact-conversations']) queries.removeQueries({ queryKey: [key, contactId] })
  lists.refreshAll()
  await Promise.all(['thread', 'conversation'].map((key) => queries.resetQueries({ queryKey: [key] })))
}

const Done = ({ at }: { at: string }) => {
  const { t } = useTranslation()
  const { full } = useTimes()
  return (
    <>
      <p role="status">{t('panel.erase.done', { when: full(at) })}</p>
      <div className="dialog-foot">
        <Button look="main" onClick={closeDialog}>
          {t('do.close')}
        </Button>
      </div>
    </>
  )
}

const Ask = ({ row, done }: { row: ConversationRow; done: (at: string) => void }) => {
  const { t } = useTranslation()
  const { contactId } = row.conversation
  const name = called(row.contactName, contactId, t)
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const matches = typed.trim().toLowerCase() === name.trim().toLowerCase()
  const erase = async (event: FormEvent) => {
    event.preventDefault()
    if (!matches || busy) return
    setBusy(true)
    try {
      const { erasedAt } = await server.eraseContact({ params: { contactId } })
      done(erasedAt)
      await forget(contactId)
    } catch (error) {
      setProblem(explain(error))
      setBusy(false)
    }
  }
  return (
    <form onSubmit={(event) => void erase(event)}>
      <List title={t('panel.erase.lost')} lines={LOST.map((each) => t(`panel.erase.lose.${each}`))} />
      <List title={t('panel.erase.kept')} lines={KEPT.map((each) => t(`panel.erase.keep.${each}`))} />
      <label className="stack">
        {t('panel.erase.type', { name })}
        <input value={typed} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      </label>
      {problem && (
        <p className="form-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="dialog-foot">
        <Button onClick={closeDialog}>{t('do.cancel')}</Button>
        <Button look="danger" type="submit" disabled={!matches || busy}>
          {t('panel.erase.forGood')}
        </Button>
      </div>
    </form>
  )
}

export const Erase = ({ row }: { row: ConversationRow }) => {
  const { t } = useTranslation()
  const [at, setAt] = useState<string | null>(null)
  const [name] = useState(() => called(row.contactName, row.conversation.contactId, t))
  return (
    <Dialog title={t('panel.erase.title', { name })} onClose={closeDialog}>
      {at === null ? <Ask row={row} done={setAt} /> : <Done at={at} />}
    </Dialog>
  )
}
