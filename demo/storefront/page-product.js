// One product: pictures by colour, sizes with what is left of each, into the cart, and a word with customer service.
import { card } from './page-goods.js'
import {
  ballast,
  cart,
  catalogue,
  colourName,
  element,
  language,
  money,
  pictureOf,
  say,
  shop,
  stockOf,
  words,
} from './shop.js'

const RELATED = 4

/** A row of choices of which one is taken; arrow keys move as in any group of radio buttons. */
const choices = ({ name, legend, options, chosen, onChoose }) =>
  element(
    'fieldset',
    { className: `choices ${name}` },
    element('legend', { textContent: legend }),
    ...options.map(({ value, label, gone, swatch }) => {
      const input = element('input', { type: 'radio', name, value, checked: value === chosen, className: 'unseen' })
      input.addEventListener('change', () => onChoose(value))
      const text = element('span', { className: 'label', textContent: label })
      const dot = swatch ? [element('span', { className: 'swatch', dataset: { colour: swatch } })] : []
      return element('label', { className: gone ? 'choice gone' : 'choice' }, input, ...dot, text)
    }),
  )

const related = (product) => {
  const same = catalogue.products.filter(({ id, category }) => category === product.category && id !== product.id)
  const from = Math.max(0, catalogue.products.indexOf(product)) % Math.max(1, same.length)
  const shown = [...same.slice(from), ...same.slice(0, from)].slice(0, RELATED)
  if (shown.length === 0 || product.category === undefined) return []
  return [
    element('h2', { className: 'section', textContent: words.related }),
    element('ul', { className: 'grid' }, ...shown.map(card)),
  ]
}

const backLink = (product) => {
  const category = shop.categories.find(({ id }) => id === product.category)
  return element('a', {
    className: 'back',
    href: category ? `#/c/${category.id}` : '#/',
    textContent: `← ${category?.[language] ?? words.back}`,
  })
}

/** The part that changes with a choice: stock line and button. */
const buying = (product, picked) => {
  const left = stockOf(product, picked.colour, picked.size)
  const line = picked.size === undefined ? words.choose : left > 0 ? words.inStock(left) : words.soldOut
  const add = element('button', { type: 'button', className: 'add', textContent: words.add, disabled: left === 0 })
  add.addEventListener('click', () => {
    cart.change({ id: product.id, ...picked }, 1)
    add.textContent = words.added
    say(words.added)
    setTimeout(() => {
      add.textContent = words.add
    }, 1_600)
  })
  return [element('p', { className: left > 0 ? 'stock' : 'stock none', role: 'status', textContent: line }), add]
}

const options = (product, image) => {
  if (!product.sizes) return []
  const { colours, sizes } = product
  const picked = { colour: colours[0], size: sizes.length === 1 ? sizes[0] : undefined }
  const box = element('div', { className: 'options' })
  const draw = (focus) => {
    const colour = choices({
      name: 'colour',
      legend: `${words.colour} · ${colourName(picked.colour)}`,
      options: colours.map((value) => ({ value, label: colourName(value), swatch: value })),
      chosen: picked.colour,
      onChoose: (value) => {
        picked.colour = value
        image.src = pictureOf(product, value)
        draw('colour')
      },
    })
    const size = choices({
      name: 'size',
      legend: words.size,
      options: sizes.map((value) => ({
        value,
        label: value === 'one' ? words.one : value,
        gone: stockOf(product, picked.colour, value) === 0,
      })),
      chosen: picked.size,
      onChoose: (value) => {
        picked.size = value
        draw('size')
      },
    })
    box.replaceChildren(colour, size, element('div', { className: 'buy' }, ...buying(product, picked)))
    if (focus) box.querySelector(`input[name=${focus}]:checked`)?.focus({ preventScroll: true })
  }
  draw()
  return [box]
}

export const productPage = (product) => {
  const image = element('img', {
    src: pictureOf(product),
    alt: product.title[language],
    width: 600,
    height: 600,
  })
  const ask = element('button', { type: 'button', className: 'ask', textContent: words.ask })
  ask.addEventListener('click', () => ballast('open'))
  return [
    backLink(product),
    element(
      'article',
      { className: 'product' },
      element('div', { className: 'plate' }, image),
      element(
        'div',
        { className: 'facts' },
        element('h1', { textContent: product.title[language] }),
        element('p', { className: 'price', textContent: money(product.price) }),
        element('p', { className: 'text', textContent: product.description[language] }),
        ...options(product, image),
        ask,
      ),
    ),
    ...related(product),
  ]
}
