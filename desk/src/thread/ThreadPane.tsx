// The open conversation: who and what state, the messages, the composer.
import type { ConversationRow } from '@ballast/contract/conversation'
import { useTranslation } from 'react-i18next'
import { useActions } from '../app/actions.ts'
import { go, herePlace } from '../app/place.ts'
import { useMay, useSession } from '../app/server.ts'
import { called } from '../inbox/called.ts'
import { Face, Holder, Waiting } from '../inbox/Row.tsx'
import { viewers } from '../live/apply.ts'
import { useCell } from '../live/cell.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { openDialog } from '../ui/dialogs.ts'
import { Icon } from '../ui/Icon.tsx'
import { Composer } from './Composer.tsx'
import { Messages } from './Messages.tsx'
import { useThread } from './use-thread.ts'

const back = () => {
  const place = herePlace()
  if (place.page === 'inbox') go({ ...place, conversationId: null })
}

const Actions = ({ row }: { row: ConversationRow }) => {
  const { t } = useTranslation()
  const actions = useActions()
  const me = useSession().staff.id
  const { status, assigneeId } = row.conversation
  const mine = status === 'agent' && assigneeId === me
  if (!useMay('conversations.assign')) return null
  return (
    <div className="actions" role="toolbar" aria-label={t('actions.label')}>
      {!mine && status !== 'resolved' && (
        <Button look="main" icon="hand" shortcut="T" onClick={() => actions.take(row)}>
          {t('do.take')}
        </Button>
      )}
      {mine && (
        <Button icon="bot" onClick={() => void actions.handBack(row)} title={t('do.handBack')}>
          {t('do.handBack')}
        </Button>
      )}
      {status !== 'resolved' && (
        <>
          <Button icon="transfer" title={t('do.transfer')} onClick={() => openDialog.set({ kind: 'transfer', row })}>
            {t('do.transfer')}
          </Button>
          <Button icon="clock" title={t('do.snooze')} onClick={() => openDialog.set({ kind: 'snooze', row })}>
            {t('do.snooze')}
          </Button>
          <Button icon="check" shortcut="E" title={t('do.resolve')} onClick={() => void actions.resolve(row)}>
            {t('do.resolve')}
          </Button>
        </>
      )}
      {status === 'resolved' && (
        <Button look="main" icon="reopen" onClick={() => void actions.reopen(row)}>
          {t('do.reopen')}
        </Button>
      )}
    </div>
  )
}

const NOBODY: readonly { id: string; name: string }[] = []

/** Who else looks at this thread, and a warning when a colleague has it. */
const Collision = ({ row }: { row: ConversationRow }) => {
  const { t } = useTranslation()
  const me = useSession().staff.id
  const here = useCell(viewers, (map) => map.get(row.conversation.id) ?? NOBODY)
  const others = here.filter((each) => each.id !== me)
  const { status, assigneeId } = row.conversation
  const taken = status === 'agent' && assigneeId !== null && assigneeId !== me
  if (!taken && others.length === 0) return null
  return (
    <div className={taken ? 'collision taken' : 'collision'} role="status">
      <Icon name={taken ? 'hand' : 'eye'} size={15} />
      {taken && <span>{t('collision.taken', { name: row.assigneeName ?? t('status.agent') })}</span>}
      {others.length > 0 && (
        <span>{t('collision.viewing', { names: others.map((each) => each.name).join(', ') })}</span>
      )}
    </div>
  )
}

const Head = ({ row, onPanel, panelOpen }: { row: ConversationRow; onPanel: () => void; panelOpen: boolean }) => {
  const { t } = useTranslation()
  const { conversation } = row
  const name = called(row.contactName, conversation.contactId, t)
  return (
    <header className="thread-head">
      <IconButton className="icon-button only-narrow" icon="back" label={t('do.back')} onClick={back} />
      <Face id={conversation.contactId} name={name} />
      <div className="thread-who">
        <h2>{name}</h2>
        <p>
          <Holder row={row} />
          {conversation.waitingSince && <Waiting since={conversation.waitingSince} />}
          {conversation.handoverReason && (
            <span className="reason">{t(`handover.${conversation.handoverReason}`)}</span>
          )}
        </p>
      </div>
      <Actions row={row} />
      <IconButton
        className="icon-button panel-toggle"
        icon="panel"
        label={t('contact.toggle')}
        aria-expanded={panelOpen}
        onClick={onPanel}
      />
    </header>
  )
}

export const ThreadPane = (props: { row: ConversationRow; onPanel: () => void; panelOpen: boolean }) => {
  const { t } = useTranslation()
  const thread = useThread(props.row)
  return (
    <section className="thread" aria-label={t('thread.label')}>
      <Head {...props} />
      <Collision row={props.row} />
      {thread.data ? (
        <Messages
          row={props.row}
          thread={thread.data}
          earlier={() => void thread.earlier()}
          loadingEarlier={thread.loadingEarlier}
        />
      ) : (
        <div className="messages">
          {thread.error ? <Failed error={thread.error} retry={() => void thread.refetch()} /> : <Loading lines={5} />}
        </div>
      )}
      <Composer row={props.row} />
    </section>
  )
}
