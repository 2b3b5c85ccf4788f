// How well does the bot do? `node tools/evaluate-bot.ts [--set questions|held-out|fresh|blind]` prints figures and every failure as JSON.
import { parseArgs } from 'node:util'
import { evaluate, heard, questionsOf, SETS } from '../demo/evaluation/evaluate.ts'

const { values } = parseArgs({ options: { set: { type: 'string', default: 'questions' } } })
const set = SETS.find((name) => name === values.set)
if (!set) {
  console.error(`There is no set ${values.set}. Choose one of: ${SETS.join(', ')}.`)
  process.exit(2)
}
const questions = questionsOf(set)
const now = Date.now()
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
    intents: heard(question.turns.at(-1)!, now).intents.map(
      ({ label, probability }) => `${label} ${probability.toFixed(2)}`,
    ),
    said: result.parts.map((part) => (part.kind === 'text' ? part.text : part.kind)),
  }))
console.log(JSON.stringify({ set, ...figures, failures }, null, 2))
