// Tries drafts in court: with entry ids those, with none the drafts of all clusters that have one.
import type { Client } from '@ballast/contract/client'
import { PROBLEMS, Problem } from '@ballast/contract/problems'

type Court = Awaited<ReturnType<Client['holdCourt']>>['court']
interface Refused {
  readonly entryId: string
  readonly refused: keyof typeof PROBLEMS
}
export interface CourtArgs {
  readonly client: Client
  /** Entry ids; none: every draft of a cluster. */
  readonly words: readonly string[]
  readonly json: boolean
  /** Publish what wins. */
  readonly publish?: boolean
}

const draftsOf = async (client: Client): Promise<string[]> => {
  const { clusters } = await client.listClusters({ query: { state: 'drafted', least: 1, limit: 200 } })
  return [...new Set(clusters.flatMap(({ entryId }) => entryId ?? []))]
}

const hold = async (client: Client, entryId: string): Promise<Court | Refused> => {
  try {
    return (await client.holdCourt({ body: { entryId } })).court
  } catch (error) {
    if (error instanceof Problem && /^(?:draft|knowledge)\./.test(error.code)) return { entryId, refused: error.code }
    throw error
  }
}

const lineOf = (court: Court | Refused): string => {
  if ('refused' in court) return `✗ ${court.entryId}: ${PROBLEMS[court.refused].message}`
  const { won, entryId, version, wouldSolve, unsolved, broken, tried, strayed, yesterday, yesterdaySolved } = court
  return [
    `${won ? '✓' : '✗'} ${entryId} version ${version}: ${won ? 'wins' : 'does not win'}`,
    `  solves ${wouldSolve} of ${unsolved} unsettled questions; of yesterday's ${yesterday} conversations ${yesterdaySolved}`,
    `  breaks ${broken} of ${tried} solved ones, strays into ${strayed} others`,
    ...court.changes.map(({ what, text }) => `  ${what.padEnd(7)} ${text}`),
  ].join('\n')
}

/** 1 when one of them does not win, or there is none. */
export const courtCommand = async ({ client, words, json, publish = false }: CourtArgs): Promise<number> => {
  const courts: (Court | Refused)[] = []
  for (const entryId of words.length > 0 ? words : await draftsOf(client)) {
    const court = await hold(client, entryId)
    courts.push(court)
    if (publish && 'won' in court && court.won)
      await client.publishFromCourt({ params: { courtId: court.id }, body: {} })
    if (!json) process.stdout.write(`${lineOf(court)}\n`)
  }
  if (json) process.stdout.write(`${JSON.stringify({ courts })}\n`)
  else if (courts.length === 0) process.stdout.write('There is no draft to try.\n')
  return courts.length > 0 && courts.every((court) => 'won' in court && court.won) ? 0 : 1
}
