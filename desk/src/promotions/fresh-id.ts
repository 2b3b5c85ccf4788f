// The id of a new rule: readable in tables and proofs, and never that of another.
import type { RuleKind } from '@ballast/contract/promotions'

export const freshId = (kind: RuleKind): string => `${kind}-${crypto.randomUUID().slice(0, 8)}`
