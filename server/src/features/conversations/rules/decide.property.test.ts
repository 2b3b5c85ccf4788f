// No sequence of events, by whomever and in whatever order, reaches an inconsistent conversation.
import type { Part } from '@ballast/contract/parts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide, type Event } from './decide.ts'
import { nextReadMark, receiptMoves, refuseChange } from './message-change.ts'
import { inconsistency } from './moves.ts'
import { type ConversationState, isRefusal } from './state.ts'

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const parts: Part[] = [{ kind: 'text', text: 'x' }]
const who = { contactId: id(10), inboxId: id(11), channel: 'web', locale: null }
const actor = fc.constantFrom({ staffId: id(1), name: 'a' }, { staffId: id(2), name: 'b' })
const at = fc.integer({ min: 0, max: 1_000 })

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.boolean().map((botOn): Event => ({ type: 'customer-wrote', messageId: id(20), ...who, parts, botOn })),
  fc.constantFrom('answered', 'asked', 'handed-over', 'silent', 'unsure').map(
    (outcome): Event => ({
      type: 'bot-answered',
      outcome: outcome as 'answered',
      parts: outcome === 'silent' ? [] : parts,
      sources: [],
      dialog: { open: true },
      botName: 'bot',
    }),
  ),
  fc.constant<Event>({ type: 'hand-over', by: 'customer', reason: 'asked', start: who }),
  actor.map((by): Event => ({ type: 'hand-over', by, reason: 'manual' })),
  at.map((until): Event => ({ type: 'wake', until })),
  fc.tuple(actor, fc.boolean()).map(([by, force]): Event => ({ type: 'take', actor: by, force })),
  actor.map((by): Event => ({ type: 'hand-back', actor: by })),
  fc.tuple(actor, actor).map(([by, to]): Event => ({ type: 'transfer', actor: by, to })),
  actor.map((by): Event => ({ type: 'transfer', actor: by, to: { teamId: id(3), name: 'team' } })),
  fc.tuple(actor, at).map(([by, until]): Event => ({ type: 'snooze', actor: by, until })),
  actor.map((by): Event => ({ type: 'resolve', actor: by })),
  actor.map((by): Event => ({ type: 'reopen', actor: by })),
  actor.map((by): Event => ({ type: 'reply', actor: by, messageId: id(21), parts })),
  actor.map((by): Event => ({ type: 'note', actor: by, messageId: id(22), parts })),
)

describe('any sequence of events', () => {
  it('keeps the conversation consistent, and the bot writes only on its turn', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let state: ConversationState | null = null
        let now = 0
        for (const next of events) {
          now += 25
          const decision = decide(state, next, now)
          if (isRefusal(decision)) continue
          const botSpoke = decision.messages.some((message) => message.author.kind === 'bot')
          if (botSpoke) expect((state as ConversationState | null)?.status).toBe('bot')
          for (const fact of decision.facts) {
            if ('message' in fact) expect(decision.messages[fact.message]).toBeDefined()
          }
          expect(inconsistency(decision.next)).toBeNull()
          state = decision.next
        }
      }),
      { numRuns: 500 },
    )
  })

  it('read marks only rise and never pass the last message', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(100), fc.nat(200))), (wishes) => {
        let mark = 0
        let last = 0
        for (const [grow, wish] of wishes) {
          last += grow
          const next = nextReadMark(mark, last, wish)
          if (next === null) continue
          expect(next).toBeGreaterThan(mark)
          expect(next).toBeLessThanOrEqual(last)
          mark = next
        }
      }),
    )
  })
})

describe('changing a message', () => {
  const message = { authorKind: 'agent' as const, authorId: id(1), sentAt: 0, recalled: false }
  it.each([
    ['its author in time', message, { kind: 'agent' as const, id: id(1) }, 900_000, null],
    ['too late', message, { kind: 'agent' as const, id: id(1) }, 900_001, { refused: 'message.too-old' }],
    ['a colleague', message, { kind: 'agent' as const, id: id(2) }, 1, { refused: 'message.not-yours' }],
    ['the customer', message, { kind: 'customer' as const, id: id(1) }, 1, { refused: 'message.not-yours' }],
    ['nothing there', null, { kind: 'agent' as const, id: id(1) }, 1, { refused: 'message.not-found' }],
  ])('%s', (_name, found, changer, now, expected) => {
    expect(refuseChange(found, changer, now)).toEqual(expected)
  })

  it('receipts in any order never take a state back', () => {
    expect(receiptMoves('read', 'delivered')).toBe(false)
    expect(receiptMoves('sent', 'delivered')).toBe(true)
    expect(receiptMoves('delivered', 'read')).toBe(true)
    expect(receiptMoves('delivered', 'delivered')).toBe(false)
    expect(receiptMoves('failed', 'read')).toBe(true)
    expect(receiptMoves('read', 'failed')).toBe(false)
  })
})
