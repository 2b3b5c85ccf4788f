// Small true files of each kind, made by hand: what the tests of uploads are fed with.

const text = (value: string) => Buffer.from(value, 'latin1')
const u16be = (value: number) => Buffer.from([value >> 8, value & 255])
const u32be = (value: number) => Buffer.from([value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255])
const u16le = (value: number) => Buffer.from([value & 255, value >> 8])
const u32le = (value: number) => Buffer.from([value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24])

export const png = (width = 2, height = 3): Buffer =>
  Buffer.concat([
    text('\x89PNG\r\n\x1a\n'),
    u32be(13),
    text('IHDR'),
    u32be(width),
    u32be(height),
    Buffer.from([8, 2, 0, 0, 0, 0, 0, 0, 0]),
    u32be(0),
    text('IDAT'),
    u32be(0),
    u32be(0),
    text('IEND'),
    u32be(0),
  ])
export const jpeg = (width = 4, height = 5): Buffer =>
  Buffer.concat([
    text('\xff\xd8\xff\xe0'),
    u16be(16),
    text('JFIF\0\x01\x01\0\0\x01\0\x01\0\0'),
    text('\xff\xc0'),
    u16be(11),
    Buffer.from([8]),
    u16be(height),
    u16be(width),
    Buffer.from([1, 0x11, 0, 0]),
    text('\xff\xd9'),
  ])
/** `comment`: text inside the picture; `after`: behind its end. */
export const gif = (more: { comment?: string; after?: string } = {}): Buffer => {
  const comment =
    more.comment === undefined ? '' : `\x21\xfe${String.fromCharCode(more.comment.length)}${more.comment}\0`
  return Buffer.concat([
    text('GIF89a'),
    u16le(1),
    u16le(1),
    Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
    text(`${comment}\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3b${more.after ?? ''}`),
  ])
}
export const webp = (width = 6, height = 7): Buffer => {
  const body = Buffer.concat([
    text('WEBPVP8X'),
    u32le(10),
    u32le(0),
    u32le(width - 1).subarray(0, 3),
    u32le(height - 1).subarray(0, 3),
  ])
  return Buffer.concat([text('RIFF'), u32le(body.length), body])
}
export const pdf = (): Buffer => text('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
export const mp4 = (brand = 'isom'): Buffer =>
  Buffer.concat([u32be(32), text('ftyp'), text(brand), u32be(512), text('isomiso2avc1mp41'), text('mdat')])
export const webm = (codec = 'V_VP9'): Buffer =>
  text(`\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm\x42\x87\x81\x02${'\0'.repeat(40)}\x86\x85${codec}`)
export const ogg = (): Buffer => text(`OggS\0\x02${'\0'.repeat(20)}\x01\x13OpusHead\x01\x01`)
export const mp3 = (): Buffer =>
  Buffer.concat([text('ID3\x04\0\0\0\0\0\x02\0\0'), Buffer.from([0xff, 0xfb, 0x90, 0x64])])
export const wav = (): Buffer => Buffer.concat([text('RIFF'), u32le(36), text('WAVEfmt '), u32le(16), Buffer.alloc(24)])

/** A zip of empty entries. `unpacked` is what it says of its size. */
export const zip = (names: readonly string[], unpacked = 10): Buffer => {
  const local = Buffer.concat([text('PK\x03\x04'), Buffer.alloc(26)])
  const entries = names.map((name) =>
    Buffer.concat([
      text('PK\x01\x02'),
      Buffer.alloc(20),
      u32le(unpacked),
      u16le(name.length),
      Buffer.alloc(16),
      text(name),
    ]),
  )
  const directory = Buffer.concat(entries)
  const end = [u16le(0), u16le(0), u16le(names.length), u16le(names.length), u32le(directory.length)]
  return Buffer.concat([local, directory, text('PK\x05\x06'), ...end, u32le(local.length), u16le(0)])
}
export const docx = (): Buffer => zip(['[Content_Types].xml', 'word/document.xml'])
