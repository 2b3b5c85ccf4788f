// The customer beside the thread: who they are (masked), what they have on view, what they bought, what was said before.
import type { Contact, ConversationRow, PersonalField } from '@ballast/contract/conversation'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import { called } from '../inbox/called.ts'
import { Face } from '../inbox/Row.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { openDialog } from '../ui/dialogs.ts'
import { Icon } from '../ui/Icon.tsx'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { Earlier } from './Earlier.tsx'
import { Orders } from './Orders.tsx'
import { Section } from './Section.tsx'
import { Visit } from './Visit.tsx'

const FIELDS = ['phone', 'email', 'address'] as const satisfies readonly PersonalField[]

const Personal = ({ contact, field }: { contact: Contact; field: (typeof FIELDS)[number] }) => {
  const { t } = useTranslation()
  const [shown, setShown] = useState<string | null>(null)
  const mayReveal = useMay('contacts.reveal')
  const masked = contact[field]
  const reveal = () => openDialog.set({ kind: 'reveal', contactId: contact.id, field, shown: setShown })
  return (
    <div>
      <dt>{t(`contact.${field}`)}</dt>
      <dd>
        <span className={shown === null ? 'masked' : 'revealed'}>{shown ?? masked ?? t('contact.unknown')}</span>
        {masked !== null && shown === null && mayReveal && (
          <Button
            look="quiet"
            icon="eye"
            onClick={reveal}
            aria-label={t('contact.revealField', { field: t(`contact.${field}`) })}
          >
            {t('do.reveal')}
          </Button>
        )}
        {shown !== null && (
          <Button look="quiet" onClick={() => setShown(null)}>
            {t('do.hide')}
          </Button>
        )}
      </dd>
    </div>
  )
}

const Facts = ({ contact }: { contact: Contact }) => {
  const { t } = useTranslation()
  const times = useTimes()
  return (
    <dl className="facts">
      {FIELDS.map((field) => (
        <Personal key={field} contact={contact} field={field} />
      ))}
      <div>
        <dt>{t('contact.account')}</dt>
        <dd>{contact.externalId ?? t('contact.unknown')}</dd>
      </div>
      <div>
        <dt>{t('contact.since')}</dt>
        <dd>{times.full(contact.createdAt)}</dd>
      </div>
    </dl>
  )
}

interface PanelProps {
  contact: Contact
  row: ConversationRow
  /** The conversation shown beside the panel: the open one, or an earlier one. */
  shown: string
  onEarlier: (conversationId: string) => void
  onClose: () => void
}

/** What is rarely done: into the queue by hand, and erasing the person. */
const useRareActs = (row: ConversationRow): MenuItem[] => {
  const { t } = useTranslation()
  const mayAssign = useMay('conversations.assign')
  const mayErase = useMay('settings.manage')
  const queued = row.conversation.status === 'waiting' || row.conversation.status === 'resolved'
  const handOver: MenuItem = {
    id: 'hand-over',
    label: t('queue.do'),
    icon: 'people',
    run: () => openDialog.set({ kind: 'hand-over', row }),
  }
  const erase: MenuItem = {
    id: 'erase',
    label: t('panel.erase.do'),
    icon: 'close',
    danger: true,
    run: () => openDialog.set({ kind: 'erase', row }),
  }
  return [...(mayAssign && !queued ? [handOver] : []), ...(mayErase ? [erase] : [])]
}

const Head = ({ contact, row, onClose }: Pick<PanelProps, 'contact' | 'row' | 'onClose'>) => {
  const { t } = useTranslation()
  const name = called(contact.name, contact.id, t)
  const acts = useRareActs(row)
  return (
    <header className="panel-head">
      <IconButton className="icon-button panel-close" icon="back" label={t('do.back')} onClick={onClose} />
      <Face id={contact.id} name={name} size={44} />
      <div className="panel-who">
        <h2 title={name}>{name}</h2>
        <p>
          {contact.verified ? (
            <span className="verified">
              <Icon name="seal" size={14} />
              {t('contact.verified')}
            </span>
          ) : (
            <span className="muted">{t('contact.unverified')}</span>
          )}
          {contact.level && <span className="level">{contact.level}</span>}
        </p>
      </div>
      {acts.length > 0 && <Menu label={t('panel.more')} items={acts} />}
    </header>
  )
}

export const ContactPanel = ({ contact, row, shown, onEarlier, onClose }: PanelProps) => {
  const { t } = useTranslation()
  const current = row.conversation.id
  return (
    <aside className="panel" aria-label={t('contact.label')}>
      <Head contact={contact} row={row} onClose={onClose} />
      <Section name="profile" title={t('panel.profile')}>
        <Facts contact={contact} />
      </Section>
      <Visit conversationId={current} />
      <Orders contactId={contact.id} />
      <Earlier contactId={contact.id} current={current} shown={shown} onOpen={onEarlier} />
    </aside>
  )
}
