// How the inbox comes to the customers: a line for the shop's pages, or an address for another program.
import { useTranslation } from 'react-i18next'
import { API_REFERENCE } from '../../app/place.ts'
import { Copyable } from '../Copyable.tsx'
import { Identity } from './Identity.tsx'
import type { Inbox } from './inbox-data.ts'
import { panelAddress } from './LookPreview.tsx'

const WebInstall = ({ inbox }: { inbox: Inbox }) => {
  const { t } = useTranslation()
  const tag = `<script async src="${location.origin}/widget/loader.js" data-inbox="${inbox.publicKey}"></script>`
  return (
    <>
      <section className="sheet padded steps">
        <h3>{t('inboxes.install.tag')}</h3>
        <p className="set-help">{t('inboxes.install.tagText')}</p>
        <Copyable text={tag} label={t('inboxes.install.tag')} />
        <p className="set-help">{t('inboxes.install.tagNext')}</p>
        <p>
          <a href={panelAddress(inbox.publicKey)} target="_blank" rel="noreferrer">
            {t('inboxes.install.try')}
          </a>
        </p>
      </section>
      <Identity inbox={inbox} />
    </>
  )
}

const OpenInstall = ({ inbox }: { inbox: Inbox }) => {
  const { t } = useTranslation()
  const address = `${location.origin}/open/v1/channels/${inbox.publicKey}/messages`
  const call = `curl -X POST ${address} \\
  -H "authorization: Bearer $API_KEY" -H "content-type: application/json" \\
  -d '{"sender": {"id": "u-9", "name": "Ada"},
       "message": {"id": "m-1", "type": "text", "text": "How much is shipping?"}}'`
  return (
    <section className="sheet padded steps">
      <h3>{t('inboxes.install.address')}</h3>
      <p className="set-help">{t('inboxes.install.addressText')}</p>
      <Copyable text={address} label={t('inboxes.install.address')} />
      <h3>{t('inboxes.install.call')}</h3>
      <p className="set-help">{t('inboxes.install.callText')}</p>
      <Copyable text={call} label={t('inboxes.install.call')} />
      <p>
        <a href={API_REFERENCE} target="_blank" rel="noreferrer">
          {t('inboxes.install.reference')}
        </a>
      </p>
    </section>
  )
}

export const Install = ({ inbox }: { inbox: Inbox }) =>
  inbox.channel === 'web' ? <WebInstall inbox={inbox} /> : <OpenInstall inbox={inbox} />
