// Every type of file that is taken in: what it is shown as, which names it may bear, what a browser may have called it.
import type { UploadedFile } from '@ballast/contract/routes/files'

export type FileKind = UploadedFile['kind']
export interface FileType {
  readonly mime: string
  readonly kind: FileKind
  /** The first is given to a file whose name has none. */
  readonly extensions: readonly string[]
  /** Other names browsers have for this type. */
  readonly alsoCalled: readonly string[]
}

const type = (
  kind: FileKind,
  mime: string,
  extensions: readonly string[],
  alsoCalled: readonly string[] = [],
): FileType => ({ kind, mime, extensions, alsoCalled })

const OFFICE = 'application/vnd.openxmlformats-officedocument'

export const TYPES = {
  png: type('image', 'image/png', ['png']),
  jpeg: type('image', 'image/jpeg', ['jpg', 'jpeg', 'jfif'], ['image/jpg', 'image/pjpeg']),
  gif: type('image', 'image/gif', ['gif']),
  webp: type('image', 'image/webp', ['webp']),
  pdf: type('file', 'application/pdf', ['pdf'], ['application/x-pdf']),
  // Browsers on Windows call a .csv a spreadsheet.
  text: type(
    'file',
    'text/plain',
    ['txt', 'csv', 'tsv', 'md', 'log', 'srt', 'json'],
    ['text/csv', 'text/tab-separated-values', 'text/markdown', 'application/json', 'application/vnd.ms-excel'],
  ),
  docx: type('file', `${OFFICE}.wordprocessingml.document`, ['docx']),
  xlsx: type('file', `${OFFICE}.spreadsheetml.sheet`, ['xlsx']),
  pptx: type('file', `${OFFICE}.presentationml.presentation`, ['pptx']),
  mp4: type('video', 'video/mp4', ['mp4', 'm4v']),
  mov: type('video', 'video/quicktime', ['mov', 'qt']),
  webm: type('video', 'video/webm', ['webm']),
  m4a: type('audio', 'audio/mp4', ['m4a', 'mp4'], ['audio/x-m4a', 'audio/m4a', 'audio/aac', 'video/mp4']),
  weba: type('audio', 'audio/webm', ['weba', 'webm'], ['video/webm']),
  ogg: type('audio', 'audio/ogg', ['ogg', 'oga', 'opus'], ['audio/opus', 'application/ogg', 'video/ogg']),
  mp3: type('audio', 'audio/mpeg', ['mp3'], ['audio/mp3']),
  wav: type('audio', 'audio/wav', ['wav'], ['audio/x-wav', 'audio/wave', 'audio/vnd.wave']),
} as const satisfies Record<string, FileType>
export type TypeName = keyof typeof TYPES

const NO_CLAIM = new Set(['', 'application/octet-stream', 'binary/octet-stream'])
const isPicture = (one: FileType): boolean => one.kind === 'image'
const PICTURES: readonly FileType[] = Object.values(TYPES).filter(isPicture)
const goesBy = (one: FileType, mime: string): boolean => one.mime === mime || one.alsoCalled.includes(mime)

/**
 * Whether a claimed content type names what the content is. Among pictures any name is right: phones save a WebP as
 * `.jpg`, and the browser's claim is that ending; no picture can do what another cannot.
 */
export const claimFits = (found: FileType, claimed: string | undefined): boolean => {
  const mime = (claimed ?? '').split(';', 1)[0]!.trim().toLowerCase()
  if (NO_CLAIM.has(mime)) return true
  return isPicture(found) ? PICTURES.some((picture) => goesBy(picture, mime)) : goesBy(found, mime)
}

/** Whether a name may end so (lower case, without the dot; '' when it has no ending). */
export const extensionFits = (found: FileType, extension: string): boolean => {
  if (extension === '') return true
  if (isPicture(found)) return PICTURES.some((picture) => picture.extensions.includes(extension))
  return found.extensions.includes(extension)
}
