// Steps, pictures and videos of an entry as parts of a message: numbered text, and what shows it right below.
import type { Part } from '@ballast/contract'
import type { Illustration } from '../../knowledge/index.ts'

type Medium = Illustration['media'][number]

/** What a browser plays by itself; any other video is a page to open. */
const PLAYED = /\.(mp4|m4v|webm|mov)([?#]|$)/i
const MOST_MEDIA = 6

const partOf = ({ kind, fileId, url, alt, posterId, width, height }: Medium): Part[] => {
  const address = fileId === undefined ? url : `/media/${fileId}`
  if (address === undefined) return []
  const said = alt === '' ? {} : { alt }
  if (kind === 'picture')
    return [{ kind: 'image', url: address, ...said, ...(width && height ? { width, height } : {}) }]
  if (fileId === undefined && !PLAYED.test(address))
    return [{ kind: 'file', url: address, name: (alt === '' ? address : alt).slice(0, 255) }]
  return [{ kind: 'video', url: address, ...said, ...(posterId === undefined ? {} : { poster: `/media/${posterId}` }) }]
}

/** `cited`: every text of it, as it is said. */
export const illustratedBy = ({ steps, media }: Illustration): { parts: Part[]; cited: string[] } => {
  const parts: Part[] = []
  for (const [at, { text, medium }] of steps.entries()) {
    const line = `${at + 1}. ${text}`
    const before = parts.at(-1)
    // Steps with nothing to see between them are one text.
    if (before?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: `${before.text}\n${line}` }
    else parts.push({ kind: 'text', text: line })
    if (medium !== undefined) parts.push(...partOf(medium))
  }
  parts.push(...media.slice(0, MOST_MEDIA).flatMap(partOf))
  const cited = parts.flatMap((part) =>
    part.kind === 'text'
      ? [part.text]
      : 'alt' in part && part.alt
        ? [part.alt]
        : 'name' in part && part.name
          ? [part.name]
          : [],
  )
  return { parts, cited }
}
