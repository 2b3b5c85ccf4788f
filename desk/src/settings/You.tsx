// Who you are to colleagues and customers, and how this desk looks and behaves on this device.
import { useQuery } from '@tanstack/react-query'
import Input from 'antd/es/input'
import Segmented from 'antd/es/segmented'
import { useTranslation } from 'react-i18next'
import { AlertSettings } from '../alerts/AlertSettings.tsx'
import { type Preferences, prefer, usePreferences } from '../app/preferences.ts'
import { queries, type Session, server, useMay, useSession } from '../app/server.ts'
import { Face } from '../inbox/Row.tsx'
import { useDraft } from './draft.ts'
import { Field } from './Field.tsx'
import { Heading } from './Heading.tsx'
import { DraftForm } from './SaveBar.tsx'

interface ChoiceProps<K extends keyof Preferences> {
  name: K
  label: string
  options: readonly { value: Preferences[K]; label: string }[]
}
const Choice = <K extends keyof Preferences>({ name, label, options }: ChoiceProps<K>) => {
  const chosen = usePreferences()[name]
  return (
    <div className="setting">
      <span id={`setting-${name}`}>{label}</span>
      <Segmented
        aria-labelledby={`setting-${name}`}
        value={chosen}
        options={[...options]}
        onChange={(value) => prefer({ [name]: value })}
      />
    </div>
  )
}

const useTeamNames = (ids: readonly string[]): string => {
  const teams = useQuery({ queryKey: ['teams'], queryFn: ({ signal }) => server.listTeams({}, signal) }).data?.teams
  return (teams ?? [])
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(', ')
}

const Profile = () => {
  const { t } = useTranslation()
  const { staff } = useSession()
  const may = useMay('staff.manage')
  const teams = useTeamNames(staff.teamIds)
  const draft = useDraft({ name: staff.name }, async (body) => {
    const reply = await server.changeStaff({ params: { staffId: staff.id }, body })
    queries.setQueryData<Session>(['session'], (now) => now && { ...now, staff: reply.staff })
    void queries.invalidateQueries({ queryKey: ['staff'] })
  })
  return (
    <DraftForm label={t('settings.profile')} draft={draft}>
      <section className="sheet padded">
        <div className="you-card">
          <Face id={staff.id} name={staff.name} size={52} />
          <div className="grow">
            <b>{staff.email}</b>
            <p className="muted">
              {t(`role.${staff.role}`)}: {t(`roleText.${staff.role}`)}
              {teams !== '' && ` · ${teams}`}
            </p>
          </div>
        </div>
        <Field
          label={t('settings.yourName')}
          help={t(may ? 'settings.nameSeen' : 'settings.nameAsk')}
          error={draft.at('/name')}
        >
          {(control) => (
            <Input
              {...control}
              required
              maxLength={120}
              readOnly={!may}
              value={draft.value.name}
              onChange={(event) => draft.set({ name: event.target.value })}
            />
          )}
        </Field>
      </section>
    </DraftForm>
  )
}

export const You = () => {
  const { t } = useTranslation()
  return (
    <>
      <Heading title={t('settings.section.you')} lead={t('settings.youLead')} />
      <Profile />
      <section className="sheet padded" aria-label={t('settings.looks')}>
        <h3>{t('settings.looks')}</h3>
        <Choice
          name="language"
          label={t('field.language')}
          options={[
            { value: 'zh-CN', label: '简体中文' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Choice
          name="theme"
          label={t('settings.theme')}
          options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
        />
        <Choice
          name="sendKey"
          label={t('settings.sendKey')}
          options={(['enter', 'mod-enter'] as const).map((value) => ({ value, label: t(`settings.${value}`) }))}
        />
        <p className="set-help">{t('settings.thisDevice')}</p>
      </section>
      <AlertSettings />
    </>
  )
}
