// Everything below /desk/settings/inboxes: the list, a new one, and one inbox with its tabs.
import { useTranslation } from 'react-i18next'
import { linkTo } from '../../app/place.ts'
import { Blank, Failed, Loading } from '../../ui/Blank.tsx'
import { InboxEditor } from './InboxEditor.tsx'
import { InboxList } from './InboxList.tsx'
import { useInboxes } from './inbox-data.ts'
import { NewInbox } from './NewInbox.tsx'

const Inboxes = ({ rest: [first, tab] }: { rest: string[] }) => {
  const { t } = useTranslation()
  const query = useInboxes()
  if (first === 'new') return <NewInbox />
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  const { inboxes } = query.data
  if (first === undefined) return <InboxList inboxes={inboxes} />
  const inbox = inboxes.find(({ id }) => id === first)
  if (inbox) return <InboxEditor inbox={inbox} wanted={tab} />
  return (
    <Blank icon="inbox" title={t('inboxes.gone')}>
      <a {...linkTo({ page: 'settings', at: 'inboxes' })}>{t('inboxes.toList')}</a>
    </Blank>
  )
}
export default Inboxes
