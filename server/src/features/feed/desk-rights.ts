// Rights change while desks are connected: whoever has other ones now is shown out, and what somebody no longer sees
// stops coming to them.
import { type Principal, Problem, type Uuid } from '@ballast/contract'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Log } from '../../platform/log.ts'
import type { Staff } from './live-parts.ts'

/** A colleague's connected desk, as far as its rights go. */
export interface OpenDesk {
  readonly staff: Staff
  /** Whom the cookie of its handshake stands for now. @throws Problem auth.* */
  whoNow(): Promise<Principal>
  showOut(): void
  /** Joins the lists of the inboxes they see, and leaves the others'. */
  enterRooms(): Promise<void>
  watches(conversationId: Uuid): boolean
  watched(): readonly Uuid[]
  unwatch(conversationId: Uuid): void
}
export interface DeskRights {
  /** Answers the function that forgets the desk. */
  add(desk: OpenDesk): () => void
  close(): void
}

/** About a colleague: they come back as what they are now. */
const ABOUT_STAFF = new Set(['staff.removed', 'staff.role-changed', 'staff.changed', 'staff.secured'])
/** What is assigned to someone they see wherever it is, and no longer when it is somebody else's. */
const MOVED = new Set(['conversation.taken', 'conversation.transferred', 'conversation.handed-back'])

const EVERY_MS = 30_000

const isSame = (staff: Staff, now: Principal): boolean =>
  now.kind === 'staff' &&
  now.staffId === staff.staffId &&
  now.role === staff.role &&
  now.teamIds.length === staff.teamIds.length &&
  now.teamIds.every((team) => staff.teamIds.includes(team))

const typesOf = (payload: unknown): string[] => {
  const { facts } = (payload ?? {}) as { readonly facts?: unknown }
  return Array.isArray(facts) ? facts.flatMap((fact) => (typeof fact?.type === 'string' ? [fact.type] : [])) : []
}

export const createDeskRights = (parts: {
  readonly bus: Pick<Bus, 'subscribe'>
  readonly log: Log
  readonly rightsChanged: () => void
  readonly mustSee: (staff: Staff, conversationId: Uuid) => Promise<void>
  /** How often every desk is asked for again. */
  readonly everyMs?: number
}): DeskRights => {
  const desks = new Set<OpenDesk>()
  const check = async (desk: OpenDesk, conversationId: Uuid): Promise<void> => {
    try {
      await parts.mustSee(desk.staff, conversationId)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      desk.unwatch(conversationId)
    }
  }
  const enterAnew = async (desk: OpenDesk): Promise<void> => {
    await desk.enterRooms()
    for (const conversationId of desk.watched()) await check(desk, conversationId)
  }
  const again = async (desk: OpenDesk): Promise<void> => {
    try {
      if (isSame(desk.staff, await desk.whoNow())) await enterAnew(desk)
      else desk.showOut()
    } catch (error) {
      if (error instanceof Problem) desk.showOut()
      else parts.log.warn({ err: error, staffId: desk.staff.staffId }, 'desk.rights-unknown')
    }
  }
  // The bus may lose its copies, and a session ends without a word: every desk is asked for again in its turn.
  const timer = setInterval(() => {
    for (const desk of desks) void again(desk)
  }, parts.everyMs ?? EVERY_MS)
  timer.unref()
  // A change that was told of and cannot be followed is taken to be against the desk.
  const orOut = (desk: OpenDesk, work: Promise<void>): void =>
    void work.catch((err: unknown) => {
      parts.log.warn({ err, staffId: desk.staff.staffId }, 'desk.rights-unknown')
      desk.showOut()
    })
  const subscription = parts.bus.subscribe('facts.>', (payload, address) => {
    const types = typesOf(payload)
    const [, tenant, subject = ''] = address.split('.')
    const ours = [...desks].filter((desk) => desk.staff.tenant === tenant)
    if (ours.length === 0) return
    if (types.some((type) => ABOUT_STAFF.has(type)))
      for (const desk of ours) if (desk.staff.staffId === subject) desk.showOut()
    if (types.includes('inbox.changed')) {
      parts.rightsChanged()
      for (const desk of ours) orOut(desk, enterAnew(desk))
    }
    if (types.some((type) => MOVED.has(type)))
      for (const desk of ours) if (desk.watches(subject)) orOut(desk, check(desk, subject))
  })
  return {
    add: (desk) => {
      desks.add(desk)
      return () => desks.delete(desk)
    },
    close: () => {
      clearInterval(timer)
      subscription.unsubscribe()
    },
  }
}
