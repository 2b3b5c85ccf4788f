// One part of a message. Text is text and nothing else; a part this desk does not know is named, never hidden.
import type { Part } from '@ballast/contract/parts'
import { useTranslation } from 'react-i18next'
import { useTimes } from '../app/times.ts'
import { Icon } from '../ui/Icon.tsx'
import { OrderCardView, ProductCardView, ReturnCardView } from './cards.tsx'
import { RatedView } from './judged.tsx'
import { AudioView, FileView, ImageView, VideoView } from './media.tsx'

type Of<K extends Part['kind']> = Extract<Part, { kind: K }>

const SystemView = ({ part }: { part: Of<'system'> }) => {
  const { t } = useTranslation()
  const variant = part.name ? 'named' : 'plain'
  return (
    <p className="system-line">
      {t(`system.${part.code}.${variant}`, { name: part.name, position: part.position ?? 0 })}
    </p>
  )
}

const SourcesView = ({ part }: { part: Of<'sources'> }) => {
  const { t } = useTranslation()
  return (
    <ul className="sources" aria-label={t('part.sources')}>
      {part.sources.map((source) => (
        <li key={source.id}>
          <Icon name="book" size={13} />
          {source.url === undefined ? (
            <span>{source.title}</span>
          ) : (
            <a href={source.url} target="_blank" rel="noreferrer">
              {source.title}
            </a>
          )}
          <small>v{source.version}</small>
        </li>
      ))}
    </ul>
  )
}

const Choices = ({ labels }: { labels: readonly string[] }) => {
  const { t } = useTranslation()
  return (
    <ul className="choices" aria-label={t('part.choices')}>
      {labels.map((label) => (
        <li key={label}>{label}</li>
      ))}
    </ul>
  )
}

const FormView = ({ part }: { part: Of<'form'> }) => (
  <div className="card">
    <b>{part.title}</b>
    <dl>
      {part.fields.map((field) => (
        <div className="card-line" key={field.name}>
          <dt className="muted">{field.label}</dt>
          <dd>{part.values?.[field.name] ?? '–'}</dd>
        </div>
      ))}
    </dl>
  </div>
)

const CallView = ({ part }: { part: Of<'call'> }) => {
  const { t } = useTranslation()
  const times = useTimes()
  return (
    <div className="card">
      <b>{t(`call.${part.outcome}`)}</b>
      {part.legs[0] && <small>{times.full(part.legs[0].joinedAt)}</small>}
      {part.transcript
        .filter((line) => line.final)
        .map((line) => (
          <p className="part-text" key={`${line.fromMs}-${line.party}`}>
            <small>{t(`author.${line.party}`)}</small> {line.text}
          </p>
        ))}
    </div>
  )
}

const Unknown = ({ kind }: { kind: string }) => {
  const { t } = useTranslation()
  return <p className="unknown">{t('part.unknown', { kind })}</p>
}

export const PartView = ({ part }: { part: Part }) => {
  switch (part.kind) {
    case 'text':
      return <p className="part-text">{part.text}</p>
    case 'image':
      return <ImageView part={part} />
    case 'file':
      return <FileView part={part} />
    case 'video':
      return <VideoView part={part} />
    case 'audio':
      return <AudioView part={part} />
    case 'product-card':
      return <ProductCardView part={part} />
    case 'order-card':
      return <OrderCardView part={part} />
    case 'return-card':
      return <ReturnCardView part={part} />
    case 'buttons':
      return <Choices labels={part.buttons.map((button) => button.label)} />
    case 'quick-replies':
      return <Choices labels={part.replies.map((reply) => reply.label)} />
    case 'form':
      return <FormView part={part} />
    case 'location':
      return <p className="part-text">{`${part.label ?? ''} (${part.latitude}, ${part.longitude})`}</p>
    case 'call':
      return <CallView part={part} />
    case 'system':
      return part.code === 'rated' ? <RatedView part={part} /> : <SystemView part={part} />
    case 'sources':
      return <SourcesView part={part} />
    default:
      return <Unknown kind={(part as { kind: string }).kind} />
  }
}
