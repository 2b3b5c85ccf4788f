// Origins of an inbox are written down in the one form the check at a visit compares.
import { problem } from '@ballast/contract/problems'

const ORIGIN = /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d{1,5})?$/i

/** @throws Problem request.invalid with the path of the wrong entry. */
export const checkOrigins = (origins: readonly string[] = []): void => {
  const wrong = origins.findIndex((origin) => !ORIGIN.test(origin))
  if (wrong === -1) return
  const detail = 'An origin looks like https://shop.example or https://*.shop.example, without a path.'
  throw problem('request.invalid', { path: `/origins/${wrong}`, detail })
}
