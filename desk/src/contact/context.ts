// What the customer had on view when they last wrote, and what their messages say of their rating. Pure.
import type { Message, VisitContext } from '@ballast/contract/conversation'

/** Of the newest message of the customer that carries one. */
export const latestContext = (messages: readonly Message[]): { context: VisitContext; at: string } | null => {
  const message = messages.findLast(({ author, context }) => author.kind === 'customer' && context !== undefined)
  return message?.context ? { context: message.context, at: message.sentAt } : null
}

/** The last score given, 1 to 5. */
export const latestScore = (messages: readonly Message[]): number | null => {
  for (const { parts } of messages.toReversed())
    for (const part of parts) if (part.kind === 'system' && part.code === 'rated' && part.score) return part.score
  return null
}

/** A page's address as a link, only when it is one of the web. */
export const webAddress = (page: string | undefined): string | null => {
  if (page === undefined || !URL.canParse(page)) return null
  return ['http:', 'https:'].includes(new URL(page).protocol) ? page : null
}

/** The sum of what is known; `null` when prices are missing or of several currencies. */
export const cartTotal = (
  lines: readonly { quantity: number; price: { amount: number; currency: string } | undefined }[],
): { amount: number; currency: string } | null => {
  const first = lines[0]?.price
  if (!first || lines.some(({ price }) => price?.currency !== first.currency)) return null
  return {
    currency: first.currency,
    amount: lines.reduce((sum, each) => sum + each.quantity * (each.price?.amount ?? 0), 0),
  }
}
