// The shape of our training words.
/** intent -> language -> utterances separated by `|`. */
export type Utterances = Readonly<Record<string, { readonly zh: string; readonly en: string }>>
