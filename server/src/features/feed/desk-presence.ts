// Who has the desk open, anywhere in the cluster: what a customer is told to expect. Each node tells the others what kinds
// of rights sit at its desks, when that changes and every little while; a node that falls silent is forgotten.
import { ROLES, roleHolds, Uuid } from '@ballast/contract'
import { OneOf, Text } from '@ballast/contract/primitives'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Staff } from './live-parts.ts'

const RENEW_MS = 20_000
const PRESENT_MS = 60_000
/** Kinds one node tells of: roles times combinations of teams. */
const MOST_KINDS = 200

/** No names and no ids of people: rights are all that anybody needs. */
const AtDesk = Type.Object({ role: OneOf(ROLES), teamIds: Type.Array(Uuid, { maxItems: 500 }) })
type AtDesk = Static<typeof AtDesk>
const isNews = Compile(
  Type.Object({
    node: Text(64),
    desks: Type.Optional(Type.Object({ tenant: Uuid, kinds: Type.Array(AtDesk, { maxItems: MOST_KINDS }) })),
    asks: Type.Optional(Type.Boolean()),
  }),
)
const SUBJECT = 'desks'

export interface DeskPresence {
  /** A desk opened; answers what to call when it closes. Those who may not reply do not count. */
  opened(staff: Pick<Staff, 'tenant' | 'role' | 'teamIds'>): () => void
  /** The kinds of rights at the desks of a workspace, on all nodes, within the last minute. */
  atDesk(tenant: Uuid): readonly AtDesk[]
  close(): void
}

interface Kind extends AtDesk {
  desks: number
}

export const createDeskPresence = (parts: {
  readonly bus: Bus
  readonly clock: Clock
  /** Unique for each start of a process. */
  readonly node: string
}): DeskPresence => {
  const { bus, clock, node } = parts
  const here = new Map<Uuid, Map<string, Kind>>()
  const elsewhere = new Map<Uuid, Map<string, { kinds: readonly AtDesk[]; until: number }>>()

  const kindsHere = (tenant: Uuid): AtDesk[] =>
    [...(here.get(tenant)?.values() ?? [])].slice(0, MOST_KINDS).map(({ role, teamIds }) => ({ role, teamIds }))
  const tell = (tenant: Uuid) => bus.publish(SUBJECT, { node, desks: { tenant, kinds: kindsHere(tenant) } })
  const tellAll = () => {
    for (const tenant of here.keys()) tell(tenant)
  }
  const learn = ({ tenant, kinds }: { tenant: Uuid; kinds: readonly AtDesk[] }, from: string) => {
    const nodes = elsewhere.get(tenant) ?? new Map()
    if (kinds.length > 0) elsewhere.set(tenant, nodes.set(from, { kinds, until: clock.now() + PRESENT_MS }))
    else if (nodes.delete(from) && nodes.size === 0) elsewhere.delete(tenant)
  }
  const hear = (payload: unknown): void => {
    if (!isNews.Check(payload) || payload.node === node) return
    if (payload.desks) learn(payload.desks, payload.node)
    if (payload.asks) tellAll()
  }
  const forgetSilent = () => {
    for (const [tenant, nodes] of elsewhere) {
      for (const [name, { until }] of nodes) if (until <= clock.now()) nodes.delete(name)
      if (nodes.size === 0) elsewhere.delete(tenant)
    }
  }
  const leave = (tenant: Uuid, key: string) => {
    const kinds = here.get(tenant)
    const kind = kinds?.get(key)
    if (kinds === undefined || kind === undefined || --kind.desks > 0) return
    kinds.delete(key)
    if (kinds.size === 0) here.delete(tenant)
    tell(tenant)
  }

  const subscription = bus.subscribe(SUBJECT, hear)
  const renewal = setInterval(() => {
    forgetSilent()
    tellAll()
  }, RENEW_MS)
  renewal.unref()
  // A node that has just started knows of nobody: the others say at once who is there.
  bus.publish(SUBJECT, { node, asks: true })

  return {
    opened: ({ tenant, role, teamIds }) => {
      if (!roleHolds(role, 'conversations.reply')) return () => undefined
      const key = [role, ...[...teamIds].sort()].join(' ')
      const kinds = here.get(tenant) ?? new Map<string, Kind>()
      here.set(tenant, kinds)
      const kind = kinds.get(key)
      if (kind) kind.desks += 1
      else kinds.set(key, { role, teamIds: [...teamIds], desks: 1 })
      if (!kind) tell(tenant)
      let open = true
      return () => {
        if (open) leave(tenant, key)
        open = false
      }
    },
    atDesk: (tenant) => [
      ...kindsHere(tenant),
      ...[...(elsewhere.get(tenant)?.values() ?? [])].flatMap(({ kinds, until }) => (until > clock.now() ? kinds : [])),
    ],
    close: () => {
      clearInterval(renewal)
      subscription.unsubscribe()
    },
  }
}
