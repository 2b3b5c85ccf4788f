// The figures of a version, from what models said of examples they were not taught.
import { type Figures, NONE_INTENT } from '@ballast/contract/routes/language'
import { accuracy, bootstrap, macroF1, reliability } from '@ballast/understanding/learn'

export interface Said {
  readonly gold: string
  readonly said: string
  readonly probability: number
}
type Judged = Omit<Figures, 'trainSeconds' | 'modelBytes'>

const MOST_CONFUSIONS = 200

/** Which fold an example is asked in: every intent is spread over all of them. */
export const foldsOf = (labels: readonly string[], folds: number): number[] => {
  const times = new Map<string, number>()
  return labels.map((label) => {
    const before = times.get(label) ?? 0
    times.set(label, before + 1)
    return before % folds
  })
}

const perIntent = (answers: readonly Said[]): Judged['perIntent'] => {
  const found = new Map<string, { intent: string; examples: number; right: number; refused: number }>()
  for (const { gold, said } of answers) {
    const row = found.get(gold) ?? { intent: gold, examples: 0, right: 0, refused: 0 }
    row.examples++
    if (said === gold) row.right++
    else if (said === NONE_INTENT) row.refused++
    found.set(gold, row)
  }
  return [...found.values()].sort((one, other) => (one.intent < other.intent ? -1 : 1))
}

const confusions = (answers: readonly Said[]): Judged['confusions'] => {
  const times = new Map<string, number>()
  for (const { gold, said } of answers)
    if (gold !== said) times.set(`${gold} ${said}`, (times.get(`${gold} ${said}`) ?? 0) + 1)
  return [...times]
    .sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1))
    .slice(0, MOST_CONFUSIONS)
    .map(([pair, n]) => {
      const [intent = '', said = ''] = pair.split(' ')
      return { intent, said, times: n }
    })
}

export const figuresOf = (answers: readonly Said[]): Judged => {
  const gold = answers.map((each) => each.gold)
  const said = answers.map((each) => each.said)
  const right = answers.map((each) => each.gold === each.said)
  const [low, high] = bootstrap(right)
  return {
    examples: answers.length,
    intents: new Set(gold.filter((each) => each !== NONE_INTENT)).size,
    accuracy: accuracy(gold, said),
    interval: [low, high],
    macroF1: macroF1(gold, said),
    perIntent: perIntent(answers),
    confusions: confusions(answers),
    reliability: reliability(
      answers.map((each) => each.probability),
      right,
    ).map((bin) => ({ ...bin })),
  }
}
