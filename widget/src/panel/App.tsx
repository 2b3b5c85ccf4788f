// The panel as a whole: header, the way to a person, home or thread, notices, composer.
import { useEffect, useRef } from 'preact/hooks'
import { useDrop } from './Attach.tsx'
import { Composer, type ComposerHandle } from './Composer.tsx'
import { FilesContext } from './files.ts'
import { Header } from './Header.tsx'
import { Home } from './Home.tsx'
import type { Host } from './host.ts'
import type { Words } from './locales/words.ts'
import { Notices } from './Notices.tsx'
import type { Session } from './session.ts'
import { useStore } from './store.ts'
import { Team } from './Team.tsx'
import { Thread } from './Thread.tsx'
import { unreadOf } from './thread-state.ts'
import { useView } from './view.ts'

interface Props {
  readonly session: Session
  readonly words: Words
  readonly host: Host
}

const usePanelTitle = (name: string, unread: number) =>
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) ${name}` : name
  }, [name, unread])

const useEscape = (host: Host) =>
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) host.say({ t: 'close' })
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [host])

export const App = ({ session, words, host }: Props) => {
  const state = useStore(session.store)
  const composer = useRef<ComposerHandle>(null)
  const [view, setView] = useView(state)
  usePanelTitle(state.inbox?.name ?? words.chat, unreadOf(state))
  useEscape(host)
  const say = (text: string) => {
    session.say(text)
    composer.current?.focus()
  }
  const askForPerson = () => {
    session.askForPerson()
    setView('thread')
  }
  const back = view === 'home' ? null : () => setView('home')
  const drop = useDrop(state.phase === 'broken' ? () => undefined : session.attach)
  return (
    <main class={drop.over ? 'panel dropping' : 'panel'} {...drop.handlers}>
      <Header state={state} words={words} host={host} session={session} onBack={back} />
      <Team state={state} words={words} onPerson={askForPerson} />
      {view === 'home' ? (
        <Home state={state} words={words} onSay={say} onContinue={() => setView('thread')} />
      ) : (
        <FilesContext.Provider value={session.files}>
          <Thread state={state} words={words} session={session} onSay={say} />
        </FilesContext.Provider>
      )}
      <Notices state={state} words={words} />
      <Composer
        words={words}
        draft={session.draft}
        onSay={say}
        onFiles={session.attach}
        onVoice={session.attachVoice}
        shown={session.shown}
        onTyping={session.typing}
        handle={composer}
        disabled={state.phase === 'broken'}
      />
    </main>
  )
}
