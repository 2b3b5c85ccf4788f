// Pictures, files, sound and films of a message. What a file is was decided by the server from its content.
import type { Part } from '@ballast/contract/parts'
import { useRef, useState } from 'preact/hooks'
import { usePartUrl } from '../files.ts'
import { formatBytes, formatLength } from '../format.ts'
import { LINK, safeUrl } from '../links.ts'
import type { Words } from '../locales/words.ts'
import { Player } from './Player.tsx'

type Of<K extends Part['kind']> = Extract<Part, { kind: K }>
interface Props<K extends Part['kind']> {
  readonly part: Of<K>
  readonly words: Words
}

const Zoom = ({ url, alt, words, onClose }: { url: string; alt: string; words: Words; onClose: () => void }) => {
  const shown = useRef(false)
  const show = (dialog: HTMLDialogElement | null) => {
    if (dialog === null || shown.current) return
    shown.current = true
    dialog.showModal()
  }
  return (
    <dialog
      class="zoom"
      ref={show}
      aria-label={alt}
      onClose={onClose}
      // Escape closes the picture, not the whole chat.
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
    >
      <button type="button" aria-label={words.media.closeImage} onClick={onClose}>
        <img src={url} alt={alt} />
      </button>
    </dialog>
  )
}

export const Image = ({ part, words }: Props<'image'>) => {
  const url = usePartUrl(part)
  const [zoomed, setZoomed] = useState(false)
  const alt = part.alt ?? part.name ?? words.media.image
  if (url === undefined) return <p class="bubble">{alt}</p>
  const { width, height } = part
  if (url === null) return <span class="picture waits" role="img" aria-label={alt} />
  return (
    <>
      <button type="button" class="picture" onClick={() => setZoomed(true)} aria-label={`${words.media.zoom}: ${alt}`}>
        <img src={url} alt={alt} width={width} height={height} decoding="async" />
      </button>
      {zoomed && <Zoom url={url} alt={alt} words={words} onClose={() => setZoomed(false)} />}
    </>
  )
}

export const File = ({ part, words }: Props<'file'>) => {
  const url = usePartUrl(part)
  const name = part.name ?? words.media.file
  const size = part.bytes === undefined ? null : <small>{formatBytes(part.bytes, words.locale)}</small>
  if (url === undefined || url === null)
    return (
      <p class="bubble file">
        {name} {size}
      </p>
    )
  // Never opened in a page of ours: saved, and opened by what the reader opens such files with.
  const save = part.fileId === undefined ? LINK : { download: name }
  return (
    <a class="bubble file" href={url} {...save}>
      <span>{name}</span> {size}
    </a>
  )
}

export const Audio = ({ part, words }: Props<'audio'>) => {
  const url = usePartUrl(part)
  return (
    <div class="bubble media">
      {url === undefined || url === null ? (
        `${words.media.audio}${part.durationMs === undefined ? '' : ` ${formatLength(part.durationMs)}`}`
      ) : (
        <Player url={url} durationMs={part.durationMs} words={words} />
      )}
      {part.transcript !== undefined && <p>{part.transcript}</p>}
    </div>
  )
}

export const Video = ({ part, words }: Props<'video'>) => {
  const url = usePartUrl(part)
  return url === undefined || url === null ? (
    <p class="bubble">{part.alt ?? words.media.video}</p>
  ) : (
    // biome-ignore lint/a11y/useMediaCaption: a clip somebody has just recorded has no captions
    <video
      class="picture"
      controls
      playsInline
      preload={part.poster === undefined ? 'metadata' : 'none'}
      poster={safeUrl(part.poster)}
      src={url}
      aria-label={part.alt ?? words.media.video}
    />
  )
}
