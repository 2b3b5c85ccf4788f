// What the shop's page and the panel's iframe may say to each other. Anything else is dropped, on both sides.
import type { VisitContext } from '@ballast/contract/conversation'
import { readWishes, type Wishes } from './look.ts'

export type ToPanel =
  | { t: 'shown'; shown: boolean }
  | { t: 'identify'; jwt: string }
  | { t: 'reset' }
  | { t: 'context'; context: VisitContext }
  /** Only from a page of our own server: no shop may put words into a visitor's mouth. */
  | { t: 'ask'; text: string }
  | { t: 'configure'; wishes: Wishes; locale: string | null }

/** Events a shop may listen to. None carries message text: the page around the panel need not see the conversation. */
export type WidgetEvent =
  | { name: 'ready' }
  | { name: 'open' }
  | { name: 'close' }
  | { name: 'unread'; count: number }
  | { name: 'message'; author: 'customer' | 'bot' | 'agent' | 'system' }
  | { name: 'identified'; verified: boolean }
  | { name: 'error'; code: string }
export type EventName = WidgetEvent['name']

export type ToHost =
  | { t: 'ready' }
  | { t: 'close' }
  | { t: 'event'; event: WidgetEvent }
  /** What the inbox says, for the launcher of this page and the next. */
  | { t: 'look'; look: Wishes }

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isShort = (value: unknown, max: number): value is string => typeof value === 'string' && value.length <= max

const isCart = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length <= 50 &&
  value.every((line) => isObject(line) && isShort(line.productId, 64) && Number.isInteger(line.quantity))

/** The fields the contract knows, and only those: the server refuses a frame with any other. */
export const readContext = (value: unknown): VisitContext => {
  const context: VisitContext = {}
  if (!isObject(value)) return context
  if (isShort(value.page, 2048)) context.page = value.page
  if (isShort(value.title, 200)) context.title = value.title
  if (isShort(value.productId, 64)) context.productId = value.productId
  if (isShort(value.orderNo, 64)) context.orderNo = value.orderNo
  if (isCart(value.cart))
    context.cart = (value.cart as { productId: string; quantity: number }[])
      .filter((line) => line.quantity >= 1)
      .map(({ productId, quantity }) => ({ productId, quantity }))
  return context
}

export const readToPanel = (data: unknown): ToPanel | null => {
  if (!isObject(data) || data.ballast !== 1) return null
  if (data.t === 'shown') return typeof data.shown === 'boolean' ? { t: 'shown', shown: data.shown } : null
  if (data.t === 'identify') return isShort(data.jwt, 4096) ? { t: 'identify', jwt: data.jwt } : null
  if (data.t === 'reset') return { t: 'reset' }
  if (data.t === 'ask')
    return isShort(data.text, 8000) && data.text.trim() !== '' ? { t: 'ask', text: data.text } : null
  if (data.t === 'context') return { t: 'context', context: readContext(data.context) }
  if (data.t === 'configure')
    return { t: 'configure', wishes: readWishes(data.wishes), locale: isShort(data.locale, 35) ? data.locale : null }
  return null
}

const AUTHORS = ['customer', 'bot', 'agent', 'system'] as const

const readEvent = (value: unknown): WidgetEvent | null => {
  if (!isObject(value)) return null
  const { name } = value
  if (name === 'ready') return { name }
  if (name === 'unread') return Number.isInteger(value.count) ? { name, count: Number(value.count) } : null
  if (name === 'message') {
    const author = AUTHORS.find((kind) => kind === value.author)
    return author === undefined ? null : { name, author }
  }
  if (name === 'identified') return { name, verified: value.verified === true }
  if (name === 'error') return isShort(value.code, 64) ? { name, code: value.code } : null
  return null
}

export const readToHost = (data: unknown): ToHost | null => {
  if (!isObject(data) || data.ballast !== 1) return null
  if (data.t === 'ready' || data.t === 'close') return { t: data.t }
  if (data.t === 'look') return { t: 'look', look: readWishes(data.look) }
  const event = data.t === 'event' ? readEvent(data.event) : null
  return event === null ? null : { t: 'event', event }
}
