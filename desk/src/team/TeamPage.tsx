// Colleagues: who they are, what they may do, inviting and switching off. Beside them the teams.
import { ROLES } from '@ballast/contract/permissions'
import Button from 'antd/es/button'
import Popconfirm from 'antd/es/popconfirm'
import Select from 'antd/es/select'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo, usePlace } from '../app/place.ts'
import { queries, server, useMay, useSession } from '../app/server.ts'
import { Face } from '../inbox/Row.tsx'
import { act } from '../ui/act.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { Page } from '../ui/Page.tsx'
import { Invite, LinkShown } from './Invite.tsx'
import { Teams } from './Teams.tsx'
import { type Staff, useStaff } from './use-staff.ts'
import '../settings/settings.css'

type Change = Parameters<typeof server.changeStaff>[0]['body']

const useChange = (staffId: string) => {
  const { t } = useTranslation()
  return async (body: Change) => {
    await act(() => server.changeStaff({ params: { staffId }, body }), t('did.save'))
    void queries.invalidateQueries({ queryKey: ['staff'] })
  }
}

const RolePick = ({ staff }: { staff: Staff }) => {
  const { t } = useTranslation()
  const change = useChange(staff.id)
  const session = useSession()
  const may = session.permissions.includes('staff.manage') && staff.id !== session.staff.id
  if (!may) return <span className="role">{t(`role.${staff.role}`)}</span>
  return (
    <Select
      aria-label={t('team.roleOf', { name: staff.name })}
      value={staff.role}
      style={{ minWidth: 132 }}
      options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      onChange={(role) => void change({ role })}
    />
  )
}

const NewLink = ({ staff }: { staff: Staff }) => {
  const { t } = useTranslation()
  const [link, setLink] = useState<string | null>(null)
  const make = async () => {
    const made = await act(() => server.createSignInLink({ params: { staffId: staff.id } }))
    if (made !== null) setLink(made.link)
  }
  return (
    <>
      <Button onClick={() => void make()}>{t('team.newLink')}</Button>
      {link !== null && <LinkShown name={staff.name} link={link} onClose={() => setLink(null)} />}
    </>
  )
}

const Switch = ({ staff }: { staff: Staff }) => {
  const { t } = useTranslation()
  const change = useChange(staff.id)
  if (!staff.active) return <Button onClick={() => void change({ active: true })}>{t('team.switchOn')}</Button>
  return (
    <Popconfirm
      title={t('team.switchOffTitle', { name: staff.name })}
      description={t('team.switchOffText')}
      okText={t('team.switchOff')}
      cancelText={t('do.cancel')}
      onConfirm={() => change({ active: false })}
    >
      <Button danger>{t('team.switchOff')}</Button>
    </Popconfirm>
  )
}

const Colleague = ({ staff }: { staff: Staff }) => {
  const { t } = useTranslation()
  const me = useSession().staff.id
  const manages = useMay('staff.manage')
  return (
    <li className={staff.active ? 'line-item' : 'line-item off'}>
      <Face id={staff.id} name={staff.name} size={40} />
      <div className="grow">
        <b>{staff.name}</b> {staff.id === me && <span className="level">{t('row.me')}</span>}
        <p className="muted">
          {staff.email}
          {staff.secondFactor && ` · ${t('team.secondFactor')}`}
          {!staff.active && ` · ${t('team.off')}`}
        </p>
      </div>
      <RolePick staff={staff} />
      {manages && staff.active && <NewLink staff={staff} />}
      {manages && staff.id !== me && <Switch staff={staff} />}
    </li>
  )
}

const Colleagues = () => {
  const query = useStaff()
  return (
    <>
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      <ul className="sheet">
        {query.data?.staff.map((staff) => (
          <Colleague key={staff.id} staff={staff} />
        ))}
      </ul>
    </>
  )
}

const TeamPage = () => {
  const { t } = useTranslation()
  const place = usePlace()
  const teams = place.page === 'team' && place.at === 'teams'
  const [inviting, setInviting] = useState(false)
  const manages = useMay('staff.manage')
  const invite = manages && !teams && (
    <Button type="primary" onClick={() => setInviting(true)}>
      {t('team.invite')}
    </Button>
  )
  return (
    <Page title={t('page.team')} lead={t('team.lead')} actions={invite}>
      <nav className="set-tabs" aria-label={t('page.team')}>
        <a {...linkTo({ page: 'team' })} aria-current={teams ? undefined : 'page'}>
          {t('teams.colleagues')}
        </a>
        <a {...linkTo({ page: 'team', at: 'teams' })} aria-current={teams ? 'page' : undefined}>
          {t('teams.title')}
        </a>
      </nav>
      {inviting && <Invite onClose={() => setInviting(false)} />}
      {teams ? <Teams /> : <Colleagues />}
    </Page>
  )
}
export default TeamPage
