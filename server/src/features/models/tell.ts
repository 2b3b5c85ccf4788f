// A change told to every process at once, besides through the log of facts: a switch does not wait for it.
import type { AppendedFact } from '../../platform/facts/append.ts'
import type { ModelParts } from './parts.ts'

export const tellChange = ({ bus }: Pick<ModelParts, 'bus'>, fact: AppendedFact): void => {
  bus.publish(`facts.${fact.tenant}.${fact.subject}`, { facts: [{ ...fact, at: new Date(fact.at).toISOString() }] })
}
