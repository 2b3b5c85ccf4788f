// One line of the list: who, what they last said, how long they wait, who has it.
import type { ConversationRow } from '@ballast/contract/conversation'
import type { View } from '@ballast/contract/routes/conversations'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { useSession } from '../app/server.ts'
import { useNow, useTimes } from '../app/times.ts'
import { Icon } from '../ui/Icon.tsx'
import { called } from './called.ts'

/** A steady hue per person, so that a face is found again by colour. */
const hueOf = (id: string): number =>
  Math.abs([...id].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16_777_619), 7)) % 360

export const Face = ({ id, name, size = 36 }: { id: string; name: string; size?: number }) => (
  <span className="face" style={{ '--hue': hueOf(id), width: size, height: size }} aria-hidden="true">
    {[...(name.trim() || '?')][0]?.toUpperCase()}
  </span>
)

export const Waiting = ({ since }: { since: string }) => {
  const { t } = useTranslation()
  const ms = useNow() - Date.parse(since)
  const wait = useTimes().wait(ms)
  const tone = ms > 600_000 ? 'late' : ms > 180_000 ? 'soon' : ''
  return (
    <span className={`waiting ${tone}`} title={t('row.waiting', { wait })}>
      {wait}
    </span>
  )
}

export const Holder = ({ row }: { row: ConversationRow }) => {
  const { t } = useTranslation()
  const me = useSession().staff.id
  const { status, assigneeId } = row.conversation
  if (status === 'bot')
    return (
      <span className="holder bot">
        <Icon name="bot" size={13} />
        {t('status.bot')}
      </span>
    )
  if (status === 'agent')
    return (
      <span className="holder agent">{assigneeId === me ? t('row.me') : (row.assigneeName ?? t('status.agent'))}</span>
    )
  return <span className={`holder ${status}`}>{t(`status.${status}`)}</span>
}

export const Row = memo(({ row, view, current }: { row: ConversationRow; view: View; current: boolean }) => {
  const { t } = useTranslation()
  const times = useTimes()
  const { conversation, preview, lastAuthor, unread } = row
  const name = called(row.contactName, conversation.contactId, t)
  const own = lastAuthor === 'agent' ? `${t('row.agent')}: ` : lastAuthor === 'bot' ? `${t('row.bot')}: ` : ''
  return (
    <a
      className={unread > 0 ? 'row unread' : 'row'}
      {...linkTo({ page: 'inbox', view, conversationId: conversation.id })}
      aria-current={current ? 'true' : undefined}
      data-conversation={conversation.id}
    >
      <Face id={conversation.contactId} name={name} />
      <span className="row-top">
        <b>{name}</b>
        {conversation.waitingSince ? (
          <Waiting since={conversation.waitingSince} />
        ) : (
          <time dateTime={conversation.updatedAt}>{times.time(conversation.updatedAt)}</time>
        )}
      </span>
      <span className="row-preview">
        {own}
        {preview || t('row.nothing')}
      </span>
      <span className="row-foot">
        <Holder row={row} />
        <span className="channel">{t(`channel.${conversation.channel}`, { defaultValue: conversation.channel })}</span>
        {row.contactLevel && <span className="level">{row.contactLevel}</span>}
        {unread > 0 && (
          <span className="unread-count" title={t('row.unread', { count: unread })}>
            {unread}
          </span>
        )}
      </span>
    </a>
  )
})
