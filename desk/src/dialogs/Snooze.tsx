// Set a conversation aside until a time; the customer's next message brings it back sooner.
import type { ConversationRow } from '@ballast/contract/conversation'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActions } from '../app/actions.ts'
import { useSession } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import { chosenRows, startBulk } from '../inbox/deeds.ts'
import type { ListKey } from '../inbox/lists.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { closeDialog } from '../ui/dialogs.ts'
import { SNOOZES, snoozeUntil } from './snooze-times.ts'

const SnoozeUntil = ({ choose }: { choose: (until: string) => void }) => {
  const { t } = useTranslation()
  const times = useTimes()
  const [own, setOwn] = useState('')
  const [opened] = useState(() => new Date())
  const until = (when: Date) => {
    closeDialog()
    choose(when.toISOString())
  }
  const ownTime = own === '' ? null : new Date(own)
  return (
    <Dialog title={t('do.snooze')} onClose={closeDialog}>
      <p className="muted">{t('snooze.text')}</p>
      <div className="choice-list">
        {SNOOZES.map((name) => {
          const when = snoozeUntil(name, opened)
          return (
            <Button key={name} onClick={() => until(when)}>
              {t(`snooze.${name}`)} <small>{times.full(when.toISOString())}</small>
            </Button>
          )
        })}
      </div>
      <label className="stack">
        {t('snooze.own')}
        <input type="datetime-local" value={own} onChange={(event) => setOwn(event.target.value)} />
      </label>
      <div className="dialog-foot">
        <Button onClick={closeDialog}>{t('do.cancel')}</Button>
        <Button look="main" disabled={ownTime === null || ownTime <= opened} onClick={() => ownTime && until(ownTime)}>
          {t('do.snooze')}
        </Button>
      </div>
    </Dialog>
  )
}

export const Snooze = ({ row }: { row: ConversationRow }) => {
  const actions = useActions()
  return <SnoozeUntil choose={(until) => void actions.snooze(row, until)} />
}
export const SnoozeMany = ({ list }: { list: ListKey }) => {
  const me = useSession().staff.id
  return <SnoozeUntil choose={(until) => void startBulk(chosenRows(list), { kind: 'snooze', until }, me)} />
}
