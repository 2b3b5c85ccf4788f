// When a platform lets the house write. Pure: the window is data, the clock is an argument.

/** What the customer did: wrote a message, or opened the chat (scan, menu, subscribe, enter). */
export type Trigger = 'message' | 'opened'

export interface WindowRule {
  readonly opensOn: Trigger
  /** Milliseconds the window stays open after the trigger; null: for good. */
  readonly closesAfterMs: number | null
  /** Replies allowed after one trigger; null: any number. */
  readonly maxReplies: number | null
}
export const ALWAYS_OPEN = 'always'
/** An empty list never opens. */
export type ReplyWindow = typeof ALWAYS_OPEN | readonly WindowRule[]

/** The last trigger of each kind (epoch ms) and the replies sent since: what a conversation stores. */
export type WindowState = { readonly [K in Trigger]?: { readonly at: number; readonly replies: number } }

export type WindowAnswer =
  | {
      readonly open: true
      readonly trigger: Trigger | null
      readonly closesAt: number | null
      readonly left: number | null
    }
  | { readonly open: false; readonly reason: 'never-opened' | 'expired' | 'used-up' }

const readRule = (rule: WindowRule, state: WindowState, now: number): WindowAnswer => {
  const opening = state[rule.opensOn]
  if (opening === undefined) return { open: false, reason: 'never-opened' }
  const closesAt = rule.closesAfterMs === null ? null : opening.at + rule.closesAfterMs
  if (closesAt !== null && now >= closesAt) return { open: false, reason: 'expired' }
  const left = rule.maxReplies === null ? null : rule.maxReplies - opening.replies
  if (left !== null && left <= 0) return { open: false, reason: 'used-up' }
  return { open: true, trigger: rule.opensOn, closesAt, left }
}

const WEIGHT = { 'never-opened': 0, expired: 1, 'used-up': 2 } as const
const lasts = (answer: { closesAt: number | null }) => answer.closesAt ?? Number.POSITIVE_INFINITY

/**
 * May the house reply at `now`? With several open rules the one that closes first answers, so its replies are spent
 * before the long-lived ones. When all are closed the most telling reason is given.
 */
export const replyWindow = (window: ReplyWindow, state: WindowState, now: number): WindowAnswer => {
  if (window === ALWAYS_OPEN) return { open: true, trigger: null, closesAt: null, left: null }
  const answers = window.map((rule) => readRule(rule, state, now))
  const open = answers.filter((answer) => answer.open).sort((a, b) => lasts(a) - lasts(b))[0]
  if (open !== undefined) return open
  const reasons = answers.flatMap((answer) => (answer.open ? [] : [answer.reason]))
  return { open: false, reason: reasons.sort((a, b) => WEIGHT[b] - WEIGHT[a])[0] ?? 'never-opened' }
}

/** The customer did something: the window starts anew. A late, older event never shortens it. */
export const opened = (state: WindowState, trigger: Trigger, at: number): WindowState =>
  (state[trigger]?.at ?? Number.NEGATIVE_INFINITY) > at ? state : { ...state, [trigger]: { at, replies: 0 } }

/** One reply went out. */
export const replied = (window: ReplyWindow, state: WindowState, now: number): WindowState => {
  const answer = replyWindow(window, state, now)
  const opening = answer.open && answer.trigger !== null ? state[answer.trigger] : undefined
  if (!answer.open || answer.trigger === null || opening === undefined) return state
  return { ...state, [answer.trigger]: { ...opening, replies: opening.replies + 1 } }
}
