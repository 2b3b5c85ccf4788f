// Pictures and videos of the shop's own: in answers, on help pages. Nobody's personal data, hence for whoever has the address.
import { createHash } from 'node:crypto'
import { problem, type Uuid } from '@ballast/contract'
import type { UploadedFile } from '@ballast/contract/routes/files'
import type { Database } from '../../platform/database/open.ts'
import type { FileParts } from './parts.ts'
import type { OpenedFile } from './read.ts'
import { admitFile, type Offered } from './rules/admit.ts'
import { countMedia, insertMedia, mediumOf, tenantOfMedium } from './store-media.ts'

/** Of one workspace: its disk is not for a film library. */
const MOST_MEDIA = 5_000

type Keeping = Pick<FileParts, 'ids' | 'clock' | 'disk'> & { readonly database: Pick<Database, 'as' | 'statement'> }

/** Throws file.type-refused, file.too-large, rate.limited. */
export const uploadMedium = async (
  parts: Keeping,
  { tenant, staffId }: { readonly tenant: Uuid; readonly staffId: Uuid | null },
  offered: Offered,
): Promise<UploadedFile> => {
  const found = admitFile(offered)
  if ('refused' in found) throw problem(found.refused, found.detail === undefined ? {} : { detail: found.detail })
  const { mime, kind, name, width, height } = found
  if (kind !== 'image' && kind !== 'video') throw problem('file.type-refused', { detail: 'A picture or a video.' })
  const held = await parts.database.as(tenant, (tx) => countMedia(tx, tenant))
  if (held >= MOST_MEDIA) throw problem('rate.limited', { detail: `At most ${MOST_MEDIA} pictures and videos.` })
  const fileId = parts.ids.uuid()
  const { content } = offered
  await parts.disk.write(tenant, fileId, content)
  const sha256 = createHash('sha256').update(content).digest()
  const size = width === undefined || height === undefined ? {} : { width, height }
  const row = { id: fileId, staffId, kind, mime, name, bytes: content.length, ...size, sha256 }
  // A crash before this leaves bytes nobody names; the sweep finds them.
  await parts.database.as(tenant, (tx) => insertMedia(tx, tenant, { ...row, createdAt: new Date(parts.clock.now()) }))
  return { fileId, kind, mime, name, bytes: content.length, ...size }
}

/** Throws file.not-found. */
export const readMedium = async ({ database, disk }: Keeping, fileId: Uuid): Promise<OpenedFile> => {
  const tenant = await tenantOfMedium(database, fileId)
  const medium = tenant && (await database.as(tenant, (tx) => mediumOf(tx, tenant, fileId)))
  const content = tenant && medium ? await disk.read(tenant, fileId) : null
  if (!medium || content === null) throw problem('file.not-found')
  return { ...medium, content }
}
