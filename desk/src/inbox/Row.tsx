// One line of the list: who, through which channel, what was last said and by whom, how long they wait, who has it.
import type { ConversationRow } from '@ballast/contract/conversation'
import { type MouseEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo, type Place } from '../app/place.ts'
import { usePreferences } from '../app/preferences.ts'
import { useSession } from '../app/server.ts'
import { useNow, useTimes } from '../app/times.ts'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { Icon } from '../ui/Icon.tsx'
import { called, lastWords } from './called.ts'
import { toggleRow } from './list-focus.ts'
import { useSelected } from './selection.ts'
import { languageName } from './use-conditions.ts'

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
  if (status === 'agent') {
    const name = assigneeId === me ? t('row.me') : (row.assigneeName ?? t('status.agent'))
    return (
      <span className="holder agent" title={t('row.with', { name })}>
        <Icon name="person" size={13} />
        <span className="holder-name">{name}</span>
      </span>
    )
  }
  return <span className={`holder ${status}`}>{t(`status.${status}`)}</span>
}

/** Shown in the place of the face while the row is pointed at, focused or chosen. */
const Choose = ({ id, name, chosen }: { id: string; name: string; chosen: boolean }) => {
  const { t } = useTranslation()
  const choose = (event: MouseEvent) => toggleRow(id, event.shiftKey)
  return (
    // biome-ignore lint/a11y/useSemanticElements: an input would take the keys of the desk while it has the focus.
    <button
      type="button"
      role="checkbox"
      className="row-choose"
      tabIndex={-1}
      aria-checked={chosen}
      aria-label={t('bulk.choose', { name })}
      onClick={choose}
    >
      <Icon name="check" size={14} />
    </button>
  )
}

const Language = ({ locale }: { locale: string }) => {
  const { language } = usePreferences()
  return (
    <abbr className="row-language" title={languageName(locale, language)}>
      {locale.split('-')[0]}
    </abbr>
  )
}

const Grade = ({ grade }: { grade: NonNullable<ConversationRow['grade']> }) => {
  const { t } = useTranslation()
  return (
    <span className={`row-grade ${grade}`} title={t(`row.grade.why.${grade}`)}>
      {t(`row.grade.${grade}`)}
    </span>
  )
}

const Body = ({ row, name }: { row: ConversationRow; name: string }) => {
  const { t } = useTranslation()
  const times = useTimes()
  const { conversation, preview, lastAuthor, unread } = row
  const own = lastAuthor === 'agent' ? `${t('row.agent')}: ` : lastAuthor === 'bot' ? `${t('row.bot')}: ` : ''
  return (
    <>
      <span className="row-top">
        <b>{name}</b>
        {row.contactLevel && <span className="level">{row.contactLevel}</span>}
        <span className="row-when">
          {conversation.waitingSince ? (
            <Waiting since={conversation.waitingSince} />
          ) : (
            <time dateTime={conversation.updatedAt}>{times.time(conversation.updatedAt)}</time>
          )}
        </span>
      </span>
      <span className="row-middle">
        <span className="row-preview">
          {own}
          {lastWords(preview, t)}
        </span>
        {unread > 0 && (
          <span className="unread-count" title={t('row.unread', { count: unread })}>
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </span>
      <span className="row-foot">
        <Holder row={row} />
        {row.grade && <Grade grade={row.grade} />}
        {conversation.locale && <Language locale={conversation.locale} />}
      </span>
    </>
  )
}

export interface RowProps {
  row: ConversationRow
  /** The list's place, the same object for all its rows. */
  place: Extract<Place, { page: 'inbox' }>
  current: boolean
  /** The one row that Tab reaches; arrows move from it. */
  stop: boolean
}

export const Row = memo(({ row, place, current, stop }: RowProps) => {
  const { t } = useTranslation()
  const { conversation } = row
  const chosen = useSelected(conversation.id)
  const name = called(row.contactName, conversation.contactId, t)
  return (
    <>
      <a
        className={`row ${row.unread > 0 ? 'unread' : ''} ${chosen ? 'chosen' : ''}`}
        {...linkTo({ ...place, conversationId: conversation.id })}
        aria-current={current ? 'true' : undefined}
        data-conversation={conversation.id}
        tabIndex={stop ? 0 : -1}
      >
        <span className="row-face">
          <Face id={conversation.contactId} name={name} />
          <ChannelIcon channel={conversation.channel} />
        </span>
        <Body row={row} name={name} />
      </a>
      <Choose id={conversation.id} name={name} chosen={chosen} />
    </>
  )
})
