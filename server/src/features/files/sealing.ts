// A file at rest: the content under a key of its own, that key and the name under the person's key.
import { createSecretKey, randomBytes } from 'node:crypto'
import type { Uuid } from '@ballast/contract'
import { openBytes, sealBytes } from '../../platform/secrets/cipher.ts'
import type { PersonKey } from '../../platform/secrets/secrets.ts'

export interface Place {
  readonly tenant: Uuid
  readonly fileId: Uuid
}
const placeOf = ({ tenant, fileId }: Place, what: 'name' | 'key' | 'content') => `${tenant}:${fileId}:${what}`
const contentPlace = (place: Place) => Buffer.from(placeOf(place, 'content'))
const secretOf = (text: string) => createSecretKey(Buffer.from(text, 'base64'))

export interface SealedFile {
  readonly content: Buffer
  readonly nameSealed: Buffer
  readonly keySealed: Buffer
}
export const sealFile = (person: PersonKey, place: Place, file: { name: string; content: Buffer }): SealedFile => {
  const secret = randomBytes(32).toString('base64')
  return {
    content: sealBytes(secretOf(secret), file.content, contentPlace(place)),
    nameSealed: person.seal(file.name, placeOf(place, 'name')),
    keySealed: person.seal(secret, placeOf(place, 'key')),
  }
}

/** @throws SealBroken when the person's key is another, or the content was changed */
export const openContent = (person: PersonKey, place: Place, keySealed: Buffer, content: Buffer): Buffer =>
  openBytes(secretOf(person.open(keySealed, placeOf(place, 'key'))), content, contentPlace(place))

export const openName = (person: PersonKey, place: Place, nameSealed: Buffer): string =>
  person.open(nameSealed, placeOf(place, 'name'))

/** The same file for another person's key; the content stays as it lies. */
export const resealFile = (
  keys: { readonly old: PersonKey; readonly key: PersonKey },
  place: Place,
  file: { readonly nameSealed: Buffer; readonly keySealed: Buffer },
): { readonly nameSealed: Buffer; readonly keySealed: Buffer } => {
  const move = (sealed: Buffer, what: 'name' | 'key') =>
    keys.key.seal(keys.old.open(sealed, placeOf(place, what)), placeOf(place, what))
  return { nameSealed: move(file.nameSealed, 'name'), keySealed: move(file.keySealed, 'key') }
}
