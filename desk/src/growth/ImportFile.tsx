// The file of old chats: chosen or pasted, looked at at once, its columns set right, then handed to the job.
import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { queries, server } from '../app/server.ts'
import { LOCALES, languageName } from '../knowledge/entries.ts'
import { useSettled } from '../knowledge/use-settled.ts'
import { Field } from '../settings/Field.tsx'
import { act } from '../ui/act.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { toast } from '../ui/toasts.tsx'
import { growthChanged } from './growth-data.ts'
import { type Columns, ImportColumns } from './ImportColumns.tsx'
import { ImportPreview } from './ImportPreview.tsx'

interface Chosen {
  readonly name: string
  readonly text: string
}
const MOST = 8_000_000

interface ChooseProps {
  readonly chosen: Chosen | null
  readonly choose: (next: Chosen | null) => void
}

const Paste = ({ chosen, choose }: ChooseProps) => {
  const { t } = useTranslation()
  return (
    <Field label={t('growth.import.paste')}>
      {(control) => (
        <Input.TextArea
          {...control}
          autoSize={{ minRows: 3, maxRows: 6 }}
          maxLength={MOST}
          placeholder={t('growth.import.pasteHint')}
          value={chosen !== null && chosen.name === '' ? chosen.text : ''}
          onChange={(event) => {
            const text = event.target.value
            choose(text.trim() === '' ? null : { name: '', text })
          }}
        />
      )}
    </Field>
  )
}

const Choose = ({ chosen, choose }: ChooseProps) => {
  const { t } = useTranslation()
  const [over, setOver] = useState(false)
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    const text = await file.text()
    if (text.length > MOST) return toast(t('growth.import.tooLarge'), { tone: 'problem' })
    choose({ name: file.name, text })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first.
    <div
      className={over ? 'kb-drop over' : 'kb-drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void take(event.dataTransfer.files[0])
      }}
    >
      <div className="kb-drop-main">
        <label className="button plain gap-file">
          {t('growth.import.choose')}
          <input
            type="file"
            accept=".csv,.tsv,.jsonl,.ndjson,.json,.txt"
            onChange={(event) => {
              void take(event.target.files?.[0])
              event.target.value = ''
            }}
          />
        </label>
        <span className="muted">{chosen === null ? t('growth.import.drop') : chosen.name}</span>
      </div>
      <Paste chosen={chosen} choose={choose} />
      <small>{t('growth.import.kinds')}</small>
    </div>
  )
}

const useLook = (text: string, columns: Columns | undefined) =>
  useQuery({
    queryKey: ['growth', 'preview', text, columns],
    queryFn: ({ signal }) =>
      server.previewChats({ body: { text, ...(columns === undefined ? {} : { columns }) } }, signal),
    placeholderData: (before) => before,
    gcTime: 0,
  })

const Looked = ({ text, done }: { text: string; done: () => void }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const [columns, setColumns] = useState<Columns>()
  const [locale, setLocale] = useState<string>(language)
  const [busy, setBusy] = useState(false)
  const query = useLook(text, useSettled(columns))
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (query.isPending) return <Loading lines={5} />
  const look = query.data
  const start = async () => {
    setBusy(true)
    const body = { text, locale, ...(columns === undefined ? {} : { columns }) }
    const begun = await act(() => server.importChats({ body }))
    setBusy(false)
    if (begun === null) return
    queries.setQueryData<{ imports: (typeof begun.import)[] }>(['growth', 'imports'], (now) => ({
      imports: [begun.import, ...(now?.imports ?? [])].slice(0, 20),
    }))
    growthChanged()
    done()
  }
  return (
    <section
      className="sheet padded kb-fields"
      aria-label={t('growth.import.look')}
      aria-busy={query.isPlaceholderData}
    >
      <h2>{t('growth.import.look')}</h2>
      <ImportColumns look={look} columns={columns} set={setColumns} />
      <ImportPreview look={look} />
      <Field label={t('growth.import.locale')} help={t('growth.import.localeHelp')}>
        {({ id }) => (
          <Select
            id={id}
            value={locale}
            options={LOCALES.map((value) => ({ value, label: languageName(value, language) }))}
            onChange={setLocale}
          />
        )}
      </Field>
      <div className="set-do">
        <Button type="primary" disabled={look.questions === 0} loading={busy} onClick={() => void start()}>
          {t('growth.import.start', { count: look.questions })}
        </Button>
      </div>
    </section>
  )
}

export const ImportFile = () => {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const text = useSettled(chosen?.text ?? '')
  return (
    <>
      <Choose chosen={chosen} choose={setChosen} />
      {chosen !== null && text !== '' && (
        <Looked key={chosen.name === '' ? 'pasted' : text.length} text={text} done={() => setChosen(null)} />
      )}
    </>
  )
}
