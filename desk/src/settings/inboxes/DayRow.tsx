// One day of the week: open or not, and from when until when. Clock fields are the device's own, good under a thumb.
import Button from 'antd/es/button'
import Switch from 'antd/es/switch'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../../app/preferences.ts'
import { IconButton } from '../../ui/Button.tsx'
import { isNightly, NINE_TO_SIX, type Span } from './hours.ts'

/** 2024-01-01 was a Monday. */
export const dayName = (day: number, language: string): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day))

interface SpanProps {
  name: string
  number: number
  span: Span
  set: (span: Span) => void
  remove: (() => void) | null
}
const SpanRow = ({ name, number, span, set, remove }: SpanProps) => {
  const { t } = useTranslation()
  const clock = (end: 'from' | 'to') => (
    <input
      type="time"
      required
      className="clock-field"
      aria-label={t(`inboxes.hours.${end}`, { day: name, number })}
      value={span[end]}
      onChange={(event) => set({ ...span, [end]: event.target.value })}
    />
  )
  return (
    <div className="span-row">
      {clock('from')}
      <span aria-hidden="true">–</span>
      {clock('to')}
      {isNightly(span) && <small>{t('inboxes.hours.nextDay')}</small>}
      {remove && <IconButton icon="close" label={t('inboxes.hours.remove', { day: name, number })} onClick={remove} />}
    </div>
  )
}

interface Props {
  day: number
  spans: readonly Span[]
  set: (spans: readonly Span[]) => void
  /** Gives every weekday these spans. */
  copy: () => void
}
const DayActs = ({ day, spans, set, copy }: Props) => {
  const { t } = useTranslation()
  const last = spans.at(-1)
  if (last === undefined) return null
  return (
    <div className="day-acts">
      {spans.length < 3 && (
        <Button type="link" size="small" onClick={() => set([...spans, { from: last.to, to: '22:00' }])}>
          {t('inboxes.hours.add')}
        </Button>
      )}
      {day === 1 && (
        <Button type="link" size="small" onClick={copy}>
          {t('inboxes.hours.copy')}
        </Button>
      )}
    </div>
  )
}

export const DayRow = ({ day, spans, set, copy }: Props) => {
  const { t } = useTranslation()
  const name = dayName(day, usePreferences().language)
  return (
    <li className={spans.length > 0 ? 'day-row' : 'day-row shut'}>
      <span className="day-name">
        <Switch
          size="small"
          aria-label={t('inboxes.hours.open', { day: name })}
          checked={spans.length > 0}
          onChange={(open) => set(open ? [NINE_TO_SIX] : [])}
        />
        <b>{name}</b>
      </span>
      <div className="grow">
        {spans.length === 0 && <span className="muted">{t('inboxes.hours.shut')}</span>}
        {spans.map((span, index) => (
          <SpanRow
            // biome-ignore lint/suspicious/noArrayIndexKey: spans have no name but their place, and their inputs are controlled.
            key={index}
            name={name}
            number={index + 1}
            span={span}
            set={(next) => set(spans.map((each, other) => (other === index ? next : each)))}
            remove={spans.length > 1 ? () => set(spans.filter((_, other) => other !== index)) : null}
          />
        ))}
        <DayActs day={day} spans={spans} set={set} copy={copy} />
      </div>
    </li>
  )
}
