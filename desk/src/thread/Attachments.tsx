// Attaching files in the composer: chosen, pasted or dropped; each line says how far it is or why it did not go.
import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attachAsk } from '../app/commands.ts'
import { explain, explainCode } from '../app/explain.ts'
import { useCell } from '../live/cell.ts'
import { useLive } from '../live/desk-line.ts'
import type { Upload } from '../live/uploads.ts'
import { Button, IconButton } from '../ui/Button.tsx'

type OnFiles = (files: readonly File[]) => void
const ACCEPT = 'image/png,image/jpeg,image/gif,image/webp,video/*,audio/*,.pdf,.txt,.csv,.docx,.xlsx,.pptx'

export const AttachButton = ({ onFiles }: { onFiles: OnFiles }) => {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const asked = useCell(attachAsk, (count) => count)
  const heard = useRef(asked)
  useEffect(() => {
    if (asked > heard.current) input.current?.click()
    heard.current = asked
  }, [asked])
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={ACCEPT}
        multiple
        hidden
        aria-label={t('composer.attach')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          // The same file may be chosen again after a failure.
          event.target.value = ''
        }}
      />
      <IconButton icon="clip" label={t('composer.attach')} onClick={() => input.current?.click()} />
    </>
  )
}

/** What an element needs to take files that are pasted or dropped on it. */
export const useFileTarget = (onFiles: OnFiles) => {
  const [over, setOver] = useState(false)
  const carries = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  return {
    over,
    onFiles,
    handlers: {
      onPaste: (event: ClipboardEvent) => {
        const files = [...event.clipboardData.files]
        if (files.length === 0) return
        event.preventDefault()
        onFiles(files)
      },
      onDragOver: (event: DragEvent) => {
        if (!carries(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        if (!carries(event)) return
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      },
    },
  }
}

const Line = ({ upload }: { upload: Upload }) => {
  const { t } = useTranslation()
  const { uploads } = useLive()
  const { id, name, preview, done, why } = upload
  return (
    <li>
      {preview !== null && <img className="upload-picture" src={preview} alt="" />}
      <span className="upload-name">{name}</span>
      {why === undefined ? (
        <progress max={1} value={done} aria-label={t('composer.uploading', { name })} />
      ) : (
        <>
          <span className="why" role="alert">
            {why === 'offline' ? explain(null) : explainCode(why)}
          </span>
          <Button look="quiet" icon="retry" onClick={() => uploads.retry(id)}>
            {t('do.retry')}
          </Button>
        </>
      )}
      <IconButton icon="close" label={t('do.discard')} onClick={() => uploads.discard(id)} />
    </li>
  )
}

export const UploadList = ({ conversationId, note }: { conversationId: string; note: boolean }) => {
  const { t } = useTranslation()
  const { uploads } = useLive()
  const everything = useCell(uploads.all, (now) => now)
  const here = everything.filter((upload) => upload.conversationId === conversationId && upload.note === note)
  if (here.length === 0) return null
  return (
    <ul className="uploads" aria-label={t('composer.attached')}>
      {here.map((upload) => (
        <Line key={upload.id} upload={upload} />
      ))}
    </ul>
  )
}
