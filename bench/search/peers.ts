// Two well-known search libraries over the same entries, given the same words: our normal writing, segmentation and stems.
import { create, insertMultiple, search } from '@orama/orama'
import MiniSearch from 'minisearch'
import { readText } from '../../server/src/features/knowledge/rules/finding/read-text.ts'
import type { IndexedEntry } from '../../server/src/features/knowledge/rules/search-index.ts'

export interface Peer {
  readonly name: string
  /** Ids of the best few, best first. */
  find(question: string, locale: string): Promise<string[]> | string[]
}

const tokens = (text: string): string[] => readText(text).words.map(({ term }) => term)
const MOST = 5

interface Flat {
  readonly id: string
  readonly title: string
  readonly questions: string
  readonly answer: string
}
const flat = ({ id, title, questions, answer }: IndexedEntry): Flat => ({
  id,
  title,
  questions: questions.join('\n'),
  answer,
})
/** One index a language, as ours are: the same entries are candidates. */
const byLocale = (entries: readonly IndexedEntry[]) => [...Map.groupBy(entries, ({ locale }) => locale)]

export const miniSearch = (entries: readonly IndexedEntry[]): Peer => {
  const indexes = new Map(
    byLocale(entries).map(([locale, list]) => {
      const index = new MiniSearch<Flat>({
        fields: ['title', 'questions', 'answer'],
        storeFields: ['title', 'answer'],
        tokenize: tokens,
        searchOptions: { boost: { title: 2, questions: 2 } },
      })
      index.addAll(list.map(flat))
      return [locale, index]
    }),
  )
  return {
    name: 'MiniSearch 7.2.0',
    find: (question, locale) =>
      indexes
        .get(locale)!
        .search(question)
        .slice(0, MOST)
        .map(({ id }) => String(id)),
  }
}

const emptyOrama = () =>
  create({
    schema: { title: 'string', questions: 'string', answer: 'string' } as const,
    components: { tokenizer: { language: 'english', normalizationCache: new Map(), tokenize: tokens } },
  })

export const orama = async (entries: readonly IndexedEntry[]): Promise<Peer> => {
  const indexes = new Map<string, ReturnType<typeof emptyOrama>>()
  for (const [locale, list] of byLocale(entries)) {
    const index = emptyOrama()
    await insertMultiple(index, list.map(flat), 1000)
    indexes.set(locale, index)
  }
  return {
    name: 'Orama 3.1.18',
    find: async (question, locale) => {
      const boost = { title: 2, questions: 2 }
      const { hits } = await search(indexes.get(locale)!, { term: question, limit: MOST, boost })
      return hits.map(({ id }) => id)
    },
  }
}
