// Reads a file the way its owner meant it: UTF-8, UTF-16 with its mark, or GB18030 as Chinese spreadsheets write it.

export const READABLE = ['.txt', '.md', '.markdown', '.csv', '.tsv', '.json'] as const
/** What the server takes in at once, characters. */
export const LONGEST_TEXT = 1_000_000

const MARKS: readonly [string, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** Null: these bytes are no text. */
export const decode = (bytes: Uint8Array): string | null => {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0]
  for (const encoding of marked === undefined ? ['utf-8', 'gb18030'] : [marked]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      // Text holds no zeros; pictures and archives that happen to decode do.
      return text.includes('\0') ? null : text
    } catch {}
  }
  return null
}

export type Refusal = 'type' | 'not-text' | 'too-long' | 'empty'
export type ReadFile =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly refused: Refusal }

export const readFile = async (file: Pick<File, 'name' | 'size' | 'arrayBuffer'>): Promise<ReadFile> => {
  const { name } = file
  if (!READABLE.some((ending) => name.toLowerCase().endsWith(ending))) return { name, refused: 'type' }
  // No encoding needs more than four bytes a character.
  if (file.size > LONGEST_TEXT * 4) return { name, refused: 'too-long' }
  const text = decode(new Uint8Array(await file.arrayBuffer()))
  if (text === null) return { name, refused: 'not-text' }
  if (text.length > LONGEST_TEXT) return { name, refused: 'too-long' }
  return text.trim() === '' ? { name, refused: 'empty' } : { name, text }
}
