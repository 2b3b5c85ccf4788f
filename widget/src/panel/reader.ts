// Whether somebody looks at the panel, and what an answer does when nobody does.
import type { Message } from '@ballast/contract/conversation'
import type { ServerFrame } from '@ballast/contract/live'
import type { Host } from './host.ts'
import { chime } from './sound.ts'
import { createStore, type Store } from './store.ts'

export interface Reader {
  /** The panel is open; its page may be in the background all the same. */
  readonly shown: Store<boolean>
  looks(): boolean
  onFrame(frame: ServerFrame): void
  /** A new visit begins: what was said before it is not news. */
  startOver(): void
  tell(message: Message): void
}

export const createReader = (host: Host): Reader => {
  const shown = createStore(!host.embedded)
  let caughtUp = false
  const looks = () => shown.get() && document.visibilityState === 'visible'
  return {
    shown,
    looks,
    onFrame: (frame) => {
      if (frame.t === 'replay' ? frame.complete : frame.t === 'welcome' && !frame.conversation?.seq) caughtUp = true
    },
    startOver: () => {
      caughtUp = false
    },
    tell: ({ author }) => {
      host.event({ name: 'message', author: author.kind })
      const theirs = author.kind === 'bot' || author.kind === 'agent'
      if (theirs && caughtUp && !(looks() && document.hasFocus())) void chime(Date.now())
    },
  }
}
