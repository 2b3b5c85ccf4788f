// Pages that list goods: the front page, a category, a search.
import { catalogue, element, language, money, pictureOf, shop, words } from './shop.js'

const ON_FRONT = 20
const MOST_FOUND = 60

export const card = (product) =>
  element(
    'li',
    {},
    element(
      'a',
      { href: `#/p/${encodeURIComponent(product.id)}` },
      element('img', { src: pictureOf(product), alt: '', loading: 'lazy', width: 400, height: 400 }),
      element('h2', { textContent: product.title[language] }),
      element('p', { className: 'price', textContent: money(product.price) }),
    ),
  )

const grid = (products) => element('ul', { className: 'grid' }, ...products.map(card))
const note = (text) => element('p', { className: 'empty', textContent: text })

export const frontPage = () => {
  const hero = element(
    'section',
    { className: 'hero' },
    element('img', { src: './ridges.svg', alt: '', width: 1200, height: 450 }),
    element(
      'div',
      { className: 'intro' },
      element('h1', { textContent: words.heading }),
      element('p', { textContent: words.intro }),
    ),
  )
  if (catalogue.products.length === 0) return [hero, note(catalogue.failed ? words.failed : words.empty)]
  const title = element('h2', { className: 'section', textContent: words.popular })
  return [hero, title, grid(catalogue.products.slice(0, ON_FRONT))]
}

export const categoryPage = (id) => {
  const category = shop.categories.find((one) => one.id === id)
  const products = catalogue.products.filter((product) => product.category === id)
  return [
    element(
      'div',
      { className: 'head' },
      element('h1', { textContent: category?.[language] ?? '' }),
      element('p', { className: 'quiet', textContent: words.pieces(products.length) }),
    ),
    products.length > 0 ? grid(products) : note(words.empty),
  ]
}

/** Every word of the query must be somewhere in the product's words, in either language; titles count more. */
const scoreOf = (product, terms) => {
  const titles = Object.values(product.title).join(' ').toLowerCase()
  const rest = [...Object.values(product.description), product.kinds ?? ''].join(' ').toLowerCase()
  let score = 0
  for (const term of terms) {
    if (titles.includes(term)) score += 3
    else if (rest.includes(term)) score += 1
    else return 0
  }
  return score
}

export const searchPage = (query) => {
  const terms = query.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  const found = catalogue.products
    .map((product) => ({ product, score: scoreOf(product, terms) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_FOUND)
    .map(({ product }) => product)
  return [
    element(
      'div',
      { className: 'head' },
      element('h1', { textContent: words.search }),
      element('p', { className: 'quiet', textContent: words.found(found.length, query), role: 'status' }),
    ),
    found.length > 0 ? grid(found) : note(words.nothing),
  ]
}
