// Opens the panel: reads its address, loads the words, starts the visit, renders.
import { h, render } from 'preact'
import { DEFAULT_COLOR } from '../color.ts'
import { readWishes, type Wishes } from '../look.ts'
import { App } from './App.tsx'
import { type Address, readAddress } from './address.ts'
import { newId } from './connection.ts'
import { connectHost } from './host.ts'
import { chooseLocale, directionOf, loadWords, nearest } from './locales/index.ts'
import { paint } from './paint.ts'
import { createSession } from './session.ts'
import { armSound } from './sound.ts'
import { createMemory, type Memory } from './storage.ts'
import type { Visit } from './visit.ts'

/** Not under a finger: there the keyboard would cover what the visitor came to read. */
const focusComposer = (root: HTMLElement) => {
  if (!matchMedia('(pointer: coarse)').matches) root.querySelector('textarea')?.focus({ preventScroll: true })
}

/** The words and the colours, each known a little better as the page, then the server, has spoken. */
const createLooks = (address: Address, memory: Memory, show: (locale: string) => void) => {
  let wishes = address.wishes
  let inbox: Wishes | null = memory.look()
  let locales: (string | null)[] = [address.locale, ...navigator.languages]
  let shown: string | null = null
  const dress = () => paint(inbox === null ? wishes : { color: DEFAULT_COLOR, ...inbox, ...wishes })
  const speak = (last: string | null) => {
    const next = chooseLocale([...locales, last])
    if (next === null || next === shown) return
    shown = next
    show(next)
  }
  dress()
  speak(null)
  return {
    onInbox: ({ look, locale }: Visit['inbox']) => {
      inbox = readWishes(look)
      dress()
      if (shown === null) speak(nearest(locale) ?? 'en')
    },
    onConfigure: (next: Wishes, locale: string | null) => {
      wishes = { ...wishes, ...next }
      locales = [locale, ...navigator.languages]
      dress()
      speak(shown)
    },
  }
}

const open = () => {
  const root = document.getElementById('panel')
  const address = readAddress(location, window.parent !== window)
  if (root === null || address === null) return
  const host = connectHost(address.host)
  const memory = createMemory(address.inbox, newId())
  const session = createSession({
    inbox: address.inbox,
    locale: address.locale ?? navigator.language,
    host,
    memory,
    onInbox: (inbox) => {
      looks.onInbox(inbox)
      host.say({ t: 'look', look: readWishes(inbox.look) })
    },
  })
  let rendered = Promise.resolve()
  const show = (locale: string) => {
    const words = loadWords(locale)
    // In the order asked for, however long each takes to arrive.
    rendered = rendered.then(async () => {
      const loaded = await words
      document.documentElement.lang = loaded.locale
      document.documentElement.dir = directionOf(loaded.locale)
      render(h(App, { session, words: loaded, host }), root)
    })
  }
  const looks = createLooks(address, memory, show)
  armSound()
  void session.start()
  host.listen((message) => {
    if (message.t === 'shown') {
      session.show(message.shown)
      if (message.shown) void rendered.then(() => focusComposer(root))
    } else if (message.t === 'identify') void session.identify(message.jwt)
    else if (message.t === 'reset') void session.reset()
    else if (message.t === 'configure') looks.onConfigure(message.wishes, message.locale)
    else if (message.t === 'context') session.setContext(message.context)
    else if (address.host === location.origin) session.say(message.text)
  })
}

open()
