// Every word the panel shows. A locale is one object of this shape: a language that lacks one does not compile.
import type { JUDGEMENT_REASONS } from '@ballast/contract/conversation'
import type { ORDER_STATUSES, RATING_REASONS } from '@ballast/contract/parts'

type ProblemWord =
  | 'rate.limited'
  | 'server.busy'
  | 'server.draining'
  | 'message.too-long'
  | 'message.empty'
  | 'inbox.unknown'
  | 'inbox.origin-refused'
  | 'file.type-refused'
  | 'file.too-large'
  | 'file.not-found'
  | 'offline'
  | 'identity.conflict'
  | 'other'

/** Why a transcript was not sent. */
type MailProblem = 'mail.address-invalid' | 'mail.unavailable' | 'rate.limited' | 'offline'
/** Why an own message was not changed. */
type ChangeProblem = 'message.too-old' | 'message.not-found' | 'message.not-yours'
type ByCode<Code extends string> = Readonly<Record<Code, string>> & Readonly<Record<string, string>>

export interface Words {
  readonly locale: string
  readonly chat: string
  readonly close: string
  readonly greeting: (shop: string) => string
  readonly greetingMore: (bot: string) => string
  readonly starters: readonly [string, string, string, string]
  readonly startersLabel: string
  readonly home: {
    /** Names the way back from the thread. */
    readonly back: string
    readonly continue: string
    /** What a person may be expected to do: see Team.tsx for when each is true. */
    readonly team: {
      readonly here: string
      readonly minutes: (count: number) => string
      readonly hours: (count: number) => string
      readonly ahead: (count: number) => string
      readonly away: string
      readonly backToday: (time: string) => string
      readonly backTomorrow: (time: string) => string
      readonly backOn: (day: string, time: string) => string
    }
  }
  readonly voice: {
    readonly record: string
    readonly asking: string
    readonly recording: string
    readonly longest: string
    readonly stop: string
    readonly discard: string
    readonly send: string
    readonly play: string
    readonly pause: string
    readonly position: string
    readonly refused: string
    readonly absent: string
    readonly failed: string
  }
  readonly sound: { readonly label: string }
  readonly conversation: string
  readonly placeholder: string
  readonly send: string
  readonly attach: { readonly choose: string; readonly sending: (name: string) => string; readonly drop: string }
  readonly ai: string
  readonly aiExplained: string
  readonly agent: string
  readonly you: string
  readonly today: string
  readonly newMessages: string
  readonly person: {
    readonly ask: string
    readonly asking: string
    readonly askingOffline: string
    readonly waiting: (since: string | null) => string
    readonly ahead: (count: number) => string
    readonly waitingMore: string
    readonly joined: string
    readonly waitingShort: string
  }
  readonly state: {
    readonly sending: string
    readonly sent: string
    readonly read: string
    readonly failed: string
    readonly retry: string
  }
  readonly offline: string
  readonly offlineWaiting: (count: number) => string
  readonly connecting: string
  readonly typing: (name: string) => string
  readonly recalled: string
  readonly edited: string
  readonly sources: string
  readonly quickReplies: string
  readonly system: {
    readonly 'handed-over': string
    readonly 'agent-joined': (name: string) => string
    readonly 'handed-back': string
    readonly transferred: (name: string) => string
    readonly snoozed: string
    readonly resolved: string
    readonly reopened: string
  }
  readonly order: {
    readonly title: string
    readonly status: Readonly<Record<(typeof ORDER_STATUSES)[number], string>>
    readonly total: string
    readonly placed: string
    readonly eta: (day: string) => string
    readonly track: string
    readonly view: string
    readonly more: (count: number) => string
  }
  readonly product: {
    readonly inStock: string
    readonly lowStock: (count: number) => string
    readonly soldOut: string
    readonly view: string
  }
  readonly returns: {
    readonly type: Readonly<Record<'return' | 'exchange' | 'refund', string>>
    readonly status: Readonly<
      Record<'draft' | 'requested' | 'approved' | 'in-transit' | 'received' | 'completed' | 'refused', string>
    >
    readonly amount: string
    readonly order: string
  }
  readonly form: { readonly send: string; readonly sent: string; readonly choose: string; readonly required: string }
  readonly media: {
    readonly image: string
    readonly file: string
    readonly audio: string
    readonly video: string
    readonly place: string
    readonly call: string
    readonly zoom: string
    readonly closeImage: string
  }
  readonly judge: {
    readonly helpful: string
    readonly notHelpful: string
    readonly why: string
    readonly reasons: Readonly<Record<(typeof JUDGEMENT_REASONS)[number], string>>
    readonly noted: (reason: string) => string
  }
  readonly rate: {
    readonly title: string
    readonly scores: Readonly<Record<1 | 2 | 3 | 4 | 5, string>>
    readonly score: (name: string, score: number) => string
    readonly thanks: string
    readonly whyGood: string
    readonly whyBad: string
    readonly reasons: Readonly<Record<(typeof RATING_REASONS)[number], string>>
    readonly comment: string
    readonly send: string
    readonly allThanks: string
    readonly close: string
    /** The line in the thread. */
    readonly line: (score: number) => string
  }
  readonly menu: {
    readonly label: string
    readonly rate: string
    readonly mail: string
    readonly save: string
    readonly address: string
    readonly mailOnce: string
    readonly mailSend: string
    readonly sending: string
    readonly mailSent: (address: string) => string
    readonly cancel: string
    readonly done: string
    readonly problems: ByCode<MailProblem>
  }
  readonly own: {
    readonly menu: string
    readonly edit: string
    readonly copy: string
    readonly recall: string
    readonly recalled: string
    readonly editing: string
    readonly save: string
    readonly cancel: string
    readonly problems: ByCode<ChangeProblem>
  }
  readonly retryIn: (seconds: number) => string
  /** By problem code; `other` where none fits. */
  readonly problems: ByCode<ProblemWord>
}
