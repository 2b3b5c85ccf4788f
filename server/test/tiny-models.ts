// A version small enough for a test: two intents, taught in a moment.
import type { Uuid } from '@ballast/contract'
import { trainIntents } from '@ballast/understanding/intent'
import { sql } from 'kysely'
import { sealModel } from '../src/features/understanding/models.ts'
import { figuresOf } from '../src/features/understanding/rules/figures.ts'
import { insertModel } from '../src/features/understanding/store-models.ts'
import type { Database } from '../src/platform/database/open.ts'
import type { Secrets } from '../src/platform/secrets/secrets.ts'

const TAUGHT = [
  ...['where is my parcel', 'track my order', '快递到哪了'].map((text) => ({ text, label: 'where' })),
  ...['refund please', 'i want my money back', '我要退款'].map((text) => ({ text, label: 'refund' })),
]

/** Drafts; of several only the last stays, so that its number is `count`. */
export const storeTinyModels = async (
  node: { readonly database: Pick<Database, 'as'>; readonly server: { readonly secrets: Secrets } },
  tenant: Uuid,
  count: number,
): Promise<void> => {
  const bytes = trainIntents(TAUGHT, { oosLabel: 'none' }).toBytes()
  const said = TAUGHT.map(({ label }) => ({ gold: label, said: label, probability: 0.9 }))
  const figures = { ...figuresOf(said), trainSeconds: 0.1, modelBytes: bytes.length }
  const sealed = await sealModel(node.server.secrets, tenant, bytes)
  const made = { bytes: sealed, figures, staffId: null, at: new Date(), keep: 30 }
  await node.database.as(tenant, async (tx) => {
    for (let n = 0; n < count; n++) await insertModel(tx, tenant, made)
    await sql`DELETE FROM ballast.intent_models WHERE tenant = ${tenant} AND version < ${count}`.execute(tx)
  })
}
