// What the bot would say to a question with one knowledge or another: the real turn, in memory, for nobody in particular.
import type { Uuid } from '@ballast/contract'
import { takeTurn } from '../answering/index.ts'
import { noCommerce } from '../commerce/index.ts'
import type { KnowledgeParts } from '../knowledge/index.ts'
import { breath } from './breath.ts'
import type { GrowthParts } from './parts.ts'
import type { Said } from './rules/judge.ts'

export interface BothSaid {
  readonly before: Said
  readonly after: Said
}
interface Asking {
  readonly tenant: Uuid
  readonly text: string
  readonly language: string | null
}
type Search = Pick<KnowledgeParts['indexes'], 'search'>

/** Each turn is a slice of its own: others have theirs in between. The shop's systems are never asked. */
export const askBoth = async (
  { hear, clock }: Pick<GrowthParts, 'hear' | 'clock'>,
  { tenant, text, language }: Asking,
  trial: { readonly before: Search; readonly after: Search },
): Promise<BothSaid> => {
  const now = clock.now()
  await breath()
  const verdict = await hear({ tenant, text, before: [], now })
  const turn = {
    tenant,
    inbox: { id: tenant, locale: language ?? 'zh', botName: '' },
    contact: { id: tenant, externalId: null, verified: false, name: null, level: null },
    locale: language,
    dialog: null,
    recent: [],
    text,
    verdict,
    parts: [{ kind: 'text' as const, text }],
    now,
  }
  const say = async (knowledge: Search): Promise<Said> => {
    await breath()
    const { outcome, sources } = await takeTurn({ knowledge, commerce: noCommerce() }, turn)
    return { outcome, entries: sources.map(({ id }) => id) }
  }
  return { before: await say(trial.before), after: await say(trial.after) }
}
