// What a version makes of a sentence, and why.
import type { Uuid } from '@ballast/contract'
import { NONE_INTENT, type Verdict } from '@ballast/contract/routes/language'
import { detectLanguage } from '@ballast/understanding/language'
import { normalise } from '@ballast/understanding/text'
import type { LanguageParts } from './parts.ts'

const MOST_WORDS = 20

/** `version`: default the one in use. @throws Problem model.not-found */
export const trySentence = async (
  parts: Pick<LanguageParts, 'models'>,
  tenant: Uuid,
  { text, version }: { readonly text: string; readonly version?: number },
): Promise<Verdict> => {
  const asked = normalise(text)
  const number = version ?? (await parts.models.inUse(tenant))
  const model = await parts.models.load(tenant, number)
  const { label, outOfScope, probability, inScope, ranked } = model.classify(asked.text)
  const wishes = model.classifyAll(asked.text)
  return {
    version: number,
    language: detectLanguage(text).language,
    intent: outOfScope ? NONE_INTENT : label,
    probability,
    inScope,
    ranked: ranked.map((each) => ({ intent: each.label, probability: each.probability })),
    words: model
      .explain(asked.text)
      .slice(0, MOST_WORDS)
      .map(({ words, weight }) => ({ text: words.slice(0, 500), weight })),
    wishes:
      wishes.length < 2
        ? []
        : wishes.map((wish) => ({
            intent: wish.label,
            text: text.slice(asked.at(wish.start), asked.at(wish.end)).trim(),
          })),
  }
}
