// An answer to E2 is no answer to E1, however alike their words are.
import { codesIn, familyOfCode } from '@ballast/understanding/codes'

/** Without those whose title names codes of the kind asked about, and none of those asked about. */
export const withoutOtherCodes = <K extends { readonly title: string }>(
  text: string,
  passages: readonly K[],
): readonly K[] => {
  const asked = codesIn(text)
  if (asked.length === 0) return passages
  const families = new Set(asked.map(familyOfCode))
  return passages.filter(({ title }) => {
    const named = codesIn(title).filter((code) => families.has(familyOfCode(code)))
    return named.length === 0 || named.some((code) => asked.includes(code))
  })
}
