// Who the visitor talks with, the always visible way to a person, and the way out.
import { initial } from './format.ts'
import type { Host } from './host.ts'
import type { Words } from './locales/words.ts'
import { HeaderMenu } from './menu/HeaderMenu.tsx'
import type { Session } from './session.ts'
import type { State } from './thread-state.ts'

interface Props {
  readonly state: State
  readonly words: Words
  readonly host: Host
  readonly session: Session
}

const agentName = (state: State): string | undefined =>
  state.messages.findLast(({ author }) => author.kind === 'agent')?.author.name ??
  state.messages
    .flatMap(({ parts }) => parts)
    .flatMap((part) => (part.kind === 'system' && part.code === 'agent-joined' ? [part.name] : []))
    .at(-1)

const PersonButton = ({ state, words, session }: Omit<Props, 'host'>) => {
  const status = state.conversation?.status
  const waiting = state.asking !== null || status === 'waiting'
  const label = status === 'agent' ? words.person.joined : waiting ? words.person.waitingShort : words.person.ask
  const idle = !waiting && status !== 'agent'
  return (
    <button type="button" class={idle ? 'person' : 'person busy'} aria-disabled={!idle} onClick={session.askForPerson}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="8" r="4" />
        <path d="M4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.700 1.900 7.500 5.500" />
      </svg>
      {label}
    </button>
  )
}

export const Header = ({ state, words, host, session }: Props) => {
  const withPerson = state.conversation?.status === 'agent'
  const name = (withPerson ? agentName(state) : state.inbox?.botName) ?? state.inbox?.name ?? words.chat
  const logo = state.inbox?.logo
  return (
    <header class="head">
      <span class="face" aria-hidden="true">
        {logo !== undefined && !withPerson ? <img src={logo} alt="" /> : initial(name)}
      </span>
      <div class="who">
        <h1>
          <span>{name}</span>
          {!withPerson && state.inbox !== null && (
            <abbr class="ai" title={words.aiExplained}>
              {words.ai}
            </abbr>
          )}
        </h1>
        <p>{state.inbox?.name ?? words.connecting}</p>
      </div>
      <PersonButton state={state} words={words} session={session} />
      <HeaderMenu state={state} words={words} session={session} />
      {host.embedded && (
        <button type="button" class="icon" aria-label={words.close} onClick={() => host.say({ t: 'close' })}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="m6 6 12 12M18 6 6 18" />
          </svg>
        </button>
      )}
    </header>
  )
}
