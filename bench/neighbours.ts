// The nearest of 100,000 questions: time of a search (its sentence made included), of an addition, and what is held.
import { readShipped } from '../tools/understanding/shipped-models.ts'
import { createNeighbours, type Meaning, meaningOf, sentenceOf } from '../understanding/src/similar/index.ts'
import { PARAPHRASES } from '../understanding/src/similar/test/paraphrases.ts'
import { distractors, questions } from '../understanding/src/similar/test/questions.ts'
import { type Benchmark, quantile, round } from './measure.ts'

const MOST = 10

const benchmark: Benchmark = async (report, options) => {
  const entries = Number(options.entries ?? 100_000)
  const texts = questions(entries, 11)
  const neighbours = createNeighbours()
  const began = performance.now()
  for (const [i, text] of texts.entries()) neighbours.add(String(i), sentenceOf(text))
  const addMicros = ((performance.now() - began) * 1000) / entries
  const asked = [...questions(5_000, 99), ...PARAPHRASES.map(([, typed]) => typed)]
  for (const text of asked) neighbours.search(sentenceOf(text), MOST)
  const times = asked.map((text) => {
    const started = performance.now()
    neighbours.search(sentenceOf(text), MOST)
    return performance.now() - started
  })
  const cpu = process.threadCpuUsage()
  for (const text of asked) neighbours.search(sentenceOf(text), MOST)
  const spent = process.threadCpuUsage(cpu)
  times.sort((a, b) => a - b)
  report({
    name: 'nearest ten',
    entries,
    p50Ms: round(quantile(times, 0.5), 3),
    p99Ms: round(quantile(times, 0.99), 3),
    // Of this thread alone: what others on the machine take does not count.
    meanCpuMs: round((spent.user + spent.system) / 1000 / asked.length, 3),
    addMicros: round(addMicros, 1),
    megabytesAsBytes: round(neighbours.toBytes().length / 2 ** 20, 1),
  })
  const { intents } = readShipped()
  report(paraphrases('words alone'))
  report(paraphrases('words and the shipped intents', meaningOf(intents)))
}
export default benchmark

const paraphrases = (by: string, meaning?: Meaning) => {
  const neighbours = createNeighbours()
  for (const [i, [kept]] of PARAPHRASES.entries()) neighbours.add(`pair ${i}`, sentenceOf(kept, meaning))
  for (const [i, text] of distractors(1000).entries()) neighbours.add(`other ${i}`, sentenceOf(text, meaning))
  const ranks = PARAPHRASES.map(([, typed], i) =>
    neighbours.search(sentenceOf(typed, meaning), 5).findIndex(({ id }) => id === `pair ${i}`),
  )
  return {
    name: 'paraphrases among a thousand others',
    by,
    pairs: ranks.length,
    hitAt1: round(ranks.filter((rank) => rank === 0).length / ranks.length, 3),
    hitAt5: round(ranks.filter((rank) => rank >= 0).length / ranks.length, 3),
  }
}
