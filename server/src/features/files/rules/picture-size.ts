// Width and height from a picture's header, and whether its frame of blocks is whole. Nothing is decompressed.

export interface PictureSize {
  readonly width: number
  readonly height: number
}

const ascii = (bytes: Buffer, at: number, length: number): string => bytes.toString('latin1', at, at + length)

export const pngSize = (bytes: Buffer): PictureSize | null => {
  if (bytes.length < 45 || bytes.readUInt32BE(8) !== 13 || ascii(bytes, 12, 4) !== 'IHDR') return null
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** Ends with its trailer: what stands behind it is not a picture. */
export const gifSize = (bytes: Buffer): PictureSize | null => {
  if (bytes.length < 14) return null
  const table = (packed: number) => ((packed & 0x80) === 0 ? 0 : 3 << ((packed & 7) + 1))
  const skipChunks = (from: number): number => {
    let at = from
    while (at < bytes.length && bytes[at] !== 0) at += bytes[at]! + 1
    return at + 1
  }
  let at = 13 + table(bytes[10]!)
  while (at < bytes.length && bytes[at] !== 0x3b) {
    if (bytes[at] === 0x21) at = skipChunks(at + 2)
    else if (bytes[at] === 0x2c && at + 10 < bytes.length) at = skipChunks(at + 10 + table(bytes[at + 9]!) + 1)
    else return null
  }
  if (at !== bytes.length - 1) return null
  return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
}

/** The first start-of-frame segment has the size. */
export const jpegSize = (bytes: Buffer): PictureSize | null => {
  let at = 2
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2 || marker === 0xda) return null
    at += 2 + length
  }
  return null
}

export const webpSize = (bytes: Buffer): PictureSize | null => {
  if (bytes.length < 30) return null
  // Sizes in RIFF leave out the first eight bytes and may be padded to an even number.
  const end = bytes.readUInt32LE(4) + 8
  if (end < bytes.length - 1 || end > bytes.length + 1) return null
  const chunk = ascii(bytes, 12, 4)
  if (chunk === 'VP8X') return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
  if (chunk === 'VP8 ' && bytes.readUIntBE(23, 3) === 0x9d012a)
    return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
  if (chunk === 'VP8L' && bytes[20] === 0x2f) {
    const bits = bytes.readUInt32LE(21)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  return null
}
