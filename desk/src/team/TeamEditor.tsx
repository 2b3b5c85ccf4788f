// One team: tick who is in it and which of the restricted inboxes it sees. Every tick is saved at once.
import Checkbox from 'antd/es/checkbox'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { queries, server, useMay } from '../app/server.ts'
import { changeInbox, type Inbox, keepInbox, useInboxes } from '../settings/inboxes/inbox-data.ts'
import { act } from '../ui/act.ts'
import { Dialog } from '../ui/Dialog.tsx'
import type { Staff, Team } from './use-staff.ts'

const toggled = (ids: readonly string[], id: string, on: boolean): string[] =>
  on ? [...ids, id] : ids.filter((each) => each !== id)

const Members = ({ team, staff }: { team: Team; staff: readonly Staff[] }) => {
  const { t } = useTranslation()
  const may = useMay('staff.manage')
  const turn = async (who: Staff, on: boolean) => {
    const teamIds = toggled(who.teamIds, team.id, on)
    queries.setQueryData<{ staff: Staff[] }>(
      ['staff'],
      (now) => now && { staff: now.staff.map((each) => (each.id === who.id ? { ...each, teamIds } : each)) },
    )
    await act(
      () => server.changeStaff({ params: { staffId: who.id }, body: { teamIds } }),
      t(on ? 'teams.joined' : 'teams.left', { name: who.name, team: team.name }),
    )
    void queries.invalidateQueries({ queryKey: ['staff'] })
  }
  return (
    <fieldset className="tick-list">
      <legend>{t('teams.who')}</legend>
      {!may && <p className="set-help">{t('settings.askManager')}</p>}
      {staff
        .filter(({ active }) => active)
        .map((who) => (
          <Checkbox
            key={who.id}
            disabled={!may}
            checked={who.teamIds.includes(team.id)}
            onChange={(event) => void turn(who, event.target.checked)}
          >
            {who.name} <small>{t(`role.${who.role}`)}</small>
          </Checkbox>
        ))}
    </fieldset>
  )
}

/** An inbox open to all is restricted in its own settings; the only team of one cannot be taken off by accident. */
const InboxTick = ({ team, inbox }: { team: Team; inbox: Inbox }) => {
  const { t } = useTranslation()
  const may = useMay('inboxes.manage')
  const open = inbox.teamIds.length === 0
  const only = inbox.teamIds.length === 1 && inbox.teamIds[0] === team.id
  const turn = async (on: boolean) => {
    const teamIds = toggled(inbox.teamIds, team.id, on)
    keepInbox({ ...inbox, teamIds })
    const words = t(on ? 'teams.sees' : 'teams.seesNoMore', { team: team.name, inbox: inbox.name })
    if ((await act(() => changeInbox(inbox.id, { teamIds }), words)) === null) keepInbox(inbox)
  }
  return (
    <Checkbox
      disabled={!may || open || only}
      checked={open || inbox.teamIds.includes(team.id)}
      onChange={(event) => void turn(event.target.checked)}
    >
      {inbox.name} {open && <small>{t('inboxes.everyone')}</small>}
      {only && <small>{t('teams.only')}</small>}
    </Checkbox>
  )
}

export const TeamEditor = ({ team, staff, onClose }: { team: Team; staff: readonly Staff[]; onClose: () => void }) => {
  const { t } = useTranslation()
  const inboxes = useInboxes().data?.inboxes ?? []
  const mends = useMay('inboxes.manage')
  return (
    <Dialog title={team.name} onClose={onClose}>
      <Members team={team} staff={staff} />
      <fieldset className="tick-list">
        <legend>{t('teams.inboxes')}</legend>
        {inboxes.map((inbox) => (
          <InboxTick key={inbox.id} team={team} inbox={inbox} />
        ))}
        {inboxes.length === 0 && <p className="muted">{t('inboxes.none')}</p>}
      </fieldset>
      {mends && (
        <p className="set-help">
          {t('teams.restrict')} <a {...linkTo({ page: 'settings', at: 'inboxes' })}>{t('settings.section.inboxes')}</a>
        </p>
      )}
    </Dialog>
  )
}
