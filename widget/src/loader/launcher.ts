// The round button, in a shadow root so that no style of the shop reaches it and none of ours leaves it.
import { inkOn } from '../color.ts'
import type { Wishes } from '../look.ts'
import { FRAME_SHEET, SHEET } from './sheet.ts'
import { wordsFor } from './words.ts'

export interface Launcher {
  /** Draws the button if that was not done; before, every call is only remembered. */
  draw(): void
  /** Puts the frame beside the button. Draws. */
  attach(frame: HTMLIFrameElement): void
  setOpen(open: boolean): void
  setUnread(count: number): void
  /** The colour, theme or side has changed, also while the page is open. */
  lookAgain(): void
  setLocale(locale: string | null): void
  focus(): void
}
export interface LauncherParts {
  readonly locale: string | null
  /** Asked when the button is drawn: what is remembered is read from a slow place. */
  readonly look: () => Required<Wishes>
  readonly onPress: () => void
}

const SVG = 'http://www.w3.org/2000/svg'
const createIcon = (paths: Readonly<Record<string, string>>) => {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  for (const [name, path] of Object.entries(paths)) {
    const line = document.createElementNS(SVG, 'path')
    line.setAttribute('class', name)
    line.setAttribute('d', path)
    svg.append(line)
  }
  return svg
}

const addSheet = (root: ShadowRoot, text: string) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
}

const createHost = () => {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  addSheet(root, SHEET)
  const place = () => document.body.append(host)
  if (document.body) place()
  else addEventListener('DOMContentLoaded', place, { once: true })
  return { host, root }
}

const BUBBLE =
  'M12 3.5c-5 0-9 3.4-9 7.6 0 2.4 1.3 4.5 3.3 5.9l-.6 3.5 3.9-2c.8.2 1.6.2 2.4.2 5 0 9-3.4 9-7.6s-4-7.6-9-7.6Z'

const createButton = () => {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'launcher'
  const badge = document.createElement('span')
  badge.className = 'badge'
  badge.setAttribute('aria-hidden', 'true')
  button.append(createIcon({ bubble: BUBBLE, cross: 'm6 6 12 12M18 6 6 18' }), badge)
  return { button, badge }
}

const drawButton = (onPress: () => void) => {
  const { host, root } = createHost()
  const { button, badge } = createButton()
  button.addEventListener('click', onPress)
  root.append(button)
  return { host, root, button, badge }
}

const dress = (host: HTMLElement, { color, theme, position }: Required<Wishes>) => {
  host.dataset.ballast = position
  host.dataset.theme = theme
  host.style.setProperty('--accent', color)
  host.style.setProperty('--ink', inkOn(color))
}

export const createLauncher = ({ locale, look, onPress }: LauncherParts): Launcher => {
  let wish = locale
  let drawn: ReturnType<typeof drawButton> | null = null
  let open = false
  let unread = 0
  const label = () => {
    if (drawn === null) return
    const { host, button, badge } = drawn
    const words = wordsFor(wish)
    host.lang = words.lang
    button.setAttribute('aria-label', open ? words.close : words.open + (unread > 0 ? words.unread(unread) : ''))
    button.setAttribute('aria-expanded', String(open))
    button.classList.toggle('open', open)
    badge.hidden = open || unread === 0
    badge.textContent = unread > 99 ? '99+' : String(unread)
  }
  const draw = () => {
    if (drawn !== null) return drawn
    drawn = drawButton(onPress)
    dress(drawn.host, look())
    label()
    return drawn
  }
  return {
    draw: () => void draw(),
    attach: (frame) => {
      const { root } = draw()
      addSheet(root, FRAME_SHEET)
      root.append(frame)
    },
    setOpen: (next) => {
      open = next
      label()
    },
    setUnread: (count) => {
      unread = count
      label()
    },
    lookAgain: () => {
      if (drawn !== null) dress(drawn.host, look())
    },
    setLocale: (next) => {
      wish = next
      label()
    },
    focus: () => draw().button.focus(),
  }
}
