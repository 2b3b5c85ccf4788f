// Out to the platforms: sent in order, tried again, or given up with a notice; or fetched by the other side.
export { deliveryConfig } from './config.ts'
export { createDelivery, type Delivery } from './create-delivery.ts'
export { guardedFetch } from './guarded-fetch.ts'
export { DELIVERY_JOB, type DeliveryJob, type DeliveryParts, holdMs, SWEEP_JOB } from './parts.ts'
export { AUDIBLE_FACTS } from './rules/audible.ts'
