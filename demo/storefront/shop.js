// What every page of the storefront shares: language, the shop's data, the cart, who is signed in, the widget's commands.
import { WORDS } from './words.js'

export const remembered = (name, otherwise) => {
  try {
    return localStorage.getItem(`storefront:${name}`) ?? otherwise
  } catch {
    return otherwise
  }
}
export const remember = (name, value) => {
  try {
    localStorage.setItem(`storefront:${name}`, value)
  } catch {
    return
  }
}

export const language = remembered('language', navigator.language.startsWith('zh') ? 'zh' : 'en')
export const words = WORDS[language]

export const shop = { inbox: '', shopName: '', customers: undefined, categories: [], shipping: undefined }
export const catalogue = { products: [], failed: false }

export const getJson = async (address, headers = {}) => {
  const reply = await fetch(address, { headers })
  if (!reply.ok) throw new Error(`${address}: ${reply.status}`)
  return reply.json()
}

export const element = (tag, properties = {}, ...children) => {
  const { dataset, aria, ...plain } = properties
  const made = Object.assign(document.createElement(tag), plain)
  Object.assign(made.dataset, dataset)
  for (const [name, value] of Object.entries(aria ?? {})) made.setAttribute(`aria-${name}`, value)
  made.append(...children)
  return made
}

export const money = ({ amount, currency }) => {
  const format = new Intl.NumberFormat(words.lang, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    trailingZeroDisplay: 'stripIfInteger',
  })
  return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits)
}
export const day = (instant) =>
  new Intl.DateTimeFormat(words.lang, { month: 'short', day: 'numeric' }).format(new Date(instant))
export const moment = (instant) =>
  new Intl.DateTimeFormat(words.lang, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  )

export const nameOfShop = () => (typeof shop.shopName === 'string' ? shop.shopName : (shop.shopName?.[language] ?? ''))
export const productOf = (id) => catalogue.products.find((product) => product.id === id)
export const colourName = (colour) => words.colours[colour] ?? colour[0].toUpperCase() + colour.slice(1)
export const pictureOf = (product, colour) => {
  const address = product.image || `/demo/pictures/${encodeURIComponent(product.id)}.svg`
  return colour && colour !== product.colours?.[0] ? `${address}?colour=${colour}` : address
}

export const ballast = (...call) => {
  window.ballast = window.ballast || []
  window.ballast.push(call)
}

/** Pieces left of one colour and size. */
export const stockOf = (product, colour, size) =>
  product.stock?.[product.colours.indexOf(colour)]?.[product.sizes.indexOf(size)] ?? 0

const read = () => {
  try {
    const lines = JSON.parse(remembered('cart', '[]'))
    return Array.isArray(lines) ? lines : []
  } catch {
    return []
  }
}
/** Lines `{ id, colour, size, quantity }`. Somebody else's tab may have changed it, so it is read each time. */
export const cart = {
  lines: () => read().filter((line) => productOf(line.id)),
  count: () => read().reduce((sum, { quantity }) => sum + quantity, 0),
  change: (wanted, by) => {
    const same = (line) => line.id === wanted.id && line.colour === wanted.colour && line.size === wanted.size
    const lines = read()
    const before = lines.find(same)
    const most = stockOf(productOf(wanted.id), wanted.colour, wanted.size)
    const quantity = Math.min((before?.quantity ?? 0) + by, most)
    const next = before
      ? lines.map((line) => (same(line) ? { ...line, quantity } : line))
      : [...lines, { ...wanted, quantity }]
    remember('cart', JSON.stringify(next.filter((line) => line.quantity > 0)))
    dispatchEvent(new Event('cart-changed'))
  },
}
addEventListener('storage', () => dispatchEvent(new Event('cart-changed')))

export const say = (text) => {
  document.getElementById('said').textContent = text
}
