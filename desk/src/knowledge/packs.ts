// Ready-made packs: what the server knows of them, and their values as a form holds them.
import type { PackField, PackValue } from '@ballast/contract/routes/packs'
import { useQuery } from '@tanstack/react-query'
import { server } from '../app/server.ts'

export type Pack = Awaited<ReturnType<typeof server.listPacks>>['packs'][number]
export type PackLocale = Pack['installed'][number]
export type Values = Record<string, PackValue>
type Money = Extract<PackValue, { amount: number }>
type Both = Extract<PackValue, { zh: string }>

export const usePacks = () =>
  useQuery({ queryKey: ['knowledge', 'packs'], queryFn: ({ signal }) => server.listPacks({}, signal) })

/** `zh-CN` -> `zh`: packs are written once for each language. */
export const sideOf = (language: string): 'zh' | 'en' => (language.startsWith('zh') ? 'zh' : 'en')

export const isMoney = (value: PackValue): value is Money => typeof value === 'object' && 'amount' in value
export const isBoth = (value: PackValue): value is Both => typeof value === 'object' && 'zh' in value

export const isNumber = ({ kind }: Pick<PackField, 'kind'>): boolean =>
  kind === 'days' || kind === 'months' || kind === 'hours'

/** How many digits a currency has below its point. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** Words that may differ by language; the same in both stay one. */
export const wordsOf = (value: PackValue): Both => (isBoth(value) ? value : { zh: String(value), en: String(value) })

/** Fields that would be refused: nothing is written in them. */
export const emptyIn = (fields: readonly PackField[], values: Values, sides: readonly ('zh' | 'en')[]): string[] =>
  fields
    .filter(({ key }) => {
      const value = values[key]
      if (value === undefined) return true
      if (typeof value === 'string') return value.trim() === ''
      return isBoth(value) && sides.some((side) => value[side].trim() === '')
    })
    .map(({ key }) => key)

/** A language nobody wrote for goes as its other side: the server wants both. */
export const readyValues = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (!isBoth(value)) return [key, typeof value === 'string' ? value.trim() : value]
      const [zh, en] = [value.zh.trim(), value.en.trim()]
      return [key, zh === en ? zh : { zh: zh || en, en: en || zh }]
    }),
  )
