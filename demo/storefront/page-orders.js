// The signed-in customer's orders and coupons, and one order with the trace of its parcels.
import { ballast, day, element, getJson, language, moment, money, remembered, shop, words } from './shop.js'

const held = { customer: '', orders: undefined, coupons: [], failed: false }

/** What the shop's back end does for the page: vouch for the customer, then hand out their own orders. */
export const identityOf = async (customer) => {
  const query = new URLSearchParams({ customer, inbox: shop.inbox })
  return (await getJson(`/demo/identity?${query}`)).jwt
}

/** Resolves when what is held belongs to the signed-in customer. */
export const loadOrders = async () => {
  const customer = remembered('customer', '')
  if (held.customer === customer && held.orders) return
  Object.assign(held, { customer, orders: undefined, coupons: [], failed: false })
  if (customer === '') return
  try {
    const jwt = await identityOf(customer)
    const own = await getJson('/demo/orders.json', { authorization: `Bearer ${jwt}` })
    if (held.customer === customer) Object.assign(held, own)
  } catch {
    held.failed = true
  }
}

const text = (tag, className, textContent) => element(tag, { className, textContent })
const chip = ({ status }) =>
  element('span', { className: 'chip', dataset: { status }, textContent: words.status[status] ?? status })

const thumbs = (order) =>
  order.items
    .slice(0, 4)
    .map(({ image, title }) =>
      element('img', { src: image, alt: title[language], width: 64, height: 64, loading: 'lazy' }),
    )

const rowOf = (order) => {
  const last = order.parcels.at(-1)?.events.at(-1)
  return element(
    'li',
    {},
    element(
      'a',
      { className: 'order', href: `#/orders/${order.orderNo}` },
      element('span', { className: 'order-top' }, text('strong', '', order.orderNo), chip(order)),
      element('span', { className: 'thumbs' }, ...thumbs(order)),
      text('span', 'quiet', `${words.placed} ${day(order.placedAt)} · ${money(order.total)}`),
      ...(last && order.status.includes('shipped') ? [text('span', 'last', last.text[language])] : []),
    ),
  )
}

const couponOf = ({ code, title, off, minSpend, validUntil }) => {
  const value = off.kind === 'amount' ? words.minus(money(off.amount)) : words.percent(off.percent)
  return element(
    'li',
    { className: 'coupon' },
    text('strong', '', value),
    element(
      'span',
      {},
      text('span', '', title[language]),
      text(
        'span',
        'quiet',
        `${words.from(minSpend.amount > 0 ? money(minSpend) : null)} · ${words.until(day(validUntil))}`,
      ),
      text('code', '', code),
    ),
  )
}

export const ordersPage = () => {
  const head = element('div', { className: 'head' }, text('h1', '', words.orders))
  if (held.customer === '') return [head, text('p', 'empty', words.signIn)]
  if (held.failed) return [head, text('p', 'empty', words.ordersFailed)]
  const orders = held.orders ?? []
  return [
    head,
    orders.length > 0
      ? element('ul', { className: 'orders' }, ...orders.map(rowOf))
      : text('p', 'empty', words.ordersEmpty),
    ...(held.coupons.length > 0
      ? [text('h2', 'section', words.coupons), element('ul', { className: 'coupons' }, ...held.coupons.map(couponOf))]
      : []),
  ]
}

const itemOf = ({ productId, title, variant, quantity, price, image }) =>
  element(
    'li',
    { className: 'line' },
    element('img', { src: image, alt: '', width: 72, height: 72 }),
    element(
      'div',
      { className: 'what' },
      element('a', { href: `#/p/${productId}`, textContent: title[language] }),
      text('p', 'quiet', `${variant[language]} × ${quantity}`),
    ),
    text('p', 'sum', money({ ...price, amount: price.amount * quantity })),
  )

const traceOf = ({ carrier, trackingNo, events, eta }) =>
  element(
    'section',
    { className: 'trace' },
    text('h2', 'section', `${words.parcel} · ${carrier[language]} ${trackingNo}`),
    ...(eta ? [text('p', 'eta', `${words.expected} ${day(eta)}`)] : []),
    element(
      'ol',
      {},
      ...events
        .toReversed()
        .map(({ at, text: what }) =>
          element('li', {}, text('span', '', what[language]), text('time', 'quiet', moment(at))),
        ),
    ),
  )

export const orderOf = (orderNo) => held.orders?.find((order) => order.orderNo === orderNo)

export const orderPage = (order) => {
  const ask = text('button', 'ask', words.askOrder)
  ask.type = 'button'
  ask.addEventListener('click', () => ballast('open'))
  const { refund } = order
  return [
    element('a', { className: 'back', href: '#/orders', textContent: `← ${words.orders}` }),
    element('div', { className: 'head order-top' }, text('h1', '', order.orderNo), chip(order)),
    text('p', 'quiet', `${words.placed} ${moment(order.placedAt)} · ${words.total} ${money(order.total)}`),
    element('ul', { className: 'lines' }, ...order.items.map(itemOf)),
    ...(refund
      ? [text('p', 'eta', `${words.refund} ${money(refund.amount)} · ${words.refundState[refund.status]}`)]
      : []),
    ...order.parcels.map(traceOf),
    ask,
  ]
}
