// Teaching a shop's intents: models, how to mix them, when to say "none of these"; seconds, and the same model every time.
import type { Example } from '../learn/classifier.ts'
import { RECIPE, type Recipe, type Taught } from '../learn/fit.ts'
import { emptyRow, fitVocabulary, rowsOf, type Vocabulary, type VocabularyOptions } from '../learn/vocabulary.ts'
import { chooseShare, type Round, rehearse, witnessesOf } from './hold-out.ts'
import { fitModels, keptOf, type Machine } from './machine.ts'
import { IntentModel } from './model.ts'
import { chooseBar, fitScope, PLAIN_SCOPE, type Scope, type Witness } from './scope.ts'

export interface IntentOptions extends VocabularyOptions, Partial<Recipe> {
  /** Examples with this label belong to no intent. Default `oos`. */
  readonly oosLabel?: string
  /** Messages the model is not taught, on which it learns when to refuse. Without them it rehearses on its own examples. */
  readonly valid?: readonly Example[]
  /** How much of the traffic is expected to be out of scope, 0..1. Default: as in `valid`, else 0.2. */
  readonly outOfScope?: number
}

/** Less than shops see out of scope: refusing a question that could be answered costs more than asking back. */
const EXPECTED_OUT = 0.2
/** Nobody's traffic is purer than this, whatever `valid` says: what was gathered to teach holds few strangers. */
const LEAST_OUT = 0.1
/** With this many messages of either side in `valid`, they teach the scope; fewer only help. */
const ENOUGH_REFUSED = 30
const ENOUGH_NAMED = 300
/** With fewer examples the margin machine alone names more intents rightly than mixed with the logistic one. */
const FEW = 1000
/** Words, runs of characters inside them, runs of characters in scripts without blanks. */
const BLOCK_WEIGHTS = [1, 0.8, 1]
const MOST_WEIGHTS = 24_000_000

export const trainIntents = (examples: readonly Example[], options: IntentOptions = {}): IntentModel => {
  const oosLabel = options.oosLabel ?? 'oos'
  const labels = [...new Set(examples.map((example) => example.label))].filter((label) => label !== oosLabel)
  const number = new Map(labels.map((label, i) => [label, i]))
  const texts = examples.map((example) => example.text)
  const most = options.most ?? Math.floor(MOST_WEIGHTS / Math.max(128, labels.length))
  const vocabulary = fitVocabulary(texts, {
    minTexts: examples.length > 5000 ? 2 : 1,
    weights: BLOCK_WEIGHTS,
    ...options,
    features: { skips: true, ...options.features },
    most,
  })
  const taught: Taught = {
    rows: rowsOf(vocabulary, texts),
    labels: Int32Array.from(examples, (example) => number.get(example.label) ?? -1),
    features: vocabulary.size,
    classes: labels.length,
  }
  const recipe: Recipe = { ...RECIPE, epochs: 8, ...(examples.length < FEW && { kind: 'svm' }), ...options }
  const models = fitModels(taught, recipe)
  const asked = (options.valid ?? []).map((example) => askedOf({ vocabulary, number }, example))
  const refused = asked.filter(({ intent }) => intent < 0).length
  const shown = refused >= ENOUGH_REFUSED && asked.length - refused >= ENOUGH_NAMED
  // What was never taught and is told apart in `valid` says more than any rehearsal, and saves its time.
  const trial = shown ? judged([{ taught, models, asked }]) : tried({ texts, taught, vocabulary, recipe })
  const machine: Machine = { ...models, ...trial.chosen, ...keptOf(models.net, taught) }
  const more = shown ? [] : witnessesOf([{ taught, models, asked }], trial.chosen)
  const share = options.outOfScope ?? (shown ? Math.max(LEAST_OUT, refused / asked.length) : EXPECTED_OUT)
  const { scope, bar } = refusal([...trial.witnesses, ...more], share)
  return new IntentModel({ labels, oosLabel, vocabulary, machine, scope, bar, examples })
}

interface Trial {
  readonly chosen: { readonly share: number; readonly sharpness: number }
  readonly witnesses: readonly Witness[]
}
const judged = (rounds: readonly Round[]): Trial => {
  const chosen = chooseShare(rounds)
  return { chosen, witnesses: witnessesOf(rounds, chosen) }
}

/** With fewer than four intents nothing is left when some are held out: the mix and the scope are then the usual ones. */
const tried = (rehearsal: Parameters<typeof rehearse>[0]): Trial =>
  rehearsal.taught.classes < 4 || rehearsal.taught.rows.count < 12
    ? { chosen: { share: 0.5, sharpness: 1 }, witnesses: [] }
    : judged(rehearse(rehearsal))

const askedOf = (
  { vocabulary, number }: { readonly vocabulary: Vocabulary; readonly number: ReadonlyMap<string, number> },
  { text, label }: Example,
): Round['asked'][number] => {
  const row = emptyRow()
  vocabulary.read(text, row)
  return { row, known: vocabulary.known, intent: number.get(label) ?? -1 }
}

const refusal = (teachers: readonly Witness[], share: number): { scope: Scope; bar: number } => {
  if (!teachers.length) return { scope: PLAIN_SCOPE, bar: 0.5 }
  const scope = fitScope(teachers)
  return { scope, bar: chooseBar(scope, teachers, share) }
}
