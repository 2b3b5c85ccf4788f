// Opening hours are checked before they are stored: a zone nobody knows would break every visit after.
import type { Hours } from '@ballast/contract'
import { problem } from '@ballast/contract/problems'
import { faultOfHours } from './rules/opening.ts'

/** @throws Problem request.invalid with the path of what makes no sense. */
export const checkHours = (hours: Hours | null = null): void => {
  const fault = hours === null ? null : faultOfHours(hours)
  if (fault !== null) throw problem('request.invalid', { path: `/hours${fault.path}`, detail: fault.detail })
}
