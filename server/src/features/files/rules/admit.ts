// Whether an upload is taken in, and as what.
import { MAX_FILE_BYTES, MAX_IMAGE_BYTES } from '@ballast/contract/file-limits'
import type { ProblemCode } from '@ballast/contract/problems'
import { claimFits, type FileKind, TYPES } from './kinds.ts'
import { nameFile } from './names.ts'
import { sniff } from './sniff.ts'

export interface Offered {
  readonly content: Buffer
  /** What the request says it is; believed by nobody, refused when it is a lie. */
  readonly claimed?: string
  readonly name?: string
}
export interface Admitted {
  readonly kind: FileKind
  readonly mime: string
  readonly name: string
  readonly width?: number
  readonly height?: number
}
export interface Refused {
  readonly refused: ProblemCode
  readonly detail?: string
}

export const admitFile = ({ content, claimed, name }: Offered): Admitted | Refused => {
  if (content.length > MAX_FILE_BYTES) return { refused: 'file.too-large' }
  const found = sniff(content)
  if (found === null) return { refused: 'file.type-refused', detail: 'This content is not accepted.' }
  const type = TYPES[found.type]
  if (type.kind === 'image' && content.length > MAX_IMAGE_BYTES) return { refused: 'file.too-large' }
  if (!claimFits(type, claimed)) return { refused: 'file.type-refused', detail: `The content is ${type.mime}.` }
  const named = nameFile(type, name)
  if (named === null) return { refused: 'file.type-refused', detail: `The content is ${type.mime}, its name says not.` }
  return { kind: type.kind, mime: type.mime, name: named, ...found.size }
}
