// The shop's inboxes: through which channel, who sees it, whether it is on, whether what we send arrives.
import Button from 'antd/es/button'
import { useTranslation } from 'react-i18next'
import { go, linkTo } from '../../app/place.ts'
import { Blank } from '../../ui/Blank.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Heading } from '../Heading.tsx'
import { channelName } from './channel-name.ts'
import { iconOf } from './channels.ts'
import { type Inbox, useDelivery, useTeams } from './inbox-data.ts'

const Delivering = ({ inbox }: { inbox: Inbox }) => {
  const { t } = useTranslation()
  const health = useDelivery(inbox).data
  if (!health || health.failingSince === null) return null
  const stopped = health.stoppedAt !== null
  return (
    <span className={stopped ? 'tag danger' : 'tag warn'}>
      {t(stopped ? 'inboxes.delivery.stoppedShort' : 'inboxes.delivery.failingShort')}
    </span>
  )
}

const InboxLine = ({ inbox }: { inbox: Inbox }) => {
  const { t } = useTranslation()
  const teams = useTeams()
    .filter(({ id }) => inbox.teamIds.includes(id))
    .map(({ name }) => name)
  return (
    <li>
      <a className="set-line" {...linkTo({ page: 'settings', at: `inboxes/${inbox.id}` })}>
        <span className="set-mark">
          <Icon name={iconOf(inbox.channel)} />
        </span>
        <span className="grow">
          <b>{inbox.name}</b>
          <span className="muted">
            {channelName(inbox.channel)} · {teams.length > 0 ? teams.join(', ') : t('inboxes.everyone')}
          </span>
        </span>
        <Delivering inbox={inbox} />
        <span className={inbox.enabled ? 'tag good' : 'tag'}>{t(inbox.enabled ? 'inboxes.on' : 'inboxes.off')}</span>
        <Icon name="next" size={14} />
      </a>
    </li>
  )
}

export const InboxList = ({ inboxes }: { inboxes: readonly Inbox[] }) => {
  const { t } = useTranslation()
  const add = (
    <Button type="primary" onClick={() => go({ page: 'settings', at: 'inboxes/new' })}>
      {t('inboxes.new')}
    </Button>
  )
  return (
    <>
      <Heading title={t('settings.section.inboxes')} lead={t('inboxes.lead')} actions={add} />
      {inboxes.length === 0 && (
        <Blank icon="inbox" title={t('inboxes.none')}>
          {t('inboxes.noneText')}
        </Blank>
      )}
      <ul className="sheet">
        {inboxes.map((inbox) => (
          <InboxLine key={inbox.id} inbox={inbox} />
        ))}
      </ul>
    </>
  )
}
