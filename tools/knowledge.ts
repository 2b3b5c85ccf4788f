// `npm run -s knowledge -- …`: what the bot knows, from a terminal. Progress goes to stderr, the result to stdout.
import type { Client } from '@ballast/contract/client'
import { findServer } from './ask/find-server.ts'
import { courtCommand } from './knowledge/court.ts'
import { importAll } from './knowledge/import-sources.ts'
import { RULES_HELP, rulesCommand } from './knowledge/rules.ts'
import { searchKnowledge } from './knowledge/search.ts'
import { signIn } from './knowledge/sign-in.ts'
import { readWords, type Values } from './knowledge/words.ts'

const HELP = `npm run -s knowledge -- import FILE|DIR|URL …
npm run -s knowledge -- search "question"
npm run -s knowledge -- court [ENTRY-ID …]    try drafts beside what is published (--publish: publish what wins)
  --url URL      a running server; without it the one on this clone's data/ is used, or one is started
  --key KEY      an API key that may read and write knowledge (or BALLAST_KEY); without it the demo shop's owner
                 is signed in through the data folder, which must be on this machine (DATA_DIR, default data/)
  --locale TAG   language of the documents or of the question (default zh-CN)
  --json         the whole result as JSON
import:
  --topic NAME   the topic of what is read
  --pages N      of a site: at most so many pages (default 100)
  --depth N      of a site: links from the first page (default 3)
  --every HOURS  of a site: read it again that often
search:
  --limit N      at most so many passages (default 5)

${RULES_HELP}`

const wrong = (text: string): never => {
  process.stderr.write(`${text}\n`)
  process.exit(2)
}
const readSaid = () => {
  try {
    return readWords()
  } catch (error) {
    return wrong((error as Error).message)
  }
}
const { values, positionals } = readSaid()

/** The exit code. */
type Command = (client: Client, words: readonly string[], values: Values) => Promise<number>
const COMMANDS: Record<string, Command> = {
  import: importAll,
  search: searchKnowledge,
  rules: rulesCommand,
  court: (client, ids, { json, publish }) => courtCommand({ client, words: ids, json, publish }),
}

if (values.help) {
  process.stdout.write(`${HELP}\n`)
  process.exit(0)
}
const [name = '', ...words] = positionals
const command = COMMANDS[name] ?? wrong(HELP)
if (words.length === 0 && name !== 'court') wrong(HELP)

const run = async (): Promise<number> => {
  const server = await findServer(values.url)
  try {
    const key = values.key ?? process.env.BALLAST_KEY
    return await command(await signIn({ ...server, ...(key === undefined ? {} : { key }) }), words, values)
  } finally {
    await server.stop()
  }
}
try {
  process.exit(await run())
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
