// A file's name as it may be shown and saved: no path, no control or direction characters, an ending that is true.
import { extensionFits, type FileType } from './kinds.ts'

const MAX_NAME = 120
const PLAIN: Record<FileType['kind'], string> = { image: 'image', file: 'file', audio: 'audio', video: 'video' }
// Control, format (bidirectional overrides, zero-width), private and unassigned characters, line separators.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu
// What Windows, shells or headers read as something else.
const UNSAFE = /[<>:"|?*%$`;]/g

const ENDING = /\.([a-z0-9]{1,8})$/i

/** In UTF-16 units, never half a character. */
const cut = (text: string, most: number): string => {
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > most) break
    kept += character
  }
  return kept
}

const cleaned = (given: string): string =>
  (given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(UNSEEN, '')
    .replace(UNSAFE, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')

/** Null: the name's ending says the file is something else. */
export const nameFile = (found: FileType, given: string | undefined): string | null => {
  const name = cleaned(given ?? '')
  const ending = ENDING.exec(name)?.[1]?.toLowerCase() ?? ''
  if (!extensionFits(found, ending)) return null
  const stem = (ending === '' ? name : name.slice(0, -ending.length - 1)).replace(/[. ]+$/, '')
  // A picture may have come under another picture's ending; what it is saved as is true.
  const kept = found.extensions.includes(ending) ? ending : found.extensions[0]!
  return `${cut(stem, MAX_NAME - kept.length - 1) || PLAIN[found.kind]}.${kept}`
}

/** RFC 6266: an ASCII name for old readers, the true one beside it. */
export const dispositionOf = (kind: FileType['kind'], name: string): string => {
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind === 'file' ? 'attachment' : 'inline'}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
