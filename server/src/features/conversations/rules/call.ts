// A call's transcript grows while people speak; its updates may arrive out of order.
import type { Part } from '@ballast/contract/parts'

type Call = Extract<Part, { kind: 'call' }>
export const callIn = (parts: readonly Part[]): Call | undefined => parts.find((part) => part.kind === 'call')

const finals = (call: Call) => call.transcript.filter((line) => line.final).length
/** Whether `update` says more than what is stored. A call that has ended is not ongoing again. */
export const isLaterCall = (stored: Call, update: Call): boolean => {
  if (stored.callId !== update.callId) return false
  if (stored.outcome !== 'ongoing' && update.outcome === 'ongoing') return false
  return finals(update) >= finals(stored) && update.legs.length >= stored.legs.length
}
