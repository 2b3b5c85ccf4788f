// A time-based second factor: the key goes into an authenticator app, a first code confirms it.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import QrCode from 'antd/es/qr-code'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { queries, server, useSession } from '../app/server.ts'
import { act } from '../ui/act.ts'
import { Labelled } from '../ui/Labelled.tsx'

type Begun = Awaited<ReturnType<typeof server.beginSecondFactor>>

const Begin = ({ begun }: { begun: (reply: Begun) => void }) => {
  const { t } = useTranslation()
  const [password, setPassword] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const reply = await act(() => server.beginSecondFactor({ body: { password } }))
    if (reply !== null) begun(reply)
  }
  return (
    <form onSubmit={submit}>
      <Labelled label={t('settings.currentPassword')}>
        <Input.Password
          required
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Labelled>
      <Button htmlType="submit">{t('factor.begin')}</Button>
    </form>
  )
}

const Confirm = ({ begun, done }: { begun: Begun; done: () => void }) => {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if ((await act(() => server.confirmSecondFactor({ body: { code: code.trim() } }), t('did.factor'))) === null) return
    void queries.invalidateQueries({ queryKey: ['session'] })
    done()
  }
  return (
    <form onSubmit={submit}>
      <p>{t('factor.uri')}</p>
      {/* What the picture holds is written below it. */}
      <div className="factor-code" aria-hidden="true">
        <QrCode type="svg" value={begun.uri} size={168} color="#10201f" bgColor="#ffffff" />
      </div>
      <Input.TextArea readOnly autoSize value={begun.uri} aria-label={t('factor.uriLabel')} />
      <p>{t('factor.backup')}</p>
      <pre className="codes">{begun.backupCodes.join('\n')}</pre>
      <Labelled label={t('signIn.code')}>
        <Input
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </Labelled>
      <Button type="primary" htmlType="submit">
        {t('factor.confirm')}
      </Button>
    </form>
  )
}

export const SecondFactor = () => {
  const { t } = useTranslation()
  const on = useSession().staff.secondFactor
  const [begun, setBegun] = useState<Begun | null>(null)
  return (
    <section className="sheet padded" aria-label={t('factor.title')}>
      <h3>{t('factor.title')}</h3>
      <p className="muted">{t(on ? 'factor.on' : 'factor.off')}</p>
      {begun === null ? !on && <Begin begun={setBegun} /> : <Confirm begun={begun} done={() => setBegun(null)} />}
    </section>
  )
}
