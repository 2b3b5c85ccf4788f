// SQL of language models: settings, the switch, what was spent, how calls ended.
import type { Uuid } from '@ballast/contract'
import type { ModelCall, ModelUse } from '@ballast/contract/routes/models'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'
import type { Kept, KeptUse } from './parts.ts'
import type { Cost, SpentSoFar } from './rules/budget.ts'

type UseRow = Omit<KeptUse, 'updatedAt'> & { updatedAt: Date }

export const readKept = async (tx: Tx, tenant: Uuid): Promise<Kept> => {
  const uses = await sql<UseRow>`SELECT use, base_url AS "baseUrl", model, sealed_key AS "sealedKey", is_on AS "on",
      temperature, max_tokens AS "maxTokens", budget, version, updated_at AS "updatedAt"
    FROM ballast.model_uses WHERE tenant = ${tenant} ORDER BY use`.execute(tx)
  const stop = await sql<{ stopped: boolean }>`SELECT stopped FROM ballast.model_stops
    WHERE tenant = ${tenant}`.execute(tx)
  return {
    stopped: stop.rows[0]?.stopped ?? false,
    uses: uses.rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() })),
  }
}

/** One writer at a time in a workspace: the version checked still holds when it is written, a limit when it is charged. */
export const lockModels = async (tx: Tx, tenant: Uuid, what: 'settings' | 'spending'): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtext(${`models ${what}`}), hashtext(${tenant}::text))`.execute(tx)
}

export const writeUse = async (tx: Tx, tenant: Uuid, one: KeptUse): Promise<void> => {
  await sql`INSERT INTO ballast.model_uses
      (tenant, use, base_url, model, sealed_key, is_on, temperature, max_tokens, budget, version, updated_at)
    VALUES (${tenant}, ${one.use}, ${one.baseUrl}, ${one.model}, ${one.sealedKey}, ${one.on}, ${one.temperature},
      ${one.maxTokens}, ${JSON.stringify(one.budget)}::jsonb, ${one.version}, ${one.updatedAt})
    ON CONFLICT (tenant, use) DO UPDATE SET base_url = excluded.base_url, model = excluded.model,
      sealed_key = excluded.sealed_key, is_on = excluded.is_on, temperature = excluded.temperature,
      max_tokens = excluded.max_tokens, budget = excluded.budget, version = excluded.version,
      updated_at = excluded.updated_at`.execute(tx)
}

export const writeStop = async (tx: Tx, tenant: Uuid, stopped: boolean, at: string): Promise<void> => {
  await sql`INSERT INTO ballast.model_stops (tenant, stopped, at) VALUES (${tenant}, ${stopped}, ${at})
    ON CONFLICT (tenant) DO UPDATE SET stopped = excluded.stopped, at = excluded.at`.execute(tx)
}

type SpentRow = Record<'dayCalls' | 'dayTokens' | 'dayMicros' | 'calls' | 'tokens' | 'micros', string>

export interface Spent extends SpentSoFar {
  readonly day: Cost & { readonly calls: number }
  readonly month: Cost & { readonly calls: number }
}
/** `day`: of this one, and of its month. */
export const readSpent = async (tx: Tx, tenant: Uuid, use: ModelUse, day: string): Promise<Spent> => {
  const { rows } = await sql<SpentRow>`SELECT
      coalesce(sum(calls) FILTER (WHERE day = ${day}::date), 0) AS "dayCalls",
      coalesce(sum(tokens) FILTER (WHERE day = ${day}::date), 0) AS "dayTokens",
      coalesce(sum(micros) FILTER (WHERE day = ${day}::date), 0) AS "dayMicros",
      coalesce(sum(calls), 0) AS calls, coalesce(sum(tokens), 0) AS tokens, coalesce(sum(micros), 0) AS micros
    FROM ballast.model_spending WHERE tenant = ${tenant} AND use = ${use}
      AND day >= date_trunc('month', ${day}::date) AND day < date_trunc('month', ${day}::date) + interval '1 month'`.execute(
    tx,
  )
  const row = rows[0]!
  return {
    day: { calls: Number(row.dayCalls), tokens: Number(row.dayTokens), micros: Number(row.dayMicros) },
    month: { calls: Number(row.calls), tokens: Number(row.tokens), micros: Number(row.micros) },
  }
}

export interface Charge extends Cost {
  readonly use: ModelUse
  readonly day: string
  readonly calls: number
}
/** Adds to what was spent; what is given back is negative. */
export const charge = async (tx: Tx, tenant: Uuid, { use, day, calls, tokens, micros }: Charge): Promise<void> => {
  await sql`INSERT INTO ballast.model_spending AS s (tenant, use, day, calls, tokens, micros)
    VALUES (${tenant}, ${use}, ${day}::date, ${calls}, ${tokens}, ${Math.round(micros)})
    ON CONFLICT (tenant, use, day) DO UPDATE SET calls = s.calls + excluded.calls,
      tokens = greatest(0, s.tokens + excluded.tokens), micros = greatest(0, s.micros + excluded.micros)`.execute(tx)
}

type CallRow = Omit<ModelCall, 'at'> & { at: Date }
export const LAST_CALLS = 50
export const readCalls = async (tx: Tx, tenant: Uuid): Promise<ModelCall[]> => {
  const { rows } = await sql<CallRow>`SELECT id, use, at, outcome, first_ms AS "firstMs", ms, tokens_in AS "tokensIn",
      tokens_out AS "tokensOut", cut, conversation AS "conversationId"
    FROM ballast.model_calls WHERE tenant = ${tenant} ORDER BY at DESC, id DESC LIMIT ${LAST_CALLS}`.execute(tx)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** Only the last ones are kept: more would be a diary. */
export const writeCall = async (tx: Tx, tenant: Uuid, one: ModelCall): Promise<void> => {
  await sql`INSERT INTO ballast.model_calls
      (tenant, id, use, at, outcome, first_ms, ms, tokens_in, tokens_out, cut, conversation)
    VALUES (${tenant}, ${one.id}, ${one.use}, ${one.at}, ${one.outcome}, ${one.firstMs}, ${one.ms}, ${one.tokensIn},
      ${one.tokensOut}, ${one.cut}, ${one.conversationId})`.execute(tx)
  await sql`DELETE FROM ballast.model_calls WHERE tenant = ${tenant} AND at < (
      SELECT min(at) FROM (SELECT at FROM ballast.model_calls WHERE tenant = ${tenant}
        ORDER BY at DESC LIMIT ${LAST_CALLS}) AS kept)`.execute(tx)
}
