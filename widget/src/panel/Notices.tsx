// Lines between thread and composer that say plainly how things stand: offline, in line for a person, refused.
import { useEffect, useState } from 'preact/hooks'
import { formatTime } from './format.ts'
import type { Words } from './locales/words.ts'
import type { State } from './thread-state.ts'

interface Props {
  readonly state: State
  readonly words: Words
}

/** A short cut is repaired before anyone needs to read about it. */
const useLasting = (on: boolean, ms: number): boolean => {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!on) return setLasting(false)
    const timer = setTimeout(() => setLasting(true), ms)
    return () => clearTimeout(timer)
  }, [on, ms])
  return on && lasting
}

const useSecondsUntil = (instant: number | null): number => {
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    if (instant === null) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [instant])
  return instant === null ? 0 : Math.max(0, Math.ceil((instant - now) / 1_000))
}

const WaitingLine = ({ state, words }: Props) => {
  const { person } = words
  if (state.asking !== null) return <p class="notice">{state.link === 'open' ? person.asking : person.askingOffline}</p>
  if (state.conversation?.status !== 'waiting') return null
  const since = state.conversation.waitingSince
  return (
    <p class="notice waiting">
      <strong>{person.waiting(since === null ? null : formatTime(since, words.locale))}</strong>
      {state.position !== null && <span> {person.ahead(Math.max(0, state.position - 1))}</span>}
      <br />
      {person.waitingMore}
    </p>
  )
}

export const Notices = ({ state, words }: Props) => {
  const offline = useLasting(state.link !== 'open' && state.phase !== 'broken', 1_200)
  const unsent = state.outgoing.filter(({ failed }) => failed === null).length
  const seconds = useSecondsUntil(state.notice?.retryAt ?? null)
  return (
    <>
      <div role="status" class="notices">
        <WaitingLine state={state} words={words} />
        {offline && <p class="notice offline">{unsent === 0 ? words.offline : words.offlineWaiting(unsent)}</p>}
      </div>
      <div role="alert" class="notices">
        {state.notice !== null && (
          <p class={state.notice.retryAt === null ? 'notice refused' : 'notice offline'}>
            {words.problems[state.notice.code] ?? words.problems.other}
            {seconds > 0 && ` ${words.retryIn(seconds)}`}
          </p>
        )}
      </div>
    </>
  )
}
