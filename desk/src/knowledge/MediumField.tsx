// One picture or video of an answer: how it looks, words for those who cannot see it; and the ways to add one.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { explain } from '../app/explain.ts'
import { IconButton } from '../ui/Button.tsx'
import { openDialog } from '../ui/dialogs.ts'
import { Icon } from '../ui/Icon.tsx'
import { ACCEPTED, addressOf, isVideoAddress, type Medium, uploadMedium } from './media-files.ts'

const SAFE = /^(https?:\/\/|\/)[^\s<>"]*$/

const Thumb = ({ medium }: { medium: Medium }) => {
  const { t } = useTranslation()
  const [broken, setBroken] = useState(false)
  const url = addressOf(medium)
  const picture = medium.kind === 'picture' ? url : medium.posterId && `/media/${medium.posterId}`
  if (picture === undefined || broken)
    return (
      <span className="kb-thumb" title={broken ? t('knowledge.pictureBroken') : undefined}>
        <Icon name={broken ? 'close' : 'play'} size={22} />
      </span>
    )
  const alt = medium.alt || t('knowledge.pictures')
  return (
    <button
      type="button"
      className="kb-thumb"
      aria-label={t('knowledge.pictureZoom', { name: alt })}
      onClick={() => openDialog.set({ kind: 'zoom', url: picture, alt })}
    >
      <img src={picture} alt={medium.alt} loading="lazy" onError={() => setBroken(true)} />
    </button>
  )
}

export const MediumLine = (props: {
  medium: Medium
  readOnly: boolean
  write: (alt: string) => void
  remove: () => void
}) => {
  const { t } = useTranslation()
  const { medium, readOnly, write, remove } = props
  return (
    <div className="kb-medium">
      <Thumb medium={medium} />
      <div className="kb-medium-words">
        <Input
          aria-label={t('knowledge.pictureAlt')}
          placeholder={t('knowledge.pictureAlt')}
          maxLength={300}
          readOnly={readOnly}
          value={medium.alt}
          onChange={(event) => write(event.target.value)}
        />
        {medium.url !== undefined && <small className="muted kb-name">{medium.url}</small>}
      </div>
      {!readOnly && <IconButton icon="close" label={t('knowledge.pictureOff')} onClick={remove} />}
    </div>
  )
}

const ByAddress = ({ add, close }: { add: (medium: Medium) => void; close: () => void }) => {
  const { t } = useTranslation()
  const id = useId()
  const [url, setUrl] = useState('')
  const wrong = url !== '' && !SAFE.test(url)
  const put = () => {
    if (url === '' || wrong) return
    add({ kind: isVideoAddress(url) ? 'video' : 'picture', url, alt: '' })
    close()
  }
  return (
    <span className="kb-by-address">
      <span className="kb-add">
        <Input
          autoFocus
          placeholder="https://"
          aria-label={t('knowledge.pictureUrl')}
          aria-describedby={id}
          aria-invalid={wrong}
          status={wrong ? 'error' : ''}
          maxLength={2048}
          value={url}
          onChange={(event) => setUrl(event.target.value.trim())}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close()
            if (event.key !== 'Enter') return
            event.preventDefault()
            put()
          }}
        />
        <Button disabled={url === '' || wrong} onClick={put}>
          {t('knowledge.pictureAdd')}
        </Button>
        <IconButton icon="close" label={t('do.cancel')} onClick={close} />
      </span>
      <small id={id} className={wrong ? 'set-wrong' : 'muted'}>
        {t(wrong ? 'knowledge.pictureWrong' : 'knowledge.pictureHelp')}
      </small>
    </span>
  )
}

const useUploads = (add: (medium: Medium) => void) => {
  const [busy, setBusy] = useState(0)
  const [trouble, setTrouble] = useState<string | null>(null)
  const upload = async (files: readonly File[]) => {
    setTrouble(null)
    for (const file of files) {
      setBusy((count) => count + 1)
      try {
        add(await uploadMedium(file))
      } catch (error) {
        setTrouble(`${file.name}: ${explain(error)}`)
      } finally {
        setBusy((count) => count - 1)
      }
    }
  }
  return { busy: busy > 0, trouble, upload }
}

/** `room`: how many more there may be. */
export const AddMedium = ({ add, room }: { add: (medium: Medium) => void; room: number }) => {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [typing, setTyping] = useState(false)
  const { busy, trouble, upload } = useUploads(add)
  return (
    <div className="kb-add-medium">
      <input
        ref={input}
        type="file"
        hidden
        accept={ACCEPTED}
        multiple={room > 1}
        aria-label={t('knowledge.pictureUpload')}
        onChange={(event) => {
          void upload([...(event.target.files ?? [])].slice(0, room))
          event.target.value = ''
        }}
      />
      {typing ? (
        <ByAddress add={add} close={() => setTyping(false)} />
      ) : (
        <span className="kb-ways-in">
          <Button size="small" loading={busy} onClick={() => input.current?.click()}>
            {t('knowledge.pictureUpload')}
          </Button>
          <Button size="small" type="link" onClick={() => setTyping(true)}>
            {t('knowledge.pictureByAddress')}
          </Button>
        </span>
      )}
      {trouble !== null && (
        <p className="set-wrong" role="alert">
          {trouble}
        </p>
      )}
    </div>
  )
}
