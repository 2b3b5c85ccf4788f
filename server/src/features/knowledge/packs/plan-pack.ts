// What installing a pack would do to each of its entries: the same plan for the preview and for the installation.
import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { importedId } from '../import-entries.ts'
import { fillText, misfit, valuesIn, withDefaults } from '../rules/packs/fill-pack.ts'
import { type FilledText, languageOf, type Pack, type PackLocale, type Values } from '../rules/packs/pack.ts'
import type { HeldEntry } from './store-packs.ts'

export interface PackOrder {
  readonly tenant: Uuid
  readonly pack: Pack
  readonly locales: readonly PackLocale[]
  readonly values: Values
}
export interface PackId {
  readonly id: Uuid
  readonly key: string
  readonly locale: PackLocale
}
export interface PlannedEntry extends PackId, FilledText {
  readonly topic: string
  /** 0: there is none yet. */
  readonly version: number
  readonly does: 'add' | 'change' | 'nothing' | 'keep'
}
export const ALL_LOCALES: readonly PackLocale[] = ['zh-CN', 'en']

/** Every entry a pack makes in a workspace. */
export const idsOf = (tenant: Uuid, pack: Pack, locales: readonly PackLocale[] = ALL_LOCALES): PackId[] =>
  locales.flatMap((locale) =>
    pack.entries.map(({ key }) => ({ id: importedId(tenant, `pack ${pack.id} ${key}`, locale), key, locale })),
  )

/** What the shop has given this pack, read from the entries nobody has edited. */
export const givenIn = (tenant: Uuid, pack: Pack, held: readonly HeldEntry[]): Values => {
  const byId = new Map(held.map((entry) => [entry.id, entry]))
  const answers = idsOf(tenant, pack).flatMap(({ id, key, locale }) => {
    const entry = byId.get(id)
    return entry?.untouched ? [{ key, language: languageOf(locale), answer: entry.answer }] : []
  })
  return valuesIn(pack, answers)
}

const sameText = (held: HeldEntry, next: FilledText & { readonly topic: string }): boolean =>
  held.title === next.title &&
  held.answer === next.answer &&
  held.topic === next.topic &&
  held.questions.length === next.questions.length &&
  held.questions.every((question, at) => question === next.questions[at])

const doesTo = (held: HeldEntry | undefined, next: FilledText & { readonly topic: string }): PlannedEntry['does'] => {
  if (held === undefined) return 'add'
  if (!held.untouched) return 'keep'
  return held.status === 'published' && sameText(held, next) ? 'nothing' : 'change'
}

/** `held`: what the workspace has of the pack, in any language. @throws Problem pack.value-invalid */
export const planPack = ({ tenant, pack, locales, values }: PackOrder, held: readonly HeldEntry[]): PlannedEntry[] => {
  const wrong = misfit(pack, values)
  if (wrong !== null) throw problem('pack.value-invalid', { path: `/body/values/${wrong}` })
  const whole = withDefaults(pack, { ...givenIn(tenant, pack, held), ...values })
  const byId = new Map(held.map((entry) => [entry.id, entry]))
  const byKey = new Map(pack.entries.map((entry) => [entry.key, entry]))
  return idsOf(tenant, pack, locales).map(({ id, key, locale }) => {
    const entry = byKey.get(key)!
    const language = languageOf(locale)
    const next = { topic: entry.topic, ...fillText(pack, whole, language)(entry[language]) }
    const before = byId.get(id)
    return { id, key, locale, ...next, version: before?.version ?? 0, does: doesTo(before, next) }
  })
}
