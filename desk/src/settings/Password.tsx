// Setting or changing one's own password.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { server } from '../app/server.ts'
import { act } from '../ui/act.ts'
import { Labelled } from '../ui/Labelled.tsx'

export const Password = () => {
  const { t } = useTranslation()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const body = current === '' ? { next } : { current, next }
    if ((await act(() => server.setPassword({ body }), t('did.password'))) === null) return
    setCurrent('')
    setNext('')
  }
  return (
    <form className="sheet padded" onSubmit={submit} aria-label={t('settings.password')}>
      <h3>{t('settings.password')}</h3>
      <Labelled label={t('settings.currentPassword')}>
        <Input.Password autoComplete="current-password" value={current} onChange={(e) => setCurrent(e.target.value)} />
      </Labelled>
      <Labelled label={t('settings.nextPassword')}>
        <Input.Password
          required
          minLength={12}
          maxLength={256}
          autoComplete="new-password"
          value={next}
          onChange={(e) => setNext(e.target.value)}
        />
      </Labelled>
      <Button type="primary" htmlType="submit">
        {t('do.save')}
      </Button>
    </form>
  )
}
