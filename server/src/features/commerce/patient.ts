// Any shop system, made bearable: what takes too long or breaks becomes `commerce.unavailable`, never a hanging turn.
import { Problem, problem } from '@ballast/contract/problems'
import type { Commerce } from './port.ts'

const withinTime = async <T>(work: Promise<T>, timeoutMs: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(problem('commerce.unavailable', { detail: `no answer in ${timeoutMs} ms` })),
      timeoutMs,
    )
  })
  try {
    return await Promise.race([work, late])
  } catch (error) {
    throw error instanceof Problem ? error : problem('commerce.unavailable', { cause: error })
  } finally {
    clearTimeout(timer)
  }
}

/** Every call answers within `timeoutMs` or throws `commerce.unavailable`. Default 3,000. */
export const patient = (shop: Commerce, timeoutMs = 3_000): Commerce => ({
  findOrders: (query) => withinTime(shop.findOrders(query), timeoutMs),
  getOrder: (who, orderNo) => withinTime(shop.getOrder(who, orderNo), timeoutMs),
  trace: (who, orderNo) => withinTime(shop.trace(who, orderNo), timeoutMs),
  proveOrder: (claim) => withinTime(shop.proveOrder(claim), timeoutMs),
  searchProducts: (query) => withinTime(shop.searchProducts(query), timeoutMs),
  getProduct: (productId) => withinTime(shop.getProduct(productId), timeoutMs),
  getProducts: (productIds) => withinTime(shop.getProducts(productIds), timeoutMs),
  getStock: (sku) => withinTime(shop.getStock(sku), timeoutMs),
  listCoupons: (query) => withinTime(shop.listCoupons(query), timeoutMs),
})
