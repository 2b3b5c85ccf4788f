// What is known of an entry once its heading is read, for the readers of its tables, codes and sentences.

/** What an entry is about: keys of things found. */
export interface About {
  readonly product: string | null
  readonly productLabel: string
  readonly policy: string | null
  /** The thing of its own heading: what conditions are of. */
  readonly subject: string | null
  readonly codes: readonly string[]
}
