// Two contacts become one person: the files go over, sealed for the other's key, in the transaction that joins them.
import type { Uuid } from '@ballast/contract'
import type { Tx } from '../../platform/database/open.ts'
import type { PersonKey } from '../../platform/secrets/secrets.ts'
import { resealFile } from './sealing.ts'
import { filesOfContact, moveFile } from './store.ts'

export const moveFiles = async (
  tx: Tx,
  at: { readonly tenant: Uuid; readonly from: Uuid; readonly into: Uuid },
  keys: { readonly old: PersonKey; readonly key: PersonKey },
): Promise<void> => {
  const { tenant } = at
  for (const file of await filesOfContact(tx, tenant, at.from)) {
    await moveFile(tx, tenant, {
      id: file.id,
      contactId: at.into,
      ...resealFile(keys, { tenant, fileId: file.id }, file),
    })
  }
}
