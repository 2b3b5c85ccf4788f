// Turns a failure into one sentence that says what to do, in the reader's language.
import { Problem } from '@ballast/contract/problems'
import i18next from 'i18next'

/** Words for a problem code; the code's own text only when a newer server knows a code that this desk does not. */
export const explainCode = (code: string): string => {
  const key = `problem.${code.replace('.', '-')}`
  return i18next.exists(key) ? i18next.t(key) : i18next.t('problem.server-error')
}
export const explain = (error: unknown): string =>
  error instanceof Problem ? explainCode(error.code) : i18next.t('problem.offline')
