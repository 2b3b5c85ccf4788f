// Teaching a shop's intents: models, how to mix them, when to say "none of these"; seconds, and the same model every time.
import type { Example } from '../learn/classifier.ts'
import { RECIPE, type Recipe, type Taught } from '../learn/fit.ts'
import { emptyRow, fitVocabulary, rowsOf, type Vocabulary, type VocabularyOptions } from '../learn/vocabulary.ts'
import { chooseShare, rehearse, witnessesOf } from './hold-out.ts'
import { exemplarsOf, fitModels, type Machine } from './machine.ts'
import { IntentModel } from './model.ts'
import { chooseBar, fitScope, PLAIN_SCOPE, type Scope, type Witness } from './scope.ts'
import { newReading, read } from './signals.ts'

export interface IntentOptions extends VocabularyOptions, Partial<Recipe> {
  /** Examples with this label belong to no intent. Default `oos`. */
  readonly oosLabel?: string
  /** Messages the model is not taught, on which it learns when to refuse. Without them it rehearses on its own examples. */
  readonly valid?: readonly Example[]
  /** How much of the traffic is expected to be out of scope, 0..1. Default: as in `valid`, else 0.15. */
  readonly outOfScope?: number
}

/** Less than shops see out of scope: refusing a question that could be answered costs more than asking back. */
const EXPECTED_OUT = 0.15
/** Nobody's traffic is purer than this, whatever `valid` says. */
const LEAST_OUT = 0.03
/** With this many refused messages in `valid`, they teach the scope; fewer only help. */
const ENOUGH_REFUSED = 30
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
  const recipe: Recipe = { ...RECIPE, epochs: 8, ...options }
  const rehearsed = tried({ texts, taught, vocabulary, recipe })
  const machine: Machine = { ...fitModels(taught, recipe), ...rehearsed.chosen, exemplars: exemplarsOf(taught) }
  const asked = (options.valid ?? []).map((example) => witness({ machine, vocabulary, number, oosLabel }, example))
  const { scope, bar } = refusal(rehearsed.witnesses, asked, options.outOfScope)
  return new IntentModel({ labels, oosLabel, vocabulary, machine, scope, bar, examples })
}

/** With fewer than four intents nothing is left when some are held out: the mix and the scope are then the usual ones. */
const tried = (
  rehearsal: Parameters<typeof rehearse>[0],
): { readonly chosen: { share: number; sharpness: number }; readonly witnesses: readonly Witness[] } => {
  if (rehearsal.taught.classes < 4 || rehearsal.taught.rows.count < 12)
    return { chosen: { share: 0.5, sharpness: 1 }, witnesses: [] }
  const rounds = rehearse(rehearsal)
  const chosen = chooseShare(rounds)
  return { chosen, witnesses: witnessesOf(rounds, chosen) }
}

interface Judge {
  readonly machine: Machine
  readonly vocabulary: Vocabulary
  readonly number: ReadonlyMap<string, number>
  readonly oosLabel: string
}
const witness = ({ machine, vocabulary, number, oosLabel }: Judge, { text, label }: Example): Witness => {
  const row = emptyRow()
  vocabulary.read(text, row)
  const { signals, best } = read(machine, newReading(row, machine), vocabulary.known)
  return { signals, inScope: label !== oosLabel, right: number.get(label) === best }
}

const refusal = (
  rehearsed: readonly Witness[],
  asked: readonly Witness[],
  expected: number | undefined,
): { scope: Scope; bar: number } => {
  const refused = asked.filter((each) => !each.inScope).length
  const shown = refused >= ENOUGH_REFUSED && refused < asked.length
  const teachers = shown ? asked : [...rehearsed, ...asked]
  if (!teachers.length) return { scope: PLAIN_SCOPE, bar: 0.5 }
  const share = expected ?? (shown ? Math.max(LEAST_OUT, refused / asked.length) : EXPECTED_OUT)
  const scope = fitScope(teachers)
  return { scope, bar: chooseBar(scope, teachers, share) }
}
