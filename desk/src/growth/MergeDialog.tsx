// Two clusters that ask the same: which one is put into this one.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Failed, Loading } from '../ui/Blank.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { type Cluster, useClusters } from './growth-data.ts'
import { mergeGaps } from './shaping.ts'

const Choice = ({ cluster, chosen, choose }: { cluster: Cluster; chosen: boolean; choose: () => void }) => {
  const { t } = useTranslation()
  return (
    <li>
      <label className="gap-choice">
        <input type="radio" name="other" checked={chosen} onChange={choose} />
        <span>
          <b>{cluster.name}</b>
          <small>{t('growth.asked', { count: cluster.count })}</small>
        </span>
      </label>
    </li>
  )
}

const says = ({ name, examples }: Cluster, words: string): boolean =>
  [name, ...examples].join('\n').toLowerCase().includes(words.trim().toLowerCase())

const Read = ({ query }: { query: ReturnType<typeof useClusters> }) => {
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  return query.isPending ? <Loading /> : null
}

export const MergeDialog = ({ into, onClose }: { into: Cluster; onClose: () => void }) => {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [other, setOther] = useState<Cluster | null>(null)
  const [busy, setBusy] = useState(false)
  const query = useClusters({ state: 'open', least: 1 })
  const others = (query.data?.clusters ?? []).filter((one) => one.id !== into.id && says(one, words))
  const merge = async (chosen: Cluster) => {
    setBusy(true)
    if (await mergeGaps(into, chosen)) onClose()
    else setBusy(false)
  }
  return (
    <Dialog title={t('growth.mergeTitle')} onClose={onClose} wide>
      <p className="muted">{t('growth.mergeText', { name: into.name })}</p>
      <Input
        type="search"
        aria-label={t('growth.mergeSearch')}
        placeholder={t('growth.mergeSearch')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Read query={query} />
      {query.data && others.length === 0 && <p role="status">{t('growth.mergeNone')}</p>}
      <ul className="gap-choices">
        {others.map((cluster) => (
          <Choice
            key={cluster.id}
            cluster={cluster}
            chosen={other?.id === cluster.id}
            choose={() => setOther(cluster)}
          />
        ))}
      </ul>
      <div className="dialog-foot">
        <Button onClick={onClose}>{t('do.cancel')}</Button>
        <Button type="primary" disabled={other === null} loading={busy} onClick={() => other && void merge(other)}>
          {t('growth.merge')}
        </Button>
      </div>
    </Dialog>
  )
}
