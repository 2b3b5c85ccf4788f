// The filter of the rules table.
import { expect, test } from 'vitest'
import { RULES } from '../../test/mock-rules.ts'
import { campaignsIn, chosen, EVERYTHING, type State, stateOf, type Wanted } from './state.ts'

const now = Date.now()
const ids = (wanted: Partial<Wanted>) => chosen(RULES, { ...EVERYTHING, ...wanted }, now).map(({ id }) => id)

test('a rule is in force, not yet, over or paused', () => {
  const states = new Map<State, string[]>()
  for (const rule of RULES) states.set(stateOf(rule, now), [...(states.get(stateOf(rule, now)) ?? []), rule.id])
  expect([states.get('not-yet'), states.get('over'), states.get('paused')]).toEqual([['cross'], ['every'], ['summer']])
  const edge = { ...RULES[0]!, from: new Date(now).toISOString(), to: new Date(now + 1).toISOString() }
  expect([now - 1, now, now + 1].map((at) => stateOf(edge, at))).toEqual(['not-yet', 'in-force', 'over'])
})

test('it is found by kind, campaign, state, product and any of its words', () => {
  expect(ids({})).toHaveLength(RULES.length)
  expect(ids({ kind: 'coupon' })).toEqual(['new'])
  expect(ids({ campaign: '双11' })).toEqual(['big', 'coat-flash'])
  expect(ids({ state: 'over' })).toEqual(['every'])
  expect(ids({ words: 'NEW' })).toEqual(['new'])
  expect(ids({ product: 'parka' })).toContain('presale')
  expect(ids({ product: 'parka' })).toContain('big')
  expect(ids({ product: 'parka' })).not.toContain('coat-flash')
  expect(campaignsIn(RULES)).toEqual(['双11'])
})
