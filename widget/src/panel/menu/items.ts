// What the header's menu offers. To add something: one more item in MENU_ITEMS.
import type { Words } from '../locales/words.ts'
import { canRate } from '../rating-state.ts'
import type { Session } from '../session.ts'
import { setSound, soundOn } from '../sound.ts'
import type { State } from '../thread-state.ts'

export interface MenuContext {
  readonly state: State
  readonly words: Words
  readonly session: Session
  /** Opens the sheet that asks where to send the conversation. */
  readonly askAddress: () => void
}
export interface MenuItem {
  readonly id: string
  /** Path of a 24 × 24 drawing. */
  readonly icon: string
  readonly label: (words: Words) => string
  readonly shown: (state: State) => boolean
  /** For something that is on or off; asked each time the menu opens. */
  readonly checked?: () => boolean
  readonly run: (context: MenuContext) => void
}

const RATE: MenuItem = {
  id: 'rate',
  icon: 'm12 3.5 2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9L3.5 9.7l5.9-.8z',
  label: (words) => words.menu.rate,
  shown: (state) => state.conversationId !== null && canRate(state),
  run: ({ session }) => session.askRating(),
}
const MAIL: MenuItem = {
  id: 'mail',
  icon: 'M3.5 6h17v12.5h-17zm0 .5 8.5 6.5 8.5-6.5',
  label: (words) => words.menu.mail,
  shown: ({ inbox, conversationId, messages }) =>
    inbox?.mail === true &&
    conversationId !== null &&
    // The server sends no mail in which nobody has answered.
    messages.some(({ author }) => author.kind === 'bot' || author.kind === 'agent'),
  run: ({ askAddress }) => askAddress(),
}
const SAVE: MenuItem = {
  id: 'save',
  icon: 'M12 4v10.5m-4.5-4 4.5 4.5 4.5-4.5M4.5 19.5h15',
  label: (words) => words.menu.save,
  shown: ({ messages }) => messages.length > 0,
  run: ({ state, words }) => {
    import('./save-transcript.ts').then(
      ({ saveTranscript }) => saveTranscript(state, words),
      () => undefined,
    )
  },
}
const SOUND: MenuItem = {
  id: 'sound',
  icon: 'M4.5 9.5v5H8l4.5 4v-13l-4.5 4zm11-.5a4.2 4.2 0 0 1 0 6m2.3-8.5a7.8 7.8 0 0 1 0 11',
  label: (words) => words.sound.label,
  shown: () => true,
  checked: soundOn,
  run: () => setSound(!soundOn()),
}

export const MENU_ITEMS: readonly MenuItem[] = [RATE, MAIL, SAVE, SOUND]
