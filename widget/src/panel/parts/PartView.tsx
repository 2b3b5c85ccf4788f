// Shows one part of a message. Text is only ever text; an unknown part shows nothing rather than breaking the thread.
import type { Part } from '@ballast/contract/parts'
import { formatBytes } from '../format.ts'
import { LINK, safeUrl, splitLinks } from '../links.ts'
import type { Words } from '../locales/words.ts'
import { OrderCard } from './OrderCard.tsx'
import { ProductCard } from './ProductCard.tsx'
import { ReturnCard } from './ReturnCard.tsx'

type Of<K extends Part['kind']> = Extract<Part, { kind: K }>

export const TextBubble = ({ text }: { text: string }) => (
  <p class="bubble">
    {splitLinks(text).map((piece) =>
      piece.href === undefined ? (
        piece.text
      ) : (
        <a href={piece.href} {...LINK}>
          {piece.text}
        </a>
      ),
    )}
  </p>
)

const Image = ({ part, words }: { part: Of<'image'>; words: Words }) => {
  const url = safeUrl(part.url)
  const alt = part.alt ?? part.name ?? words.media.image
  if (url === undefined) return <p class="bubble">{alt}</p>
  return (
    <a class="picture" href={url} {...LINK}>
      <img src={url} alt={alt} width={part.width} height={part.height} loading="lazy" decoding="async" />
    </a>
  )
}

const File = ({ part, words }: { part: Of<'file'>; words: Words }) => {
  const url = safeUrl(part.url)
  const name = part.name ?? words.media.file
  const size = part.bytes === undefined ? null : <small>{formatBytes(part.bytes, words.locale)}</small>
  if (url === undefined)
    return (
      <p class="bubble file">
        {name} {size}
      </p>
    )
  return (
    <a class="bubble file" href={url} {...LINK}>
      <span>{name}</span> {size}
    </a>
  )
}

const Audio = ({ part, words }: { part: Of<'audio'>; words: Words }) => {
  const url = safeUrl(part.url)
  return (
    <div class="bubble media">
      {url === undefined ? (
        words.media.audio
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: the transcript stands below as text
        <audio controls preload="none" src={url} aria-label={words.media.audio} />
      )}
      {part.transcript !== undefined && <p>{part.transcript}</p>}
    </div>
  )
}

const Video = ({ part, words }: { part: Of<'video'>; words: Words }) => {
  const url = safeUrl(part.url)
  return url === undefined ? (
    <p class="bubble">{words.media.video}</p>
  ) : (
    // biome-ignore lint/a11y/useMediaCaption: a clip somebody has just recorded has no captions
    <video class="picture" controls preload="metadata" src={url} aria-label={words.media.video} />
  )
}

const Sources = ({ part, words }: { part: Of<'sources'>; words: Words }) => (
  <ul class="sources" aria-label={words.sources}>
    {part.sources.map(({ id, title, url }) => {
      const href = safeUrl(url)
      return (
        <li key={id}>
          {href === undefined ? (
            <span class="chip">{title}</span>
          ) : (
            <a class="chip" href={href} {...LINK}>
              {title}
            </a>
          )}
        </li>
      )
    })}
  </ul>
)

export const PartView = ({ part, words }: { part: Part; words: Words }) => {
  switch (part.kind) {
    case 'text':
      return <TextBubble text={part.text} />
    case 'image':
      return <Image part={part} words={words} />
    case 'file':
      return <File part={part} words={words} />
    case 'audio':
      return <Audio part={part} words={words} />
    case 'video':
      return <Video part={part} words={words} />
    case 'order-card':
      return <OrderCard part={part} words={words} />
    case 'product-card':
      return <ProductCard part={part} words={words} />
    case 'return-card':
      return <ReturnCard part={part} words={words} />
    case 'sources':
      return <Sources part={part} words={words} />
    case 'location':
      return <p class="bubble">{part.label ?? `${words.media.place}: ${part.latitude}, ${part.longitude}`}</p>
    case 'call':
      return <p class="bubble">{words.media.call}</p>
    case 'form':
      return <p class="bubble">{Object.values(part.values ?? {}).join(' · ') || part.title}</p>
    default:
      return null
  }
}
