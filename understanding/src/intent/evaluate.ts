// The published figures of an intent model: taught on train, tuned on valid, asked the test once.
import type { Example } from '../learn/classifier.ts'
import { accuracy, auroc, bootstrap, macroF1, mcc } from '../learn/metrics.ts'
import { type IntentOptions, trainIntents } from './train.ts'

export interface IntentFigures {
  readonly accuracy: number
  readonly interval: readonly [low: number, high: number]
  readonly macroF1: number
  readonly mcc: number
  readonly trainSeconds: number
  readonly microsPerMessage: number
  readonly modelBytes: number
  /** Only when the out-of-scope label occurs in test; in-scope accuracy counts a refusal as wrong. */
  readonly inScopeAccuracy?: number
  readonly oosRecall?: number
  readonly oosAuroc?: number
  /** In-scope accuracy had nothing been refused. */
  readonly inScopeAccuracyUnrefused?: number
}
export interface IntentEvaluation extends IntentOptions {
  /** Milliseconds of a steady clock. */
  readonly now?: () => number
}

const steady = (): number => performance.now()

/** With no out-of-scope example anywhere in reach nothing is refused: every test message is then known to be in scope. */
export const evaluateIntent = (
  train: readonly Example[],
  test: readonly Example[],
  options: IntentEvaluation = {},
): IntentFigures => {
  const { now = steady, ...taught } = options
  const oosLabel = taught.oosLabel ?? 'oos'
  const open = [...train, ...(taught.valid ?? []), ...test].some((example) => example.label === oosLabel)
  const began = now()
  const model = trainIntents(train, taught)
  const trainSeconds = (now() - began) / 1000
  for (const { text } of test.slice(0, 200)) model.classify(text)
  const asked = now()
  const said = test.map(({ text }) => model.classify(text))
  const microsPerMessage = ((now() - asked) * 1000) / Math.max(1, test.length)
  const gold = test.map((example) => example.label)
  const best = said.map((each) => each.ranked[0]?.label ?? oosLabel)
  const guess = open ? said.map((each) => each.label) : best
  const share = (list: readonly boolean[]): number => list.filter(Boolean).length / Math.max(1, list.length)
  const inside = gold.flatMap((label, i) => (label === oosLabel ? [] : [i]))
  const outside = gold.flatMap((label, i) => (label === oosLabel ? [i] : []))
  const scopes = (which: readonly number[]): number[] => which.map((i) => said[i]!.inScope)
  return {
    accuracy: accuracy(gold, guess),
    interval: bootstrap(gold.map((label, i) => label === guess[i])),
    macroF1: macroF1(gold, guess),
    mcc: mcc(gold, guess),
    trainSeconds,
    microsPerMessage,
    modelBytes: model.toBytes().length,
    ...(outside.length && {
      inScopeAccuracy: share(inside.map((i) => gold[i] === guess[i])),
      oosRecall: share(outside.map((i) => guess[i] === oosLabel)),
      oosAuroc: auroc(scopes(inside), scopes(outside)),
      inScopeAccuracyUnrefused: share(inside.map((i) => gold[i] === best[i])),
    }),
  }
}
