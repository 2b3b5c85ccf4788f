// For colleagues: how the other side of an inbox is doing.
import { Type } from 'typebox'
import { Closed, Instant, Uuid } from '../primitives.ts'
import { route } from '../route.ts'

const DeliveryHealth = Closed({
  failingSince: Type.Union([Instant, Type.Null()], { description: 'The first failure since the last success.' }),
  stoppedAt: Type.Union([Instant, Type.Null()], { description: 'Five days of failure: no longer called.' }),
})
export const readInboxDelivery = route({
  name: 'readInboxDelivery',
  method: 'GET',
  path: '/api/inboxes/:inboxId/delivery',
  tag: 'Inboxes',
  summary: 'How the other side of an inbox is doing.',
  access: 'inboxes.read',
  params: Closed({ inboxId: Uuid }),
  reply: DeliveryHealth,
  problems: ['inbox.unknown'],
})
export const resumeInboxDelivery = route({
  name: 'resumeInboxDelivery',
  method: 'POST',
  path: '/api/inboxes/:inboxId/delivery/resume',
  tag: 'Inboxes',
  summary: 'The other side works again: call it, and send what waited.',
  access: 'inboxes.manage',
  params: Closed({ inboxId: Uuid }),
  body: Closed({}),
  reply: DeliveryHealth,
  problems: ['inbox.unknown'],
})
