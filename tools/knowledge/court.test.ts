// The command against a client that answers from memory: what is tried, what is published, what is said.
import type { Client } from '@ballast/contract/client'
import { Problem } from '@ballast/contract/problems'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { courtCommand } from './court.ts'

let out = ''
beforeEach(() => {
  out = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
})
afterEach(() => vi.restoreAllMocks())

const court = (entryId: string, won: boolean) => ({
  id: `court of ${entryId}`,
  entryId,
  version: 1,
  won,
  heldAt: '2026-11-20T00:00:00.000Z',
  tried: 9,
  solvedBefore: 9,
  solvedAfter: 9,
  broken: 0,
  allowed: 0,
  unsolved: 6,
  wouldSolve: won ? 5 : 0,
  strayed: 0,
  yesterday: 4,
  yesterdaySolved: 3,
  changes: [{ questionId: 'q', what: 'solved' as const, text: '可以刻字吗', before: [], after: [entryId] }],
  publishedVersion: null,
  undone: false,
})
const shop = (drafts: readonly string[]) => {
  const published: string[] = []
  const client = {
    listClusters: async () => ({ clusters: drafts.map((entryId) => ({ entryId })) }),
    holdCourt: async ({ body: { entryId } }: { body: { entryId: string } }) => {
      if (entryId === 'blank') throw new Problem('draft.unfinished')
      return { court: court(entryId, entryId !== 'bad') }
    },
    publishFromCourt: async ({ params }: { params: { courtId: string } }) => void published.push(params.courtId),
  } as unknown as Client
  return { client, published }
}

it('tries the drafts of all clusters, each once, and says what each would do', async () => {
  const { client, published } = shop(['good', 'good', 'bad'])
  expect(await courtCommand({ client, words: [], json: false })).toBe(1)
  expect(out).toContain('✓ good version 1: wins')
  expect(out).toContain("solves 5 of 6 unsettled questions; of yesterday's 4 conversations 3")
  expect(out).toContain('✗ bad version 1: does not win')
  expect(out.match(/good version/g)).toHaveLength(1)
  expect(published).toEqual([])
})

it('publishes only what wins, and goes on after a draft with blanks', async () => {
  const { client, published } = shop([])
  const code = await courtCommand({ client, words: ['blank', 'bad', 'good'], json: true, publish: true })
  expect(code).toBe(1)
  expect(published).toEqual(['court of good'])
  const { courts } = JSON.parse(out) as { courts: { refused?: string; won?: boolean }[] }
  expect(courts.map(({ refused, won }) => refused ?? won)).toEqual(['draft.unfinished', false, true])
})

it('all that win: 0; nothing to try: 1', async () => {
  expect(await courtCommand({ client: shop(['good']).client, words: [], json: true })).toBe(0)
  expect(await courtCommand({ client: shop([]).client, words: [], json: false })).toBe(1)
  expect(out).toContain('There is no draft to try.')
})
