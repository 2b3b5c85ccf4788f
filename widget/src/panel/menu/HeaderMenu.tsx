// The … button of the header. Its menu and what that opens are fetched at the first press.
import { useRef, useState } from 'preact/hooks'
import { useLoaded } from '../loaded.ts'
import type { Words } from '../locales/words.ts'
import type { Session } from '../session.ts'
import type { State } from '../thread-state.ts'
import { DotsButton } from './DotsButton.tsx'
import { MENU_ITEMS, type MenuContext, type MenuItem } from './items.ts'

interface Props {
  readonly state: State
  readonly words: Words
  readonly session: Session
}

const entryOf = (context: MenuContext) => (item: MenuItem) => ({
  id: item.id,
  icon: item.icon,
  label: item.label(context.words),
  ...(item.checked === undefined ? {} : { checked: item.checked() }),
  run: () => item.run(context),
})

export const HeaderMenu = ({ state, words, session }: Props) => {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState<'nothing' | 'menu' | 'mail'>('nothing')
  const menu = useLoaded(open === 'menu', () => import('./PopMenu.tsx'))
  const mail = useLoaded(open === 'mail', () => import('./MailSheet.tsx'))
  const items = MENU_ITEMS.filter(({ shown }) => shown(state))
  if (items.length === 0) return null
  const close = (back: boolean) => {
    setOpen('nothing')
    if (back) button.current?.focus()
  }
  const context = { state, words, session, askAddress: () => setOpen('mail') }
  return (
    <>
      <DotsButton
        class="icon"
        label={words.menu.label}
        button={button}
        open={open === 'menu'}
        onPress={() => setOpen(open === 'menu' ? 'nothing' : 'menu')}
      />
      {menu !== null && (
        <menu.PopMenu
          label={words.menu.label}
          entries={items.map(entryOf(context))}
          anchor={() => button.current}
          onClose={close}
        />
      )}
      {mail !== null && state.conversationId !== null && (
        <mail.MailSheet
          conversationId={state.conversationId}
          words={words}
          token={session.token}
          onClose={() => close(true)}
        />
      )}
    </>
  )
}
