// Examples one at a time: write, move, remove; and what a customer's message meant, said by an agent.
import { plainText, problem, type Uuid } from '@ballast/contract'
import type { Example } from '@ballast/contract/routes/language'
import { appendFacts } from '../../platform/facts/append.ts'
import { fact } from './change-intents.ts'
import { MOST_EXAMPLES, toRow } from './examples.ts'
import { mustKnow, readAllIntents } from './list-intents.ts'
import { type LanguageParts, type StaffSide, staffIdOf } from './parts.ts'
import { covered } from './rules/covered.ts'
import { sameText } from './rules/intent-set.ts'
import {
  countExamples,
  deleteExample,
  deleteExamplesOf,
  type ExampleRow,
  findExamples,
  lockLanguage,
  writeExamples,
} from './store.ts'

const LONGEST = 500

interface Lesson {
  readonly row: ExampleRow
  readonly text: string
  /** The same text under another id: refused, or moved here. */
  readonly twin: 'refuse' | 'move'
  readonly messageId?: Uuid
}

const teach = (parts: LanguageParts, by: StaffSide, { row, text, twin, messageId }: Lesson): Promise<Example> => {
  const { tenant } = by
  return parts.database.as(tenant, async (tx) => {
    await lockLanguage(tx, tenant)
    mustKnow(await readAllIntents(tx, tenant), row.intent)
    const found = await findExamples(tx, tenant, row)
    const other = found.find(({ id }) => id !== row.id)
    if (other !== undefined && twin === 'refuse') throw problem('example.exists')
    const held = [...(await countExamples(tx, tenant)).values()].reduce((sum, n) => sum + n, 0)
    if (found.length === 0 && held >= MOST_EXAMPLES) throw problem('language.full')
    const before = other ?? found[0]
    // Who wrote it first and when stays with it.
    const written: ExampleRow =
      before === undefined
        ? row
        : { ...row, id: before.id, source: before.source, contact: before.contact, addedAt: before.addedAt }
    await writeExamples(tx, tenant, [written])
    const data = { added: 1, removed: 0, ...(messageId === undefined ? {} : { messageId }) }
    await appendFacts(tx, [fact(parts, by, 'language.taught', data)])
    const { id, intent, source, addedAt } = written
    return { id, intent, text, source, addedAt: addedAt.toISOString() }
  })
}

/** The same id again moves or rewrites it. @throws Problem intent.not-found, example.exists, language.full */
export const saveExample = async (
  parts: LanguageParts,
  by: StaffSide,
  { exampleId: id, intent, text }: { readonly exampleId: Uuid; readonly intent: string; readonly text: string },
): Promise<Example> => {
  const tidy = covered(text.trim())
  if (sameText(tidy) === '') throw problem('request.invalid', { path: '/text', detail: 'Write a sentence.' })
  const addedAt = new Date(parts.clock.now())
  const made = { id, intent, text: tidy, source: 'written' as const, contact: null, staffId: staffIdOf(by), addedAt }
  return teach(parts, by, { row: await toRow(parts.secrets, by.tenant, made), text: tidy, twin: 'refuse' })
}

/** @throws Problem example.not-found */
export const removeExample = (parts: LanguageParts, by: StaffSide, id: Uuid): Promise<void> =>
  parts.database.as(by.tenant, async (tx) => {
    if (!(await deleteExample(tx, by.tenant, id))) throw problem('example.not-found')
    await appendFacts(tx, [fact(parts, by, 'language.taught', { added: 0, removed: 1 })])
  })

export interface Correction {
  readonly conversationId: Uuid
  readonly messageId: Uuid
  readonly intent: string
}
/**
 * The words are those that are stored, personal data covered; the browser's are never asked. Said twice, the last wins.
 * @throws Problem conversation.not-found, message.not-found, message.empty, intent.not-found, language.full
 */
export const correctMessage = async (parts: LanguageParts, by: StaffSide, wish: Correction): Promise<Example> => {
  const { tenant } = by
  const { conversationId, messageId, intent } = wish
  await parts.conversations.mustSee(by, conversationId)
  const read = await parts.conversations.readForDelivery({ tenant, conversationId, messageId })
  if (read === null || read.message.author.kind !== 'customer' || read.message.recalled)
    throw problem('message.not-found')
  const said = plainText(read.message.parts).replace(/\s+/g, ' ').trim()
  const text = covered(said).slice(0, LONGEST).toWellFormed()
  if (sameText(text) === '') throw problem('message.empty')
  const { contactId: contact } = read.conversation
  const addedAt = new Date(parts.clock.now())
  const made = { id: parts.ids.uuid(), intent, text, source: 'corrected' as const, contact, addedAt }
  const row = await toRow(parts.secrets, tenant, { ...made, staffId: staffIdOf(by) })
  const example = await teach(parts, by, { row, text, twin: 'move', messageId })
  await parts.conversations.correctMeaning({ tenant, conversationId, messageId, intent })
  return example
}

/** A person was erased. Versions trained before keep their covered words, sealed, until others take their place. */
export const forgetContact = async (
  parts: Pick<LanguageParts, 'database'>,
  tenant: Uuid,
  contact: Uuid,
): Promise<void> => {
  await parts.database.as(tenant, (tx) => deleteExamplesOf(tx, tenant, contact))
}
