// The shop's own systems: orders, parcels, products, stock. One port, an adapter per back end.
export { type DemoCommerceOptions, demoCommerce } from './demo.ts'
export { patient } from './patient.ts'
export type {
  Commerce,
  Localised,
  OnBehalf,
  Order,
  OrderItem,
  OrderStatus,
  Parcel,
  ParcelEvent,
  Product,
  Refund,
  Variant,
} from './port.ts'
