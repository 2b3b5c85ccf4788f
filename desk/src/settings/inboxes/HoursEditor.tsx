// When people answer: always, or a week on the shop's own clock with days off. Says in words what it comes to now.
import type { Hours } from '@ballast/contract/look'
import Button from 'antd/es/button'
import Segmented from 'antd/es/segmented'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../draft.ts'
import { Group } from '../Field.tsx'
import { DraftForm } from '../SaveBar.tsx'
import { DayRow } from './DayRow.tsx'
import { DaysOff } from './DaysOff.tsx'
import { NINE_TO_SIX, type Week, weeklyOf, weekOf } from './hours.ts'
import { changeInbox, type Inbox } from './inbox-data.ts'
import { OpeningNow } from './OpeningNow.tsx'
import { ZonePicker } from './ZonePicker.tsx'

interface HoursDraft {
  readonly always: boolean
  readonly timeZone: string
  readonly week: Week
  readonly closed: readonly string[]
}
const OFFICE: Week = [1, 2, 3, 4, 5, 6, 7].map((day) => (day <= 5 ? [NINE_TO_SIX] : []))
const DAILY: Week = [1, 2, 3, 4, 5, 6, 7].map(() => [{ from: '09:00', to: '22:00' }])

const draftOf = (hours: Hours | null): HoursDraft => ({
  always: hours === null,
  timeZone: hours?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  week: hours === null ? OFFICE : weekOf(hours),
  closed: [...(hours?.closed ?? [])].sort(),
})
const hoursOf = ({ always, timeZone, week, closed }: HoursDraft): Hours | null =>
  always ? null : { timeZone, weekly: weeklyOf(week), ...(closed.length === 0 ? {} : { closed: [...closed] }) }

const WeekGrid = ({
  week,
  set,
  at,
}: {
  week: Week
  set: (week: Week) => void
  at: (path: string) => string | undefined
}) => {
  const { t } = useTranslation()
  return (
    <Group label={t('inboxes.hours.week')} error={at('/hours/weekly')}>
      <div className="presets">
        <Button size="small" onClick={() => set(OFFICE)}>
          {t('inboxes.hours.office')}
        </Button>
        <Button size="small" onClick={() => set(DAILY)}>
          {t('inboxes.hours.daily')}
        </Button>
      </div>
      <ul className="week">
        {week.map((spans, index) => (
          <DayRow
            // biome-ignore lint/suspicious/noArrayIndexKey: the days of the week never move.
            key={index}
            day={index + 1}
            spans={spans}
            set={(next) => set(week.map((each, other) => (other === index ? next : each)))}
            copy={() => set(week.map((each, other) => (other < 5 ? spans : each)))}
          />
        ))}
      </ul>
    </Group>
  )
}

export const HoursEditor = ({ inbox }: { inbox: Inbox }) => {
  const { t } = useTranslation()
  const draft = useDraft(draftOf(inbox.hours), (value) => changeInbox(inbox.id, { hours: hoursOf(value) }))
  const { value, set, at } = draft
  return (
    <DraftForm label={t('inboxes.tab.hours')} draft={draft}>
      <section className="sheet padded">
        <Segmented
          aria-label={t('inboxes.hours.when')}
          value={value.always}
          options={[
            { value: true, label: t('inboxes.hours.always') },
            { value: false, label: t('inboxes.hours.some') },
          ]}
          onChange={(always) => set({ always })}
        />
        <OpeningNow hours={hoursOf(value)} />
      </section>
      {!value.always && (
        <>
          <section className="sheet padded">
            <ZonePicker zone={value.timeZone} pick={(timeZone) => set({ timeZone })} error={at('/hours/timeZone')} />
            <WeekGrid week={value.week} set={(week) => set({ week })} at={at} />
          </section>
          <section className="sheet padded">
            <DaysOff days={value.closed} set={(closed) => set({ closed })} error={at('/hours/closed')} />
          </section>
        </>
      )}
    </DraftForm>
  )
}
