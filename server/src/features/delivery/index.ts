// Out to the platforms: sent, tried again, or given up with a notice.
export {
  type Carrier,
  createDelivery,
  DELIVERY_JOB,
  type Delivery,
  type DeliveryJob,
  type DeliveryParts,
} from './create-delivery.ts'
