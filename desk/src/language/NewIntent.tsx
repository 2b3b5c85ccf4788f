// A new intent: its name in both languages and the short name that files use.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { go } from '../app/place.ts'
import { server } from '../app/server.ts'
import { act } from '../ui/act.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Labelled } from '../ui/Labelled.tsx'
import { taught, useIntents } from './lab.ts'

const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
const SLUG = '[a-z0-9]+(-[a-z0-9]+)*'

export const NewIntent = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation()
  const held = useIntents().data?.intents ?? []
  const [form, setForm] = useState({ zh: '', en: '', id: '' })
  const id = form.id || slugOf(form.en)
  const taken = held.some((intent) => intent.id === id)
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const title = { zh: form.zh.trim(), en: form.en.trim() }
    const made = await act(() => server.saveIntent({ params: { intentId: id }, body: { title, on: true } }))
    if (made === null) return
    taught()
    onClose()
    go({ page: 'language', at: `intents/${id}` })
  }
  return (
    <Dialog title={t('language.newIntent')} onClose={onClose}>
      <form onSubmit={save}>
        <Labelled label={t('language.titleEn')}>
          <Input required maxLength={80} {...field('en')} />
        </Labelled>
        <Labelled label={t('language.titleZh')}>
          <Input required maxLength={80} {...field('zh')} />
        </Labelled>
        <Labelled label={t('language.slug')}>
          <Input required pattern={SLUG} maxLength={48} {...field('id')} value={id} />
        </Labelled>
        <p className={taken ? 'why' : 'muted'}>{t(taken ? 'language.slugTaken' : 'language.slugHint')}</p>
        <div className="dialog-foot">
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={taken || id === ''}>
            {t('language.makeIntent')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
