// Versions: list them, put one into use.
import { problem, type Uuid } from '@ballast/contract'
import type { LanguageModel } from '@ballast/contract/routes/language'
import { appendFacts } from '../../platform/facts/append.ts'
import { fact } from './change-intents.ts'
import type { LanguageParts, StaffSide } from './parts.ts'
import { lockLanguage } from './store.ts'
import { type ModelRow, putIntoUse, readModel, readModels, versionInUse } from './store-models.ts'
import { MOST_VERSIONS } from './trainings.ts'

const toModel = ({ version, status, figures, staffId, createdAt, publishedAt }: ModelRow): LanguageModel => ({
  version,
  status,
  figures,
  byStaffId: staffId,
  createdAt: createdAt.toISOString(),
  publishedAt: publishedAt?.toISOString() ?? null,
})
const builtIn = (inUse: boolean): LanguageModel => ({
  version: 0,
  status: inUse ? 'published' : 'retired',
  figures: null,
  byStaffId: null,
  createdAt: null,
  publishedAt: null,
})

/** Newest first; the built-in one last. */
export const listModels = (parts: LanguageParts, tenant: Uuid): Promise<LanguageModel[]> =>
  parts.database.as(tenant, async (tx) => {
    const rows = await readModels(tx, tenant, MOST_VERSIONS + 1)
    return [...rows.map(toModel), builtIn(rows.every(({ status }) => status !== 'published'))]
  })

/** Other nodes hear by the fact. @throws Problem model.not-found */
export const publishModel = async (parts: LanguageParts, by: StaffSide, version: number): Promise<LanguageModel> => {
  const { tenant } = by
  const row = await parts.database.as(tenant, async (tx) => {
    await lockLanguage(tx, tenant)
    if (version !== 0 && (await readModel(tx, tenant, version)) === undefined) throw problem('model.not-found')
    if ((await versionInUse(tx, tenant)) !== version) {
      await putIntoUse(tx, tenant, version, new Date(parts.clock.now()))
      await appendFacts(tx, [fact(parts, by, 'language.published', { version })])
    }
    return readModel(tx, tenant, version)
  })
  parts.models.forget(tenant)
  return row === undefined ? builtIn(true) : toModel(row)
}
