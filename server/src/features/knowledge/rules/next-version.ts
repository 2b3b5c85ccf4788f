// The next version of an entry: what a writer leaves out stays as it was, what never was gets its default.
import type { Uuid } from '@ballast/contract'
import type { KnowledgeEntry as Schema } from '@ballast/contract/routes/knowledge'
import type { Static } from 'typebox'

export type KnowledgeEntry = Static<typeof Schema>
export type EntryStatus = KnowledgeEntry['status']

/** What an entry is and whom it is for; all of it may be left out. */
export type About = Pick<
  KnowledgeEntry,
  'kind' | 'channels' | 'audience' | 'validFrom' | 'validTo' | 'ownerId' | 'review' | 'steps' | 'media' | 'origin'
>
/** What a writer gives; the rest is ours to keep. */
export interface Draft extends Partial<About> {
  readonly locale: string
  readonly title: string
  readonly questions: readonly string[]
  readonly answer: string
  readonly topic: string
}

export const PLAIN: About = {
  kind: 'answer',
  channels: [],
  audience: { levels: [], regions: [], products: [] },
  validFrom: null,
  validTo: null,
  ownerId: null,
  review: 'none',
  steps: [],
  media: [],
  origin: null,
}

const aboutOf = (entry: KnowledgeEntry): About => {
  const { kind, channels, audience, validFrom, validTo, ownerId, review, steps, media, origin } = entry
  return { kind, channels, audience, validFrom, validTo, ownerId, review, steps, media, origin }
}

export interface Making {
  readonly id: Uuid
  readonly status: EntryStatus
  /** Epoch ms. */
  readonly at: number
}

/** A draft leaves live what is live. */
export const nextVersion = (
  draft: Draft,
  before: KnowledgeEntry | null,
  { id, status, at }: Making,
): KnowledgeEntry => {
  const version = (before?.version ?? 0) + 1
  const { locale, title, questions, answer, topic } = draft
  const live = { published: version, draft: before?.liveVersion ?? null, withdrawn: null }
  return {
    ...PLAIN,
    ...(before === null ? {} : aboutOf(before)),
    ...draft,
    locale,
    title,
    questions: [...questions],
    answer,
    topic,
    id,
    version,
    liveVersion: live[status],
    status,
    updatedAt: new Date(at).toISOString(),
  }
}

/** Null: it may be written. */
export const wrongValidity = ({ validFrom, validTo }: Pick<About, 'validFrom' | 'validTo'>): 'validTo' | null =>
  validFrom !== null && validTo !== null && Date.parse(validTo) <= Date.parse(validFrom) ? 'validTo' : null

/** Whether writing it would change nothing of what is there. */
export const saysTheSame = (draft: Draft, before: KnowledgeEntry): boolean => {
  const after = nextVersion(draft, before, { id: before.id, status: before.status, at: 0 })
  const { version: _v, liveVersion: _l, updatedAt: _u, ...now } = after
  return Object.entries(now).every(
    ([field, value]) => JSON.stringify(value) === JSON.stringify(before[field as keyof KnowledgeEntry]),
  )
}
