// The conversation as a log: messages by sequence, then what is still on its way, then who is typing.
import type { Message } from '@ballast/contract/conversation'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { formatDay } from './format.ts'
import type { Words } from './locales/words.ts'
import { MessageView } from './MessageView.tsx'
import { OutgoingView } from './OutgoingView.tsx'
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

export const Thread = ({ state, words, session, onSay }: Props) => {
  const { messages, outgoing, uploads } = state
  const lastKey = `${messages.at(-1)?.id}/${outgoing.at(-1)?.id}/${uploads.at(-1)?.id}/${state.typing?.kind}`
  const { log, missed, onScroll, toEnd } = useFollow(lastKey)
  const lastMine = messages.findLast(({ author }) => author.kind === 'customer')?.seq
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
                <MessageView
                  message={message}
                  words={words}
                  botName={state.inbox?.botName ?? ''}
                  first={!sameGroup(before, message)}
                  last={index === messages.length - 1 && outgoing.length === 0}
                  receipt={
                    message.seq === lastMine && outgoing.length === 0
                      ? state.agentReadSeq >= message.seq
                        ? 'read'
                        : 'sent'
                      : null
                  }
                  onSay={onSay}
                  onParts={session.sendParts}
                />
              </div>
            )
          })}
          {outgoing.map((entry) => (
            <OutgoingView key={entry.id} entry={entry} words={words} onRetry={() => session.retry(entry.id)} />
          ))}
          <Uploads state={state} words={words} session={session} />
          <Typing state={state} words={words} />
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
