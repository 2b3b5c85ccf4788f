// What becomes of the parts of a message that carry files: the server's own words about them, never the client's.
import type { Part, Uuid } from '@ballast/contract'
import type { ProblemCode } from '@ballast/contract/problems'
import type { FileKind } from './kinds.ts'

export type FilePart = Extract<Part, { kind: FileKind }>
export interface KnownFile {
  readonly id: Uuid
  readonly kind: FileKind
  readonly mime: string
  readonly name: string
  readonly bytes: number
  readonly width: number | null
  readonly height: number | null
}

const KINDS: ReadonlySet<string> = new Set<FileKind>(['image', 'file', 'audio', 'video'])
export const isFilePart = (part: Part): part is FilePart => KINDS.has(part.kind)

export const fileIdsIn = (parts: readonly Part[]): Uuid[] => [
  ...new Set(parts.flatMap((part) => (isFilePart(part) && part.fileId !== undefined ? [part.fileId] : []))),
]

export type Attached =
  | { readonly parts: Part[] }
  | { readonly refused: ProblemCode; readonly path: string; readonly detail: string }

const described = (part: FilePart, file: KnownFile): Part => {
  const { fileId: _, url: __, ...own } = part
  const { id: fileId, mime, name, bytes, width, height } = file
  const size = part.kind === 'image' && width !== null && height !== null ? { width, height } : {}
  return { ...own, fileId, mime, name, bytes, ...size } as Part
}

/**
 * `files`: those the author may attach. `mayLink`: an address may stand in for a file. Colleagues may link; customers may
 * not, because every agent's browser would fetch whatever they name.
 */
export const describeFiles = (
  parts: readonly Part[],
  files: ReadonlyMap<Uuid, KnownFile>,
  mayLink: boolean,
): Attached => {
  const done: Part[] = []
  for (const [at, part] of parts.entries()) {
    if (!isFilePart(part) || (mayLink && part.fileId === undefined)) {
      done.push(part)
      continue
    }
    const path = `/parts/${at}/fileId`
    if (part.fileId === undefined) return { refused: 'file.not-found', path, detail: 'Upload the file first.' }
    const file = files.get(part.fileId)
    if (file === undefined) return { refused: 'file.not-found', path, detail: 'There is no such file of yours.' }
    // A picture may be sent as a file to be kept, never the other way round.
    if (file.kind !== part.kind && part.kind !== 'file')
      return { refused: 'file.type-refused', path, detail: `The file is ${file.mime}.` }
    done.push(described(part, file))
  }
  return { parts: done }
}
