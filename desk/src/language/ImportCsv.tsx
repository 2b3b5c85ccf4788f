// Examples from a spreadsheet: pasted or chosen, looked at first, and every line left out is named with the reason.
import Button from 'antd/es/button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { server } from '../app/server.ts'
import { act } from '../ui/act.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Labelled } from '../ui/Labelled.tsx'
import { toast } from '../ui/toasts.tsx'
import { readFile } from '../welcome/read-file.ts'
import { taught } from './lab.ts'
import { SkippedLines } from './SkippedLines.tsx'

type Found = Awaited<ReturnType<typeof server.importExamples>>

export const CsvField = ({ value, onChange }: { value: string; onChange: (csv: string) => void }) => {
  const { t } = useTranslation()
  const [refused, setRefused] = useState(false)
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    const read = await readFile(file)
    setRefused('refused' in read)
    if ('text' in read) onChange(read.text)
  }
  return (
    <>
      <Labelled label={t('language.csv')}>
        <textarea
          className="lab-csv"
          rows={7}
          maxLength={1_000_000}
          spellCheck={false}
          placeholder={t('language.csvHint')}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </Labelled>
      <label className="button plain lab-file">
        {t('language.chooseFile')}
        <input
          type="file"
          accept=".csv,.tsv,.txt"
          onChange={(event) => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </label>
      {refused && (
        <p className="why" role="alert">
          {t('language.fileRefused')}
        </p>
      )}
    </>
  )
}

export const ImportCsv = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation()
  const [csv, setCsv] = useState('')
  const [found, setFound] = useState<Found | null>(null)
  const look = async () => setFound(await act(() => server.importExamples({ body: { csv, preview: true } })))
  const take = async () => {
    const taken = await act(() => server.importExamples({ body: { csv } }))
    if (taken === null) return
    toast(t('language.imported', { count: taken.added }))
    taught()
    onClose()
  }
  return (
    <Dialog title={t('language.import')} onClose={onClose} wide>
      <CsvField
        value={csv}
        onChange={(next) => {
          setCsv(next)
          setFound(null)
        }}
      />
      {found !== null && (
        <div role="status">
          <p>{t('language.found', { count: found.added })}</p>
          <SkippedLines skipped={found.skipped} />
        </div>
      )}
      <div className="dialog-foot">
        <Button onClick={onClose}>{t('do.cancel')}</Button>
        {found !== null && found.added > 0 ? (
          <Button type="primary" onClick={() => void take()}>
            {t('language.takeIn', { count: found.added })}
          </Button>
        ) : (
          <Button type="primary" disabled={csv.trim() === ''} onClick={() => void look()}>
            {t('language.look')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
