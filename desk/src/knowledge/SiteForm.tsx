// The address of a website, how much of it is read, and how often it is read again.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import InputNumber from 'antd/es/input-number'
import Select from 'antd/es/select'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { server } from '../app/server.ts'
import { newId } from '../live/new-id.ts'
import { Field } from '../settings/Field.tsx'
import { type Refusal, refusalOf } from '../settings/refusal.ts'
import { toast } from '../ui/toasts.tsx'
import { knowledgeChanged, LOCALES, languageName } from './entries.ts'

/** Hours between two readings; 0: only when somebody says so. */
const OFTEN = [0, 6, 24, 168] as const

const whole = (typed: string): string => (/^https?:\/\//i.test(typed) ? typed : `https://${typed}`)

const useSiteForm = (onClose: () => void) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const [id] = useState(newId)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [form, setForm] = useState({
    ...{ url: '', locale: language as string, topic: '' },
    ...{ mostPages: 100, mostDepth: 3, everyHours: 24 },
  })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const { everyHours, url, ...rest } = form
    const body = { ...rest, url: whole(url.trim()), everyHours: everyHours === 0 ? null : everyHours }
    try {
      await server.saveSite({ params: { siteId: id }, body })
      toast(t('sites.didAdd'))
      knowledgeChanged()
      onClose()
    } catch (error) {
      setRefusal(refusalOf(error))
      setBusy(false)
    }
  }
  const set = (change: Partial<typeof form>) => {
    setForm({ ...form, ...change })
    setRefusal(null)
  }
  return { form, set, save, busy, refusal }
}

type SiteState = ReturnType<typeof useSiteForm>

const Often = ({ form, set }: Pick<SiteState, 'form' | 'set'>) => {
  const { t } = useTranslation()
  return (
    <Field label={t('sites.often')}>
      {({ id }) => (
        <Select
          id={id}
          value={form.everyHours}
          options={OFTEN.map((value) => ({ value, label: t(`sites.every.${value}`) }))}
          onChange={(everyHours) => set({ everyHours })}
        />
      )}
    </Field>
  )
}

const Limits = ({ form, set }: Pick<SiteState, 'form' | 'set'>) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  return (
    <>
      <Field label={t('knowledge.field.locale')}>
        {({ id }) => (
          <Select
            id={id}
            value={form.locale}
            options={LOCALES.map((value) => ({ value: value as string, label: languageName(value, language) }))}
            onChange={(locale) => set({ locale })}
          />
        )}
      </Field>
      <Field label={t('sites.mostPages')} help={t('sites.mostPagesHelp')}>
        {({ id }) => (
          <InputNumber
            id={id}
            min={1}
            max={1000}
            precision={0}
            value={form.mostPages}
            onChange={(now) => set({ mostPages: now ?? 100 })}
          />
        )}
      </Field>
      <Field label={t('sites.mostDepth')} help={t('sites.mostDepthHelp')}>
        {({ id }) => (
          <InputNumber
            id={id}
            min={0}
            max={10}
            precision={0}
            value={form.mostDepth}
            onChange={(now) => set({ mostDepth: now ?? 3 })}
          />
        )}
      </Field>
    </>
  )
}

export const SiteForm = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation()
  const { form, set, save, busy, refusal } = useSiteForm(onClose)
  return (
    <form
      className="sheet padded kb-fields kb-site-form"
      aria-label={t('sites.add')}
      onSubmit={(event) => void save(event)}
    >
      <Field label={t('sites.url')} help={t('sites.urlHelp')} error={refusal?.text}>
        {(control) => (
          <Input
            {...control}
            required
            autoFocus
            inputMode="url"
            maxLength={2000}
            placeholder="https://shop.example/help"
            value={form.url}
            onChange={(event) => set({ url: event.target.value })}
          />
        )}
      </Field>
      <div className="kb-filing">
        <Limits form={form} set={set} />
        <Often form={form} set={set} />
      </div>
      <div className="actions">
        <Button onClick={onClose}>{t('do.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy} disabled={form.url.trim() === ''}>
          {t('sites.read')}
        </Button>
      </div>
    </form>
  )
}
