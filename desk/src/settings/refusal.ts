// Where a refusal belongs: the server points at the wrong field, and the form says it there.
import { Problem } from '@ballast/contract/problems'
import i18next from 'i18next'
import { explain } from '../app/explain.ts'

export interface Refusal {
  readonly text: string
  /** JSON pointer into the body, such as `/origins/1`; null: it belongs to the form as a whole. */
  readonly path: string | null
}

/** What some problems are about, although they name no field. */
const FIELD_OF: Readonly<Record<string, string>> = {
  'canned-reply.shortcut-taken': '/shortcut',
  'team.not-found': '/teamIds',
  'channel.unknown': '/channel',
}

export const refusalOf = (error: unknown): Refusal => {
  if (!(error instanceof Problem)) return { text: explain(error), path: null }
  const path = error.path ?? FIELD_OF[error.code] ?? null
  if (error.code !== 'request.invalid' || path === null) return { text: explain(error), path }
  const detail = error.detail !== undefined && i18next.language === 'en' ? ` ${error.detail}` : ''
  return { text: `${i18next.t('settings.refusedHere')}${detail}`, path }
}

/** The words for the field at `pointer`, or for anything below it. */
export const refusedAt = (refusal: Refusal | null, pointer: string): string | undefined => {
  if (refusal === null || refusal.path === null) return undefined
  return refusal.path === pointer || refusal.path.startsWith(`${pointer}/`) ? refusal.text : undefined
}
