// Pictures and videos of an entry, by their address, each with words for those who cannot see it.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../settings/Field.tsx'
import { IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { Entry } from './entries.ts'
import type { EntryForm } from './entry-form.ts'

type Medium = Entry['media'][number]

const SAFE = /^(https?:\/\/|\/)[^\s<>"]*$/
const isVideo = (url: string): boolean => /\.(mp4|webm|mov|m4v)(\?|$)/i.test(url)

const Shown = ({ medium }: { medium: Medium }) => {
  const [broken, setBroken] = useState(false)
  const src = medium.url ?? `/api/files/${medium.fileId}`
  if (medium.kind === 'video' || broken)
    return (
      <span className="kb-thumb">
        <Icon name={broken ? 'close' : 'file'} size={22} />
      </span>
    )
  return <img className="kb-thumb" src={src} alt={medium.alt} loading="lazy" onError={() => setBroken(true)} />
}

const Line = (props: { medium: Medium; readOnly: boolean; write: (alt: string) => void; remove: () => void }) => {
  const { t } = useTranslation()
  const { medium, readOnly, write, remove } = props
  return (
    <li className="kb-medium">
      <Shown medium={medium} />
      <Input
        aria-label={t('knowledge.pictureAlt')}
        placeholder={t('knowledge.pictureAlt')}
        maxLength={300}
        readOnly={readOnly}
        value={medium.alt}
        onChange={(event) => write(event.target.value)}
      />
      {!readOnly && <IconButton icon="close" label={t('knowledge.pictureOff')} onClick={remove} />}
    </li>
  )
}

const Adding = ({ add }: { add: (medium: Medium) => void }) => {
  const { t } = useTranslation()
  const [url, setUrl] = useState('')
  const wrong = url !== '' && !SAFE.test(url)
  const put = () => {
    if (url === '' || wrong) return
    add({ kind: isVideo(url) ? 'video' : 'picture', url, alt: '' })
    setUrl('')
  }
  return (
    <Field
      label={t('knowledge.pictureUrl')}
      help={t('knowledge.pictureHelp')}
      error={wrong ? t('knowledge.pictureWrong') : undefined}
    >
      {(control) => (
        <span className="kb-add">
          <Input
            {...control}
            placeholder="https://"
            maxLength={2048}
            value={url}
            onChange={(event) => setUrl(event.target.value.trim())}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              put()
            }}
          />
          <Button disabled={url === '' || wrong} onClick={put}>
            {t('knowledge.pictureAdd')}
          </Button>
        </span>
      )}
    </Field>
  )
}

export const Pictures = ({ form, readOnly }: { form: EntryForm; readOnly: boolean }) => {
  const { t } = useTranslation()
  const { media } = form.value
  const [begun] = useState(media.length > 0)
  const put = (at: number, next: Medium[]) =>
    form.set({ media: [...media.slice(0, at), ...next, ...media.slice(at + 1)] })
  return (
    <details className="sheet kb-fold" open={begun}>
      <summary>
        <h2>{t('knowledge.pictures')}</h2>
        <span className="muted">{media.length === 0 ? t('knowledge.picturesNone') : media.length}</span>
      </summary>
      <div className="kb-fields">
        <ul className="kb-wordings">
          {media.map((medium, at) => (
            <Line
              key={medium.url ?? medium.fileId}
              medium={medium}
              readOnly={readOnly}
              write={(alt) => put(at, [{ ...medium, alt }])}
              remove={() => put(at, [])}
            />
          ))}
        </ul>
        {!readOnly && media.length < 20 && <Adding add={(medium) => put(media.length, [medium])} />}
      </div>
    </details>
  )
}
