// Take a file in: look at its content, seal it, put it on the disk, then write its row. No row names what is not there.
import { createHash } from 'node:crypto'
import { problem } from '@ballast/contract/problems'
import type { UploadedFile } from '@ballast/contract/routes/files'
import { personKeys } from '../contacts/index.ts'
import type { FileParts, Owner } from './parts.ts'
import { admitFile, type Offered } from './rules/admit.ts'
import { sealFile } from './sealing.ts'
import { countPending, insertFile } from './store.ts'

/** Files one person may have waiting for a message: nobody may fill the disk by uploading alone. */
const MAX_PENDING = 30

/** Throws file.type-refused, file.too-large, rate.limited, token.invalid. */
export const upload = async (parts: FileParts, owner: Owner, offered: Offered): Promise<UploadedFile> => {
  const { tenant, contactId, staffId } = owner
  const found = admitFile(offered)
  if ('refused' in found) throw problem(found.refused, found.detail === undefined ? {} : { detail: found.detail })
  const pending = await parts.database.as(tenant, (tx) => countPending(tx, tenant, contactId))
  if (pending >= MAX_PENDING) throw problem('rate.limited', { detail: 'Send the files that are uploaded first.' })
  const { mime, kind, name, width, height } = found
  const fileId = parts.ids.uuid()
  const person = await personKeys.ensure(parts, owner)
  const sealed = sealFile(person, { tenant, fileId }, { name, content: offered.content })
  await parts.disk.write(tenant, fileId, sealed.content)
  const row = {
    id: fileId,
    contactId,
    staffId,
    kind,
    mime,
    bytes: offered.content.length,
    width: width ?? null,
    height: height ?? null,
    nameSealed: sealed.nameSealed,
    keySealed: sealed.keySealed,
    sha256: createHash('sha256').update(sealed.content).digest(),
    createdAt: new Date(parts.clock.now()),
  }
  // A crash before this leaves bytes nobody can open; the sweep finds them.
  await parts.database.as(tenant, (tx) => insertFile(tx, tenant, row))
  const size = width === undefined || height === undefined ? {} : { width, height }
  return { fileId, kind, mime, name, bytes: row.bytes, ...size }
}
