// The backup archive: one zstd stream of frames, each a kind (one byte), a length (four, big endian) and a payload.
//   H header (JSON)   T a table begins (JSON)   D rows as COPY text   E the table ends (JSON)
//   F a file (JSON)   Z the end: an archive without it was cut off
import { createReadStream } from 'node:fs'
import { createZstdDecompress } from 'node:zlib'

export const FORMAT = 1

export interface Table {
  schema: string
  name: string
  columns: string[]
}

export interface Header {
  ballast: 'backup'
  format: number
  createdAt: string
  migrations: { number: number; name: string; checksum: string }[]
  /** In an order in which rows can be inserted without breaking a foreign key. */
  tables: Table[]
  sequences: { name: string; value: string }[]
  /** Partitions made day by day, so that restored rows find theirs. */
  partitions: { parent: string; day: string }[]
  /** No fact of this database has, or will have got, a higher transaction number. */
  lastTransaction: string
  /** Statements that make the schemas owned by libraries, before and after their rows. */
  libraries: { schema: string; before: string[]; after: string[] }[]
}

export interface TableEnd {
  rows: number
  sha256: string
}

/** `path` is relative to the data folder's `secrets`. */
export interface StoredFile {
  path: string
  base64: string
}

export type Frame =
  | { kind: 'H'; value: Header }
  | { kind: 'T'; value: Table }
  | { kind: 'D'; bytes: Buffer }
  | { kind: 'E'; value: TableEnd }
  | { kind: 'F'; value: StoredFile }
  | { kind: 'Z'; value: { tables: number; rows: number } }

const HEAD_BYTES = 5
// A frame of rows is what COPY hands over at once; a header lists every table. Neither comes near this.
const LONGEST_FRAME = 256 * 1024 * 1024

export const encodeFrame = (frame: Frame): Buffer => {
  const payload = frame.kind === 'D' ? frame.bytes : Buffer.from(JSON.stringify(frame.value))
  const head = Buffer.alloc(HEAD_BYTES)
  head.write(frame.kind, 0, 'latin1')
  head.writeUInt32BE(payload.length, 1)
  return Buffer.concat([head, payload])
}

const decodeFrame = (kind: string, payload: Buffer): Frame => {
  if (kind === 'D') return { kind, bytes: payload }
  if (!'HTEFZ'.includes(kind)) throw new Error('this is not a Ballast backup')
  return { kind, value: JSON.parse(payload.toString()) } as Frame
}

/** Reads frames one after another. Throws when the file is damaged, cut off, or no backup at all. */
export async function* readFrames(path: string): AsyncGenerator<Frame> {
  const file = createReadStream(path)
  const bytes = createZstdDecompress()
  file.on('error', (error) => bytes.destroy(error))
  let waiting: Buffer[] = []
  let size = 0
  let needed = HEAD_BYTES
  let last = ''
  for await (const chunk of file.pipe(bytes) as AsyncIterable<Buffer>) {
    waiting.push(chunk)
    size += chunk.length
    if (size < needed) continue
    let rest = Buffer.concat(waiting)
    for (;;) {
      needed = rest.length < HEAD_BYTES ? HEAD_BYTES : HEAD_BYTES + rest.readUInt32BE(1)
      if (needed > LONGEST_FRAME) throw new Error('this is not a Ballast backup')
      if (rest.length < needed || rest.length < HEAD_BYTES) break
      last = rest.toString('latin1', 0, 1)
      yield decodeFrame(last, rest.subarray(HEAD_BYTES, needed))
      rest = rest.subarray(needed)
    }
    waiting = [rest]
    size = rest.length
  }
  if (last !== 'Z' || size > 0) throw new Error('the backup is cut off: its end is missing')
}
