// What the composer's field does: keeps its draft, fills in, warns, sends.
import type { ConversationRow } from '@ballast/contract/conversation'
import { MAX_TEXT } from '@ballast/contract/parts'
import { useQuery } from '@tanstack/react-query'
import { type RefObject, useEffect, useState } from 'react'
import { type ComposerAsk, composerAsk } from '../app/commands.ts'
import { server, useMay, useSession } from '../app/server.ts'
import { useCell } from '../live/cell.ts'
import { useLive } from '../live/desk-line.ts'
import { useCanned } from './canned.ts'
import { keepDraft, readDraft, type Tab } from './drafts.ts'
import { fill, firstOpen, readyToSend, type Values } from './fill.ts'
import { insertAt } from './insert.ts'
import { offerNames, offerReplies } from './offer.ts'
import { type Offer, useSuggest } from './Suggest.tsx'
import { useTypingFrames } from './typing-frames.ts'

type FieldRef = RefObject<HTMLTextAreaElement | null>

export const useDraft = (conversationId: string, tab: Tab) => {
  const me = useSession().staff.id
  const [text, setText] = useState(() => readDraft({ me, conversationId, tab }))
  const typing = useTypingFrames(conversationId, tab === 'reply')
  const change = (next: string) => {
    setText(next)
    keepDraft({ me, conversationId, tab }, next)
    typing(next !== '')
  }
  return { text, change }
}

/** Blanks that are open are warned of once; asked again, the message goes without them. Notes go as they are. */
export const useSend = (
  at: { conversationId: string; tab: Tab; values: Values },
  draft: ReturnType<typeof useDraft>,
) => {
  const { outbox } = useLive()
  const [warnedOf, setWarnedOf] = useState<string | null>(null)
  const { text, change } = draft
  const note = at.tab === 'note'
  const ready = note ? { text: text.trim(), open: [] } : readyToSend(text, at.values)
  const tooLong = Math.max(text.length, ready.text.length) - MAX_TEXT
  const may = ready.text !== '' && tooLong <= 0
  const send = () => {
    if (!may) return
    if (ready.open.length > 0 && warnedOf !== text) return setWarnedOf(text)
    outbox.send(at.conversationId, [{ kind: 'text', text: ready.text }], note)
    change('')
  }
  return { send, may, tooLong, open: ready.open, warned: warnedOf === text && text !== '' }
}

/** Puts words where the cursor stands, blanks filled in; the first that stays open is selected to be typed over. */
const put = (field: HTMLTextAreaElement, at: { from: number; to: number }, text: string) => {
  insertAt(field, at, text)
  const open = firstOpen(text)
  if (open) field.setSelectionRange(at.from + open.from, at.from + open.to)
}

export const useReplyOffers = (row: ConversationRow, ref: FieldRef, values: Values, tab: Tab) => {
  const canned = useCanned()
  const mayRead = useMay('staff.read')
  const staff = useQuery({
    queryKey: ['staff'],
    queryFn: ({ signal }) => server.listStaff({}, signal),
    enabled: tab === 'note' && mayRead,
  })
  const replies = (words: string): Offer[] =>
    offerReplies(canned, words, row.conversation.locale).map(({ id, shortcut, title, text }) => ({
      id,
      label: title,
      hint: `/${shortcut}`,
      text: fill(text, values),
      insert: text,
    }))
  const people = (words: string): Offer[] =>
    offerNames(staff.data?.staff.filter(({ active }) => active) ?? [], words).map(({ id, name }) => ({
      id,
      label: name,
      insert: `@${name} `,
    }))
  return useSuggest({
    field: ref,
    sign: tab === 'note' ? '@' : '/',
    find: tab === 'note' ? people : replies,
    choose: ({ insert }, at) => {
      if (ref.current) put(ref.current, at, tab === 'note' ? insert : fill(insert, values))
    },
  })
}

/** Answers whoever asked for the composer: a key, the command bar, a message that was taken back. */
export const useAsks = (ref: FieldRef, tab: Tab, values: Values, handled: RefObject<number>) => {
  const asked: ComposerAsk = useCell(composerAsk, (now) => now)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking is answered once, whatever else changes.
  useEffect(() => {
    const field = ref.current
    if (asked.count <= handled.current || asked.tab !== tab || field === null) return
    handled.current = asked.count
    field.focus()
    if (asked.insert === undefined) return
    put(field, { from: field.selectionStart, to: field.selectionEnd }, fill(asked.insert, values))
  }, [asked, tab])
}
