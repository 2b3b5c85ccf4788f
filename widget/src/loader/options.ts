// What the script tag says.
export interface Options {
  readonly inbox: string
  /** Origin of the server the script came from; the panel lives there. */
  readonly origin: string
  readonly panelUrl: string
  readonly locale: string | null
  readonly color: string
  readonly position: 'left' | 'right'
}

const COLOR = /^#[0-9a-f]{6}$/i
const LOCALE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i
const DEFAULT_COLOR = '#1f5f5b'

export const readOptions = (script: unknown): Options | null => {
  if (!(script instanceof HTMLScriptElement)) return null
  const { inbox, locale, color, position } = script.dataset
  if (!inbox || inbox.length > 64) {
    console.warn('ballast: the script tag needs data-inbox="…", the public key of an inbox')
    return null
  }
  const panel = new URL('panel.html', script.src)
  return {
    inbox,
    origin: panel.origin,
    panelUrl: panel.href,
    locale: locale && LOCALE.test(locale) ? locale : null,
    color: color && COLOR.test(color) ? color : DEFAULT_COLOR,
    position: position === 'left' ? 'left' : 'right',
  }
}

/** Black or white, whichever reads better on the colour (WCAG relative luminance). */
export const inkOn = (color: string): string => {
  const channel = (from: number) => {
    const c = Number.parseInt(color.slice(from, from + 2), 16) / 255
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
  return luminance > 0.179 ? '#111111' : '#ffffff'
}
