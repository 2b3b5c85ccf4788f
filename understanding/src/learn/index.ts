// The learning door: hashed features, a classifier taught in seconds, and the figures to judge it by.
export {
  type Classified,
  type Classifier,
  classifierFromBytes,
  type Example,
  type Ranked,
  type TrainOptions,
  trainClassifier,
} from './classifier.ts'
export type { WordWeight } from './explain.ts'
export { keepModel, keptModel } from './kept.ts'
export { accuracy, auroc, bootstrap, calibrationError, macroF1, mcc, type Reliability, reliability } from './metrics.ts'
