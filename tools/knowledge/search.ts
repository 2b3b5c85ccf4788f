// What the bot would find for a question.
import type { Client } from '@ballast/contract/client'
import type { Values } from './words.ts'

/** 1 when nothing is found. */
export const searchKnowledge = async (client: Client, words: readonly string[], values: Values): Promise<number> => {
  const limit = values.limit === undefined ? {} : { limit: Number(values.limit) }
  const { passages } = await client.searchKnowledge({
    query: { text: words.join(' '), locale: values.locale, ...limit },
  })
  if (values.json) process.stdout.write(`${JSON.stringify({ passages })}\n`)
  else
    for (const { title, score, version, answer } of passages)
      process.stdout.write(`${score.toFixed(2)}  ${title} (version ${version})\n${answer.replace(/^/gm, '      ')}\n`)
  return passages.length > 0 ? 0 : 1
}
