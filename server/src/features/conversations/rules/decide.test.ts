// Every status against every event: what happens, or which refusal.
import type { ConversationStatus } from '@ballast/contract/conversation'
import type { Part } from '@ballast/contract/parts'
import { describe, expect, it } from 'vitest'
import { decide, type Event } from './decide.ts'
import { freshState, inconsistency, toAgent, toResolved, toSnoozed, toWaiting } from './moves.ts'
import { andThen, type ConversationState, isRefusal, isUnchanged } from './state.ts'

const NOW = 1_800_000_000_000
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const ME = { staffId: id(1), name: '小李' }
const OTHER = { staffId: id(2), name: '小王' }
const WHO = { contactId: id(10), inboxId: id(11), channel: 'web', locale: 'zh-CN' }
const parts: Part[] = [{ kind: 'text', text: '我的快递呢' }]

const fresh = freshState(WHO, NOW - 60_000)
const STATES: Record<string, ConversationState | null> = {
  none: null,
  bot: { ...fresh, dialog: { step: 'order' } },
  waiting: toWaiting(fresh, 'asked', NOW - 30_000),
  mine: toAgent(fresh, ME.staffId),
  theirs: toAgent(fresh, OTHER.staffId),
  snoozed: toSnoozed(toAgent(fresh, ME.staffId), NOW - 1, ME.staffId),
  snoozedTheirs: toSnoozed(toAgent(fresh, OTHER.staffId), NOW - 1, OTHER.staffId),
  snoozedNobody: toSnoozed(fresh, NOW - 1, null),
  resolved: toResolved(fresh, NOW - 1_000),
}
const wrote = (botOn: boolean): Event => ({ type: 'customer-wrote', messageId: id(20), ...WHO, parts, botOn })
const answered: Event = {
  type: 'bot-answered',
  outcome: 'answered',
  parts,
  sources: [],
  dialog: { step: 'done' },
  botName: '小舟',
}
const EVENTS: Record<string, Event> = {
  wrote: wrote(true),
  wroteBotOff: wrote(false),
  answered,
  botHandsOver: { ...answered, outcome: 'handed-over', handover: 'angry' },
  silent: { ...answered, outcome: 'silent', parts: [] },
  customerAsks: { type: 'hand-over', by: 'customer', reason: 'asked', start: WHO },
  agentQueues: { type: 'hand-over', by: ME, reason: 'manual' },
  wake: { type: 'wake', until: NOW - 1 },
  take: { type: 'take', actor: ME },
  takeForce: { type: 'take', actor: ME, force: true },
  handBack: { type: 'hand-back', actor: ME },
  transferStaff: { type: 'transfer', actor: ME, to: OTHER },
  transferTeam: { type: 'transfer', actor: ME, to: { teamId: id(3), name: '售后' }, note: '请看' },
  snooze: { type: 'snooze', actor: ME, until: NOW + 60_000 },
  resolve: { type: 'resolve', actor: ME },
  reopen: { type: 'reopen', actor: ME },
  reply: { type: 'reply', actor: ME, messageId: id(21), parts },
  note: { type: 'note', actor: ME, messageId: id(22), parts },
}

const summary = (state: ConversationState | null, event: Event): string => {
  const decision = decide(state, event, NOW)
  if (isRefusal(decision)) return decision.refused
  if (isUnchanged(decision, state)) return '='
  const facts = decision.facts.map((fact) => fact.type.replace('conversation.', '')).join(' ')
  return `${decision.next.status}${decision.next.assigneeId === ME.staffId ? '(me)' : ''} ${decision.messages.length}: ${facts}`
}
const NF = 'conversation.not-found'
const WS = 'conversation.wrong-status'
const NY = 'conversation.not-yours'
/** Columns as in STATES: none, bot, waiting, mine, theirs, snoozed, snoozedTheirs, snoozedNobody, resolved. */
const TABLE: Record<string, string[]> = {
  wrote: [
    'bot 1: message.received started',
    'bot 1: message.received',
    'waiting 1: message.received',
    'agent(me) 1: message.received',
    'agent 1: message.received',
    'agent(me) 1: message.received woken',
    'agent 1: message.received woken',
    'waiting 1: message.received woken',
    'bot 2: message.received reopened',
  ],
  wroteBotOff: [
    'waiting 2: message.received started handed-over',
    'waiting 2: message.received handed-over',
    'waiting 1: message.received',
    'agent(me) 1: message.received',
    'agent 1: message.received',
    'agent(me) 1: message.received woken',
    'agent 1: message.received woken',
    'waiting 1: message.received woken',
    'waiting 3: message.received reopened handed-over',
  ],
  answered: [NF, 'bot 1: message.sent', WS, WS, WS, WS, WS, WS, WS],
  botHandsOver: [NF, 'waiting 2: message.sent handed-over', WS, WS, WS, WS, WS, WS, WS],
  silent: [NF, 'bot 0: ', WS, WS, WS, WS, WS, WS, WS],
  customerAsks: [
    'waiting 1: started handed-over',
    'waiting 1: handed-over',
    '=',
    '=',
    '=',
    'agent(me) 0: woken',
    'agent 0: woken',
    'waiting 0: woken',
    'waiting 1: handed-over',
  ],
  agentQueues: [
    NF,
    'waiting 1: handed-over',
    '=',
    'waiting 1: handed-over',
    'waiting 1: handed-over',
    'waiting 1: handed-over',
    'waiting 1: handed-over',
    'waiting 1: handed-over',
    WS,
  ],
  wake: [NF, '=', '=', '=', '=', 'agent(me) 0: woken', 'agent 0: woken', 'waiting 0: woken', '='],
  take: [NF, 'agent(me) 1: taken', 'agent(me) 1: taken', '=', NY, 'agent(me) 1: taken', NY, 'agent(me) 1: taken', WS],
  takeForce: [
    NF,
    'agent(me) 1: taken',
    'agent(me) 1: taken',
    '=',
    'agent(me) 1: taken',
    'agent(me) 1: taken',
    'agent(me) 1: taken',
    'agent(me) 1: taken',
    WS,
  ],
  handBack: [
    NF,
    '=',
    'bot 1: handed-back',
    'bot 1: handed-back',
    NY,
    'bot 1: handed-back',
    NY,
    'bot 1: handed-back',
    WS,
  ],
  transferStaff: [NF, ...Array<string>(7).fill('agent 1: transferred'), WS],
  transferTeam: [NF, ...Array<string>(7).fill('waiting 2: transferred'), WS],
  snooze: [
    NF,
    'snoozed(me) 1: snoozed',
    'snoozed(me) 1: snoozed',
    'snoozed(me) 1: snoozed',
    'snoozed 1: snoozed',
    'snoozed(me) 1: snoozed',
    'snoozed 1: snoozed',
    'snoozed(me) 1: snoozed',
    WS,
  ],
  resolve: [NF, ...Array<string>(7).fill('resolved 1: resolved'), '='],
  reopen: [NF, ...Array<string>(7).fill(WS), 'agent(me) 1: reopened'],
  reply: [
    NF,
    'agent(me) 2: taken message.sent',
    'agent(me) 2: taken message.sent',
    'agent(me) 1: message.sent',
    NY,
    'agent(me) 2: taken message.sent',
    NY,
    'agent(me) 2: taken message.sent',
    WS,
  ],
  note: [
    NF,
    'bot 1: message.sent',
    'waiting 1: message.sent',
    'agent(me) 1: message.sent',
    'agent 1: message.sent',
    'snoozed(me) 1: message.sent',
    'snoozed 1: message.sent',
    'snoozed 1: message.sent',
    'resolved 1: message.sent',
  ],
}

describe('decide', () => {
  for (const [name, event] of Object.entries(EVENTS)) {
    it(`${name} in every status`, () => {
      const seen = Object.values(STATES).map((state) => summary(state, event))
      expect(seen).toEqual(TABLE[name])
    })
  }

  it('says how long the customer waited', () => {
    const decision = decide(STATES.waiting!, EVENTS.take!, NOW)
    expect(isRefusal(decision) ? null : decision.facts[0]?.data).toMatchObject({ waitedMs: 30_000 })
  })

  it('keeps to two facts for an ordinary inquiry, and one change set', () => {
    const inbound = decide(STATES.bot!, EVENTS.wrote!, NOW)
    if (isRefusal(inbound)) throw new Error('refused')
    const answer = decide(inbound.next, answered, NOW)
    if (isRefusal(answer)) throw new Error('refused')
    const both = andThen(inbound, answer)
    expect(both.facts.map((fact) => ('message' in fact ? [fact.type, fact.message] : fact.type))).toEqual([
      ['message.received', 0],
      ['message.sent', 1],
    ])
    expect(both.next.dialog).toEqual({ step: 'done' })
  })

  it('a snooze that was moved is not woken by its old timer', () => {
    const moved = toSnoozed(toAgent(fresh, ME.staffId), NOW + 5, ME.staffId)
    expect(decide(moved, { type: 'wake', until: NOW - 1 }, NOW)).toMatchObject({ facts: [], next: moved })
  })

  it('refuses to snooze into the past', () => {
    expect(decide(STATES.mine!, { type: 'snooze', actor: ME, until: NOW }, NOW)).toEqual({ refused: 'request.invalid' })
  })

  it('the table starts from consistent states of every status', () => {
    const statuses = new Set<ConversationStatus>()
    for (const state of Object.values(STATES)) {
      if (state === null) continue
      expect(inconsistency(state)).toBeNull()
      statuses.add(state.status)
    }
    expect(statuses.size).toBe(5)
  })
})
