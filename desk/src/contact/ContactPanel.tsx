// The customer beside the thread: who they are (masked), and what they bought.
import type { Contact, PersonalField } from '@ballast/contract/conversation'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import { called } from '../inbox/called.ts'
import { Face } from '../inbox/Row.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { openDialog } from '../ui/dialogs.ts'
import { Icon } from '../ui/Icon.tsx'
import { Orders } from './Orders.tsx'

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

export const ContactPanel = ({ contact, onClose }: { contact: Contact; onClose: () => void }) => {
  const { t } = useTranslation()
  const name = called(contact.name, contact.id, t)
  return (
    <aside className="panel" aria-label={t('contact.label')}>
      <header className="panel-head">
        <IconButton className="icon-button panel-close" icon="back" label={t('do.back')} onClick={onClose} />
        <Face id={contact.id} name={name} size={44} />
        <div>
          <h2>{name}</h2>
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
      </header>
      <Facts contact={contact} />
      <Orders contactId={contact.id} />
    </aside>
  )
}
