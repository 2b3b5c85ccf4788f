// The job that reads old chats: their questions join the clusters, and the fifth of them asked most becomes drafts. It may run
// twice: the same file names the same questions, and a cluster has one draft.
import type { Uuid } from '@ballast/contract'
import { detectLanguage } from '@ballast/understanding/language'
import { importedId, writing } from '../knowledge/index.ts'
import { askBoth } from './ask-bot.ts'
import { breath, inSteps } from './breath.ts'
import { draftFromCluster } from './draft-from-cluster.ts'
import { type Actor, byWhom, type GrowthParts } from './parts.ts'
import { covered, coveredAnswer } from './rules/general.ts'
import { type OldQuestion, type ReadChats, readChats } from './rules/read-chats.ts'
import { openAll } from './sealed.ts'
import { questionsAmong, type Ranked, rankClusters } from './store.ts'
import { endImport, noteStep, type Result, readWaitingImport, type Wish } from './store-imports.ts'
import { type NewQuestion, takeQuestions } from './take-questions.ts'

export interface ImportJob {
  readonly tenant: Uuid
  readonly importId: Uuid
}

const MOST_DRAFTS = 50
export const MOST_SKIPPED = 100
/** Questions that find their clusters between two words about how far it is. */
const BATCH = 200
/** The share of the clusters that becomes drafts: those asked most. */
const TOP = 0.2

/** Somebody stopped it. */
class Stopped extends Error {}

const toNew = (
  parts: GrowthParts,
  tenant: Uuid,
  { line, question, answer, locale }: OldQuestion & { readonly locale: string },
): NewQuestion => {
  const text = covered(question)
  const heard = detectLanguage(text).language
  const language = (heard === 'unknown' ? locale : heard).split('-')[0]!.toLowerCase()
  const said = answer === null ? null : coveredAnswer(answer)
  // The same file again names the same questions.
  const id = importedId(tenant, `chat ${line}\n${question}\n${answer ?? ''}`, locale)
  const at = parts.clock.now()
  return { id, text, answer: said, contact: null, conversation: null, language, why: 'imported', at }
}

/** Whether the bot answers most of it already: five of its questions are asked. */
const isKnown = async (parts: GrowthParts, tenant: Uuid, { some }: Ranked): Promise<boolean> => {
  const trial = await writing.tryDraft(parts.knowledge, tenant, null)
  const rows = await parts.database.as(tenant, (tx) => questionsAmong(tx, tenant, some))
  const asked = await openAll(parts, tenant, rows)
  let answered = 0
  for (const { text, language } of asked)
    if ((await askBoth(parts, { tenant, text, language }, trial)).before.outcome === 'answered') answered++
  return answered * 2 > asked.length
}

interface Run {
  readonly parts: GrowthParts
  readonly actor: Actor
  readonly id: Uuid
  readonly signal: AbortSignal
}
/** Says how far it is. @throws Stopped */
const say = async (
  { parts, actor: { tenant }, id, signal }: Run,
  result: Result,
  [step, done, total]: readonly ['read' | 'gather' | 'draft', number, number],
): Promise<void> => {
  signal.throwIfAborted()
  const goes = await parts.database.as(tenant, (tx) => noteStep(tx, tenant, { id, step, done, total, result }))
  if (!goes) throw new Stopped()
}

const gather = async (
  run: Run,
  { questions }: ReadChats,
  { result, locale }: { result: Result; locale: string },
): Promise<Uuid[]> => {
  const { parts, actor } = run
  const ids: Uuid[] = []
  for (let from = 0; from < questions.length; from += BATCH) {
    await say(run, result, ['gather', from, questions.length])
    const some: NewQuestion[] = []
    for (const [n, question] of questions.slice(from, from + BATCH).entries()) {
      if (n % 5 === 4) await breath()
      some.push(toNew(parts, actor.tenant, { ...question, locale }))
    }
    await takeQuestions(parts, actor.tenant, some)
    ids.push(...some.map(({ id }) => id))
  }
  return [...new Set(ids)]
}

const draftTop = async (run: Run, ranked: readonly Ranked[], before: Result): Promise<Result> => {
  const { parts, actor } = run
  const top = ranked.slice(0, Math.ceil(ranked.length * TOP)).filter(({ answered }) => answered > 0)
  const wanted = top.slice(0, MOST_DRAFTS)
  let result: Result = { ...before, clusters: ranked.length }
  for (const [at, one] of wanted.entries()) {
    await say(run, result, ['draft', at, wanted.length])
    if (await isKnown(parts, actor.tenant, one)) {
      result = { ...result, known: result.known + 1 }
      continue
    }
    const { entry } = await draftFromCluster(parts, actor, { clusterId: one.cluster })
    const draft = { clusterId: one.cluster, entryId: entry.id, count: one.count }
    result = { ...result, drafts: [...result.drafts, draft] }
  }
  await say(run, result, ['draft', wanted.length, wanted.length])
  return result
}

const readAll = async (run: Run, { body, wish }: { readonly body: Buffer; readonly wish: Wish }): Promise<void> => {
  const { parts, actor } = run
  const { tenant } = actor
  const read = await inSteps(readChats(await parts.secrets.openForTenant(tenant, body), wish.columns))
  const result: Result = {
    questions: read.questions.length,
    answered: read.questions.filter(({ answer }) => answer !== null).length,
    clusters: 0,
    known: 0,
    drafts: [],
    skipped: read.skipped.slice(0, MOST_SKIPPED),
    skippedCount: read.skipped.length,
  }
  const ids = await gather(run, read, { result, locale: wish.locale })
  const ranked = await parts.database.as(tenant, (tx) => rankClusters(tx, tenant, ids))
  await draftTop(run, ranked, result)
  const at = parts.clock.now()
  await parts.database.as(tenant, async (tx) => {
    await endImport(tx, tenant, { id: run.id, state: 'done', at: new Date(at) })
    const fact = { id: parts.ids.uuid(), tenant, type: 'chats.imported' as const, subject: tenant, at }
    await parts.appendFacts(tx, [{ ...fact, data: { questions: ids.length, ...byWhom(actor) } }])
  })
}

/** Job. */
export const runImport = async (
  parts: GrowthParts,
  { tenant, importId: id }: ImportJob,
  signal: AbortSignal,
): Promise<void> => {
  const waiting = await parts.database.as(tenant, (tx) => readWaitingImport(tx, tenant, id))
  if (waiting === null) return
  const { staffId } = waiting.wish
  const actor: Actor = { tenant, ...(staffId === undefined ? {} : { staffId }) }
  await readAll({ parts, actor, id, signal }, waiting).catch((error: unknown) => {
    if (!(error instanceof Stopped)) throw error
  })
}

/** All tries have failed. */
export const failImport = (parts: GrowthParts, { tenant, importId: id }: ImportJob): Promise<void> =>
  parts.database.as(tenant, (tx) => endImport(tx, tenant, { id, state: 'failed', at: new Date(parts.clock.now()) }))
