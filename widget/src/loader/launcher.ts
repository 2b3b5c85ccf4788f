// The round button, in a shadow root so that no style of the shop reaches it and none of ours leaves it.
import { inkOn, type Options } from './options.ts'
import { SHEET } from './sheet.ts'

export interface Launcher {
  /** Where the frame is put. */
  readonly root: ShadowRoot
  setOpen(open: boolean): void
  setUnread(count: number): void
  focus(): void
}

const WORDS = {
  zh: { open: '打开客服聊天', close: '关闭客服聊天', unread: (n: number) => `，${n} 条未读消息` },
  en: { open: 'Open chat', close: 'Close chat', unread: (n: number) => `, ${n} unread` },
}

const SVG = 'http://www.w3.org/2000/svg'
const icon = (name: string, path: string) => {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('class', name)
  const line = document.createElementNS(SVG, 'path')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}

export const wordsFor = (locale: string | null) =>
  (locale ?? (document.documentElement.lang || navigator.language)).toLowerCase().startsWith('zh') ? WORDS.zh : WORDS.en

const createHost = (options: Options) => {
  const host = document.createElement('div')
  host.dataset.ballast = options.position
  host.style.setProperty('--accent', options.color)
  host.style.setProperty('--ink', inkOn(options.color))
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(SHEET)
  root.adoptedStyleSheets = [sheet]
  const place = () => document.body.append(host)
  if (document.body) place()
  else addEventListener('DOMContentLoaded', place, { once: true })
  return root
}

const BUBBLE =
  'M12 3.5c-5 0-9 3.4-9 7.6 0 2.4 1.3 4.5 3.3 5.9l-.6 3.5 3.9-2c.8.2 1.6.2 2.4.2 5 0 9-3.4 9-7.6s-4-7.6-9-7.6Z'

const createButton = (position: Options['position']) => {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = `launcher ${position}`
  const badge = document.createElement('span')
  badge.className = 'badge'
  badge.setAttribute('aria-hidden', 'true')
  button.append(icon('bubble', BUBBLE), icon('cross', 'm6 6 12 12M18 6 6 18'), badge)
  return { button, badge }
}

export const createLauncher = (options: Options, onPress: () => void): Launcher => {
  const words = wordsFor(options.locale)
  const root = createHost(options)
  const { button, badge } = createButton(options.position)
  let open = false
  let unread = 0
  const label = () => {
    button.setAttribute('aria-label', open ? words.close : words.open + (unread > 0 ? words.unread(unread) : ''))
    button.setAttribute('aria-expanded', String(open))
    button.classList.toggle('open', open)
    badge.hidden = open || unread === 0
    badge.textContent = unread > 99 ? '99+' : String(unread)
  }
  label()
  button.addEventListener('click', onPress)
  root.append(button)
  return {
    root,
    setOpen: (next) => {
      open = next
      label()
    },
    setUnread: (count) => {
      unread = count
      label()
    },
    focus: () => button.focus(),
  }
}
