// Who the visitor talks with, the way back to the home, what else can be done, and the way out.
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
  /** Null where there is nothing to go back to. */
  readonly onBack: (() => void) | null
}

const agentName = (state: State): string | undefined =>
  state.messages.findLast(({ author }) => author.kind === 'agent')?.author.name ??
  state.messages
    .flatMap(({ parts }) => parts)
    .flatMap((part) => (part.kind === 'system' && part.code === 'agent-joined' ? [part.name] : []))
    .at(-1)

export const Header = ({ state, words, host, session, onBack }: Props) => {
  const withPerson = state.conversation?.status === 'agent'
  const name = (withPerson ? agentName(state) : state.inbox?.botName) ?? state.inbox?.name ?? words.chat
  const logo = state.inbox?.logo
  return (
    <header class="head">
      {onBack !== null && (
        <button type="button" class="icon back" aria-label={words.home.back} onClick={onBack}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="m15 6-6 6 6 6" />
          </svg>
        </button>
      )}
      <span class="face" aria-hidden="true">
        {logo !== undefined && !withPerson ? <img src={logo} alt="" /> : initial(name)}
      </span>
      <div class="who">
        <h1>
          <span class="title">{name}</span>
          {!withPerson && state.inbox !== null && (
            <abbr class="ai" title={words.aiExplained}>
              {words.ai}
            </abbr>
          )}
        </h1>
        <p>{withPerson ? words.person.joined : (state.inbox?.name ?? words.connecting)}</p>
      </div>
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
