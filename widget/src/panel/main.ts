// Opens the panel: reads its address, loads the words, starts the visit, renders.
import { h, render } from 'preact'
import { inkOn } from '../loader/options.ts'
import { App } from './App.tsx'
import { readAddress } from './address.ts'
import { newId } from './connection.ts'
import { connectHost } from './host.ts'
import { chooseLocale, loadWords } from './locales/index.ts'
import { createSession } from './session.ts'
import { createMemory } from './storage.ts'

const paint = (color: string | null) => {
  if (color === null) return
  document.documentElement.style.setProperty('--accent', color)
  document.documentElement.style.setProperty('--on-accent', inkOn(color))
}

/** Not under a finger: there the keyboard would cover what the visitor came to read. */
const focusComposer = (root: HTMLElement) => {
  if (!matchMedia('(pointer: coarse)').matches) root.querySelector('textarea')?.focus({ preventScroll: true })
}

const open = async () => {
  const root = document.getElementById('panel')
  const address = readAddress(location, window.parent !== window)
  if (root === null || address === null) return
  paint(address.color)
  const host = connectHost(address.host)
  const wished = chooseLocale([address.locale, ...navigator.languages])
  const show = async (locale: string) => {
    const words = await loadWords(locale)
    document.documentElement.lang = words.locale
    render(h(App, { session, words, host }), root)
  }
  const session = createSession({
    inbox: address.inbox,
    locale: address.locale ?? navigator.language,
    host,
    memory: createMemory(address.inbox, newId()),
    onInboxLocale: (locale) => {
      if (wished === null) void show(chooseLocale([locale]) ?? 'en')
    },
  })
  if (wished !== null) await show(wished)
  void session.start()
  host.listen((message) => {
    if (message.t === 'shown') {
      session.show(message.shown)
      if (message.shown) focusComposer(root)
    } else if (message.t === 'identify') void session.identify(message.jwt)
    else if (message.t === 'reset') void session.reset()
    else if (message.t === 'context') session.setContext(message.context)
    else if (address.host === location.origin) session.say(message.text)
  })
}

void open()
