// Reads what waits, one document after another, until none does. One that fails says why; the others go on.
import type { Uuid } from '@ballast/contract'
import type { Read } from '../reading/reading-thread.ts'
import { MIMES } from '../rules/document-kind.ts'
import { forgetGone, knownProducts, writeStructure } from '../structure/read-entries.ts'
import type { DocumentParts } from './parts.ts'
import { idOf, Outdated, publishSections } from './publish-sections.ts'
import { type Claimed, claimDocument, type Ending, noteReading, readContent } from './store.ts'

/** A reading that was silent for this long died with its process. */
export const SILENT_MS = 180_000
/** An index of many entries takes a while to renew: not after every one of a hundred documents. */
const REFRESH_MS = 1_000

export interface ReadingOptions {
  readonly charset?: string
  readonly url?: string
}

const end = (parts: DocumentParts, tenant: Uuid, { claimed, note }: { claimed: Claimed; note: Ending }) => {
  const at = parts.clock.now()
  const { sections = 0, problem } = note
  return parts.database.as(tenant, async (tx) => {
    if (!(await noteReading(tx, tenant, { claimed, at: new Date(at), note: { readAt: new Date(at), ...note } }))) return
    const data = { documentId: claimed.id, sections, ...(problem ? { problem } : {}) }
    await parts.appendFacts(tx, [
      { id: parts.ids.uuid(), tenant, type: 'document.read', subject: claimed.id, at, data },
    ])
  })
}

const succeed = async (parts: DocumentParts, tenant: Uuid, { claimed, read }: { claimed: Claimed; read: Read }) => {
  const gone = await publishSections(parts, { tenant, claimed, sections: read.entries })
  const { sections, entries, warnings, kind, structure } = read
  const found = entries.map(({ section }, at) => ({ entryId: idOf(tenant, claimed, section), found: structure[at]! }))
  await writeStructure(parts, tenant, found)
  await forgetGone(parts, tenant, gone)
  const counts = { sections: sections.length, passages: entries.length }
  await end(parts, tenant, { claimed, note: { state: 'ready', ...counts, warnings, mime: MIMES[kind], percent: 100 } })
}

/** Null: it was given anew meanwhile, or could not be read. Rejects when the server is about to end. */
export const readClaimed = async (
  parts: DocumentParts,
  { tenant, claimed, ...more }: ReadingOptions & { readonly tenant: Uuid; readonly claimed: Claimed },
): Promise<Read | null> => {
  const content = await parts.database.as(tenant, (tx) => readContent(tx, tenant, claimed.id))
  if (content === null) return null
  const products = await knownProducts(parts, tenant)
  const outcome = await parts.reader.read({ bytes: content, name: claimed.name, products, ...more })
  try {
    // What an earlier content said stays until there is something better, and the state says that it is old.
    if ('problem' in outcome)
      await end(parts, tenant, { claimed, note: { state: 'failed', problem: outcome.problem, percent: 100 } })
    else {
      await succeed(parts, tenant, { claimed, read: outcome.read })
      return outcome.read
    }
  } catch (err) {
    if (err instanceof Outdated) return null
    parts.log.error({ err, tenant, document: claimed.id }, 'document.not-stored')
    await end(parts, tenant, { claimed, note: { state: 'failed', problem: 'server.error', percent: 100 } })
  }
  return null
}

const handBack = (parts: DocumentParts, tenant: Uuid, claimed: Claimed) =>
  parts.database
    .as(tenant, (tx) =>
      noteReading(tx, tenant, { claimed, at: new Date(parts.clock.now()), note: { state: 'waiting' } }),
    )
    .catch((err: unknown) => parts.log.warn({ err }, 'document.not-handed-back'))

/** Job: idempotent, on as many nodes as like to. */
export const readWaiting = async (parts: DocumentParts, tenant: Uuid, signal?: AbortSignal): Promise<void> => {
  let refreshed = 0
  for (;;) {
    signal?.throwIfAborted()
    const now = parts.clock.now()
    const claim = { at: new Date(now), silentSince: new Date(now - SILENT_MS) }
    const claimed = await parts.database.as(tenant, (tx) => claimDocument(tx, tenant, claim))
    if (claimed === null) break
    try {
      await readClaimed(parts, { tenant, claimed })
    } catch (err) {
      await handBack(parts, tenant, claimed)
      throw err
    }
    if (performance.now() - refreshed > REFRESH_MS) {
      await parts.indexes.refresh(tenant)
      refreshed = performance.now()
    }
  }
  await parts.indexes.refresh(tenant)
}
