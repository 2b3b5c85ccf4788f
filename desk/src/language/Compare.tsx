// Two versions on one test set: how often each is right, what got better, what got worse.
import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { server } from '../app/server.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { CsvField } from './ImportCsv.tsx'
import { type Comparison, percent, useTitle } from './lab.ts'
import { SkippedLines } from './SkippedLines.tsx'

type Row = Comparison['differing'][number]
const SHOWN = 20

const useComparison = (left: number, right: number, csv: string | null) =>
  useQuery({
    queryKey: ['language', 'compare', left, right, csv],
    queryFn: ({ signal }) => server.compareModels({ body: { left, right, ...(csv === null ? {} : { csv }) } }, signal),
  })

const Rows = ({ label, rows, tone }: { label: string; rows: readonly Row[]; tone: string }) => {
  const { t } = useTranslation()
  const title = useTitle()
  if (rows.length === 0) return null
  return (
    <details className={`lab-rows ${tone}`}>
      <summary>{label}</summary>
      <div className="lab-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('language.sentence')}</th>
              <th scope="col">{t('language.meant')}</th>
              <th scope="col">{t('language.before')}</th>
              <th scope="col">{t('language.now')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map(({ text, intent, left, right }) => (
              <tr key={text}>
                <td>{text}</td>
                <td>{title(intent)}</td>
                <td>{title(left)}</td>
                <td>{title(right)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > SHOWN && <p className="muted">{t('language.andMore', { count: rows.length - SHOWN })}</p>}
    </details>
  )
}

const Side = ({ side, label }: { side: Comparison['left']; label: string }) => {
  const { t } = useTranslation()
  return (
    <div className="lab-side">
      <small>{label}</small>
      <strong>{percent(side.accuracy)}</strong>
      <span className="muted">{t('language.refused', { count: side.refused })}</span>
    </div>
  )
}

const Outcome = ({ found }: { found: Comparison }) => {
  const { t } = useTranslation()
  const name = (version: number) => (version === 0 ? t('language.builtInModel') : t('language.version', { version }))
  const better = found.differing.filter(({ right, intent }) => right === intent)
  const worse = found.differing.filter(({ left, intent }) => left === intent)
  const other = found.differing.filter((row) => !better.includes(row) && !worse.includes(row))
  return (
    <>
      <div className="lab-sides">
        <Side side={found.left} label={name(found.left.version)} />
        <span aria-hidden="true">→</span>
        <Side side={found.right} label={name(found.right.version)} />
      </div>
      <p className="muted">{t('language.onRows', { count: found.rows })}</p>
      {found.differing.length === 0 && <p>{t('language.same')}</p>}
      <Rows tone="better" label={t('language.better', { count: better.length })} rows={better} />
      <Rows tone="worse" label={t('language.worse', { count: worse.length })} rows={worse} />
      <Rows tone="other" label={t('language.otherwise', { count: other.length })} rows={other} />
      <SkippedLines skipped={found.skipped} />
    </>
  )
}

const OwnSet = ({ onUse, onClose }: { onUse: (csv: string) => void; onClose: () => void }) => {
  const { t } = useTranslation()
  const [csv, setCsv] = useState('')
  return (
    <Dialog title={t('language.ownSet')} onClose={onClose} wide>
      <CsvField value={csv} onChange={setCsv} />
      <div className="dialog-foot">
        <Button onClick={onClose}>{t('do.cancel')}</Button>
        <Button type="primary" disabled={csv.trim() === ''} onClick={() => onUse(csv)}>
          {t('language.compare')}
        </Button>
      </div>
    </Dialog>
  )
}

export const Compare = ({ left, right }: { left: number; right: number }) => {
  const { t } = useTranslation()
  const [csv, setCsv] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const query = useComparison(left, right, csv)
  return (
    <div className="lab-compare">
      {query.isPending && <Loading lines={3} />}
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.data && <Outcome found={query.data} />}
      <p className="lab-set">
        <span className="muted">{t(csv === null ? 'language.keptBack' : 'language.yourSet')}</span>
        <Button size="small" onClick={() => (csv === null ? setAsking(true) : setCsv(null))}>
          {t(csv === null ? 'language.ownSet' : 'language.useKeptBack')}
        </Button>
      </p>
      {asking && (
        <OwnSet
          onClose={() => setAsking(false)}
          onUse={(chosen) => {
            setCsv(chosen)
            setAsking(false)
          }}
        />
      )}
    </div>
  )
}
