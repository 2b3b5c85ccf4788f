// What a channel's form sends: only what was changed, and nothing for a secret that stayed as it is.
import type { server } from '../../app/server.ts'

export type SettingsView = Awaited<ReturnType<typeof server.readInboxSettings>>
export type SettingField = SettingsView['form'][number]
export type Values = Readonly<Record<string, unknown>>

/** How the server shows a secret that is set. */
export const MASK = '••••'

export const shownValue = ({ name, default: standard }: SettingField, values: Values): unknown =>
  values[name] ?? standard

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || value === null || (Array.isArray(value) && value.length === 0)

/** An emptied field is removed (null); a list loses its empty lines. */
export const changesOf = (form: readonly SettingField[], before: Values, after: Values): Record<string, unknown> => {
  const changes: Record<string, unknown> = {}
  for (const { name } of form) {
    const value = after[name]
    if (JSON.stringify(value) === JSON.stringify(before[name])) continue
    const kept = Array.isArray(value) ? value.filter((each) => each !== '') : value
    changes[name] = isEmpty(kept) ? null : kept
  }
  return changes
}
