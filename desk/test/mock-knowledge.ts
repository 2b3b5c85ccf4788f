// The stand-in's knowledge: entries with versions, and a search that counts words.
import { Problem } from '@ballast/contract/problems'
import type { KnowledgeEntry } from '@ballast/contract/routes/knowledge'
import type { Static } from 'typebox'
import { ago, COLLEAGUE, ME, uuid } from './mock-data.ts'

// biome-ignore lint/suspicious/noExplicitAny: inputs are checked against the route's schemas before they come here.
type Handle = (input: { params: any; query: any; body: any }) => unknown
type Routes = Record<string, Handle>
export type MockEntry = Static<typeof KnowledgeEntry>
interface Kept {
  entry: MockEntry
  versions: { entry: MockEntry; staffId: string; savedAt: string }[]
}
export interface MockKnowledge {
  routes: Routes
  all: Map<string, Kept>
  /** Writes an entry as this colleague or another. */
  write(entry: MockEntry, staffId?: string): MockEntry
  /** So many more, for a long list. */
  fill(count: number): void
}

const BLANK = {
  kind: 'answer' as const,
  channels: [],
  audience: { levels: [], regions: [], products: [] },
  validFrom: null,
  validTo: null,
  ownerId: null,
  review: 'none' as const,
  steps: [],
  media: [],
  origin: null,
}
export const entryOf = (n: number, more: Partial<MockEntry> & Pick<MockEntry, 'title' | 'answer'>): MockEntry => ({
  ...BLANK,
  id: uuid(7, n),
  locale: 'en',
  questions: [],
  topic: '',
  version: 0,
  liveVersion: null,
  status: 'published',
  updatedAt: ago(80_000 + n * 60),
  ...more,
})
const FIRST: readonly MockEntry[] = [
  entryOf(1, {
    locale: 'zh-CN',
    title: '配送时效说明',
    questions: ['什么时候到', '多久能送到'],
    answer: '下单后 24 小时内发货，一般 2–4 天送达。偏远地区可能需要 5–7 天。',
    topic: 'delivery',
  }),
  entryOf(2, {
    title: 'Returns within 30 days',
    questions: ['Can I return it?', 'how long do I have to send it back'],
    answer: 'Unworn items may be returned within 30 days. We refund within three working days of arrival.',
    topic: 'returns',
    status: 'withdrawn',
  }),
  entryOf(3, {
    title: 'Double 11 free delivery',
    questions: ['is delivery free on Singles Day'],
    answer: 'From 11 November every order is delivered free of charge.',
    topic: 'promotion',
    validFrom: ago(-900_000),
  }),
  entryOf(4, {
    title: 'Spring sale coupons',
    questions: ['does my spring coupon still work'],
    answer: 'Spring coupons were valid until the end of May.',
    topic: 'promotion',
    validTo: ago(900_000),
  }),
  entryOf(5, {
    title: 'Care of wool coats',
    questions: ['how do I wash my coat'],
    answer: 'Dry clean only. Air it after wearing; a clothes brush removes most dust.',
    topic: 'care',
    channels: ['web'],
    audience: { levels: ['gold'], regions: [], products: ['p1'] },
    review: 'wanted',
  }),
]

const word = (text: string): string[] => text.toLowerCase().match(/[a-z]{3,}|\p{Script=Han}/gu) ?? []

const pieces = (old: string, now: string) =>
  old === now
    ? [{ kind: 'same', text: old }]
    : [
        { kind: 'removed', text: old },
        { kind: 'added', text: now },
      ]
const differing = (old: MockEntry, now: MockEntry) =>
  (['title', 'questions', 'answer', 'topic', 'validFrom', 'validTo'] as const)
    .map((field) => ({ field, before: String(old[field] ?? ''), after: String(now[field] ?? '') }))
    .filter(({ before, after }) => before !== after)
    .map(({ field, before, after }) => ({ field, pieces: pieces(before, after) }))

const find = (all: Map<string, Kept>, id: string): Kept => {
  const kept = all.get(id)
  if (!kept) throw new Problem('knowledge.not-found')
  return kept
}

const readingRoutes = (all: Map<string, Kept>): Routes => ({
  listKnowledge: ({ query }) => {
    const wanted = [...all.values()]
      .map(({ entry }) => entry)
      .filter((each) => `${each.title}${each.answer}${each.questions}`.includes(query.search ?? ''))
      .filter((each) =>
        (['locale', 'kind', 'status', 'topic'] as const).every(
          (name) => query[name] === undefined || query[name] === each[name],
        ),
      )
      .filter(({ channels }) => !query.channel || channels.length === 0 || channels.includes(query.channel))
      .filter(({ origin }) => query.documentId === undefined || origin?.documentId === query.documentId)
      .sort((one, other) => other.updatedAt.localeCompare(one.updatedAt))
    const from = query.offset ?? 0
    return { entries: wanted.slice(from, from + (query.limit ?? 200)) }
  },
  listUsage: () => ({ usage: [] }),
  readUsage: ({ params }) => {
    find(all, params.entryId)
    return { versions: [] }
  },
  readKnowledge: ({ params }) => ({ entry: find(all, params.entryId).entry }),
  listKnowledgeVersions: ({ params }) => ({
    versions: find(all, params.entryId)
      .versions.map(({ entry: { version, status, title }, staffId, savedAt }) => ({
        ...{ version, status, title },
        ...{ staffId, savedAt },
      }))
      .reverse(),
  }),
  compareKnowledgeVersions: ({ params, query }) => {
    const { versions } = find(all, params.entryId)
    return { changes: differing(versions[query.from - 1]!.entry, versions[query.to - 1]!.entry) }
  },
  searchKnowledge: ({ query }) => {
    const asked = new Set(word(query.text))
    const passages = [...all.values()]
      .filter(({ entry }) => entry.status === 'published' && entry.locale === query.locale)
      .map(({ entry }) => {
        const held = word(`${entry.title} ${entry.questions.join(' ')} ${entry.answer}`)
        const words = [...asked].filter((each) => held.includes(each))
        const { id: entryId, title, version, topic, answer } = entry
        const score = Math.min(1, words.length / 4)
        const parts = [
          { name: 'words' as const, value: score * 0.7 },
          { name: 'vector' as const, value: score * 0.3 },
        ]
        return { entryId, title, version, topic, answer, score, why: { words, parts } }
      })
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score)
      .slice(0, query.limit)
    const best = passages.filter(({ score }) => score >= 0.5)
    const does = best.length === 0 ? 'none' : best.length === 1 ? 'answer' : 'ask'
    return { passages, decision: { do: does, entryIds: best.slice(0, 3).map(({ entryId }) => entryId) } }
  },
})

const writingRoutes = (all: Map<string, Kept>, write: MockKnowledge['write']): Routes => {
  const basis = (id: string, baseVersion: number): MockEntry => {
    const before = all.get(id)?.entry
    if ((before?.version ?? 0) !== baseVersion) throw new Problem('conversation.changed')
    return before ?? entryOf(0, { id, title: '', answer: '' })
  }
  const save =
    (status: 'draft' | 'published'): Handle =>
    ({ params, body: { baseVersion, ...body } }) => {
      const before = basis(params.entryId, baseVersion)
      if (body.validFrom && body.validTo && body.validFrom >= body.validTo)
        throw new Problem('knowledge.validity-wrong', { path: '/validTo' })
      return { entry: write({ ...before, ...body, id: params.entryId, status }) }
    }
  return {
    saveKnowledge: save('published'),
    draftKnowledge: save('draft'),
    publishKnowledge: ({ params, body }) => ({
      entry: write({ ...basis(params.entryId, body.baseVersion), status: 'published' }),
    }),
    rollBackKnowledge: ({ params, body }) => {
      const before = basis(params.entryId, body.baseVersion)
      const { version, updatedAt, ...old } = find(all, params.entryId).versions[body.to - 1]!.entry
      return { entry: write({ ...before, ...old, status: 'published' }) }
    },
    withdrawKnowledge: ({ params }) => {
      write({ ...find(all, params.entryId).entry, status: 'withdrawn' })
      return {}
    },
    importKnowledge: ({ body }) => {
      const [title, answer] = String(body.text).split('\n')
      if (!title || !answer) throw new Problem('knowledge.nothing-found')
      const entries = [{ id: uuid(5, 77), title, questions: [], answer }]
      return { entries, skipped: [{ line: 3, why: 'no-answer' }] }
    },
  }
}

export const knowledgeRoutes = (): MockKnowledge => {
  const all = new Map<string, Kept>()
  const write = (next: MockEntry, staffId = ME, savedAt = ago(0)): MockEntry => {
    const kept = all.get(next.id)
    const version = (kept?.entry.version ?? 0) + 1
    const live =
      next.status === 'published' ? version : next.status === 'draft' ? (kept?.entry.liveVersion ?? null) : null
    const entry = { ...next, version, liveVersion: live, updatedAt: savedAt }
    all.set(next.id, { entry, versions: [...(kept?.versions ?? []), { entry, staffId, savedAt }] })
    return entry
  }
  for (const entry of FIRST) write(entry, COLLEAGUE, entry.updatedAt)
  const fill = (count: number) => {
    for (let n = 0; n < count; n++)
      write(
        entryOf(1000 + n, { title: `Entry number ${n}`, answer: `Answer ${n}`, topic: 'bulk' }),
        ME,
        ago(900_000 + n),
      )
  }
  return {
    all,
    write,
    fill,
    routes: { ...readingRoutes(all), ...writingRoutes(all, write) },
  }
}
