// The frozen set: solved questions of real customers, so that a draft cannot break what worked. Chosen anew each day.
import { type Message, plainText, type Uuid } from '@ballast/contract'
import { breath } from './breath.ts'
import type { GrowthParts } from './parts.ts'
import { coreOf } from './rules/core-of.ts'
import { covered } from './rules/general.ts'
import { isQuestion } from './rules/said.ts'
import { readAdviceRow } from './store-advice.ts'
import { type AnsweredFact, addSolved, answeredSince, readSolved, type SolvedRow } from './store-courts.ts'

export const MOST_SOLVED = 500
/** Looked at in one choosing. */
const MOST_LOOKED = 400
const DAY_MS = 86_400_000
/** How far the first choosing looks back. */
const FIRST_MS = 7 * DAY_MS
/** The bot answers a message at most so many behind it. */
const BEFORE = 6

const keyOf = (text: string): string =>
  coreOf(text)
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '')

const entriesOf = (answer: Message): string[] =>
  answer.parts.flatMap((part) => (part.kind === 'sources' ? part.sources.map(({ id }) => id) : []))

const isId = (id: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

const readOne = async (
  parts: GrowthParts,
  tenant: Uuid,
  { conversationId, seq }: AnsweredFact,
): Promise<{ readonly row: SolvedRow; readonly key: string } | null> => {
  const range = { fromSeq: Math.max(1, seq - BEFORE), toSeq: seq, version: 0, withRow: false }
  const frame = await parts.conversations.readFrame({ tenant, conversationId, ...range })
  const answer = frame?.messages.find((message) => message.seq === seq)
  const question = frame?.messages.find(({ id }) => id === answer?.inReplyTo)
  if (frame == null || answer === undefined || question === undefined || !isQuestion(question)) return null
  const entries = entriesOf(answer).filter(isId)
  if (entries.length === 0 || answer.judgement?.helpful === false) return null
  const text = covered(plainText(question.parts))
  const row: SolvedRow = {
    id: question.id,
    contact: frame.conversation.contactId,
    body: await parts.secrets.sealForTenant(tenant, text),
    language: (question.verdict?.language ?? frame.conversation.locale)?.split('-')[0]?.toLowerCase() ?? null,
    outcome: 'answered',
    entries,
    at: new Date(question.sentAt),
  }
  return { row, key: keyOf(text) }
}

/** Adds what was solved since the last time; the same words once. */
export const freezeSolved = async (parts: GrowthParts, tenant: Uuid): Promise<void> => {
  const now = parts.clock.now()
  const { known, facts } = await parts.database.as(tenant, async (tx) => {
    const last = (await readAdviceRow(tx, tenant))?.frozenAt?.getTime() ?? now - FIRST_MS
    const since = new Date(Math.max(last - DAY_MS, now - FIRST_MS))
    return { known: await readSolved(tx, tenant), facts: await answeredSince(tx, tenant, { since, most: MOST_LOOKED }) }
  })
  const keys = new Set<string>()
  for (const { body } of known) keys.add(keyOf(await parts.secrets.openForTenant(tenant, body)))
  const rows: SolvedRow[] = []
  for (const fact of facts) {
    await breath()
    const found = await readOne(parts, tenant, fact)
    if (found === null || keys.has(found.key)) continue
    keys.add(found.key)
    rows.push(found.row)
  }
  await parts.database.as(tenant, (tx) => addSolved(tx, tenant, { rows, most: MOST_SOLVED, at: new Date(now) }))
}

/** A day old, or never chosen. */
export const freezeWhenOld = async (parts: GrowthParts, tenant: Uuid): Promise<void> => {
  const row = await parts.database.as(tenant, (tx) => readAdviceRow(tx, tenant))
  if ((row?.frozenAt?.getTime() ?? 0) < parts.clock.now() - DAY_MS) await freezeSolved(parts, tenant)
}
