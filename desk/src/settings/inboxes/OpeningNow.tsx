// What the hours come to at this moment, in words and on the reader's own clock.
import type { Hours } from '@ballast/contract/look'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../app/preferences.ts'
import { dayOf, useNow, useTimes } from '../../app/times.ts'
import { openingAt } from './hours.ts'

const MINUTE = 60_000

export const OpeningNow = ({ hours }: { hours: Hours | null }) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const times = useTimes()
  const now = Math.floor(useNow() / MINUTE) * MINUTE
  // A half-written clock field is no time yet.
  const whole = hours === null || hours.weekly.every(({ from, to }) => from !== '' && to !== '')
  if (!whole) return <p className="opening">{t('inboxes.hours.unfinished')}</p>
  const opening = openingAt(hours, now)
  if (opening.state === 'always' || opening.state === 'never')
    return <p className={`opening ${opening.state}`}>{t(`inboxes.hours.now.${opening.state}`)}</p>
  const until = new Date(opening.until).toISOString()
  const today = dayOf(until) === new Date(now).toDateString()
  const when = today ? times.time(until) : `${times.day(until)} ${times.time(until)}`
  const readerZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const shopClock = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: hours?.timeZone ?? readerZone,
  }).format(opening.until)
  return (
    <p className={`opening ${opening.state}`}>
      {t(`inboxes.hours.now.${opening.state}`, { when })}
      {hours !== null && shopClock !== times.time(until) && (
        <small>{t('inboxes.hours.onShopClock', { time: shopClock, zone: hours.timeZone })}</small>
      )}
    </p>
  )
}
