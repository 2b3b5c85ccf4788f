// What calls the reader and how, with a way to try each. Here alone the browser is asked whether notices may be shown.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { prefer, usePreferences } from '../app/preferences.ts'
import { Button } from '../ui/Button.tsx'
import { ALERTS, type AlertKind } from './alert-for.ts'
import { notice, noticeState } from './notice.ts'
import { sound, unlockSound } from './sound.ts'

const NAMES = {
  mine: { sound: 'soundMine', notice: 'noticeMine' },
  waiting: { sound: 'soundWaiting', notice: 'noticeWaiting' },
} as const

const Check = ({
  name,
  label,
}: {
  name: 'soundMine' | 'soundWaiting' | 'noticeMine' | 'noticeWaiting'
  label: string
}) => {
  const on = usePreferences()[name]
  return (
    <label className="check">
      <input type="checkbox" checked={on} onChange={(event) => prefer({ [name]: event.target.checked })} />
      {label}
    </label>
  )
}

const trySound = (kind: AlertKind) => {
  unlockSound()
  sound(kind)
}

const Kind = ({ kind, mayNotice }: { kind: AlertKind; mayNotice: boolean }) => {
  const { t } = useTranslation()
  const name = t(`alerts.${kind}`)
  const tryNotice = () => notice({ title: name, text: t('alerts.tryText'), about: 'try', open: () => undefined })
  return (
    <fieldset className="alert-kind">
      <legend>{name}</legend>
      <Check name={NAMES[kind].sound} label={t('alerts.sound')} />
      <Button look="quiet" aria-label={`${t('alerts.trySound')}: ${name}`} onClick={() => trySound(kind)}>
        {t('alerts.trySound')}
      </Button>
      <Check name={NAMES[kind].notice} label={t('alerts.notice')} />
      {mayNotice && (
        <Button look="quiet" aria-label={`${t('alerts.tryNotice')}: ${name}`} onClick={tryNotice}>
          {t('alerts.tryNotice')}
        </Button>
      )}
    </fieldset>
  )
}

export const AlertSettings = () => {
  const { t } = useTranslation()
  const [state, setState] = useState(noticeState)
  const ask = async () => setState(await Notification.requestPermission())
  return (
    <section className="sheet padded" aria-label={t('alerts.title')}>
      <h2>{t('alerts.title')}</h2>
      <p className="muted">{t('alerts.lead')}</p>
      {ALERTS.map((kind) => (
        <Kind key={kind} kind={kind} mayNotice={state === 'granted'} />
      ))}
      {state === 'default' && (
        <p className="setting">
          <span>{t('alerts.ask')}</span>
          <Button onClick={() => void ask()}>{t('alerts.allow')}</Button>
        </p>
      )}
      {(state === 'denied' || state === 'unknown') && <p className="muted setting">{t(`alerts.${state}`)}</p>}
    </section>
  )
}
