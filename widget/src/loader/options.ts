// What the script tag says, and what this browser remembers of the inbox's look: no request is needed to draw the button.
import { DEFAULT_COLOR } from '../color.ts'
import { readStored, readWishes, type Wishes, writeStored } from '../look.ts'

export interface Options {
  readonly inbox: string
  /** Origin of the server the script came from; the panel lives there. */
  readonly origin: string
  readonly panelUrl: string
  readonly locale: string | null
  /** What the page asked for: stronger than what the inbox says. */
  readonly wishes: Wishes
}

const LOCALE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i
export const readLocale = (value: unknown): string | null =>
  typeof value === 'string' && LOCALE.test(value) ? value : null

const keyOf = (inbox: string) => `ballast:${inbox}:look`
export const hasLook = (inbox: string): boolean => readStored(keyOf(inbox)) !== null
export const rememberLook = (inbox: string, look: Wishes): void => writeStored(keyOf(inbox), look)

/** Page over memory over the house's own. */
export const lookOf = (options: Options): Required<Wishes> => ({
  color: DEFAULT_COLOR,
  theme: 'auto',
  position: 'right',
  ...readWishes(readStored(keyOf(options.inbox))),
  ...options.wishes,
})

export const readOptions = (script: unknown): Options | null => {
  if (!(script instanceof HTMLScriptElement)) return null
  const { inbox, locale } = script.dataset
  if (!inbox || inbox.length > 64) {
    console.warn('ballast: the script tag needs data-inbox="…", the public key of an inbox')
    return null
  }
  const panel = new URL('panel.html', script.src)
  return {
    inbox,
    origin: panel.origin,
    panelUrl: panel.href,
    locale: readLocale(locale),
    wishes: readWishes(script.dataset),
  }
}
