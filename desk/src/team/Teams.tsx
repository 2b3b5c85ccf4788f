// Teams: who is in them and which inboxes they see.
import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queries, server, useMay } from '../app/server.ts'
import { Face } from '../inbox/Row.tsx'
import { type Inbox, useInboxes } from '../settings/inboxes/inbox-data.ts'
import { act } from '../ui/act.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { TeamEditor } from './TeamEditor.tsx'
import { type Staff, type Team, useStaff } from './use-staff.ts'

const FACES = 6

/** Inboxes that name teams are seen by those alone; the others by everybody. */
const seenBy = (inboxes: readonly Inbox[], teamId: string) =>
  inboxes.filter(({ teamIds }) => teamIds.length === 0 || teamIds.includes(teamId))

const TeamLine = ({ team, staff, open }: { team: Team; staff: readonly Staff[]; open: () => void }) => {
  const { t } = useTranslation()
  const members = staff.filter(({ teamIds, active }) => active && teamIds.includes(team.id))
  const inboxes = seenBy(useInboxes().data?.inboxes ?? [], team.id)
  return (
    <li>
      <button type="button" className="set-line" onClick={open}>
        <span className="grow">
          <b>{team.name}</b>
          <span className="muted">
            {t('teams.members', { count: members.length })} · {inboxes.map(({ name }) => name).join(', ')}
          </span>
        </span>
        <span className="faces">
          {members.slice(0, FACES).map(({ id, name }) => (
            <Face key={id} id={id} name={name} size={28} />
          ))}
        </span>
      </button>
    </li>
  )
}

const NewTeam = () => {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if ((await act(() => server.createTeam({ body: { name: name.trim() } }), t('teams.made', { name }))) === null)
      return
    setName('')
    void queries.invalidateQueries({ queryKey: ['teams'] })
  }
  return (
    <form className="span-row new-team" onSubmit={submit} aria-label={t('teams.new')}>
      <Input
        required
        maxLength={120}
        aria-label={t('teams.name')}
        placeholder={t('teams.nameHint')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="primary" htmlType="submit" disabled={name.trim() === ''}>
        {t('teams.new')}
      </Button>
    </form>
  )
}

export const Teams = () => {
  const { t } = useTranslation()
  const manages = useMay('teams.manage')
  const [open, setOpen] = useState<string | null>(null)
  const staff = useStaff().data?.staff ?? []
  const query = useQuery({ queryKey: ['teams'], queryFn: ({ signal }) => server.listTeams({}, signal) })
  const teams = query.data?.teams ?? []
  const shown = teams.find(({ id }) => id === open)
  return (
    <>
      <p className="muted">{t('teams.lead')}</p>
      {manages && <NewTeam />}
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.data && teams.length === 0 && (
        <Blank icon="people" title={t('teams.none')}>
          {t('teams.noneText')}
        </Blank>
      )}
      <ul className="sheet">
        {teams.map((team) => (
          <TeamLine key={team.id} team={team} staff={staff} open={() => setOpen(team.id)} />
        ))}
      </ul>
      {shown && <TeamEditor team={shown} staff={staff} onClose={() => setOpen(null)} />}
    </>
  )
}
