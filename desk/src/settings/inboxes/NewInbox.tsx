// A new inbox: where customers write first, then what it is called. What comes next opens by itself.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { go, linkTo } from '../../app/place.ts'
import { usePreferences } from '../../app/preferences.ts'
import { queries, server } from '../../app/server.ts'
import { Icon } from '../../ui/Icon.tsx'
import { toast } from '../../ui/toasts.tsx'
import { Field } from '../Field.tsx'
import { Heading } from '../Heading.tsx'
import { type Refusal, refusalOf, refusedAt } from '../refusal.ts'
import { CHANNELS, type KnownChannel } from './channels.ts'
import { keepInbox } from './inbox-data.ts'
import { LanguagePick } from './LanguagePick.tsx'

const ChannelPick = ({ chosen, pick }: { chosen: KnownChannel; pick: (channel: KnownChannel) => void }) => {
  const { t } = useTranslation()
  return (
    <fieldset className="channel-cards">
      <legend>{t('inboxes.where')}</legend>
      {CHANNELS.map(({ id, icon }) => (
        <label key={id} className={id === chosen ? 'channel-card chosen' : 'channel-card'}>
          <input type="radio" name="channel" value={id} checked={id === chosen} onChange={() => pick(id)} />
          <Icon name={icon} size={22} />
          <b>{t(`inboxes.channel.${id}.name`)}</b>
          <span className="muted">{t(`inboxes.channel.${id}.text`)}</span>
          <small>{t(`inboxes.channel.${id}.next`)}</small>
        </label>
      ))}
    </fieldset>
  )
}

const useNewInbox = () => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const [form, setForm] = useState<{ channel: KnownChannel; name: string; locale: string }>({
    channel: 'web',
    name: '',
    locale: language,
  })
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setRefusal(null)
    try {
      const { inbox } = await server.createInbox({ body: form })
      keepInbox(inbox)
      void queries.invalidateQueries({ queryKey: ['workspace'] })
      toast(t('inboxes.made', { name: inbox.name }))
      go({ page: 'settings', at: `inboxes/${inbox.id}/${inbox.channel === 'web' ? 'look' : 'channel'}` })
    } catch (error) {
      setRefusal(refusalOf(error))
    }
  }
  return { form, set: (change: Partial<typeof form>) => setForm({ ...form, ...change }), refusal, submit }
}

export const NewInbox = () => {
  const { t } = useTranslation()
  const { form, set, refusal, submit } = useNewInbox()
  return (
    <>
      <a className="set-back always" {...linkTo({ page: 'settings', at: 'inboxes' })}>
        <Icon name="back" size={16} />
        {t('settings.section.inboxes')}
      </a>
      <Heading title={t('inboxes.new')} lead={t('inboxes.newLead')} />
      <form className="set-form" onSubmit={submit} aria-label={t('inboxes.new')}>
        <ChannelPick chosen={form.channel} pick={(channel) => set({ channel })} />
        <section className="sheet padded">
          <Field label={t('inboxes.name')} help={t('inboxes.nameHelp')} error={refusedAt(refusal, '/name')}>
            {(control) => (
              <Input
                {...control}
                required
                maxLength={120}
                value={form.name}
                onChange={(event) => set({ name: event.target.value })}
              />
            )}
          </Field>
          <LanguagePick value={form.locale} pick={(locale) => set({ locale })} error={refusedAt(refusal, '/locale')} />
        </section>
        {refusal !== null && (
          <p className="form-problem" role="alert">
            {refusal.text}
          </p>
        )}
        <div className="set-do">
          <Button type="primary" htmlType="submit">
            {t('inboxes.make')}
          </Button>
        </div>
      </form>
    </>
  )
}
