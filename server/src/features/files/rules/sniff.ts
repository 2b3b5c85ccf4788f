// What a file is, from its bytes alone. Null: none of the types we take in. Never throws, whatever the bytes.
import { TYPES, type TypeName } from './kinds.ts'
import { officeType } from './office.ts'
import { gifSize, jpegSize, type PictureSize, pngSize, webpSize } from './picture-size.ts'

export interface Sniffed {
  readonly type: TypeName
  /** Pictures only. */
  readonly size?: PictureSize
}

/** A picture of more pixels than this is a bomb for whoever opens it. */
const MAX_PIXELS = 50_000_000
// A page or a script hidden in the comments of a picture or a sound. Five letters or more: shorter ones occur by chance.
const MARKUP = /<(script|html[\s>]|!doctype|iframe|\?php|body[\s>]|object[\s>]|embed[\s>])/i

const starts = (bytes: Buffer, text: string, at = 0): boolean =>
  bytes.length >= at + text.length && bytes.toString('latin1', at, at + text.length) === text

const picture = (type: TypeName, size: PictureSize | null): Sniffed | null => {
  if (size === null || size.width < 1 || size.height < 1) return null
  return size.width * size.height > MAX_PIXELS ? null : { type, size }
}

const pictureOf = (bytes: Buffer): Sniffed | null => {
  if (starts(bytes, '\x89PNG\r\n\x1a\n')) return picture('png', pngSize(bytes))
  if (starts(bytes, '\xff\xd8\xff')) return picture('jpeg', jpegSize(bytes))
  if (starts(bytes, 'GIF87a') || starts(bytes, 'GIF89a')) return picture('gif', gifSize(bytes))
  if (starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8)) return picture('webp', webpSize(bytes))
  return null
}

const FILM_BRANDS = /^(isom|iso[2-9]|mp4[12]|avc1|dash|M4V |MSNV|3gp\d)$/

/** The place and the end of the outermost box of this name; null where there is none. */
const boxOf = (bytes: Buffer, name: string): { from: number; to: number } | null => {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at)
    if (starts(bytes, name, at + 4)) return { from: at + 8, to: size < 8 ? bytes.length : at + size }
    // 0 reaches to the end, 1 says that the size is a larger number than fits here.
    if (size === 1 && at + 16 <= bytes.length) at += Math.max(16, Number(bytes.readBigUInt64BE(at + 8)))
    else if (size >= 8) at += size
    else return null
  }
  return null
}

/** What phones and browsers record as a voice bears the brand of a film; only its tracks tell. */
const hasOnlySound = (bytes: Buffer): boolean => {
  const movie = boxOf(bytes, 'moov')
  if (movie === null) return false
  const kinds = [...bytes.toString('latin1', movie.from, movie.to).matchAll(/hdlr[\s\S]{8}(vide|soun)/g)]
  return kinds.length > 0 && kinds.every((kind) => kind[1] === 'soun')
}

const mp4Of = (bytes: Buffer): TypeName | null => {
  if (!starts(bytes, 'ftyp', 4) || bytes.length < 32) return null
  const brand = bytes.toString('latin1', 8, 12)
  if (brand === 'M4A ' || brand === 'M4B ') return 'm4a'
  if (brand === 'qt  ') return 'mov'
  if (!FILM_BRANDS.test(brand)) return null
  return hasOnlySound(bytes) ? 'm4a' : 'mp4'
}

/** Matroska names its codecs in the first kilobytes. */
const webmOf = (bytes: Buffer): TypeName | null => {
  if (!starts(bytes, '\x1a\x45\xdf\xa3')) return null
  const head = bytes.toString('latin1', 0, 8_192)
  if (!head.slice(0, 64).includes('webm')) return null
  if (/V_(VP8|VP9|AV1)/.test(head)) return 'webm'
  return /A_(OPUS|VORBIS)/.test(head) ? 'weba' : null
}

const oggOf = (bytes: Buffer): TypeName | null => {
  if (!starts(bytes, 'OggS')) return null
  return /OpusHead|\x01vorbis|\x7fFLAC|Speex {3}/.test(bytes.toString('latin1', 0, 128)) ? 'ogg' : null
}

const isFrame = (bytes: Buffer, at: number): boolean => {
  if (at + 4 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1]! & 0xe6) !== 0xe2) return false
  const rate = bytes[at + 2]! >> 4
  return rate !== 0 && rate !== 15 && ((bytes[at + 2]! >> 2) & 3) !== 3
}
const mp3Of = (bytes: Buffer): TypeName | null => {
  if (isFrame(bytes, 0)) return 'mp3'
  if (!starts(bytes, 'ID3') || bytes.length < 10) return null
  // The tag's size has seven bits a byte; padding may follow.
  let at = 10 + [6, 7, 8, 9].reduce((sum, place) => sum * 128 + (bytes[place]! & 0x7f), 0)
  while (at < bytes.length && bytes[at] === 0) at += 1
  return isFrame(bytes, at) ? 'mp3' : null
}

const soundOrFilmOf = (bytes: Buffer): TypeName | null => {
  if (starts(bytes, 'RIFF') && starts(bytes, 'WAVEfmt ', 8)) return 'wav'
  return mp4Of(bytes) ?? webmOf(bytes) ?? oggOf(bytes) ?? mp3Of(bytes)
}

// What a browser would draw or a shell would run when somebody asks it to.
const ACTIVE =
  /^\s*(<|#!|@echo|%!ps|MZ)|<(script|html|svg|math|!doctype|!entity|\?xml|\?php|iframe|body|object|embed|style|link|meta|form|img)\b/i
// Control characters that no text has; tab, line feed, carriage return and form feed it may.
const NOT_TEXT = /[\0-\x08\x0b\x0e-\x1f\x7f]/

const isPlainText = (bytes: Buffer): boolean => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !NOT_TEXT.test(text) && !ACTIVE.test(text) && text.trim() !== ''
  } catch {
    return false
  }
}

/** Synchronous and linear in the length: at most some tens of milliseconds for 20 MB. */
export const sniff = (bytes: Buffer): Sniffed | null => {
  if (starts(bytes, 'PK\x03\x04')) {
    const type = officeType(bytes)
    return type === null ? null : { type }
  }
  if (starts(bytes, '%PDF-1.') || starts(bytes, '%PDF-2.')) return { type: 'pdf' }
  const medium = soundOrFilmOf(bytes)
  const found = pictureOf(bytes) ?? (medium === null ? null : { type: medium })
  if (found !== null) return MARKUP.test(bytes.toString('latin1')) ? null : found
  return isPlainText(bytes) ? { type: 'text' } : null
}

export const kindOf = (sniffed: Sniffed) => TYPES[sniffed.type].kind
