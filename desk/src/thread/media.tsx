// Pictures, files, sound and films of a message. A file is shown through its message; one that is gone is named.
import type { Part } from '@ballast/contract/parts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addressOfFile } from '../live/uploads.ts'
import { openDialog } from '../ui/dialogs.ts'
import { Icon } from '../ui/Icon.tsx'

type Of<K extends Part['kind']> = Extract<Part, { kind: K }>

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

interface Carrier {
  readonly kind: string
  readonly name?: string
  readonly fileId?: string
  readonly url?: string
  readonly bytes?: number
}

export const FileView = ({ part, gone = false }: { part: Carrier; gone?: boolean }) => {
  const { t } = useTranslation()
  const url = gone ? undefined : addressOfFile(part)
  const body = (
    <>
      <Icon name="file" />
      <span>{part.name ?? t('part.file')}</span>
      <small>{url === undefined ? t('part.notHere') : part.bytes === undefined ? '' : sizeOf(part.bytes)}</small>
    </>
  )
  if (url === undefined) return <span className="part-file">{body}</span>
  return (
    <a className="part-file" href={url} target="_blank" rel="noreferrer">
      {body}
    </a>
  )
}

export const ImageView = ({ part }: { part: Of<'image'> }) => {
  const { t } = useTranslation()
  const [gone, setGone] = useState(false)
  const url = addressOfFile(part)
  const alt = part.alt ?? part.name ?? t('part.image')
  if (url === undefined || gone) return <FileView part={part} gone={gone} />
  return (
    <button type="button" className="part-image" onClick={() => openDialog.set({ kind: 'zoom', url, alt })}>
      <img
        src={url}
        alt={alt}
        width={part.width}
        height={part.height}
        loading="lazy"
        referrerPolicy="no-referrer"
        onError={() => setGone(true)}
      />
    </button>
  )
}

export const AudioView = ({ part }: { part: Of<'audio'> }) => {
  const url = addressOfFile(part)
  return (
    <div className="part-audio">
      {url === undefined ? (
        <FileView part={part} />
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: a voice message has no caption file; its transcript is shown below.
        <audio controls preload="none" src={url} />
      )}
      {part.transcript && <p className="part-text muted">{part.transcript}</p>}
    </div>
  )
}

export const VideoView = ({ part }: { part: Of<'video'> }) => {
  const url = addressOfFile(part)
  if (url === undefined) return <FileView part={part} />
  return (
    // biome-ignore lint/a11y/useMediaCaption: a clip that a customer has just recorded has no captions.
    <video className="part-video" controls preload="none" poster={part.poster} src={url} aria-label={part.alt} />
  )
}
