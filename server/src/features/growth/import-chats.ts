// Old chats: their questions join the clusters, and the fifth of them asked most becomes drafts.
import type { Reply, Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import type { importChats as importRoute } from '@ballast/contract/routes/growth'
import { detectLanguage } from '@ballast/understanding/language'
import { importedId, writing } from '../knowledge/index.ts'
import { askBoth } from './ask-bot.ts'
import { breath, inSteps } from './breath.ts'
import { draftFromCluster } from './draft-from-cluster.ts'
import { type Actor, byWhom, type GrowthParts } from './parts.ts'
import { covered, coveredAnswer } from './rules/general.ts'
import { type OldQuestion, readChats } from './rules/read-chats.ts'
import { openAll } from './sealed.ts'
import { questionsAmong, type Ranked, rankClusters } from './store.ts'
import { type NewQuestion, takeQuestions } from './take-questions.ts'

export interface OldChats {
  readonly text: string
  readonly locale: string
  readonly preview?: boolean
}
type Imported = Reply<typeof importRoute>

const MOST_DRAFTS = 50
const MOST_SKIPPED = 100
/** The share of the clusters that becomes drafts: those asked most. */
const TOP = 0.2

const toNew = async (
  { ids: _, ...parts }: GrowthParts,
  tenant: Uuid,
  { questions, locale }: { readonly questions: readonly OldQuestion[]; readonly locale: string },
): Promise<NewQuestion[]> => {
  const at = parts.clock.now()
  const made: NewQuestion[] = []
  for (const [n, { line, question, answer }] of questions.entries()) {
    if (n % 5 === 4) await breath()
    const text = covered(question)
    const heard = detectLanguage(text).language
    const language = (heard === 'unknown' ? locale : heard).split('-')[0]!.toLowerCase()
    const said = answer === null ? null : coveredAnswer(answer)
    // The same file again names the same questions.
    const id = importedId(tenant, `chat ${line}\n${question}\n${answer ?? ''}`, locale)
    made.push({ id, text, answer: said, contact: null, conversation: null, language, why: 'imported', at })
  }
  return made
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

const draftTop = async (parts: GrowthParts, actor: Actor, ranked: readonly Ranked[]) => {
  const top = ranked.slice(0, Math.ceil(ranked.length * TOP)).filter(({ answered }) => answered > 0)
  const drafts: Imported['drafts'] = []
  let known = 0
  for (const one of top.slice(0, MOST_DRAFTS)) {
    if (await isKnown(parts, actor.tenant, one)) {
      known++
      continue
    }
    const { entry } = await draftFromCluster(parts, actor, { clusterId: one.cluster })
    drafts.push({ clusterId: one.cluster, entryId: entry.id, title: entry.title, count: one.count })
  }
  return { known, drafts }
}

/** `preview` stores nothing and makes no clusters. @throws Problem chats.nothing-found */
export const importChats = async (
  parts: GrowthParts,
  actor: Actor,
  { text, locale, preview = false }: OldChats,
): Promise<Imported> => {
  const { tenant } = actor
  const read = await inSteps(readChats(text))
  if (read.questions.length === 0) throw problem('chats.nothing-found')
  const answered = read.questions.filter(({ answer }) => answer !== null).length
  const told = { questions: read.questions.length, answered, skipped: read.skipped.slice(0, MOST_SKIPPED) }
  if (preview) return { ...told, clusters: 0, known: 0, drafts: [] }
  const questions = await toNew(parts, tenant, { questions: read.questions, locale })
  await takeQuestions(parts, tenant, questions)
  await parts.database.as(tenant, async (tx) => {
    const data = { questions: questions.length, ...byWhom(actor) }
    const fact = { id: parts.ids.uuid(), tenant, type: 'chats.imported' as const, subject: tenant }
    await parts.appendFacts(tx, [{ ...fact, at: parts.clock.now(), data }])
  })
  const ids = questions.map(({ id }) => id)
  const ranked = await parts.database.as(tenant, (tx) => rankClusters(tx, tenant, ids))
  return { ...told, clusters: ranked.length, ...(await draftTop(parts, actor, ranked)) }
}
