// Pass a conversation to a colleague or a team, with a note for them.
import type { ConversationRow } from '@ballast/contract/conversation'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '../app/actions.ts'
import { server, useSession } from '../app/server.ts'
import { chosenRows, startBulk } from '../inbox/deeds.ts'
import type { ListKey } from '../inbox/lists.ts'
import { Failed } from '../ui/Blank.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { closeDialog } from '../ui/dialogs.ts'

const useTargets = () => {
  const me = useSession().staff.id
  const staff = useQuery({ queryKey: ['staff'], queryFn: ({ signal }) => server.listStaff({}, signal) })
  const teams = useQuery({ queryKey: ['teams'], queryFn: ({ signal }) => server.listTeams({}, signal) })
  const mayAnswer = (staff.data?.staff ?? []).filter(({ id, active, role }) => active && id !== me && role !== 'viewer')
  return { staff: mayAnswer, teams: teams.data?.teams ?? [], error: staff.error ?? teams.error, refetch: staff.refetch }
}

const Group = (props: { label: string; kind: 'staff' | 'team'; options: readonly { id: string; name: string }[] }) => (
  <optgroup label={props.label}>
    {props.options.map(({ id, name }) => (
      <option key={id} value={`${props.kind}:${id}`}>
        {name}
      </option>
    ))}
  </optgroup>
)

type To = { staffId?: string; teamId?: string; note?: string }

const TransferTo = ({ choose }: { choose: (to: To) => void }) => {
  const { t } = useTranslation()
  const targets = useTargets()
  const [to, setTo] = useState('')
  const [note, setNote] = useState('')
  const transfer = () => {
    const [kind, id] = to.split(':')
    if (!id) return
    const target = kind === 'team' ? { teamId: id } : { staffId: id }
    closeDialog()
    choose({ ...target, ...(note.trim() ? { note: note.trim() } : {}) })
  }
  return (
    <Dialog title={t('do.transfer')} onClose={closeDialog}>
      {targets.error && <Failed error={targets.error} retry={() => void targets.refetch()} />}
      <label className="stack">
        {t('transfer.to')}
        <select value={to} onChange={(event) => setTo(event.target.value)}>
          <option value="">{t('transfer.choose')}</option>
          <Group label={t('transfer.colleagues')} kind="staff" options={targets.staff} />
          <Group label={t('transfer.teams')} kind="team" options={targets.teams} />
        </select>
      </label>
      <label className="stack">
        {t('transfer.note')}
        <textarea rows={3} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
      <div className="dialog-foot">
        <Button onClick={closeDialog}>{t('do.cancel')}</Button>
        <Button look="main" disabled={to === ''} onClick={transfer}>
          {t('do.transfer')}
        </Button>
      </div>
    </Dialog>
  )
}

export const Transfer = ({ row }: { row: ConversationRow }) => {
  const actions = useActions()
  return <TransferTo choose={(to) => void actions.transfer(row, to)} />
}
export const TransferMany = ({ list }: { list: ListKey }) => {
  const me = useSession().staff.id
  return <TransferTo choose={(to) => void startBulk(chosenRows(list), { kind: 'transfer', to }, me)} />
}
