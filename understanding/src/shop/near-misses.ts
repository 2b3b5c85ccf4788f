// Sentences close to a shop's talk that belong to no intent: one half teaches to refuse, the other half measures.
import { nearMissesEn } from './near-misses-en.ts'
import { nearMissesZh } from './near-misses-zh.ts'
import outsiders from './outsiders.json' with { type: 'json' }

interface Both {
  readonly zh: readonly string[]
  readonly en: readonly string[]
}
export const NEAR_MISSES: Both = { zh: nearMissesZh, en: nearMissesEn }

const half = (rest: 0 | 1): Both => ({
  zh: nearMissesZh.filter((_, i) => i % 2 === rest),
  en: nearMissesEn.filter((_, i) => i % 2 === rest),
})

/** Taught as belonging to none of the intents. */
export const STRANGERS: Both = half(0)
/** No model was taught these. */
export const NEAR_MISSES_KEPT: Both = half(1)
/** What no shop's knowledge answers: other trades and shops, tasks, talk, tricks, nonsense. */
export const OUTSIDERS: Both = { zh: [...STRANGERS.zh, ...outsiders.zh], en: [...STRANGERS.en, ...outsiders.en] }
