// A thread with every kind of part that a message may have.
import type { Part } from '@ballast/contract/parts'
import type { Mock } from './mock-server.ts'
import { ORDER, PRODUCT, RETURN } from './sample-parts.ts'

const FORM: Part = {
  kind: 'form',
  formId: 'address',
  title: 'Where shall we send it?',
  fields: [
    { name: 'name', label: 'Name', type: 'text', required: true },
    { name: 'day', label: 'Day', type: 'date' },
    { name: 'size', label: 'Size', type: 'choice', required: true, choices: ['S', 'M'] },
  ],
}
const MEDIA: Part[] = [
  { kind: 'image', url: '/demo/pictures/cup.svg', alt: 'A cup', width: 400, height: 400 },
  { kind: 'file', url: '/demo/manual.pdf', name: 'a-manual-with-a-rather-long-name-2026-11-20.pdf', bytes: 1_234_567 },
  { kind: 'audio', fileId: '019a0000-0000-7000-8000-000000000001', durationMs: 7_000 },
  { kind: 'location', latitude: 30.27, longitude: 120.15 },
  { kind: 'call', callId: 'c1', legs: [], transcript: [], outcome: 'missed' },
]

/** Ends with the parts that are only live in the last message. */
export const storeEveryPart = ({ store }: Mock): void => {
  const bot = { kind: 'bot', name: '小舟' } as const
  store({ kind: 'customer' }, [{ kind: 'text', text: 'Where is my order? https://shop.example/orders/20261118007731' }])
  store(bot, [{ kind: 'text', text: 'On its way.' }, ORDER], { turn: { outcome: 'answered' } })
  store({ kind: 'agent', name: '林小满' }, [{ kind: 'text', text: 'I had a look as well.' }, ...MEDIA])
  for (const code of [
    'handed-over',
    'agent-joined',
    'handed-back',
    'transferred',
    'snoozed',
    'resolved',
    'reopened',
  ] as const)
    store({ kind: 'system' }, [{ kind: 'system', code, name: '林小满' }])
  store(bot, [
    RETURN,
    { ...ORDER, status: 'partially-shipped', url: '/orders/1' } as Part,
    { ...PRODUCT, stock: 0 } as Part,
  ])
  store(bot, [
    PRODUCT,
    { kind: 'sources', sources: [{ id: 's1', title: 'Delivery times', version: 1, url: 'https://shop.example/help' }] },
    FORM,
    {
      kind: 'buttons',
      buttons: [
        { id: 'b1', label: 'Another colour' },
        { id: 'b2', label: 'Shop', url: '/shop' },
      ],
    },
    { kind: 'quick-replies', replies: [{ label: 'Change the address' }, { label: 'Where is the parcel now?' }] },
  ])
}
