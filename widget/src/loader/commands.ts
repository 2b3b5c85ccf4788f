// window.ballast: the commands a shop's page may call, and the calls it queued before this script arrived.
import { type EventName, readContext, type WidgetEvent } from '../bridge.ts'
import { readWishes } from '../look.ts'
import type { Frame } from './frame.ts'
import type { Launcher } from './launcher.ts'
import { type Options, readLocale } from './options.ts'

type Handler = (event: WidgetEvent) => void
const COMMANDS = ['open', 'close', 'toggle', 'identify', 'reset', 'setContext', 'configure', 'on'] as const
type Command = (typeof COMMANDS)[number]
/** `window.ballast = window.ballast || []; ballast.push(['identify', jwt])` */
export type Queued = readonly [Command, ...unknown[]]

export interface Api {
  open(): void
  close(): void
  toggle(): void
  /** `jwt` is made by the shop's back end and lives a few minutes. Call `reset` first when another customer signs in. */
  identify(jwt: string): void
  /** At log-out: forgets the visitor on this device. */
  reset(): void
  /** What the visitor is looking at: {page, title, productId, orderNo, cart}. */
  setContext(context: object): void
  /** {color, theme, position, locale} of this page, over what the script tag and the inbox say. */
  configure(wishes: object): void
  /** Returns a function that stops listening. */
  on(name: EventName, handler: Handler): () => void
  push(call: Queued): void
}

const isCommand = (value: unknown): value is Command => COMMANDS.includes(value as Command)

export interface Kept {
  get(): Options
  set(options: Options): void
}

export const createCommands = (frame: Frame, launcher: Launcher, kept: Kept) => {
  const handlers = new Map<string, Set<Handler>>()
  const emit = (event: WidgetEvent) => {
    for (const handler of handlers.get(event.name) ?? []) {
      try {
        handler(event)
      } catch (error) {
        console.error('ballast: a handler of the page failed', error)
      }
    }
  }
  const api: Api = {
    open: () => frame.show(true),
    close: () => frame.show(false),
    toggle: () => frame.show(!frame.shown),
    identify: (jwt) => frame.say({ t: 'identify', jwt: String(jwt) }),
    reset: () => {
      launcher.setUnread(0)
      frame.say({ t: 'reset' })
      // A visitor signed out before ever opening the panel must be forgotten too: the token lives inside the frame.
      frame.ensure()
    },
    setContext: (context) => frame.say({ t: 'context', context: readContext(context) }),
    configure: (given) => {
      const before = kept.get()
      const locale = readLocale((given as { locale?: unknown } | null)?.locale) ?? before.locale
      const wishes = { ...before.wishes, ...readWishes(given) }
      kept.set({ ...before, locale, wishes })
      launcher.lookAgain()
      launcher.setLocale(locale)
      frame.say({ t: 'configure', wishes, locale })
    },
    on: (name, handler) => {
      const set = handlers.get(name) ?? new Set()
      handlers.set(name, set.add(handler))
      return () => void set.delete(handler)
    },
    push: ([name, ...given]) => {
      if (isCommand(name)) (api[name] as (...values: unknown[]) => unknown)(...given)
      else console.warn(`ballast: no such command: ${String(name)}`)
    },
  }
  return { api, emit, toggle: api.toggle }
}
