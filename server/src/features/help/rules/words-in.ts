// Words the shop gives in several languages, in the reader's where there are any in it.

export const wordsIn = (words: Readonly<Record<string, string>>, locale: string): string =>
  (words[locale.split('-')[0]!.toLowerCase()] ?? words.zh ?? Object.values(words)[0] ?? '').toWellFormed()
