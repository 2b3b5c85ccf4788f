// The cart: what is in it, what it comes to, where a real shop would go on.
import { cart, colourName, element, language, money, pictureOf, productOf, say, shop, words } from './shop.js'

const yuan = (amount) => money({ amount, currency: 'CNY' })

const lineOf = (line, redraw) => {
  const product = productOf(line.id)
  const title = product.title[language]
  const step = (label, sign, by) => {
    const button = element('button', { type: 'button', textContent: sign, aria: { label: `${label}: ${title}` } })
    button.addEventListener('click', () => {
      cart.change(line, by)
      redraw()
    })
    return button
  }
  const remove = element('button', { type: 'button', className: 'link', textContent: words.remove })
  remove.setAttribute('aria-label', `${words.remove}: ${title}`)
  remove.addEventListener('click', () => {
    cart.change(line, -line.quantity)
    redraw()
  })
  const variant = [line.colour && colourName(line.colour), line.size === 'one' ? '' : line.size].filter(Boolean)
  return element(
    'li',
    { className: 'line' },
    element('img', { src: pictureOf(product, line.colour), alt: '', width: 88, height: 88 }),
    element(
      'div',
      { className: 'what' },
      element('a', { href: `#/p/${encodeURIComponent(line.id)}`, textContent: title }),
      element('p', { className: 'quiet', textContent: variant.join(' · ') }),
      remove,
    ),
    element(
      'div',
      { className: 'stepper' },
      step(words.fewer, '−', -1),
      element('span', { textContent: String(line.quantity) }),
      step(words.more, '+', 1),
    ),
    element('p', { className: 'sum', textContent: yuan(product.price.amount * line.quantity) }),
  )
}

const row = (name, value, className = '') =>
  element('p', { className }, element('span', { textContent: name }), element('span', { textContent: value }))

const summary = (lines) => {
  const goods = lines.reduce((sum, { id, quantity }) => sum + productOf(id).price.amount * quantity, 0)
  const { freeFrom = 0, fee = 0 } = shop.shipping ?? {}
  const shipping = goods >= freeFrom ? 0 : fee
  const checkout = element('button', { type: 'button', className: 'add', textContent: words.checkout })
  const told = element('p', { className: 'quiet' })
  checkout.addEventListener('click', () => {
    told.textContent = words.checkoutDemo
    say(words.checkoutDemo)
  })
  return element(
    'section',
    { className: 'summary' },
    row(words.goods, yuan(goods)),
    row(words.shipping, shipping === 0 ? words.free : yuan(shipping)),
    ...(shipping > 0 ? [element('p', { className: 'quiet', textContent: words.toFree(yuan(freeFrom - goods)) })] : []),
    row(words.total, yuan(goods + shipping), 'total'),
    checkout,
    told,
  )
}

/** `redraw` shows the page again after a change. */
export const cartPage = (redraw) => {
  const lines = cart.lines()
  const head = element('div', { className: 'head' }, element('h1', { textContent: words.cart }))
  if (lines.length === 0) return [head, element('p', { className: 'empty', textContent: words.cartEmpty })]
  const list = element('ul', { className: 'lines' }, ...lines.map((line) => lineOf(line, redraw)))
  return [head, element('div', { className: 'cart' }, list, summary(lines))]
}
