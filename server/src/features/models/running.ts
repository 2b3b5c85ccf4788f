// The calls under way in this process, so that they can be ended: by whoever asked, by the switch, by a limit.
import type { Uuid } from '@ballast/contract'
import type { ModelOutcome } from '@ballast/contract/routes/models'

export interface Run {
  readonly signal: AbortSignal
  end(why: ModelOutcome): void
  /** Why it was ended here; null: it was not. */
  why(): ModelOutcome | null
  done(): void
}
export interface Running {
  start(tenant: Uuid, endpoint: string, signal?: AbortSignal): Run
  count(endpoint: string): number
  /** Workspaces with calls under way. */
  tenants(): Set<Uuid>
  stop(tenant: Uuid): void
}

export const createRunning = (): Running => {
  const runs = new Set<Run & { readonly tenant: Uuid; readonly endpoint: string }>()
  return {
    start: (tenant, endpoint, outer) => {
      const ending = new AbortController()
      let why: ModelOutcome | null = null
      const end = (reason: ModelOutcome) => {
        why ??= reason
        ending.abort()
      }
      const overtaken = () => end('overtaken')
      outer?.addEventListener('abort', overtaken, { once: true })
      if (outer?.aborted) overtaken()
      const run = {
        tenant,
        endpoint,
        signal: ending.signal,
        end,
        why: () => why,
        done: () => {
          runs.delete(run)
          outer?.removeEventListener('abort', overtaken)
        },
      }
      runs.add(run)
      return run
    },
    count: (endpoint) => [...runs].filter((run) => run.endpoint === endpoint).length,
    tenants: () => new Set([...runs].map(({ tenant }) => tenant)),
    stop: (tenant) => {
      for (const run of runs) if (run.tenant === tenant) run.end('stopped')
    },
  }
}
