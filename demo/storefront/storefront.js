// The demo shop's page: products, two languages, a demo sign-in, and the widget told what is on view.
import { WORDS } from './words.js'

const CUSTOMERS = 5
const at = (id) => document.getElementById(id)
const remembered = (name, otherwise) => {
  try {
    return localStorage.getItem(`storefront:${name}`) ?? otherwise
  } catch {
    return otherwise
  }
}
const remember = (name, value) => {
  try {
    localStorage.setItem(`storefront:${name}`, value)
  } catch {
    return
  }
}
const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}
const getJson = async (address) => {
  const reply = await fetch(address)
  if (!reply.ok) throw new Error(`${address}: ${reply.status}`)
  return reply.json()
}

let language = remembered('language', navigator.language.startsWith('zh') ? 'zh' : 'en')
let shop = { inbox: '', shopName: '' }
let products = []
let failed = false
const ballast = (...call) => {
  window.ballast = window.ballast || []
  window.ballast.push(call)
}

/** The server may name them; without that the first few of the demo's numbered ones. */
const customers = () =>
  shop.customers ??
  Array.from({ length: CUSTOMERS }, (_, index) => ({ id: `demo-${String(index + 1).padStart(3, '0')}` }))

const money = ({ amount, currency }) => {
  const format = new Intl.NumberFormat(WORDS[language].lang, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
  return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits)
}
const pictureOf = (product) => product.image || `/demo/pictures/${encodeURIComponent(product.id)}.svg`
const nameOfShop = () => (typeof shop.shopName === 'string' ? shop.shopName : (shop.shopName?.[language] ?? ''))

const card = (product) =>
  element(
    'li',
    {},
    element(
      'a',
      { href: `#/product/${encodeURIComponent(product.id)}` },
      element('img', { src: pictureOf(product), alt: '', loading: 'lazy', width: 400, height: 400 }),
      element('h2', { textContent: product.title[language] }),
      element('p', { className: 'price', textContent: money(product.price) }),
    ),
  )

const showAll = () => {
  const words = WORDS[language]
  const list = element('ul', { className: 'grid' }, ...products.map(card))
  const nothing = element('p', { className: 'empty', textContent: failed ? words.failed : words.empty })
  return [
    element(
      'div',
      { className: 'intro' },
      element('h1', { textContent: words.heading }),
      element('p', { textContent: words.intro }),
    ),
    products.length > 0 ? list : nothing,
  ]
}

const showProduct = (product) => {
  const words = WORDS[language]
  const ask = element('button', { type: 'button', className: 'ask', textContent: words.ask })
  ask.addEventListener('click', () => ballast('open'))
  return [
    element('a', { className: 'back', href: '#/', textContent: `← ${words.back}` }),
    element(
      'article',
      { className: 'product' },
      element('img', { src: pictureOf(product), alt: product.title[language], width: 600, height: 600 }),
      element(
        'div',
        {},
        element('h1', { textContent: product.title[language] }),
        element('p', { className: 'price', textContent: money(product.price) }),
        element('p', { className: 'text', textContent: product.description[language] }),
        ask,
      ),
    ),
  ]
}

const productOnView = () => {
  const id = /^#\/product\/(.+)$/.exec(location.hash)?.[1]
  return id === undefined ? undefined : products.find((product) => product.id === decodeURIComponent(id))
}

const tellContext = (product) => {
  const page = location.href.slice(0, 2048)
  ballast('setContext', product ? { page, title: product.title[language], productId: product.id } : { page })
}

const showChrome = () => {
  const words = WORDS[language]
  document.documentElement.lang = words.lang
  at('brand').textContent = nameOfShop()
  at('language').textContent = words.other
  at('language').lang = language === 'zh' ? 'en' : 'zh-CN'
  at('customer-label').textContent = words.customer
  at('foot').textContent = words.foot
  const chosen = at('customer').value || remembered('customer', '')
  const options = customers().map(({ id, name }, index) =>
    element('option', { value: id, textContent: name ?? words.customerName(index + 1) }),
  )
  at('customer').replaceChildren(element('option', { value: '', textContent: words.guest }), ...options)
  at('customer').value = chosen
}

const show = () => {
  const product = productOnView()
  showChrome()
  document.title = product ? `${product.title[language]} · ${nameOfShop()}` : nameOfShop()
  at('main').replaceChildren(...(product ? showProduct(product) : showAll()))
  tellContext(product)
}

const identify = async (customer) => {
  const query = new URLSearchParams({ customer, inbox: shop.inbox })
  const { jwt } = await getJson(`/demo/identity?${query}`)
  ballast('identify', jwt)
}

/** Signing out, or in as somebody else, forgets the visitor first: two customers are never joined. */
const onCustomer = async () => {
  const customer = at('customer').value
  const before = remembered('customer', '')
  remember('customer', customer)
  if (before !== '') ballast('reset')
  if (customer !== '') await identify(customer)
}

const embedWidget = () => {
  document.getElementById('ballast-widget')?.remove()
  const script = element('script', { id: 'ballast-widget', async: true, src: '/widget/loader.js' })
  script.dataset.inbox = shop.inbox
  script.dataset.locale = WORDS[language].lang
  script.dataset.color = '#1f5f5b'
  document.body.append(script)
}

const start = async () => {
  showChrome()
  at('customer').addEventListener('change', () => void onCustomer())
  at('language').addEventListener('click', () => {
    language = language === 'zh' ? 'en' : 'zh'
    remember('language', language)
    // The widget takes its language from its script tag, so the page starts again; the conversation is kept.
    location.reload()
  })
  addEventListener('hashchange', () => {
    show()
    scrollTo(0, 0)
    at('main').focus({ preventScroll: true })
  })
  shop = await getJson('/demo/shop.json')
  const customer = remembered('customer', '')
  embedWidget()
  if (customer !== '') void identify(customer)
  products = await getJson('/demo/products.json').catch(() => {
    failed = true
    return []
  })
  show()
}

void start()
