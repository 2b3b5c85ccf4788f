// A cluster's name: a colleague's own words, or none and its question stands for it.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../settings/Field.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import type { Cluster } from './growth-data.ts'
import { renameGap } from './shaping.ts'

export const NameDialog = ({ cluster, onClose }: { cluster: Cluster; onClose: () => void }) => {
  const { t } = useTranslation()
  const [words, setWords] = useState(cluster.name.slice(0, 200))
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const done = await renameGap(cluster, words)
    setBusy(false)
    if (done) onClose()
  }
  return (
    <Dialog title={t('growth.rename')} onClose={onClose}>
      <form onSubmit={(event) => void save(event)}>
        <Field label={t('growth.name')} help={t('growth.nameHelp')}>
          {(control) => (
            <Input {...control} maxLength={200} value={words} onChange={(event) => setWords(event.target.value)} />
          )}
        </Field>
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('do.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
