import { describe, expect, it } from 'vitest'
import { judge, type Said, type SolvedCase, type UnsettledCase } from './judge.ts'

const now = Date.UTC(2026, 10, 20)
const answered = (...entries: string[]): Said => ({ outcome: 'answered', entries })
const unsure: Said = { outcome: 'unsure', entries: [] }
const kept = (id: string): SolvedCase => ({ id, expected: ['old'], before: answered('old'), after: answered('old') })
const open = (id: string, more: Partial<UnsettledCase> = {}): UnsettledCase => ({
  id,
  cluster: 'c1',
  clusterSize: 3,
  conversation: id,
  at: now - 1,
  before: unsure,
  after: answered('draft'),
  ...more,
})
const the = { entryId: 'draft', clusters: ['c1'], now }
const solvedSet = (count: number) => Array.from({ length: count }, (_, at) => kept(`s${at}`))

describe('the court', () => {
  it('wins by solving without breaking; counts conversations of yesterday', () => {
    const unsettled = [open('a'), open('b', { conversation: 'a' }), open('c', { at: now - 90_000_000 })]
    expect(judge({ solved: solvedSet(3), unsettled }, the)).toMatchObject({
      won: true,
      wouldSolve: 3,
      yesterday: 1,
      yesterdaySolved: 1,
      solvedBefore: 3,
      solvedAfter: 3,
    })
  })
  it('one that breaks loses in a small set; in two hundred it is tolerated', () => {
    const broken = { ...kept('x'), after: answered('draft') }
    const small = judge({ solved: [broken, ...solvedSet(198)], unsettled: [open('a')] }, the)
    expect(small).toMatchObject({ won: false, broken: 1, allowed: 0 })
    const large = judge({ solved: [broken, ...solvedSet(199)], unsettled: [open('a'), open('b')] }, the)
    expect(large).toMatchObject({ won: true, broken: 1, allowed: 1 })
    expect(large.changes[0]).toMatchObject({ what: 'broken', before: ['old'], after: ['draft'] })
  })
  it('solving nothing wins nothing; what another entry answers now is not its doing', () => {
    expect(judge({ solved: solvedSet(3), unsettled: [open('a', { after: unsure })] }, the).won).toBe(false)
    const taken = open('a', { before: answered('other') })
    expect(judge({ solved: [], unsettled: [taken] }, the).wouldSolve).toBe(0)
  })
  it('answering mostly what others ask is straying', () => {
    const strays = ['x', 'y'].map((id) => open(id, { cluster: 'c2' }))
    expect(judge({ solved: [], unsettled: [open('a'), ...strays] }, the)).toMatchObject({ won: false, strayed: 2 })
    const anybody = judge({ solved: [], unsettled: strays }, { ...the, clusters: [] })
    expect(anybody).toMatchObject({ won: true, strayed: 0 })
  })
})
