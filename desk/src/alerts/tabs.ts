// Several tabs of the desk on one machine: which conversation the reader looks at in any of them, and who may ring.

const CHANNEL = 'ballast.desk.tabs'
const HELD_MS = 10_000

type Word = { readonly tab: string; readonly asks: true } | { readonly tab: string; readonly focus: Focus }
/** `null`: this tab has not the focus. `conversationId: null`: it has, on another page. */
export type Focus = { readonly conversationId: string | null } | null

export interface Tabs {
  /** Where the reader looks, in this tab or another. */
  inFocus(): Focus
  tell(focus: Focus): void
  stop(): void
}

export const joinTabs = (tab: string): Tabs => {
  const channel = new BroadcastChannel(CHANNEL)
  const others = new Map<string, Focus>()
  let mine: Focus = null
  const say = (word: Word) => channel.postMessage(word)
  channel.onmessage = ({ data }: MessageEvent<Word>) => {
    if ('focus' in data) others.set(data.tab, data.focus)
    else if (mine !== null) say({ tab, focus: mine })
  }
  say({ tab, asks: true })
  return {
    inFocus: () => mine ?? [...others.values()].find((focus) => focus !== null) ?? null,
    tell: (focus) => {
      mine = focus
      say({ tab, focus })
    },
    stop: () => {
      say({ tab, focus: null })
      channel.close()
    },
  }
}

/** Runs `ring` in one tab only, whichever asks first for this `key`. Over plain HTTP there are no locks: a mark stands in. */
export const once = (key: string, ring: () => void): void => {
  const name = `ballast.desk.rang.${key}`
  if (navigator.locks === undefined) {
    if (localStorage.getItem('ballast.desk.rang') === key) return
    localStorage.setItem('ballast.desk.rang', key)
    ring()
    return
  }
  void navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock === null) return
    ring()
    // Held until every tab has heard of the same event, also one that the browser slowed down.
    await new Promise((done) => setTimeout(done, HELD_MS))
  })
}
