// The words in the composer, kept as a canned reply: for oneself, or for everybody by those who may.
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { explain } from '../app/explain.ts'
import { usePreferences } from '../app/preferences.ts'
import { useMay } from '../app/server.ts'
import { newId } from '../live/new-id.ts'
import { saveCanned } from '../thread/canned.ts'
import { BLANKS } from '../thread/fill.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { closeDialog } from '../ui/dialogs.ts'
import { Labelled } from '../ui/Labelled.tsx'
import { toast } from '../ui/toasts.tsx'

const SHORTCUT = /^[\p{L}\p{N}_-]{1,40}$/u
const LONGEST = 4_000

const useCannedForm = (first: { text: string; locale: string | null }) => {
  const { t } = useTranslation()
  const [fields, setFields] = useState({ shortcut: '', title: '', text: first.text.slice(0, LONGEST), shared: false })
  const [anyLanguage, setAnyLanguage] = useState(first.locale === null)
  const [replyId] = useState(newId)
  const [problem, setProblem] = useState<string | null>(null)
  const change = (more: Partial<typeof fields>) => {
    setFields({ ...fields, ...more })
    setProblem(null)
  }
  const save = async () => {
    const body = {
      ...fields,
      shortcut: fields.shortcut.trim().replace(/^\//, ''),
      title: fields.title.trim(),
      text: fields.text.trim(),
    }
    if (!SHORTCUT.test(body.shortcut)) return setProblem(t('canned.shortcutRule'))
    if (body.title === '' || body.text === '') return setProblem(t('canned.titleRule'))
    try {
      const { shortcut } = await saveCanned(replyId, { ...body, locale: anyLanguage ? null : first.locale })
      closeDialog()
      toast(t('canned.saved', { shortcut }))
    } catch (error) {
      setProblem(explain(error))
    }
  }
  return { fields, change, anyLanguage, setAnyLanguage, problem, save }
}

type Form = ReturnType<typeof useCannedForm>

const WhoSees = ({ fields, change }: Form) => {
  const { t } = useTranslation()
  if (!useMay('canned-replies.manage')) return <p className="muted">{t('canned.personalOnly')}</p>
  return (
    <fieldset className="choice-list">
      <legend>{t('canned.whoSees')}</legend>
      {([false, true] as const).map((shared) => (
        <label key={String(shared)}>
          <input type="radio" name="shared" checked={fields.shared === shared} onChange={() => change({ shared })} />
          {t(shared ? 'canned.shared' : 'canned.personal')}
        </label>
      ))}
    </fieldset>
  )
}

const Words = ({ fields, change }: Form) => {
  const { t } = useTranslation()
  const field = (name: 'shortcut' | 'title' | 'text') => ({
    value: fields[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  })
  return (
    <>
      <Labelled label={t('canned.shortcut')}>
        <input maxLength={41} placeholder="/refund" {...field('shortcut')} />
      </Labelled>
      <Labelled label={t('canned.title')}>
        <input maxLength={120} {...field('title')} />
      </Labelled>
      <Labelled label={t('canned.text')}>
        <textarea rows={5} maxLength={LONGEST} {...field('text')} />
      </Labelled>
      <p className="muted blanks-hint">
        {t('canned.blanks', { blanks: BLANKS.map((blank) => `{{${blank}}}`).join(' ') })}
      </p>
    </>
  )
}

export const SaveCanned = ({ text, locale }: { text: string; locale: string | null }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const form = useCannedForm({ text, locale })
  const { problem, save, anyLanguage, setAnyLanguage } = form
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  return (
    <Dialog title={t('canned.save')} onClose={closeDialog}>
      <form onSubmit={onSubmit}>
        <Words {...form} />
        {locale !== null && (
          <label className="check">
            <input type="checkbox" checked={!anyLanguage} onChange={(event) => setAnyLanguage(!event.target.checked)} />
            {t('canned.theirLanguage', { language: new Intl.DisplayNames(language, { type: 'language' }).of(locale) })}
          </label>
        )}
        <WhoSees {...form} />
        {problem && (
          <p className="form-problem" role="alert">
            {problem}
          </p>
        )}
        <div className="dialog-foot">
          <Button onClick={closeDialog}>{t('do.cancel')}</Button>
          <Button look="main" type="submit">
            {t('do.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
