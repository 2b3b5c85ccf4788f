// Days on which nobody answers, whatever the week says.
import Button from 'antd/es/button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../app/preferences.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Group } from '../Field.tsx'

interface Props {
  days: readonly string[]
  set: (days: readonly string[]) => void
  error: string | undefined
}
const MOST = 100

export const DaysOff = ({ days, set, error }: Props) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const [day, setDay] = useState('')
  const words = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' })
  const add = () => {
    set([...new Set([...days, day])].sort())
    setDay('')
  }
  return (
    <Group label={t('inboxes.hours.daysOff')} help={t('inboxes.hours.daysOffHelp')} error={error}>
      <ul className="row-list">
        {days.map((each) => (
          <li key={each}>
            <span className="grow">{words.format(Date.parse(each))}</span>
            <IconButton
              icon="close"
              label={t('inboxes.hours.removeDay', { day: words.format(Date.parse(each)) })}
              onClick={() => set(days.filter((other) => other !== each))}
            />
          </li>
        ))}
      </ul>
      <div className="span-row">
        <input
          type="date"
          className="clock-field"
          aria-label={t('inboxes.hours.dayOff')}
          value={day}
          onChange={(event) => setDay(event.target.value)}
        />
        <Button disabled={day === '' || days.length >= MOST} onClick={add}>
          {t('inboxes.hours.addDay')}
        </Button>
      </div>
    </Group>
  )
}
