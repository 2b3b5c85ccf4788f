// AES-256-GCM over short texts and keys. Layout: version (1 byte), IV (12), tag (16), ciphertext. The context is bound as
// additional data: what was sealed for one purpose does not open for another.
import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto'

const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES
const POOLED_IVS = 512

/** What was sealed was changed, cut, sealed by another key or for another context. Says nothing more on purpose. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
  constructor() {
    super('The sealed data does not open with this key and context.')
  }
}

// Random bytes are drawn for many IVs at once: a draw costs more than the encryption of a short text.
const ivs = Buffer.alloc(IV_BYTES * POOLED_IVS)
let nextIv = ivs.length
const takeIv = (): Buffer => {
  if (nextIv === ivs.length) {
    randomFillSync(ivs)
    nextIv = 0
  }
  nextIv += IV_BYTES
  return ivs.subarray(nextIv - IV_BYTES, nextIv)
}

/** `plain`: bytes, or text taken as UTF-8. */
export const sealBytes = (key: KeyObject, plain: Buffer | string, context: Buffer): Buffer => {
  const iv = takeIv()
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(context)
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain)
  cipher.final()
  const sealed = Buffer.allocUnsafe(HEAD_BYTES + body.length)
  sealed[0] = VERSION
  sealed.set(iv, 1)
  sealed.set(cipher.getAuthTag(), 1 + IV_BYTES)
  sealed.set(body, HEAD_BYTES)
  return sealed
}

/** @throws SealBroken */
export const openBytes = (key: KeyObject, sealed: Buffer, context: Buffer): Buffer => {
  if (sealed.length < HEAD_BYTES || sealed[0] !== VERSION) throw new SealBroken()
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + IV_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(context)
  decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, HEAD_BYTES))
  const plain = decipher.update(sealed.subarray(HEAD_BYTES))
  try {
    decipher.final()
  } catch {
    throw new SealBroken()
  }
  return plain
}
