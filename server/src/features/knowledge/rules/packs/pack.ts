// The words of ready-made packs.
import type { PackField, PackValue } from '@ballast/contract/routes/packs'

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export type PackLocale = 'zh-CN' | 'en'
export const languageOf = (locale: PackLocale): Language => (locale === 'zh-CN' ? 'zh' : 'en')

export type Values = Readonly<Record<string, PackValue>>
/** As written in the pack: the answer still has `{placeholders}`. */
export interface PackText {
  readonly title: string
  readonly questions: readonly string[]
  /** The same as customers type it, mistakes included: it teaches the bot, and no page shows it first. */
  readonly asked: readonly string[]
  readonly answer: string
}
/** As an entry of a shop has it. */
export type FilledText = Omit<PackText, 'asked'>
export interface PackEntry extends Readonly<Record<Language, PackText>> {
  /** Stable: what ids are made of. */
  readonly key: string
  readonly topic: string
}
export interface Manifest {
  readonly name: Readonly<Record<Language, string>>
  readonly description: Readonly<Record<Language, string>>
  readonly fields: readonly PackField[]
}
export interface Pack extends Manifest {
  readonly id: string
  readonly entries: readonly PackEntry[]
}

/** What a text asks to be filled in. */
export const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(/\{([a-z][a-z0-9_]*)\}/g)].map(([, key]) => key!)
