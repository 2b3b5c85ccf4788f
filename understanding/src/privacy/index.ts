// The door of personal data: find it, cover it, measure it.
export { evaluatePii, type PiiMetrics, type PiiRow } from './evaluate.ts'
export { type AddressTagger, type FindOptions, findPersonal } from './find-personal.ts'
export { mask } from './mask.ts'
export type { PersonalSpan, PersonalType } from './span.ts'
