// What a channel can be told. The server says which fields there are, so a new channel needs no page of its own.
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queries, server } from '../../app/server.ts'
import { Blank, Failed, Loading } from '../../ui/Blank.tsx'
import { useDraft } from '../draft.ts'
import { DraftForm } from '../SaveBar.tsx'
import type { Inbox } from './inbox-data.ts'
import { SettingInput } from './SettingInput.tsx'
import { changesOf, type SettingsView, shownValue, type Values } from './setting-values.ts'

const Form = ({ inbox, view }: { inbox: Inbox; view: SettingsView }) => {
  const { t } = useTranslation()
  const draft = useDraft<Values>(view.values, async (after) => {
    const settings = changesOf(view.form, view.values, after)
    const reply = await server.changeInboxSettings({ params: { inboxId: inbox.id }, body: { settings } })
    queries.setQueryData(['inbox-settings', inbox.id], reply)
    void queries.invalidateQueries({ queryKey: ['delivery', inbox.id] })
  })
  return (
    <DraftForm label={t('inboxes.tab.channel')} draft={draft}>
      <section className="sheet padded">
        {view.form.map((field) => (
          <SettingInput
            key={field.name}
            channel={view.channel}
            field={field}
            isSet={view.values[field.name] !== undefined}
            value={shownValue(field, draft.value)}
            error={draft.at(`/settings/${field.name}`)}
            set={(value) => draft.set({ [field.name]: value })}
          />
        ))}
      </section>
    </DraftForm>
  )
}

export const ChannelSettings = ({ inbox }: { inbox: Inbox }) => {
  const { t } = useTranslation()
  const query = useQuery({
    queryKey: ['inbox-settings', inbox.id],
    queryFn: ({ signal }) => server.readInboxSettings({ params: { inboxId: inbox.id } }, signal),
  })
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  if (query.data.form.length === 0) return <Blank icon="check" title={t('inboxes.setting.none')} />
  return <Form inbox={inbox} view={query.data} />
}
