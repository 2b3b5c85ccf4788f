// A table of rules becomes a version: the whole set, or what it adds to another one.
import { problem } from '@ballast/contract/problems'
import { MOST_RULES } from '@ballast/contract/promotions'
import type { PromotionParts, Writer } from './parts.ts'
import { digitsOf } from './rules/money.ts'
import type { RowProblem } from './rules/table.ts'
import { loadBase, writeMade } from './save.ts'
import type { VersionRow } from './store.ts'

export interface ImportOrder extends Writer {
  readonly bytes: Buffer
  /** 0: the file is the whole set. */
  readonly base: number
  readonly currency: string
  readonly aheadMinutes: number
  readonly preview: boolean
}
export interface Imported {
  /** Null: a preview, or nothing in the file could be read. */
  readonly version: VersionRow | null
  readonly rules: number
  readonly problems: readonly RowProblem[]
}

/** @throws Problem rules.file-unreadable, rules.too-many, rules.version-unknown */
export const importFile = async (parts: PromotionParts, order: ImportOrder): Promise<Imported> => {
  const { tenant, currency, aheadMinutes, preview } = order
  const held = await loadBase(parts, tenant, order.base)
  const found = await parts.workshop.do('changedByFile', order.bytes, {
    style: { digits: digitsOf(currency), aheadMinutes, tongue: 'zh' },
    base: held === null ? null : { buffer: held.buffer, broken: held.row.broken },
    preview,
    ...(held === null ? { head: { currency, campaigns: [] } } : {}),
  })
  if (found === null) throw problem('rules.file-unreadable')
  const { made, read, problems } = found
  if (read > MOST_RULES) throw problem('rules.too-many')
  if (made === null) return { version: null, rules: read, problems }
  const writer = { tenant, ...(order.staffId === undefined ? {} : { staffId: order.staffId }) }
  const version = await writeMade(parts, { ...writer, from: held?.row ?? null, made, asChanges: null })
  return { version, rules: read, problems }
}
