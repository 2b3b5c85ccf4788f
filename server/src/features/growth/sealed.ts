// Questions and answers at rest: covered of personal data before, sealed with the tenant's key.
import type { Uuid } from '@ballast/contract'
import { breath } from './breath.ts'
import type { GrowthParts } from './parts.ts'
import type { QuestionRow } from './store.ts'

export interface OpenQuestion extends Omit<QuestionRow, 'body' | 'answer'> {
  readonly text: string
  readonly answer: string | null
}
type Opening = Pick<GrowthParts, 'secrets'>

export const openAll = async (
  { secrets }: Opening,
  tenant: Uuid,
  rows: readonly QuestionRow[],
): Promise<OpenQuestion[]> => {
  const opened: OpenQuestion[] = []
  for (const [at, { body, answer, ...row }] of rows.entries()) {
    if (at % 100 === 99) await breath()
    opened.push({
      ...row,
      text: await secrets.openForTenant(tenant, body),
      answer: answer === null ? null : await secrets.openForTenant(tenant, answer),
    })
  }
  return opened
}
