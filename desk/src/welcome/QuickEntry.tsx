// One knowledge entry, mended beside the chat: its question in many wordings, its answer. Saving publishes.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Popconfirm from 'antd/es/popconfirm'
import Select from 'antd/es/select'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { queries, server, useMay } from '../app/server.ts'
import { newId } from '../live/new-id.ts'
import { act } from '../ui/act.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Labelled } from '../ui/Labelled.tsx'

export type Entry = Awaited<ReturnType<typeof server.listKnowledge>>['entries'][number]

const useForm = (entry: Entry | null, onClose: () => void) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const [id] = useState(() => entry?.id ?? newId())
  const [form, setForm] = useState({
    locale: entry?.locale ?? language,
    title: entry?.title ?? '',
    topic: entry?.topic ?? '',
    questions: (entry?.questions ?? []).join('\n'),
    answer: entry?.answer ?? '',
  })
  const finish = (reply: unknown) => {
    if (reply === null) return
    void queries.invalidateQueries({ queryKey: ['knowledge'] })
    onClose()
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const questions = form.questions
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .slice(0, 50)
    const body = { ...form, questions, baseVersion: entry?.version ?? 0 }
    finish(await act(() => server.saveKnowledge({ params: { entryId: id }, body }), t('did.publish')))
  }
  const withdraw = async () =>
    finish(await act(() => server.withdrawKnowledge({ params: { entryId: id } }), t('did.withdraw')))
  const field = (name: keyof typeof form) => ({
    value: form[name],
    onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }),
  })
  return { form, setForm, field, save, withdraw }
}

const Foot = ({ entry, withdraw, onClose }: { entry: Entry | null; withdraw: () => void; onClose: () => void }) => {
  const { t } = useTranslation()
  const writes = useMay('knowledge.write')
  return (
    <div className="dialog-foot">
      {writes && entry !== null && entry.status === 'published' && (
        <Popconfirm
          title={t('knowledge.withdrawTitle')}
          description={t('knowledge.withdrawText')}
          okText={t('knowledge.withdraw')}
          cancelText={t('do.cancel')}
          getPopupContainer={(trigger) => trigger.closest('dialog') ?? document.body}
          onConfirm={withdraw}
        >
          <Button danger className="push-left">
            {t('knowledge.withdraw')}
          </Button>
        </Popconfirm>
      )}
      <Button onClick={onClose}>{t('do.cancel')}</Button>
      {writes && (
        <Button type="primary" htmlType="submit">
          {t('knowledge.publish')}
        </Button>
      )}
    </div>
  )
}

export const QuickEntry = ({ entry, onClose }: { entry: Entry | null; onClose: () => void }) => {
  const { t } = useTranslation()
  const readOnly = !useMay('knowledge.write')
  const { form, setForm, field, save, withdraw } = useForm(entry, onClose)
  return (
    <Dialog title={entry?.title ?? t('knowledge.new')} onClose={onClose} wide>
      <form onSubmit={save}>
        <Labelled label={t('knowledge.title')}>
          <Input required maxLength={300} readOnly={readOnly} {...field('title')} />
        </Labelled>
        <div className="pair">
          <Labelled label={t('knowledge.topic')}>
            <Input maxLength={64} readOnly={readOnly} {...field('topic')} />
          </Labelled>
          <div className="stack">
            {t('field.language')}
            <Select
              aria-label={t('field.language')}
              value={form.locale}
              disabled={readOnly}
              getPopupContainer={(trigger) => trigger.parentElement ?? document.body}
              options={[...new Set(['zh-CN', 'en', form.locale])].map((value) => ({ value, label: value }))}
              onChange={(locale) => setForm({ ...form, locale })}
            />
          </div>
        </div>
        <Labelled label={t('knowledge.questionsLines')}>
          <Input.TextArea rows={4} readOnly={readOnly} {...field('questions')} />
        </Labelled>
        <Labelled label={t('knowledge.answer')}>
          <Input.TextArea required rows={7} maxLength={8000} readOnly={readOnly} {...field('answer')} />
        </Labelled>
        <Foot entry={entry} withdraw={() => void withdraw()} onClose={onClose} />
      </form>
    </Dialog>
  )
}
