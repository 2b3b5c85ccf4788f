// Write a version: what changes in another one. It is compiled at once, in a thread, and in force when published.

import type { Uuid } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { MOST_RULES } from '@ballast/contract/promotions'
import type { PromotionParts, Writer } from './parts.ts'
import type { Changes } from './rules/compile.ts'
import { nextVersion, readVersion, type VersionRow, writePart, writeVersion } from './store.ts'
import type { Changed } from './work.ts'

/** How much of a stored set is handled in one go, bytes. */
const PART_BYTES = 256 * 1024
/** After so many changes a version is stored whole again: a process that starts applies them one by one. */
const MOST_STEPS = 16

const partsOf = (bytes: Buffer): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / PART_BYTES) }, (_, i) =>
    bytes.subarray(i * PART_BYTES, (i + 1) * PART_BYTES),
  )

/** A version to build on, with its block. @throws Problem rules.version-unknown */
export const loadBase = async (
  parts: PromotionParts,
  tenant: Uuid,
  version: number,
): Promise<{ readonly row: VersionRow; readonly buffer: SharedArrayBuffer } | null> => {
  if (version === 0) return null
  const [row, buffer] = await Promise.all([
    parts.database.as(tenant, (tx) => readVersion(tx, tenant, version)),
    parts.blocks.load(tenant, version),
  ])
  if (row === null) throw problem('rules.version-unknown')
  return { row, buffer }
}

export interface Written extends Writer {
  /** What it was written from; null: nothing. */
  readonly from: VersionRow | null
  readonly made: Changed
  readonly note?: string
  /** The changes as they are stored; null: the version is stored whole. */
  readonly asChanges: Buffer | null
}

/** Stores a version that was made. @throws Problem rules.too-many */
export const writeMade = async (parts: PromotionParts, written: Written): Promise<VersionRow> => {
  const { tenant, from, made, asChanges } = written
  if (made.rules > MOST_RULES) throw problem('rules.too-many')
  const bytes = asChanges ?? Buffer.from(await parts.workshop.do('pack', made.buffer))
  const row = await parts.database.as(tenant, async (tx) => {
    const version = await nextVersion(tx, tenant)
    const stored: VersionRow = {
      version,
      base: asChanges === null ? null : from!.version,
      writtenFrom: from?.version ?? null,
      steps: asChanges === null ? 0 : from!.steps + 1,
      rules: made.rules,
      broken: [...made.broken],
      note: written.note ?? '',
      staffId: written.staffId ?? null,
      createdAt: new Date(parts.clock.now()),
      publishedAt: null,
    }
    await writeVersion(tx, tenant, stored)
    for (const [part, piece] of partsOf(bytes).entries()) await writePart(tx, tenant, { version, part, bytes: piece })
    return stored
  })
  parts.blocks.keep(tenant, row.version, made.buffer)
  return row
}

/**
 * `base`: the version the writer started from, 0 for an empty set.
 * @throws Problem rules.version-unknown, rules.too-many
 */
export const save = async (
  parts: PromotionParts,
  { base, changes, ...writer }: Writer & { readonly base: number; readonly changes: Changes; readonly note?: string },
): Promise<VersionRow> => {
  const held = await loadBase(parts, writer.tenant, base)
  const from = held?.row ?? null
  const made = await parts.workshop.do(
    'changed',
    held === null ? null : { buffer: held.buffer, broken: held.row.broken },
    changes,
  )
  const few = changes.put.length + changes.remove.length <= Math.max(64, made.rules / 8)
  const asChanges = from !== null && few && from.steps < MOST_STEPS ? Buffer.from(JSON.stringify(changes)) : null
  return writeMade(parts, { ...writer, from, made, asChanges })
}
