// The shapes of the built-in set: what customers say for each intent, and what an intent is called and means.

/** Intent name -> utterances as customers type them, by language. */
export type Sayings = Readonly<Record<string, { readonly zh: readonly string[]; readonly en: readonly string[] }>>

interface InBoth {
  readonly zh: string
  readonly en: string
}
/** Intent name -> a title for people who edit intents, and one line of meaning that tells it from its neighbours. */
export type About = Readonly<Record<string, { readonly title: InBoth; readonly meaning: InBoth }>>
