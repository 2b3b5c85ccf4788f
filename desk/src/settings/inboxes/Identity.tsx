// Signed-in customers are known without asking: the shop's back end signs who they are. The secret is shown once.
import Button from 'antd/es/button'
import Popconfirm from 'antd/es/popconfirm'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { server, useMay } from '../../app/server.ts'
import { act } from '../../ui/act.ts'
import { Copyable, SecretOnce } from '../Copyable.tsx'
import { useHold } from '../draft.ts'
import type { Inbox } from './inbox-data.ts'

type Made = Awaited<ReturnType<typeof server.rotateIdentitySecret>>

const exampleFor = (inbox: Inbox, keyId: string) => `// On your server (npm install jose):
import { SignJWT } from 'jose'
const jwt = await new SignJWT({ name: 'Ada', level: 'VIP' })
  .setProtectedHeader({ alg: 'HS256', kid: '${keyId}' })
  .setSubject('your customer number')
  .setAudience('${inbox.publicKey}')
  .setExpirationTime('5m')
  .sign(Buffer.from(process.env.BALLAST_IDENTITY_SECRET))

// On the page, for a customer who is signed in:
window.ballast = window.ballast || []
ballast.push(['identify', jwt])`

export const Identity = ({ inbox }: { inbox: Inbox }) => {
  const { t } = useTranslation()
  const may = useMay('settings.manage')
  const [made, setMade] = useState<Made | null>(null)
  useHold(made !== null)
  const make = async () => {
    const reply = await act(() => server.rotateIdentitySecret({ params: { inboxId: inbox.id }, body: {} }))
    if (reply !== null) setMade(reply)
  }
  return (
    <section className="sheet padded steps" aria-label={t('inboxes.identity.title')}>
      <h3>{t('inboxes.identity.title')}</h3>
      <p className="set-help">{t('inboxes.identity.text')}</p>
      {!may && <p className="notice-line">{t('inboxes.identity.ownerOnly')}</p>}
      {made !== null && (
        <>
          <SecretOnce secret={made.secret} label={t('inboxes.identity.secret')}>
            {t('inboxes.identity.keep')}
          </SecretOnce>
          <div className="set-do">
            <Button onClick={() => setMade(null)}>{t('settings.kept')}</Button>
          </div>
        </>
      )}
      {may && made === null && (
        <div className="set-do">
          <Popconfirm
            title={t('inboxes.identity.askTitle')}
            description={<p className="confirm-text">{t('inboxes.identity.askText')}</p>}
            okText={t('inboxes.identity.make')}
            cancelText={t('do.cancel')}
            onConfirm={make}
          >
            <Button>{t('inboxes.identity.make')}</Button>
          </Popconfirm>
        </div>
      )}
      <Copyable text={exampleFor(inbox, made?.keyId ?? 'KEY_ID')} label={t('inboxes.identity.example')} />
    </section>
  )
}
