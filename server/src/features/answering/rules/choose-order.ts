// Turns about the customer's own orders: whose, which one, and what must be asked first.
import type { Dialog, OrderTopic, Pending } from './dialog.ts'
import type { Choice, Known, KnownOrder, KnownPassage, KnownProduct } from './known.ts'

const MOST_WRONG_PROOFS = 3
const OPEN = ['created', 'paid', 'partially-shipped', 'shipped', 'delivered', 'refunding']
const OTHER = /另一|另外|其他|别的|other|another|else/
const ORDINALS: readonly RegExp[] = [
  /第一|头一|\bfirst\b|^\s*1\s*$|\b1st\b|最新|最近|latest|newest/,
  /第二|\bsecond\b|^\s*2\s*$|\b2nd\b/,
  /第三|\bthird\b|^\s*3\s*$|\b3rd\b/,
  /第四|\bfourth\b|^\s*4\s*$|\b4th\b/,
]

const settled = (dialog: Dialog, topic: OrderTopic, orderNo: string): Dialog => ({
  ...dialog,
  pending: null,
  failures: 0,
  topic,
  orderNo,
})
const waiting = (dialog: Dialog, pending: Pending): Dialog => ({ ...dialog, pending, failures: 0 })

type In<O extends KnownOrder, P extends KnownProduct, K extends KnownPassage> = Known<O, P, K>

/** A named order: prove the right to it if need be, read it, show it. */
export const chooseNamedOrder = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: In<O, P, K>,
  dialog: Dialog,
  wanted: { readonly orderNo: string; readonly about: OrderTopic },
): Choice<O, P, K> => {
  const { orderNo, about } = wanted
  const grant = dialog.grants?.[orderNo]
  if (!known.signedIn && !grant) return prove(known, dialog, wanted)
  if (known.order?.orderNo !== orderNo) {
    return { do: 'fetch', fetch: { kind: 'order', orderNo, ...(grant ? { grant } : {}) }, dialog }
  }
  const { found } = known.order
  if (found) return { do: 'show-order', about, order: found, dialog: settled(dialog, about, orderNo) }
  return {
    do: 'ask',
    question: { ask: 'no-such-order', orderNo },
    dialog: waiting(dialog, { ask: 'order-number', about }),
  }
}

const prove = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: In<O, P, K>,
  dialog: Dialog,
  { orderNo, about }: { readonly orderNo: string; readonly about: OrderTopic },
): Choice<O, P, K> => {
  const { phoneLast4 } = known.verdict.entities
  const ask = (again: boolean, wrongProofs: number): Choice<O, P, K> => ({
    do: 'ask',
    question: { ask: 'phone', orderNo, again },
    dialog: { ...waiting(dialog, { ask: 'phone', about, orderNo }), wrongProofs },
  })
  if (!phoneLast4) return ask(false, dialog.wrongProofs)
  if (known.proof?.orderNo !== orderNo) return { do: 'fetch', fetch: { kind: 'proof', orderNo, phoneLast4 }, dialog }
  const { result } = known.proof
  if (result === null) {
    const wrongProofs = dialog.wrongProofs + 1
    if (wrongProofs < MOST_WRONG_PROOFS) return ask(true, wrongProofs)
    return { do: 'hand-over', reason: 'rule', dialog: { ...dialog, pending: null, wrongProofs } }
  }
  if (result === 'slow-down') return { do: 'hand-over', reason: 'rule', dialog: { ...dialog, pending: null } }
  const grants = { ...dialog.grants, [orderNo]: result.grant }
  return chooseNamedOrder(known, { ...dialog, grants, wrongProofs: 0 }, { orderNo, about })
}

/** Which of several orders the customer means by number, by what is in it, or by place in the list; null: no telling. */
const picked = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: In<O, P, K>,
  candidates: readonly O[],
): O | null => {
  const named = known.products?.map((product) => product.id) ?? []
  const holding = candidates.filter((order) => order.items.some((item) => named.includes(item.productId)))
  if (holding.length === 1) return holding[0]!
  const place = ORDINALS.findIndex((pattern) => pattern.test(known.text.toLowerCase()))
  return candidates[place] ?? null
}

const candidatesFor = <O extends KnownOrder>(orders: readonly O[], about: OrderTopic): readonly O[] => {
  if (about === 'refund-progress') return orders.filter((order) => order.refund)
  const open = orders.filter((order) => OPEN.includes(order.status))
  return open.length > 0 ? open : orders.slice(0, 1)
}

/** The customer's order on the page they are looking at; null when they speak of another one, or of goods by name. */
const onView = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: In<O, P, K>,
  other: boolean,
): O | null =>
  other || (known.products ?? []).length > 0
    ? null
    : (known.orders?.find((order) => order.orderNo === known.pageOrderNo) ?? null)

/** No order was named: the one spoken of before, the only one, or a question. Null: the customer has nothing of the kind. */
export const chooseAnyOrder = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: In<O, P, K>,
  dialog: Dialog,
  about: OrderTopic,
): Choice<O, P, K> | null => {
  const other = OTHER.test(known.text.toLowerCase())
  if (known.signedIn && dialog.orderNo && !other && !known.products)
    return { do: 'fetch', fetch: { kind: 'products' }, dialog }
  const sameOrder = !other && (known.products ?? []).length === 0
  if (dialog.orderNo && (sameOrder || !known.signedIn))
    return chooseNamedOrder(known, dialog, { orderNo: dialog.orderNo, about })
  if (!known.signedIn) {
    return { do: 'ask', question: { ask: 'order-number' }, dialog: waiting(dialog, { ask: 'order-number', about }) }
  }
  if (!known.orders) return { do: 'fetch', fetch: { kind: 'orders' }, dialog }
  if (!known.products) return { do: 'fetch', fetch: { kind: 'products' }, dialog }
  if (known.orders.length === 0 && about !== 'refund-progress') {
    return { do: 'say', line: 'no-orders', dialog: { ...dialog, pending: null, failures: 0 } }
  }
  const all = candidatesFor(known.orders, about)
  const candidates = other ? all.filter((order) => order.orderNo !== dialog.orderNo) : all
  if (candidates.length === 0) return null
  const order = candidates.length === 1 ? candidates[0]! : (picked(known, candidates) ?? onView(known, other))
  if (order) return { do: 'show-order', about, order, dialog: settled(dialog, about, order.orderNo) }
  return askWhich(candidates, dialog, about)
}

const askWhich = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  candidates: readonly O[],
  dialog: Dialog,
  about: OrderTopic,
): Choice<O, P, K> => {
  const orders = candidates.slice(0, 5)
  const pending: Pending = { ask: 'which-order', about, candidates: orders.map((order) => order.orderNo) }
  return { do: 'ask', question: { ask: 'which-order', orders }, dialog: waiting(dialog, pending) }
}

/** The answer to "which order?". Null: the text does not answer it. */
export const chooseFromAsked = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: In<O, P, K>,
  dialog: Dialog,
  pending: Extract<Pending, { ask: 'which-order' }>,
): Choice<O, P, K> | null => {
  if (!known.orders) return { do: 'fetch', fetch: { kind: 'orders' }, dialog }
  if (!known.products) return { do: 'fetch', fetch: { kind: 'products' }, dialog }
  const candidates = pending.candidates.flatMap((orderNo) => known.orders!.filter((order) => order.orderNo === orderNo))
  const order = picked(known, candidates)
  return order
    ? { do: 'show-order', about: pending.about, order, dialog: settled(dialog, pending.about, order.orderNo) }
    : null
}
