// A workspace without a shop system: the bot knows no orders and no products, and says so.
import type { Commerce } from './port.ts'

export const noCommerce = (): Commerce => ({
  findOrders: async () => [],
  getOrder: async () => null,
  trace: async () => [],
  proveOrder: async () => null,
  searchProducts: async () => [],
  getProduct: async () => null,
  getProducts: async () => [],
  getStock: async () => null,
  listCoupons: async () => [],
})
