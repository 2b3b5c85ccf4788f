import { expect, it } from 'vitest'
import { idsIn, productCard } from './product-card.ts'

const product = {
  id: 'p1',
  title: { zh: '羽绒服', en: 'Down jacket' },
  price: { amount: 19900, currency: 'CNY' },
  variants: [{ stock: 2 }, { stock: 3 }],
}
it.each([
  ['zh', '羽绒服'],
  ['en', 'Down jacket'],
  ['fr', '羽绒服'],
  [undefined, '羽绒服'],
])('in %s', (language, title) =>
  expect(productCard(product, language)).toEqual({
    kind: 'product-card',
    productId: 'p1',
    title,
    price: product.price,
    stock: 5,
  }),
)
it.each([
  ['', []],
  [' ,, ', []],
  ['b, a,b', ['b', 'a']],
  ['x'.repeat(65), null],
  [Array.from({ length: 51 }, (_, n) => n).join(), null],
  [Array(200).fill('same').join(), ['same']],
])('ids of %s', (list, ids) => expect(idsIn(list)).toEqual(ids))
