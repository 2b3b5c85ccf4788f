// The conversation as a log: messages by sequence, then what is still on its way, then who is typing.
import type { Message } from '@ballast/contract/conversation'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { formatDay } from './format.ts'
import { useLoaded } from './loaded.ts'
import type { Words } from './locales/words.ts'
import { MessageView } from './MessageView.tsx'
import { OutgoingView } from './OutgoingView.tsx'
import { changedBy } from './pending.ts'
import { ratingCard } from './rating-state.ts'
import type { Session } from './session.ts'
import type { State } from './thread-state.ts'
import { UploadView } from './UploadView.tsx'

interface Props {
  readonly state: State
  readonly words: Words
  readonly session: Session
  readonly onSay: (text: string) => void
}
const NEAR_BOTTOM = 80
const GROUP_WITHIN = 5 * 60_000

const sameGroup = (a: Message | undefined, b: Message): boolean =>
  a !== undefined &&
  a.author.kind === b.author.kind &&
  a.author.id === b.author.id &&
  Date.parse(b.sentAt) - Date.parse(a.sentAt) < GROUP_WITHIN

/** Stays at the newest line unless the reader has scrolled up; then it says that something is new instead of jumping. */
const useFollow = (last: string) => {
  const log = useRef<HTMLDivElement>(null)
  const following = useRef(true)
  const lastTop = useRef(0)
  const [missed, setMissed] = useState(false)
  const toEnd = () => {
    log.current?.scrollTo({ top: log.current.scrollHeight })
    setMissed(false)
  }
  // `last` changes with every new line
  useLayoutEffect(() => {
    if (following.current) toEnd()
    else setMissed(true)
  }, [last])
  useLayoutEffect(() => {
    const element = log.current
    if (element === null) return
    const watcher = new ResizeObserver(() => following.current && toEnd())
    watcher.observe(element)
    for (const child of element.children) watcher.observe(child)
    return () => watcher.disconnect()
  }, [])
  const onScroll = () => {
    const element = log.current
    if (element === null) return
    const { scrollTop, scrollHeight, clientHeight } = element
    const near = scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM
    // Only moving up is leaving: a picture that has just grown below is not.
    following.current = near || (following.current && scrollTop >= lastTop.current)
    lastTop.current = scrollTop
    if (following.current) setMissed(false)
  }
  return { log, missed, onScroll, toEnd }
}

const Typing = ({ state, words }: Pick<Props, 'state' | 'words'>) => {
  if (state.typing === null) return null
  const name = state.typing.name ?? (state.typing.kind === 'bot' ? (state.inbox?.botName ?? words.ai) : words.agent)
  return (
    <div class="row them">
      <span class="bubble dots" role="img" aria-label={words.typing(name)}>
        <i />
        <i />
        <i />
      </span>
    </div>
  )
}

const Uploads = ({ state, words, session }: Omit<Props, 'onSay'>) => (
  <>
    {state.uploads.map((upload) => (
      <UploadView
        key={upload.id}
        upload={upload}
        words={words}
        onRetry={() => session.retryUpload(upload.id)}
        onDrop={() => session.dropUpload(upload.id)}
      />
    ))}
  </>
)

/** An answer that is being written. Read out once, when it is whole: until then it is for the eyes only. */
const Partial = (props: Props) => {
  const { partial, messages, inbox, conversationId } = props.state
  if (partial === null) return null
  const message: Message = {
    id: partial.messageId,
    conversationId: conversationId ?? '',
    seq: 0,
    author: { kind: 'bot', name: inbox?.botName ?? '' },
    channel: 'web',
    parts: [{ kind: 'text', text: partial.text }],
    note: false,
    sentAt: new Date().toISOString(),
    recalled: false,
    delivery: 'sent',
  }
  return (
    <div class="line partial" inert>
      <Line {...props} message={message} before={messages.at(-1)} />
    </div>
  )
}

/** How it was, asked at the end. */
const Rating = ({ state, words, session }: Omit<Props, 'onSay'>) => {
  const step = ratingCard(state)
  const card = useLoaded(step !== 'hidden', () => import('./rating/RatingCard.tsx'))
  return step === 'hidden' || card === null ? null : (
    <card.RatingCard step={step} score={state.rating.score} words={words} session={session} />
  )
}

const personFree = ({ asking, conversation }: State): boolean =>
  asking === null && conversation?.status !== 'waiting' && conversation?.status !== 'agent'

const Line = (props: Props & { message: Message; before: Message | undefined }) => {
  const { state, words, session, onSay, message, before } = props
  const { messages, outgoing, refusedChange } = state
  const lastMine = messages.findLast(({ author }) => author.kind === 'customer')
  const shown = message === lastMine && outgoing.length === 0
  return (
    <MessageView
      message={changedBy(message, state.pending[message.id])}
      words={words}
      session={session}
      botName={state.inbox?.botName ?? ''}
      first={!sameGroup(before, message)}
      last={message === messages.at(-1) && outgoing.length === 0}
      receipt={shown ? (state.agentReadSeq >= message.seq ? 'read' : 'sent') : null}
      refused={refusedChange?.messageId === message.id ? refusedChange.code : null}
      personFree={personFree(state)}
      onSay={onSay}
      onParts={session.sendParts}
    />
  )
}

export const Thread = (props: Props) => {
  const { state, words, session } = props
  const { messages, outgoing, uploads, partial } = state
  const lastKey = [messages.at(-1)?.id, outgoing.at(-1)?.id, uploads.at(-1)?.id, state.typing?.kind, partial?.messageId]
  const { log, missed, onScroll, toEnd } = useFollow(lastKey.join('/'))
  return (
    <div class="thread">
      <div
        class="log"
        role="log"
        aria-label={words.conversation}
        aria-busy={state.loading}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        ref={log}
        onScroll={onScroll}
      >
        <div class="lines">
          {messages.map((message, index) => {
            const before = messages[index - 1]
            const day = formatDay(message.sentAt, words.locale)
            const dayBefore = before === undefined ? null : formatDay(before.sentAt, words.locale)
            return (
              <div key={message.id} class="line">
                {(before === undefined ? day !== null : day !== dayBefore) && <p class="day">{day ?? words.today}</p>}
                <Line {...props} message={message} before={before} />
              </div>
            )
          })}
          {outgoing.map((entry) => (
            <OutgoingView key={entry.id} entry={entry} words={words} onRetry={() => session.retry(entry.id)} />
          ))}
          <Uploads state={state} words={words} session={session} />
          <Partial {...props} />
          <Typing state={state} words={words} />
          <Rating state={state} words={words} session={session} />
        </div>
      </div>
      {missed && (
        <button type="button" class="to-end" onClick={toEnd}>
          {words.newMessages}
        </button>
      )}
    </div>
  )
}
