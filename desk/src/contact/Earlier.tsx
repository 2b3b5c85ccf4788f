// The customer's other conversations, newest first; one opens beside the panel to be read.
import type { ConversationRow } from '@ballast/contract/conversation'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { server } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import { lastWords } from '../inbox/called.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { ChannelIcon } from '../ui/ChannelIcon.tsx'
import { latestScore } from './context.ts'
import { Section } from './Section.tsx'
import { useHeldThread } from './Visit.tsx'

interface EarlierProps {
  contactId: string
  /** The conversation the panel belongs to. */
  current: string
  /** The one that is shown now. */
  shown: string
  onOpen: (conversationId: string) => void
}

const Item = ({ row, shown, onOpen }: { row: ConversationRow; shown: boolean; onOpen: (id: string) => void }) => {
  const { t } = useTranslation()
  const { full } = useTimes()
  const { id, status, openedAt, channel } = row.conversation
  const score = latestScore(useHeldThread(id)?.messages ?? [])
  return (
    <li>
      <button
        type="button"
        className="earlier-item"
        aria-current={shown ? 'true' : undefined}
        onClick={() => onOpen(id)}
      >
        <span className="card-line">
          <span>
            <ChannelIcon channel={channel} /> {full(openedAt)}
          </span>
          <span className={`holder ${status}`}>{t(`status.${status}`)}</span>
        </span>
        <span className="earlier-line">{lastWords(row.preview, t)}</span>
        {score !== null && <small>{t('panel.rated', { score })}</small>}
      </button>
    </li>
  )
}

const List = ({ contactId, current, shown, onOpen }: EarlierProps) => {
  const { t } = useTranslation()
  const query = useEarlier(contactId)
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Loading lines={3} />
  const others = query.data.rows.filter(({ conversation }) => conversation.id !== current)
  if (others.length === 0) return <p className="muted">{t('panel.noEarlier')}</p>
  return (
    <ul className="earlier-list">
      {others.map((row) => (
        <Item key={row.conversation.id} row={row} shown={row.conversation.id === shown} onOpen={onOpen} />
      ))}
    </ul>
  )
}

const useEarlier = (contactId: string) =>
  useQuery({
    queryKey: ['contact-conversations', contactId],
    queryFn: ({ signal }) => server.listContactConversations({ params: { contactId } }, signal),
  })

export const Earlier = (props: EarlierProps) => {
  const { t } = useTranslation()
  const rows = useEarlier(props.contactId).data?.rows
  const others = rows?.filter(({ conversation }) => conversation.id !== props.current).length
  return (
    <Section name="earlier" title={t('panel.earlier')} count={others || undefined}>
      <List {...props} />
    </Section>
  )
}
