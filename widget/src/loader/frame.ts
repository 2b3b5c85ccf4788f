// The iframe with the panel: made on first need, spoken to only by messages whose origin, source and shape are checked.
import { readToHost, type ToPanel, type WidgetEvent } from '../bridge.ts'
import type { Launcher } from './launcher.ts'
import { hasLook, type Options, rememberLook } from './options.ts'
import { countInTitle } from './title.ts'
import { wordsFor } from './words.ts'

export interface Frame {
  /** Makes the iframe if there is none yet. */
  ensure(): void
  show(shown: boolean): void
  readonly shown: boolean
  /** Held back until the panel says it is ready. */
  say(message: ToPanel): void
  /** The visitor has talked on this tab before, so replies may come while the panel is shut. */
  talkedBefore(): boolean
}

const addressOf = (options: Options): string => {
  const address = new URL(options.panelUrl)
  address.searchParams.set('inbox', options.inbox)
  const { color, theme } = options.wishes
  const looks = new URLSearchParams({ host: location.origin })
  for (const [name, value] of Object.entries({ color, theme, locale: options.locale }))
    if (value) looks.set(name, value)
  address.hash = looks.toString()
  return address.href
}

/** Session storage throws where the shop's visitor has switched it off. */
const flag = (name: string) => ({
  read: (): boolean => {
    try {
      return sessionStorage.getItem(name) === '1'
    } catch {
      return false
    }
  },
  write: (): void => {
    try {
      sessionStorage.setItem(name, '1')
    } catch {
      return
    }
  },
})

const makeElement = (options: Options): HTMLIFrameElement => {
  const element = document.createElement('iframe')
  element.className = 'frame'
  element.title = wordsFor(options.locale).frame
  // A voice note needs the microphone, the sound of an answer a page that was touched: both are asked of the shop's page.
  element.allow = 'microphone; autoplay'
  element.hidden = true
  element.src = addressOf(options)
  return element
}

export const createFrame = (
  options: () => Options,
  launcher: Launcher,
  onEvent: (event: WidgetEvent) => void,
): Frame => {
  const talked = flag(`ballast:${options().inbox}:talked`)
  const { origin } = options()
  let element: HTMLIFrameElement | null = null
  let ready = false
  let shown = false
  const waiting: ToPanel[] = []

  const post = (message: ToPanel) => element?.contentWindow?.postMessage({ ballast: 1, ...message }, origin)

  const say = (message: ToPanel) => {
    if (ready) post(message)
    else waiting.push(message)
  }
  const onEventFromPanel = (event: WidgetEvent) => {
    if (event.name === 'unread') {
      launcher.setUnread(event.count)
      countInTitle(event.count)
    }
    if (event.name === 'message') talked.write()
    onEvent(event)
  }
  const onMessage = (message: MessageEvent) => {
    if (message.origin !== origin || message.source !== element?.contentWindow) return
    const said = readToHost(message.data)
    if (said === null) return
    if (said.t === 'event') return onEventFromPanel(said.event)
    if (said.t === 'look') {
      rememberLook(options().inbox, said.look)
      return launcher.lookAgain()
    }
    if (said.t === 'close') {
      show(false)
      return launcher.focus()
    }
    ready = true
    for (const held of waiting.splice(0)) post(held)
    post({ t: 'shown', shown })
    onEvent({ name: 'ready' })
  }
  const ensure = () => {
    if (element !== null) return
    element = makeElement(options())
    addEventListener('message', onMessage)
    launcher.attach(element)
  }
  const show = (next: boolean) => {
    if (next === shown) return
    if (next) ensure()
    shown = next
    if (element !== null) element.hidden = !next
    launcher.setOpen(next)
    if (ready) post({ t: 'shown', shown: next })
    if (next) element?.focus()
    onEvent({ name: next ? 'open' : 'close' })
  }
  return {
    ensure,
    show,
    get shown() {
      return shown
    },
    say,
    // Whoever never opened the panel left no look behind: one slow place less to read.
    talkedBefore: () => hasLook(options().inbox) && talked.read(),
  }
}
