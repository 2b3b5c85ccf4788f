// The demo shop's frame: which page is on view, the header, the demo sign-in, and the widget told what the customer sees.
import { cartPage } from './page-cart.js'
import { categoryPage, frontPage, searchPage } from './page-goods.js'
import { identityOf, loadOrders, orderOf, orderPage, ordersPage } from './page-orders.js'
import { productPage } from './page-product.js'
import {
  ballast,
  cart,
  catalogue,
  element,
  getJson,
  language,
  nameOfShop,
  productOf,
  remember,
  remembered,
  shop,
  words,
} from './shop.js'

const CUSTOMERS = 5
const MOST_IN_CONTEXT = 50
const TYPING_MS = 160
const at = (id) => document.getElementById(id)

/** The server may name them; without that the first few of the demo's numbered ones. */
const customers = () =>
  shop.customers ??
  Array.from({ length: CUSTOMERS }, (_, index) => ({ id: `demo-${String(index + 1).padStart(3, '0')}` }))

const showCart = () => {
  const count = cart.count()
  at('cart').replaceChildren(words.cart, ...(count > 0 ? [element('b', { textContent: String(count) })] : []))
}

const showCategories = (current) => {
  const link = (href, label, id) => {
    const made = element('a', { href, textContent: label })
    if (id === current) made.setAttribute('aria-current', 'page')
    return made
  }
  const nav = at('categories')
  nav.hidden = shop.categories.length === 0
  nav.replaceChildren(
    link('#/', words.home, ''),
    ...shop.categories.map((category) => link(`#/c/${category.id}`, category[language], category.id)),
  )
}

const showCustomers = () => {
  const chosen = at('customer').value || remembered('customer', '')
  const options = customers().map(({ id, name, about }, index) =>
    element('option', {
      value: id,
      textContent: name ? `${name}${about ? ` · ${about[language]}` : ''}` : words.customerName(index + 1),
    }),
  )
  at('customer').replaceChildren(element('option', { value: '', textContent: words.guest }), ...options)
  at('customer').value = chosen
}

const showChrome = () => {
  document.documentElement.lang = words.lang
  at('brand').textContent = nameOfShop()
  at('skip').textContent = words.skip
  at('language').textContent = words.other
  at('language').lang = language === 'zh' ? 'en' : 'zh-CN'
  at('customer-label').textContent = words.customer
  at('search-label').textContent = words.search
  at('search').placeholder = words.search
  at('orders').textContent = words.orders
  at('categories').setAttribute('aria-label', words.all)
  at('foot').textContent = words.foot
  showCustomers()
  showCart()
}

/** What the address asks for: the page's parts, its title, and what the widget should know of it. */
const pageOf = async () => {
  const [, kind = '', rest = ''] = location.hash.split('/')
  const wanted = decodeURIComponent(rest)
  if (kind === 'p' || kind === 'product') {
    const product = productOf(wanted)
    if (product) return { parts: productPage(product), title: product.title[language], seen: { productId: product.id } }
  }
  if (kind === 'c') {
    const title = shop.categories.find(({ id }) => id === wanted)?.[language]
    return { parts: categoryPage(wanted), title, seen: {}, category: wanted }
  }
  if (kind === 's') return { parts: searchPage(wanted), title: words.search, seen: {}, category: null }
  if (kind === 'cart') return { parts: cartPage(show), title: words.cart, seen: {}, category: null }
  if (kind === 'orders') {
    await loadOrders()
    const order = orderOf(wanted)
    if (order)
      return { parts: orderPage(order), title: order.orderNo, seen: { orderNo: order.orderNo }, category: null }
    return { parts: ordersPage(), title: words.orders, seen: {}, category: null }
  }
  return { parts: frontPage(), seen: {}, category: '' }
}

const tellContext = ({ title, seen }) => {
  const lines = cart.lines().slice(0, MOST_IN_CONTEXT)
  ballast('setContext', {
    page: location.href.slice(0, 2048),
    ...(title ? { title: title.slice(0, 200) } : {}),
    ...seen,
    ...(lines.length > 0 ? { cart: lines.map(({ id, quantity }) => ({ productId: id, quantity })) } : {}),
  })
}

let onView = { seen: {} }
const show = async () => {
  const address = location.hash
  const page = await pageOf()
  if (address !== location.hash) return
  onView = page
  showCategories(page.category ?? null)
  document.title = page.title ? `${page.title} · ${nameOfShop()}` : nameOfShop()
  at('main').replaceChildren(...page.parts)
  tellContext(page)
}

/** Signing out, or in as somebody else, forgets the visitor first: two customers are never joined. */
const onCustomer = async () => {
  const customer = at('customer').value
  const before = remembered('customer', '')
  remember('customer', customer)
  if (before !== '') ballast('reset')
  if (location.hash.startsWith('#/orders')) location.hash === '#/orders' ? void show() : location.assign('#/orders')
  if (customer !== '') ballast('identify', await identityOf(customer))
  tellContext(onView)
}

const embedWidget = () => {
  const script = element('script', { id: 'ballast-widget', async: true, src: '/widget/loader.js' })
  script.dataset.inbox = shop.inbox
  script.dataset.locale = words.lang
  script.dataset.color = '#1f5f5b'
  document.body.append(script)
}

const listenToSearch = () => {
  let typed
  const go = () => {
    const query = at('search').value.trim()
    location.hash = query === '' ? '#/' : `#/s/${encodeURIComponent(query)}`
  }
  at('search').addEventListener('input', (event) => {
    clearTimeout(typed)
    if (!event.isComposing) typed = setTimeout(go, TYPING_MS)
  })
  at('search').addEventListener('compositionend', go)
  at('search-form').addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(typed)
    go()
  })
}

const listen = () => {
  at('customer').addEventListener('change', () => void onCustomer())
  at('language').addEventListener('click', () => {
    remember('language', language === 'zh' ? 'en' : 'zh')
    // The widget takes its language from its script tag, so the page starts again; the conversation is kept.
    location.reload()
  })
  at('skip').addEventListener('click', (event) => {
    event.preventDefault()
    at('main').focus()
  })
  addEventListener('cart-changed', () => {
    showCart()
    tellContext(onView)
  })
  addEventListener('hashchange', () => {
    void show().then(() => {
      if (document.activeElement === at('search')) return
      at('search').value = ''
      scrollTo(0, 0)
      at('main').focus({ preventScroll: true })
    })
  })
  listenToSearch()
}

const start = async () => {
  showChrome()
  listen()
  Object.assign(shop, await getJson('/demo/shop.json'))
  const customer = remembered('customer', '')
  embedWidget()
  if (customer !== '') void identityOf(customer).then((jwt) => ballast('identify', jwt))
  catalogue.products = await getJson('/demo/products.json').catch(() => {
    catalogue.failed = true
    return []
  })
  showChrome()
  await show()
}

void start()
