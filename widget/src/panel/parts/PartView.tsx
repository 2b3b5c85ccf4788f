// Shows one part of a message. Text is only ever text; an unknown part shows nothing rather than breaking the thread.
import type { Part } from '@ballast/contract/parts'
import { LINK, safeUrl, splitLinks } from '../links.ts'
import type { Words } from '../locales/words.ts'
import { Audio, File, Image, Video } from './Media.tsx'
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
