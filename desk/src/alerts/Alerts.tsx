// Calls the reader when a customer of theirs writes: a sound, a notice of the system, the count in the tab. Draws nothing.
import type { ConversationRow } from '@ballast/contract/conversation'
import i18next from 'i18next'
import { useEffect, useMemo, useState } from 'react'
import { useCounts } from '../app/Nav.tsx'
import { go, usePlace } from '../app/place.ts'
import { preferences, usePreferences } from '../app/preferences.ts'
import { server, useMay, useSession } from '../app/server.ts'
import { called, lastWords } from '../inbox/called.ts'
import { cell, useCell } from '../live/cell.ts'
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

interface Called {
  readonly row: ConversationRow
  readonly alert: Alert
}
const ring = ({ row, alert }: Called, sounds: boolean): void => {
  const { id, seq, contactId } = row.conversation
  const event = `${alert.kind}.${id}.${seq}`
  // A tab that may not sound leaves the sound to one that may.
  if (sounds && canSound()) once(`sound.${event}`, () => sound(alert.kind))
  if (!alert.notice || !canNotice()) return
  const title = called(row.contactName, contactId, i18next.t)
  const open = () => go({ page: 'inbox', view: alert.kind === 'mine' ? 'mine' : 'unassigned', conversationId: id })
  once(`notice.${event}`, () => notice({ title, text: lastWords(row.preview, i18next.t), about: id, open }))
}

const createWatch = (me: string, tabs: Tabs) => {
  const known = new Map<string, Known>()
  /** My conversations with something unread. */
  const unread = cell<ReadonlySet<string>>(new Set())
  const remember = (row: ConversationRow) => {
    const { id, seq, status, assigneeId } = row.conversation
    if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value ?? '')
    known.set(id, { seq, status, assigneeId })
    const counts = status === 'agent' && assigneeId === me && row.unread > 0
    if (counts === unread.get().has(id)) return
    unread.set((now) => new Set(counts ? [...now, id] : [...now].filter((each) => each !== id)))
  }
  const weigh = (row: ConversationRow): Called[] => {
    const focus = tabs.inFocus()
    const at = { inFocus: focus?.conversationId ?? null, atDesk: focus !== null }
    const alert = alertFor(row, { me, known: known.get(row.conversation.id) ?? null, ...at, wants: wanted() })
    remember(row)
    return alert ? [{ row, alert }] : []
  }
  return {
    unread,
    /** Rows that were read, not news. What is known already is kept: the news of it may still be on its way. */
    seen: (rows: readonly ConversationRow[]) => {
      for (const row of rows) if (!known.has(row.conversation.id)) remember(row)
    },
    /** All that is mine, as the server says it now: what left meanwhile counts no longer. */
    mine: (rows: readonly ConversationRow[]) =>
      unread.set(new Set(rows.filter((row) => row.unread > 0).map(({ conversation }) => conversation.id))),
    /** Many at once, as after a lost connection, sound once. */
    changed: (rows: readonly ConversationRow[]) => {
      const all = rows.flatMap(weigh)
      const loud = all.find(({ alert }) => alert.sound)
      for (const each of all) ring(each, each === loud)
    },
  }
}
type Watch = ReturnType<typeof createWatch>

/** What is mine when the desk opens, and again after the line was lost: what happened meanwhile is not replayed. */
const useMine = (watch: Watch) => {
  const { line } = useLive()
  useEffect(() => {
    let first = true
    let lost = false
    const read = async () => {
      const { rows } = await server.listConversations({ query: { view: 'mine', limit: 100 } })
      if (first) watch.seen(rows)
      else watch.changed(rows)
      watch.mine(rows)
      first = false
    }
    // The lists of the inbox say that they could not be read; alerts go on with what the line brings.
    const tryRead = () => void read().catch(() => undefined)
    tryRead()
    const stopFrames = line.onFrame((frame) => frame.t === 'row' && watch.changed([frame.row]))
    const stopState = line.state.listen(() => {
      const state = line.state.get()
      if (state === 'waiting') lost = true
      if (state !== 'open' || !lost) return
      lost = false
      tryRead()
    })
    return () => {
      stopFrames()
      stopState()
    }
  }, [line, watch])
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
    for (const event of events) window.addEventListener(event, unlockSound, true)
    return () => {
      for (const event of events) window.removeEventListener(event, unlockSound, true)
    }
  }, [])

const useCount = (watch: Watch): number => {
  const { soundWaiting, noticeWaiting } = usePreferences()
  const waiting = useCounts()?.unassigned ?? 0
  const unread = useCell(watch.unread, (all) => all.size)
  return unread + (soundWaiting || noticeWaiting ? waiting : 0)
}

const useTabs = (): Tabs => {
  const [tabs] = useState(() => joinTabs(newId()))
  useEffect(() => tabs.stop, [tabs])
  return tabs
}

const Calls = () => {
  const { staff, tenant } = useSession()
  const tabs = useTabs()
  const watch = useMemo(() => createWatch(staff.id, tabs), [staff.id, tabs])
  useMine(watch)
  useFocus(tabs)
  useUnlock()
  useBadge(useCount(watch), tenant.name)
  return null
}

/** Whoever only looks on is called by nothing. */
export const Alerts = () => (useMay('conversations.reply') ? <Calls /> : null)
