// Every condition a view may ask, on one sheet.
import { CONVERSATION_STATUSES, HANDOVER_REASONS } from '@ballast/contract/conversation'
import type { ViewFilter } from '@ballast/contract/routes/workspace'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lists } from '../inbox/here.ts'
import { type Field, useConditions, useInboxes, useTeams, useWording, without } from '../inbox/use-conditions.ts'
import { tryFilter } from '../inbox/views.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { closeDialog } from '../ui/dialogs.ts'

const MINUTES = [1, 3, 5, 10, 30, 60]
const ASSIGNEES = ['me', 'nobody', 'others'] as const
type Many = Exclude<Field, 'assignee' | 'waitingMs'>
type Change = (filter: ViewFilter) => void

/** What there is to choose from; levels and languages are those seen so far, and those already asked for. */
const useChoices = (filter: ViewFilter): Record<Many, readonly string[]> => {
  const inboxes = useInboxes()
  const teams = useTeams()
  const [seen] = useState(() => lists.some(500))
  const unique = (values: readonly (string | null)[]) =>
    [...new Set(values)].filter((value): value is string => value !== null).sort()
  return {
    statuses: CONVERSATION_STATUSES,
    inboxIds: inboxes.map(({ id }) => id),
    channels: unique([...inboxes.map(({ channel }) => channel), ...(filter.channels ?? [])]),
    teamIds: teams.map(({ id }) => id),
    handoverReasons: HANDOVER_REASONS,
    levels: unique([...seen.map(({ contactLevel }) => contactLevel), ...(filter.levels ?? [])]),
    locales: unique([...seen.map(({ conversation }) => conversation.locale), ...(filter.locales ?? [])]),
  }
}

interface ManyProps {
  field: Many
  choices: readonly string[]
  filter: ViewFilter
  change: Change
}
const Boxes = ({ field, choices, filter, change }: ManyProps) => {
  const { fieldName, wordOf } = useWording()
  if (choices.length === 0) return null
  const held: readonly string[] = filter[field] ?? []
  const toggle = (value: string) => {
    const next = held.includes(value) ? held.filter((each) => each !== value) : [...held, value]
    change(next.length === 0 ? without(filter, field) : ({ ...filter, [field]: next } as ViewFilter))
  }
  return (
    <fieldset className="filter-field">
      <legend>{fieldName(field)}</legend>
      {choices.map((value) => (
        <label key={value}>
          <input type="checkbox" checked={held.includes(value)} onChange={() => toggle(value)} />
          {wordOf[field](value)}
        </label>
      ))}
    </fieldset>
  )
}

const Assignee = ({ filter, change }: { filter: ViewFilter; change: Change }) => {
  const { t } = useTranslation()
  const { fieldName, wordOf } = useWording()
  return (
    <fieldset className="filter-field">
      <legend>{fieldName('assignee')}</legend>
      {[undefined, ...ASSIGNEES].map((value) => (
        <label key={value ?? 'any'}>
          <input
            type="radio"
            name="assignee"
            checked={filter.assignee === value}
            onChange={() => change(value ? { ...filter, assignee: value } : without(filter, 'assignee'))}
          />
          {value ? wordOf.assignee(value) : t('views.any')}
        </label>
      ))}
    </fieldset>
  )
}

const Wait = ({ filter, change }: { filter: ViewFilter; change: Change }) => {
  const { t } = useTranslation()
  const { fieldName } = useWording()
  const choose = (value: string) =>
    change(value === '' ? without(filter, 'waitingMs') : { ...filter, waitingMs: Number(value) })
  return (
    <label className="stack">
      {fieldName('waitingMs')}
      <select value={filter.waitingMs ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('views.any')}</option>
        {MINUTES.map((count) => (
          <option key={count} value={count * 60_000}>
            {t('views.minutes', { count })}
          </option>
        ))}
      </select>
    </label>
  )
}

const MANY: readonly Many[] = ['inboxIds', 'channels', 'teamIds', 'levels', 'locales', 'handoverReasons']

export const Filter = ({ filter: begun }: { filter: ViewFilter }) => {
  const { t } = useTranslation()
  const [filter, change] = useState(begun)
  const choices = useChoices(begun)
  const conditions = useConditions(filter)
  const apply = () => {
    closeDialog()
    void tryFilter(filter, conditions.map(({ value }) => value).join(' · '))
  }
  const many = (field: Many) => (
    <Boxes key={field} field={field} choices={choices[field]} filter={filter} change={change} />
  )
  return (
    <Dialog title={t('views.filter')} onClose={closeDialog} wide>
      <div className="filter-fields">
        {many('statuses')}
        <Assignee filter={filter} change={change} />
        {MANY.map(many)}
        <Wait filter={filter} change={change} />
      </div>
      <div className="dialog-foot">
        <Button look="quiet" className="push-left" onClick={() => change({})}>
          {t('views.clear')}
        </Button>
        <Button onClick={closeDialog}>{t('do.cancel')}</Button>
        <Button look="main" onClick={apply}>
          {t('views.apply')}
        </Button>
      </div>
    </Dialog>
  )
}
