// What an inbox is called, in which language its bot speaks, who sees it, and whether it is on.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Popconfirm from 'antd/es/popconfirm'
import Select from 'antd/es/select'
import { useTranslation } from 'react-i18next'
import { act } from '../../ui/act.ts'
import { useDraft } from '../draft.ts'
import { Field } from '../Field.tsx'
import { DraftForm } from '../SaveBar.tsx'
import { changeInbox, type Inbox, useTeams } from './inbox-data.ts'
import { LanguagePick } from './LanguagePick.tsx'

const OnOff = ({ inbox }: { inbox: Inbox }) => {
  const { t } = useTranslation()
  const turn = (enabled: boolean) =>
    act(() => changeInbox(inbox.id, { enabled }), t(enabled ? 'inboxes.turnedOn' : 'inboxes.turnedOff'))
  return (
    <section className="sheet padded set-row">
      <div className="grow">
        <h3>{t(inbox.enabled ? 'inboxes.isOn' : 'inboxes.isOff')}</h3>
        <p className="set-help">{t(inbox.enabled ? 'inboxes.isOnText' : 'inboxes.isOffText')}</p>
      </div>
      {inbox.enabled ? (
        <Popconfirm
          title={t('inboxes.offTitle')}
          description={<p className="confirm-text">{t('inboxes.offText')}</p>}
          okText={t('inboxes.turnOff')}
          cancelText={t('do.cancel')}
          onConfirm={() => turn(false)}
        >
          <Button danger>{t('inboxes.turnOff')}</Button>
        </Popconfirm>
      ) : (
        <Button type="primary" onClick={() => void turn(true)}>
          {t('inboxes.turnOn')}
        </Button>
      )}
    </section>
  )
}

interface PeopleProps {
  chosen: string[]
  pick: (teamIds: string[]) => void
  error: string | undefined
}
const PeoplePick = ({ chosen, pick, error }: PeopleProps) => {
  const { t } = useTranslation()
  const teams = useTeams()
  return (
    <Field
      label={t('inboxes.people')}
      help={t(chosen.length === 0 ? 'inboxes.peopleAll' : 'inboxes.peopleSome')}
      error={error}
    >
      {({ id, status }) => (
        <Select
          id={id}
          status={status}
          mode="multiple"
          placeholder={t('inboxes.everyone')}
          value={chosen}
          options={teams.map((team) => ({ value: team.id, label: team.name }))}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={pick}
        />
      )}
    </Field>
  )
}

export const General = ({ inbox }: { inbox: Inbox }) => {
  const { t } = useTranslation()
  const { name, botName, locale, teamIds } = inbox
  const draft = useDraft({ name, botName, locale, teamIds }, (body) => changeInbox(inbox.id, body))
  const { value, set, at } = draft
  return (
    <>
      <DraftForm label={t('inboxes.tab.general')} draft={draft}>
        <section className="sheet padded">
          <Field label={t('inboxes.name')} help={t('inboxes.nameHelp')} error={at('/name')}>
            {(control) => (
              <Input
                {...control}
                required
                maxLength={120}
                value={value.name}
                onChange={(e) => set({ name: e.target.value })}
              />
            )}
          </Field>
          <Field label={t('inboxes.botName')} help={t('inboxes.botNameHelp')} error={at('/botName')}>
            {(control) => (
              <Input
                {...control}
                maxLength={60}
                value={value.botName}
                onChange={(e) => set({ botName: e.target.value })}
              />
            )}
          </Field>
          <LanguagePick value={value.locale} pick={(next) => set({ locale: next })} error={at('/locale')} />
          <PeoplePick chosen={value.teamIds} pick={(next) => set({ teamIds: next })} error={at('/teamIds')} />
        </section>
      </DraftForm>
      <OnOff inbox={inbox} />
    </>
  )
}
