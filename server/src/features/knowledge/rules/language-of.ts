// The language of a locale: entries of `zh-CN` and `zh-TW` stand on one shelf.

export const languageOf = (locale: string): string => locale.split('-')[0]!.toLowerCase()
