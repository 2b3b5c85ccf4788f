// Bytes to text: by the mark at their start, by what they can be, by what a page says of itself.

/** Control characters that no text has; tab, line ends and form feed it may. */
const NOT_TEXT = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\ufffe\uffff]/
const HAN = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/gu
const BEYOND_ASCII = /[^\u0000-\u007f]/g

const tried = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return NOT_TEXT.test(text) ? null : text
  } catch {
    return null
  }
}

const markedBy = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null
}

/** Western text in UTF-16 has a zero in every other byte. */
const unmarkedWide = (bytes: Uint8Array): string | null => {
  const head = bytes.subarray(0, 512)
  const zeros = [0, 0]
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2]!++
  const half = head.length / 2
  if (zeros[1]! > half * 0.3 && zeros[0]! < half * 0.05) return 'utf-16le'
  return zeros[0]! > half * 0.3 && zeros[1]! < half * 0.05 ? 'utf-16be' : null
}

/** What an HTML page says it is written in. */
const saidInside = (bytes: Uint8Array): string | null => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048))
  return /<meta[^>]+charset\s*=\s*["']?([\w-]{2,30})/i.exec(head)?.[1]?.toLowerCase() ?? null
}

/** Two bytes of a western accent and a letter seldom make a Chinese character that anybody writes. */
const chinese = (bytes: Uint8Array): string | null => {
  const text = tried(bytes, 'gb18030')
  if (text === null) return null
  const beyond = text.match(BEYOND_ASCII)?.length ?? 0
  const han = text.match(HAN)?.length ?? 0
  const common = text.match(/[的一是不了在有为以可请货退换天元费用您我到]/g)?.length ?? 0
  return han >= beyond * 0.8 && (common > 0 || han > 20) ? text : null
}

/** Null: this is no text. `said`: the encoding that came with it, such as an HTTP header's. */
export const decodeText = (bytes: Uint8Array, said?: string): string | null => {
  const marked = markedBy(bytes)
  if (marked !== null) return tried(bytes, marked)
  const wide = unmarkedWide(bytes)
  if (wide !== null) return tried(bytes, wide)
  const utf8 = tried(bytes, 'utf-8')
  if (utf8 !== null) return utf8
  for (const name of [said, saidInside(bytes)]) {
    const text = name ? tried(bytes, name) : null
    if (text !== null) return text
  }
  return chinese(bytes) ?? tried(bytes, 'windows-1252')
}
