// In what the forms of a set are written: its currency, the reader's language, what kinds of rules are called in it.
import { RULE_KINDS, type RuleKind } from '@ballast/contract/promotions'
import { useTranslation } from 'react-i18next'
import type { FormTerms } from './form.ts'
import { useTongue } from './say.ts'

export const useTerms = (currency: string): FormTerms => {
  const { t } = useTranslation()
  const tongue = useTongue()
  const kinds = Object.fromEntries(RULE_KINDS.map((kind) => [kind, t(`promotions.kind.${kind}`)]))
  return { currency, tongue, kinds: kinds as Record<RuleKind, string> }
}
