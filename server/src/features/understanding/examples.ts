// Examples as their readers see them, and sealed as they are kept.
import type { Uuid } from '@ballast/contract'
import type { Example } from '@ballast/contract/routes/language'
import type { Secrets } from '../../platform/secrets/secrets.ts'
import { sameText } from './rules/intent-set.ts'
import type { ExampleRow } from './store.ts'

/** Own examples of a workspace. Training them takes about half a minute in a thread. */
export const MOST_EXAMPLES = 10_000
export const MOST_INTENTS = 200

/** Opening all of them at once would hold up everybody else. */
const BATCH = 200
const breath = () => new Promise<void>((done) => setImmediate(done))

export const openExamples = async (
  secrets: Pick<Secrets, 'openForTenant'>,
  tenant: Uuid,
  rows: readonly ExampleRow[],
): Promise<Example[]> => {
  const opened: Example[] = []
  for (const [at, { id, intent, body, source, addedAt }] of rows.entries()) {
    if (at % BATCH === BATCH - 1) await breath()
    const text = await secrets.openForTenant(tenant, body)
    opened.push({ id, intent, text, source, addedAt: addedAt.toISOString() })
  }
  return opened
}

/** The same for texts that teach the same; says nothing without the root key. */
export const markOf = (secrets: Pick<Secrets, 'hmac'>, tenant: Uuid, text: string): Buffer =>
  secrets.hmac('intent example', `${tenant}\n${sameText(text)}`)

export const toRow = async (
  secrets: Pick<Secrets, 'hmac' | 'sealForTenant'>,
  tenant: Uuid,
  { text, ...row }: Omit<ExampleRow, 'body' | 'mark'> & { readonly text: string },
): Promise<ExampleRow> => ({
  ...row,
  body: await secrets.sealForTenant(tenant, text),
  mark: markOf(secrets, tenant, text),
})
