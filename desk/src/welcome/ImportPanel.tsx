// Paste or drop what the shop has written down, look at what was understood, change it, and only then take it in.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { useCell } from '../live/cell.ts'
import { act } from '../ui/act.ts'
import { Labelled } from '../ui/Labelled.tsx'
import { DraftList } from './DraftList.tsx'
import { LONGEST_TEXT, READABLE, type ReadFile, readFile } from './read-file.ts'
import { keep, progress } from './steps.ts'
import { previewOf, type Source } from './take-in.ts'

const readAll = async (sources: readonly Source[], locale: string): Promise<void> => {
  const found = await act(() => previewOf(sources, locale))
  if (found !== null) keep({ drafts: found.drafts, skipped: found.skipped })
}

const Drop = ({ onFiles }: { onFiles: (files: readonly File[]) => void }) => {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same.
    <div
      className={over ? 'first-drop over' : 'first-drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      <label className="button">
        {t('welcome.chooseFiles')}
        <input
          type="file"
          multiple
          accept={READABLE.join()}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </label>
      <span className="muted">{t('welcome.dropFiles')}</span>
    </div>
  )
}

export const ImportPanel = () => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { pasted, drafts } = useCell(progress, (now) => now)
  const [refused, setRefused] = useState<Extract<ReadFile, { refused: string }>[]>([])
  const takeFiles = async (files: readonly File[]) => {
    const all = await Promise.all(files.map(readFile))
    setRefused(all.filter((file) => 'refused' in file))
    const readable = all.filter((file) => 'text' in file)
    const typed = pasted.trim() === '' ? [] : [{ name: null, text: pasted }]
    if (readable.length > 0) await readAll([...typed, ...readable], language)
  }
  if (drafts !== null) return <DraftList drafts={drafts} />
  return (
    <div className="first-import">
      <Labelled label={t('welcome.paste')}>
        <textarea
          className="first-field first-paste"
          rows={10}
          maxLength={LONGEST_TEXT}
          placeholder={t('welcome.pasteExample')}
          value={pasted}
          onChange={(event) => keep({ pasted: event.target.value })}
        />
      </Labelled>
      <Drop onFiles={(files) => void takeFiles(files)} />
      {refused.length > 0 && (
        <ul className="first-refused" role="alert">
          {refused.map(({ name, refused: why }) => (
            <li key={name}>
              <b>{name}</b> {t(`welcome.file.${why}`)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
