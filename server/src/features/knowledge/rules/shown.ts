// What is shown of an entry besides its words, and to which error codes it is the answer. Pure.

import { codesIn } from '@ballast/understanding/codes'
import { languageOf } from './language-of.ts'
import type { KnowledgeEntry } from './next-version.ts'

export type Medium = KnowledgeEntry['media'][number]
export type Step = KnowledgeEntry['steps'][number]

/** Where a picture or video is served. Null: it names nothing. */
export const addressOfMedium = ({ fileId, url }: Pick<Medium, 'fileId' | 'url'>): string | null =>
  fileId === undefined ? (url ?? null) : `/media/${fileId}`

/** In canonical form; of its title and questions, as what it answers to. */
export const codesOf = ({ title, questions }: Pick<KnowledgeEntry, 'title' | 'questions'>): string[] =>
  codesIn([title, ...questions].join('\n'))

type Told = Pick<KnowledgeEntry, 'channels' | 'audience' | 'validFrom' | 'validTo'>
/** Whether somebody of whom nothing is known but the channel may be told it. */
export const isForAnybody = (entry: Told, { channel, now }: { readonly channel?: string; readonly now: number }) => {
  const { channels, audience, validFrom, validTo } = entry
  const here = channels.length === 0 || (channel !== undefined && channels.includes(channel))
  const begun = validFrom === null || Date.parse(validFrom) <= now
  const over = validTo !== null && now >= Date.parse(validTo)
  return here && begun && !over && audience.levels.length === 0 && audience.regions.length === 0
}

/** In the reader's language; where there is none in it, in whatever there is. */
export const inLanguage = <E extends { readonly locale: string }>(entries: readonly E[], locale: string): E[] => {
  const own = entries.filter((entry) => languageOf(entry.locale) === languageOf(locale))
  return own.length > 0 ? own : [...entries]
}

/** Entries that answer one of these codes, those written as solutions first. */
export const answering = (entries: readonly KnowledgeEntry[], codes: readonly string[]): KnowledgeEntry[] =>
  entries
    .filter((entry) => codesOf(entry).some((code) => codes.includes(code)))
    .sort((a, b) => Number(b.kind === 'solution') - Number(a.kind === 'solution'))
