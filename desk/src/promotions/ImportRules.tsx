// A table from a spreadsheet: looked at first, every row that cannot be read is named, then taken into the draft.
import type { RuleSetHead } from '@ballast/contract/promotions'
import Button from 'antd/es/button'
import i18next from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { server } from '../app/server.ts'
import { act } from '../ui/act.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { toast } from '../ui/toasts.tsx'
import { minutesAhead } from './amounts.ts'
import { tellVersion, writeDraft } from './rule-set.ts'

type Found = Awaited<ReturnType<typeof server.importRules>>
type How = 'add' | 'replace'
const SHOWN = 100

const columnWords = (column: string): string => {
  const key = `promotions.field.${column.replace(/^\//, '').split('/')[0]}`
  return i18next.exists(key) ? i18next.t(key) : column
}

const Problems = ({ problems }: { problems: Found['problems'] }) => {
  const { t } = useTranslation()
  if (problems.length === 0) return null
  return (
    <div className="promo-problems">
      <p>{t('promotions.rowsWrong', { count: problems.length })}</p>
      <ul>
        {problems.slice(0, SHOWN).map(({ row, code, column }) => (
          <li key={`${row} ${code} ${column}`}>
            <b>{t('promotions.row', { row })}</b>{' '}
            {t(`promotions.rowWhy.${code.replace('.', '-')}`, {
              column: column === undefined ? '' : columnWords(column),
            })}
          </li>
        ))}
      </ul>
      {problems.length > SHOWN && (
        <p className="muted">{t('promotions.showMore', { count: problems.length - SHOWN })}</p>
      )}
    </div>
  )
}

const useImport = ({ version, head }: { version: number; head: RuleSetHead }) => {
  const send = (file: File, how: How, preview: boolean) => {
    const query = {
      base: String(how === 'add' ? version : 0),
      currency: head.currency,
      ahead: minutesAhead(),
      ...(preview ? { preview: 'yes' as const } : {}),
    }
    return server.importRules({ query, bytes: new Blob([file], { type: 'application/octet-stream' }) })
  }
  const look = (file: File) => act(() => send(file, 'add', true))
  const take = (file: File, how: How) =>
    act(async () => {
      const found = await send(file, how, false)
      if (found.version !== null) {
        tellVersion(found.version)
        // A file holds rules only: what the shop has promised stays.
        if (how === 'replace' && head.campaigns.length > 0)
          await writeDraft({ head: { currency: head.currency, campaigns: head.campaigns } })
      }
      return found
    })
  return { look, take }
}

const ChooseFile = ({ name, onFile }: { name: string | undefined; onFile: (file: File) => void }) => {
  const { t } = useTranslation()
  return (
    <p className="promo-file">
      <label className="button plain">
        {t('promotions.chooseFile')}
        <input
          type="file"
          accept=".xlsx,.csv,.tsv,.json"
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) onFile(file)
            event.target.value = ''
          }}
        />
      </label>
      {name !== undefined && <span className="muted">{name}</span>}
    </p>
  )
}

const Ways = ({ how, set }: { how: How; set: (how: How) => void }) => {
  const { t } = useTranslation()
  return (
    <fieldset className="promo-ways">
      <legend className="set-label">{t('promotions.how')}</legend>
      {(['add', 'replace'] as const).map((each) => (
        <label key={each} className="promo-check">
          <input type="radio" name="how" checked={how === each} onChange={() => set(each)} />
          {t(`promotions.way.${each}`)}
        </label>
      ))}
    </fieldset>
  )
}

export const ImportRules = (props: { version: number; head: RuleSetHead; onClose: () => void }) => {
  const { t } = useTranslation()
  const [file, setFile] = useState<File | null>(null)
  const [found, setFound] = useState<Found | null>(null)
  const [how, setHow] = useState<How>('add')
  const [busy, setBusy] = useState(false)
  const { look, take } = useImport(props)
  const choose = async (next: File) => {
    setFile(next)
    setFound(null)
    setFound(await look(next))
  }
  const run = async () => {
    if (file === null) return
    setBusy(true)
    const taken = await take(file, how)
    setBusy(false)
    if (taken === null) return
    toast(t('promotions.imported', { count: taken.rules }))
    props.onClose()
  }
  return (
    <Dialog title={t('promotions.import')} onClose={props.onClose} wide>
      <p className="muted">{t('promotions.importText')}</p>
      <ChooseFile name={file?.name} onFile={(next) => void choose(next)} />
      {found !== null && (
        <div role="status">
          <p>{t('promotions.rowsRead', { count: found.rules })}</p>
          <Problems problems={found.problems} />
        </div>
      )}
      {found !== null && found.rules > 0 && <Ways how={how} set={setHow} />}
      <div className="dialog-foot">
        <Button onClick={props.onClose}>{t('do.cancel')}</Button>
        <Button type="primary" loading={busy} disabled={!found || found.rules === 0} onClick={() => void run()}>
          {t('promotions.takeIn', { count: found?.rules ?? 0 })}
        </Button>
      </div>
    </Dialog>
  )
}
