// Imports of old chats as the desk sees them: looked at, begun, watched, stopped.
import type { Reply, Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { ChatColumns, ChatImport, previewChats as previewRoute } from '@ballast/contract/routes/old-chats'
import { writing } from '../knowledge/index.ts'
import { inSteps } from './breath.ts'
import { MOST_SKIPPED } from './import-chats.ts'
import type { Actor, GrowthParts } from './parts.ts'
import { lookAtChats } from './rules/look-at-chats.ts'
import { readChats } from './rules/read-chats.ts'
import { endImport, type ImportRow, insertImport, lockImports, readImports } from './store-imports.ts'

export interface OldChats {
  readonly text: string
  readonly columns?: ChatColumns
}

const MOST_LISTED = 20
const FIRST = 5
const SHOWN = 500

/** Stores nothing. */
export const previewChats = async ({ text, columns }: OldChats): Promise<Reply<typeof previewRoute>> => {
  const look = await inSteps(lookAtChats(text, columns))
  const { questions, skipped } = await inSteps(readChats(text, columns))
  return {
    ...look,
    questions: questions.length,
    answered: questions.filter(({ answer }) => answer !== null).length,
    first: questions.slice(0, FIRST).map(({ line, question, answer }) => ({
      line,
      question: question.slice(0, SHOWN),
      answer: answer?.slice(0, SHOWN) ?? null,
    })),
    skipped: skipped.slice(0, MOST_SKIPPED),
    skippedCount: skipped.length,
  }
}

const isOver = ({ state }: ImportRow): boolean => state !== 'waiting' && state !== 'running'

/** A draft that is gone is left out. */
const toImport = async (parts: GrowthParts, tenant: Uuid, row: ImportRow): Promise<ChatImport> => {
  const { result, startedAt, endedAt, ...same } = row
  const drafts: ChatImport['drafts'] = []
  for (const draft of result.drafts ?? []) {
    const entry = await writing.readEntry(parts.knowledge, { tenant, entryId: draft.entryId }).catch(() => null)
    if (entry !== null) drafts.push({ ...draft, title: entry.title })
  }
  return {
    ...same,
    questions: result.questions ?? 0,
    answered: result.answered ?? 0,
    clusters: result.clusters ?? 0,
    known: result.known ?? 0,
    drafts,
    skipped: result.skipped ?? [],
    skippedCount: result.skippedCount ?? 0,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  }
}

export const listChatImports = async (parts: GrowthParts, tenant: Uuid): Promise<ChatImport[]> => {
  const rows = await parts.database.as(tenant, (tx) => readImports(tx, tenant, { most: MOST_LISTED }))
  const imports: ChatImport[] = []
  for (const row of rows) imports.push(await toImport(parts, tenant, row))
  return imports
}

/** @throws Problem import.not-found */
export const readChatImport = async (parts: GrowthParts, tenant: Uuid, id: Uuid): Promise<ChatImport> => {
  const [row] = await parts.database.as(tenant, (tx) => readImports(tx, tenant, { id, most: 1 }))
  if (row === undefined) throw problem('import.not-found')
  return toImport(parts, tenant, row)
}

/** Sealed and stored; a job reads it. @throws Problem chats.nothing-found, chats.running */
export const importChats = async (
  parts: GrowthParts,
  { tenant, staffId }: Actor,
  { text, locale, columns }: OldChats & { readonly locale: string },
): Promise<ChatImport> => {
  const { questions } = await inSteps(readChats(text, columns))
  if (questions.length === 0) throw problem('chats.nothing-found')
  const body = await parts.secrets.sealForTenant(tenant, text)
  const id = parts.ids.uuid()
  const wish = { locale, ...(columns === undefined ? {} : { columns }), ...(staffId === undefined ? {} : { staffId }) }
  await parts.database.as(tenant, async (tx) => {
    await lockImports(tx, tenant)
    const [last] = await readImports(tx, tenant, { most: 1 })
    if (last !== undefined && !isOver(last)) throw problem('chats.running')
    await insertImport(tx, tenant, { id, body, wish, at: new Date(parts.clock.now()) })
  })
  await parts.later({ tenant, importId: id })
  return readChatImport(parts, tenant, id)
}

/** One that is over stays as it is. @throws Problem import.not-found */
export const cancelChatImport = async (parts: GrowthParts, tenant: Uuid, id: Uuid): Promise<ChatImport> => {
  const at = new Date(parts.clock.now())
  await parts.database.as(tenant, (tx) => endImport(tx, tenant, { id, state: 'cancelled', at }))
  return readChatImport(parts, tenant, id)
}
