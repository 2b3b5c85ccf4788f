// Calls the reader when a customer of theirs writes: a sound, a notice of the system, the count in the tab. Draws nothing.
import type { ConversationRow } from '@ballast/contract/conversation'
import i18next from 'i18next'
import { useEffect, useMemo, useRef } from 'react'
import { useCounts } from '../app/Nav.tsx'
import { go, usePlace } from '../app/place.ts'
import { preferences, usePreferences } from '../app/preferences.ts'
import { useMay, useSession } from '../app/server.ts'
import { called } from '../inbox/called.ts'
import { useRows } from '../inbox/use-rows.ts'
import { useLive } from '../live/desk-line.ts'
import { newId } from '../live/new-id.ts'
import { type Alert, alertFor, type Known } from './alert-for.ts'
import { useBadge } from './badge.ts'
import { canNotice, notice } from './notice.ts'
import { canSound, sound, unlockSound } from './sound.ts'
import { joinTabs, once, type Tabs } from './tabs.ts'

const MOST_KNOWN = 5_000

const wanted = () => {
  const { soundMine, soundWaiting, noticeMine, noticeWaiting } = preferences()
  return { sound: { mine: soundMine, waiting: soundWaiting }, notice: { mine: noticeMine, waiting: noticeWaiting } }
}

const ring = (row: ConversationRow, alert: Alert): void => {
  const { id, seq, contactId } = row.conversation
  const event = `${alert.kind}.${id}.${seq}`
  // A tab that may not sound leaves the sound to one that may.
  if (alert.sound && canSound()) once(`sound.${event}`, () => sound(alert.kind))
  if (!alert.notice || !canNotice()) return
  const title = called(row.contactName, contactId, i18next.t)
  const open = () => go({ page: 'inbox', view: alert.kind === 'mine' ? 'mine' : 'unassigned', conversationId: id })
  once(`notice.${event}`, () => notice({ title, text: row.preview, about: id, open }))
}

const createWatch = (me: string, tabs: Tabs) => {
  const known = new Map<string, Known>()
  const remember = ({ conversation: { id, seq, status, assigneeId } }: ConversationRow) => {
    if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value ?? '')
    known.set(id, { seq, status, assigneeId })
  }
  return {
    /** A row that was read, not news. What is known already is kept: the news of it may still be on its way. */
    seen: (row: ConversationRow) => {
      if (!known.has(row.conversation.id)) remember(row)
    },
    changed: (row: ConversationRow) => {
      const focus = tabs.inFocus()
      const at = { inFocus: focus?.conversationId ?? null, atDesk: focus !== null }
      const alert = alertFor(row, { me, known: known.get(row.conversation.id) ?? null, ...at, wants: wanted() })
      remember(row)
      if (alert) ring(row, alert)
    },
  }
}

/** Tells the other tabs where the reader looks. */
const useFocus = (tabs: Tabs) => {
  const place = usePlace()
  const conversationId = place.page === 'inbox' ? place.conversationId : null
  useEffect(() => {
    const tell = () => tabs.tell(document.hasFocus() && !document.hidden ? { conversationId } : null)
    tell()
    const events = ['focus', 'blur', 'visibilitychange'] as const
    for (const event of events) window.addEventListener(event, tell, true)
    return () => {
      for (const event of events) window.removeEventListener(event, tell, true)
    }
  }, [tabs, conversationId])
}

const useUnlock = () =>
  useEffect(() => {
    const events = ['pointerdown', 'keydown'] as const
    for (const event of events) window.addEventListener(event, unlockSound, { capture: true, once: true })
    return () => {
      for (const event of events) window.removeEventListener(event, unlockSound, true)
    }
  }, [])

const useCount = (mine: readonly ConversationRow[]): number => {
  const { soundWaiting, noticeWaiting } = usePreferences()
  const waiting = useCounts()?.unassigned ?? 0
  const unread = mine.filter((row) => row.unread > 0).length
  return unread + (soundWaiting || noticeWaiting ? waiting : 0)
}

const Calls = () => {
  const { staff, tenant } = useSession()
  const { line } = useLive()
  const { rows } = useRows('mine')
  const tabs = useRef<Tabs>(null)
  tabs.current ??= joinTabs(newId())
  const open = tabs.current
  const watch = useMemo(() => createWatch(staff.id, open), [staff.id, open])
  useEffect(() => line.onFrame((frame) => frame.t === 'row' && watch.changed(frame.row)), [line, watch])
  useEffect(() => rows.forEach(watch.seen), [rows, watch])
  useFocus(open)
  useUnlock()
  useBadge(useCount(rows), tenant.name)
  return null
}

/** Whoever only looks on is called by nothing. */
export const Alerts = () => (useMay('conversations.reply') ? <Calls /> : null)
