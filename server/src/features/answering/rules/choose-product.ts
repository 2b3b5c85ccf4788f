// Turns about goods: price, stock, and which size fits.
import type { Dialog, ProductTopic } from './dialog.ts'
import type { Choice, Known, KnownOrder, KnownPassage, KnownProduct, Measures } from './known.ts'

/** Words that point at a thing spoken of before, or that name nothing at all: "how much?", "这个有货吗". */
const POINTS = /这|那|它|该款|此款|\b(?:this|that|it|one|these|them)\b/
const BARE =
  /^[\s?？!！。.,]*(?:请问|请)?(?:多少钱|什么价格?|啥价格?|价格|有货吗|还有货吗|有现货吗|有没有货|how much|price|in stock|is it in stock)[\s呀啊呢吗?？!！。.]*$/

/** Whether a text points at a thing spoken of before or on view, or names nothing at all. */
export const points = (text: string): boolean => POINTS.test(text.toLowerCase()) || BARE.test(text.toLowerCase())

const settled = (dialog: Dialog, productId: string | undefined, topic?: ProductTopic): Dialog => ({
  ...dialog,
  pending: null,
  failures: 0,
  ...(productId ? { productId } : {}),
  ...(topic ? { topic } : {}),
})

type In = Pick<Known<KnownOrder, KnownProduct, KnownPassage>, 'pageProductId'>

const looking = ({ pageProductId }: In, { onView: _, ...dialog }: Dialog): Dialog =>
  pageProductId ? { ...dialog, onView: pageProductId } : dialog

/** What "this one" is: the product on view when it came into view since, else the one spoken of last. */
const pointedAt = ({ pageProductId }: In, dialog: Dialog): string | undefined =>
  pageProductId && pageProductId !== dialog.onView ? pageProductId : (dialog.productId ?? pageProductId)

/** Null: the text names nothing this shop sells. */
export const chooseProduct = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: Known<O, P, K>,
  dialog: Dialog,
  about: ProductTopic,
): Choice<O, P, K> | null => {
  if (!known.products) return { do: 'fetch', fetch: { kind: 'products' }, dialog }
  if (known.products.length > 0) {
    const [first] = known.products
    return {
      do: 'show-product',
      about,
      products: known.products,
      dialog: settled(looking(known, dialog), first!.id, about),
    }
  }
  const { size, colour } = known.verdict.entities
  const pointing = points(known.text) || size !== undefined || colour !== undefined
  if (!pointing) return null
  const productId = pointedAt(known, dialog)
  if (productId) return { do: 'fetch', fetch: { kind: 'products', productId }, dialog }
  return {
    do: 'ask',
    question: { ask: 'which-product' },
    dialog: { ...dialog, pending: { ask: 'which-product', about }, failures: 0 },
  }
}

/** Somebody with a bottle or shoes on view who gives height and weight asks about clothes, unless they point at it. */
const misfits = (
  {
    text,
    verdict,
    pageProductId,
  }: Pick<Known<KnownOrder, KnownProduct, KnownPassage>, 'text' | 'verdict' | 'pageProductId'>,
  product: KnownProduct | undefined,
): boolean => {
  if (product === undefined || product.id !== pageProductId || POINTS.test(text.toLowerCase())) return false
  return product.sizing === 'none' || (product.sizing === 'shoes' && verdict.entities.heightCm !== undefined)
}

/** Size advice: read the table when the measures are there, else ask for them. */
export const chooseSize = <O extends KnownOrder, P extends KnownProduct, K extends KnownPassage>(
  known: Known<O, P, K>,
  dialog: Dialog,
): Choice<O, P, K> => {
  const { entities } = known.verdict
  const asked = dialog.pending?.ask === 'measures' ? dialog.pending.productId : undefined
  const productId = asked ?? known.pageProductId
  if (!known.products) {
    return { do: 'fetch', fetch: { kind: 'products', ...(productId ? { productId } : {}) }, dialog }
  }
  const product = asked === undefined && misfits(known, known.products[0]) ? null : (known.products[0] ?? null)
  if (product?.sizing === 'none') return { do: 'say', line: 'no-sizes', dialog: settled(dialog, product.id) }
  const shoes = product?.sizing === 'shoes' || /鞋|脚|shoe|foot|feet/.test(known.text.toLowerCase())
  const heightCm = entities.heightCm ?? dialog.heightCm
  const weightKg = entities.weightKg ?? dialog.weightKg
  const measures: Measures = {
    ...(heightCm === undefined ? {} : { heightCm }),
    ...(weightKg === undefined ? {} : { weightKg }),
    ...(entities.footMm === undefined ? {} : { footMm: entities.footMm }),
  }
  const { footMm: _, ...body } = measures
  const enough = shoes ? entities.footMm !== undefined : heightCm !== undefined && weightKg !== undefined
  if (enough) return { do: 'advise-size', product, measures, dialog: { ...settled(dialog, product?.id), ...body } }
  const pending = { ask: 'measures' as const, ...(product ? { productId: product.id } : {}) }
  return { do: 'ask', question: { ask: 'measures', shoes }, dialog: { ...dialog, ...body, pending, failures: 0 } }
}
