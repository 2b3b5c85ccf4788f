// How well does the bot do? `node tools/evaluate-bot.ts [--set questions|held-out|fresh|blind|quality|trial]` prints figures and every failure as JSON.
import { parseArgs } from 'node:util'
import { evaluate, heard, questionsOf, SETS } from '../demo/evaluation/evaluate.ts'
import { evaluateQuality, qualityQuestions } from '../demo/evaluation/quality.ts'
import type { TurnResult } from '../server/src/features/answering/index.ts'

const now = Date.now()
const intentsOf = (text: string) =>
  heard(text, now).intents.map(({ label, probability }) => `${label} ${probability.toFixed(2)}`)
const saidBy = ({ parts }: TurnResult) => parts.map((part) => (part.kind === 'text' ? part.text : part.kind))
const print = (report: object) => console.log(JSON.stringify(report, null, 2))

const ofQuality = async (set: 'quality' | 'trial') => {
  const { judged, ...figures } = await evaluateQuality(qualityQuestions(set), now)
  const failures = judged
    .filter((one) => one.mark !== 'right')
    .map(({ question, mark, cited, offered, result }) => ({
      ...question,
      mark,
      outcome: result.outcome,
      cited,
      offered,
      intents: intentsOf(question.text),
      said: saidBy(result),
    }))
  print({ set, ...figures, failures })
}

const ofSet = async (set: (typeof SETS)[number]) => {
  const questions = questionsOf(set)
  // Once to warm up, so that the figure is that of a running server and not of a starting one.
  await evaluate(questions, now)
  const { judged, ...figures } = await evaluate(questions, now)
  const failures = judged
    .filter((one) => one.mark !== 'right')
    .map(({ question, mark, why, result }) => ({
      id: question.id,
      mark,
      why,
      turns: question.turns,
      intents: intentsOf(question.turns.at(-1)!),
      said: saidBy(result),
    }))
  print({ set, ...figures, failures })
}

const { values } = parseArgs({ options: { set: { type: 'string', default: 'questions' } } })
const set = SETS.find((name) => name === values.set)
if (values.set === 'quality' || values.set === 'trial') await ofQuality(values.set)
else if (set) await ofSet(set)
else {
  console.error(`There is no set ${values.set}. Choose one of: ${[...SETS, 'quality', 'trial'].join(', ')}.`)
  process.exit(2)
}
