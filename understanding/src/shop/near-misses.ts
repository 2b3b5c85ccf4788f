// Sentences close to a shop's talk that belong to no intent: for measuring out-of-scope, never for training an intent.
import { nearMissesEn } from './near-misses-en.ts'
import { nearMissesZh } from './near-misses-zh.ts'

export const NEAR_MISSES: { readonly zh: readonly string[]; readonly en: readonly string[] } = {
  zh: nearMissesZh,
  en: nearMissesEn,
}
