// What each kind of rule asks for: one list that the form shows, reads and writes.
import type { RuleKind } from '@ballast/contract/promotions'

export type Simple = 'text' | 'money' | 'pay' | 'whole' | 'rate' | 'time' | 'names' | 'apart' | 'choice'
interface Common {
  readonly name: string
  /** How it is called, where its name means something else elsewhere. */
  readonly label?: string
  readonly required?: true
}
export interface SimpleField extends Common {
  readonly shape: Simple
  readonly choices?: readonly string[]
  readonly most?: number
}
export interface SwitchField extends Common {
  readonly shape: 'yes'
}
/** `rows`: as many as wanted. `needs`: of each list one is filled in. */
export interface NestedField extends Common {
  readonly shape: 'rows' | 'fields'
  readonly of: readonly Field[]
  readonly needs?: readonly (readonly string[])[]
}
export type Field = SimpleField | SwitchField | NestedField

const field = (name: string, shape: Simple, more: Partial<SimpleField> = {}): SimpleField => ({ name, shape, ...more })
const must = (name: string, shape: Simple, more: Partial<SimpleField> = {}): SimpleField =>
  field(name, shape, { ...more, required: true })
const yes = (name: string): SwitchField => ({ name, shape: 'yes' })

const TAX = [must('tariff', 'rate'), must('vat', 'rate'), must('consumption', 'rate')]
const EVERY = [must('every', 'money'), must('minus', 'money'), field('cap', 'money')]

export const OWN: Readonly<Record<RuleKind, readonly Field[]>> = {
  flash: [must('price', 'money')],
  member: [
    {
      name: 'prices',
      shape: 'rows',
      required: true,
      of: [must('level', 'text'), field('price', 'money'), field('pay', 'pay')],
      needs: [['price', 'pay']],
    },
  ],
  percent: [must('pay', 'pay')],
  nth: [must('n', 'whole', { most: 100 }), must('pay', 'pay'), yes('across'), field('most', 'whole')],
  deposit: [must('deposit', 'money'), must('worth', 'money'), must('balanceFrom', 'time'), must('balanceTo', 'time')],
  threshold: [
    {
      name: 'tiers',
      shape: 'rows',
      required: true,
      of: [field('amount', 'money'), field('pieces', 'whole'), field('minus', 'money'), field('pay', 'pay')],
      needs: [
        ['amount', 'pieces'],
        ['minus', 'pay'],
      ],
    },
  ],
  every: EVERY,
  'cross-shop': EVERY,
  gift: [{ name: 'gifts', shape: 'rows', required: true, of: [must('productId', 'text'), must('quantity', 'whole')] }],
  coupon: [must('code', 'text'), field('minus', 'money'), field('pay', 'pay'), field('cap', 'money')],
  shipping: [
    must('by', 'choice', { choices: ['order', 'weight', 'pieces'] }),
    must('fee', 'money'),
    field('first', 'whole'),
    field('step', 'whole'),
    field('stepFee', 'money'),
    field('freeFrom', 'money'),
  ],
  duty: [
    { name: 'otherwise', shape: 'fields', required: true, of: TAX },
    {
      name: 'rates',
      shape: 'rows',
      of: [must('category', 'text'), { name: 'tax', shape: 'fields', required: true, of: TAX }],
    },
    must('factor', 'rate'),
    field('quotaOrder', 'money'),
    field('quotaYear', 'money'),
    must('over', 'choice', { choices: ['full', 'refuse'] }),
    yes('withShipping'),
  ],
  protection: [must('days', 'whole', { most: 366 })],
}
/** Of each list one has to be filled in. */
export const NEEDS: Partial<Record<RuleKind, readonly (readonly string[])[]>> = { coupon: [['minus', 'pay']] }

export const NAMED: readonly Field[] = [must('name', 'text'), field('nameEn', 'text')]
export const SECTIONS = {
  when: [field('from', 'time'), field('to', 'time'), field('campaign', 'text')],
  what: [
    field('products', 'names'),
    field('categories', 'names'),
    field('notProducts', 'names'),
    field('notCategories', 'names'),
    field('shops', 'names'),
    field('leastAmount', 'money'),
    field('leastPieces', 'whole'),
  ],
  who: [field('levels', 'names'), field('regions', 'names'), field('channels', 'names'), field('perCustomer', 'whole')],
  others: [field('priority', 'whole'), field('group', 'text'), field('notWith', 'apart')],
} as const satisfies Record<string, readonly Field[]>
export const SECTION_NAMES = ['when', 'what', 'who', 'others'] as const

/** Everything a rule of this kind may say, but its id and whether it is paused. */
export const fieldsOf = (kind: RuleKind): readonly Field[] => [
  ...NAMED,
  ...OWN[kind],
  ...SECTION_NAMES.flatMap((name) => SECTIONS[name]),
]
