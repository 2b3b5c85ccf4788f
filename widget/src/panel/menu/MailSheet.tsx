// Sends the conversation to an address the visitor gives. The address is remembered nowhere here.
import './menu.css'
import { useRef, useState } from 'preact/hooks'
import type { Words } from '../locales/words.ts'

interface Props {
  readonly conversationId: string
  readonly words: Words
  readonly token: () => Promise<string>
  readonly onClose: () => void
}
type Stage = { readonly at: 'asking' | 'sending' } | { readonly at: 'sent' } | { readonly at: 'refused'; code: string }

const GO: Readonly<Record<Stage['at'], (menu: Words['menu']) => string>> = {
  asking: (menu) => menu.mailSend,
  refused: (menu) => menu.mailSend,
  sending: (menu) => menu.sending,
  sent: (menu) => menu.done,
}

/** Null when it was taken, else the problem's code. */
const post = async (conversationId: string, email: string, token: string): Promise<string | null> => {
  const reply = await fetch(`/visit/conversations/${conversationId}/transcript`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    credentials: 'omit',
    body: JSON.stringify({ email }),
  })
  if (reply.ok) return null
  const problem = (await reply.json().catch(() => null)) as { code?: string } | null
  return problem?.code ?? 'other'
}

const AddressField = (props: { stage: Stage; words: Words; email: string; onEmail: (email: string) => void }) => {
  const { stage, words } = props
  const refused = stage.at === 'refused' ? stage.code : null
  return (
    <>
      <input
        type="email"
        autocomplete="email"
        inputMode="email"
        aria-label={words.menu.address}
        placeholder={words.menu.address}
        aria-invalid={refused === 'mail.address-invalid'}
        aria-describedby={refused === null ? undefined : 'mail-said'}
        maxLength={320}
        value={props.email}
        onInput={(event) => props.onEmail(event.currentTarget.value)}
      />
      <p class="said">{words.menu.mailOnce}</p>
      {refused !== null && (
        <p class="said bad" role="alert" id="mail-said">
          {words.menu.problems[refused] ?? words.problems.other}
        </p>
      )}
    </>
  )
}

/** Modal from its first drawing on. */
const useDialog = () => {
  const shown = useRef(false)
  return (dialog: HTMLDialogElement | null) => {
    if (dialog === null || shown.current) return
    shown.current = true
    dialog.showModal()
  }
}

export const MailSheet = ({ conversationId, words, token, onClose }: Props) => {
  const show = useDialog()
  const [email, setEmail] = useState('')
  const [stage, setStage] = useState<Stage>({ at: 'asking' })
  const send = async () => {
    setStage({ at: 'sending' })
    const code = await token()
      .then((bearer) => post(conversationId, email.trim(), bearer))
      .catch(() => 'offline')
    setStage(code === null ? { at: 'sent' } : { at: 'refused', code })
  }
  return (
    <dialog
      class="sheet"
      ref={show}
      aria-label={words.menu.mail}
      onClose={onClose}
      // Escape closes the sheet, not the whole chat.
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (stage.at === 'sent') onClose()
          else void send()
        }}
      >
        <h2>{words.menu.mail}</h2>
        {stage.at === 'sent' ? (
          <p role="status">{words.menu.mailSent(email.trim())}</p>
        ) : (
          <AddressField stage={stage} words={words} email={email} onEmail={setEmail} />
        )}
        <footer>
          {stage.at !== 'sent' && (
            <button type="button" onClick={onClose}>
              {words.menu.cancel}
            </button>
          )}
          <button type="submit" class="go" disabled={stage.at === 'sending' || email.trim().length < 3}>
            {GO[stage.at](words.menu)}
          </button>
        </footer>
      </form>
    </dialog>
  )
}
