// The shop's own systems: orders, parcels, products, stock. One port, an adapter per back end.
export { demoCommerce } from './demo.ts'
export { noCommerce } from './none.ts'
export { patient } from './patient.ts'
export type {
  Commerce,
  Coupon,
  Localised,
  OnBehalf,
  Order,
  OrderItem,
  OrderStatus,
  Parcel,
  ParcelEvent,
  Product,
} from './port.ts'
export { productCard } from './rules/product-card.ts'
