// When the bot fails on a message the customer still gets a line; when it fails again, a person.
import type { HandoverReason } from '@ballast/contract/conversation'
import type { Part } from '@ballast/contract/parts'

type Dialog = { readonly [key: string]: unknown }

const LINES = {
  zh: {
    again: '抱歉，刚才没能处理好您的消息，请换个说法再发一次，或点“转人工”。',
    person: '抱歉，这个问题我没能处理好，正在为您转接同事。',
  },
  en: {
    again: 'Sorry, I could not handle that message. Please say it another way, or ask for a person.',
    person: 'Sorry, I could not handle this. I am bringing in a colleague.',
  },
} as const

const KEY = 'turnFailures'
const failuresIn = (dialog: Dialog | null): number => {
  const count = dialog?.[KEY]
  return typeof count === 'number' ? count : 0
}

/** The dialog without our own count: what answering knows of. */
export const dialogForTurn = (dialog: Dialog | null): Dialog | null => {
  if (dialog === null || !(KEY in dialog)) return dialog
  const { [KEY]: _count, ...rest } = dialog
  return Object.keys(rest).length === 0 ? null : rest
}

export interface FailedTurn {
  readonly outcome: 'unsure' | 'handed-over'
  readonly parts: readonly Part[]
  readonly dialog: Dialog | null
  readonly handover?: HandoverReason
}
export const afterFailure = (dialog: Dialog | null, locale: string | null): FailedTurn => {
  const lines = locale?.toLowerCase().startsWith('zh') === true ? LINES.zh : LINES.en
  const failures = failuresIn(dialog) + 1
  if (failures >= 2) {
    return {
      outcome: 'handed-over',
      handover: 'bot-unsure',
      parts: [{ kind: 'text', text: lines.person }],
      dialog: null,
    }
  }
  return { outcome: 'unsure', parts: [{ kind: 'text', text: lines.again }], dialog: { ...dialog, [KEY]: failures } }
}
