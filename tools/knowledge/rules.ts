// `knowledge rules …`: promotion rules from a file into force, and what a cart costs under them.
import { readFileSync } from 'node:fs'
import type { Client } from '@ballast/contract/client'
import { Problem } from '@ballast/contract/problems'

export const RULES_HELP = `npm run -s knowledge -- rules import FILE
npm run -s knowledge -- rules price --cart FILE
rules import:  a table of rules (xlsx, csv) or a JSON list of them becomes the whole set, and is in force at once
  --draft          only a new version: publish it later
  --base N         adds to version N instead of replacing everything
  --currency CODE  of a whole set (default CNY)
rules price:   FILE is a cart as JSON, or {"cart", "buyer", "at", "version"}; - reads it from stdin
  --cart FILE
  --rules N        under version N instead of the one in force`

export interface RulesValues {
  readonly json?: boolean
  readonly draft?: boolean
  readonly base?: string
  readonly currency?: string
  readonly cart?: string
  readonly rules?: string
}
/** What of the client this needs, and where results and progress go. */
export type RulesClient = Pick<Client, 'importRules' | 'publishRules' | 'priceCart'>
export interface Terminal {
  out(text: string): void
  err(text: string): void
}
const TERMINAL: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
}

interface Given {
  readonly client: RulesClient
  readonly words: readonly string[]
  readonly values: RulesValues
  readonly terminal: Terminal
}

const importFile = async ({ client, words, values, terminal }: Given): Promise<number> => {
  const [file] = words
  if (file === undefined) throw new Error(RULES_HELP)
  const query = {
    ...(values.base === undefined ? {} : { base: values.base }),
    ...(values.currency === undefined ? {} : { currency: values.currency }),
  }
  const bytes = new Blob([readFileSync(file)], { type: 'application/octet-stream' })
  const taken = await client.importRules({ query, bytes })
  for (const { row, code, column } of taken.problems)
    terminal.err(`row ${row}: ${code}${column === undefined ? '' : ` (${column})`}`)
  const { version } = taken
  if (version !== null && version.broken.length > 0)
    terminal.err(`These rules cannot work as written: ${version.broken.join(', ')}`)
  const publishes = version !== null && version.broken.length === 0 && !values.draft
  if (publishes) await client.publishRules({ params: { version: String(version.version) } })
  const result = {
    version: version?.version ?? null,
    inForce: publishes,
    rules: taken.rules,
    problems: taken.problems,
    broken: version?.broken ?? [],
  }
  if (values.json) terminal.out(JSON.stringify(result))
  else if (version === null) terminal.out('Nothing in the file could be read.')
  else
    terminal.out(`Version ${version.version}: ${taken.rules} rules read${publishes ? ', in force' : ', not in force'}.`)
  return publishes || (version !== null && values.draft === true) ? 0 : 1
}

const priceCart = async ({ client, values, terminal }: Given): Promise<number> => {
  if (values.cart === undefined) throw new Error(RULES_HELP)
  const written = JSON.parse(readFileSync(values.cart === '-' ? 0 : values.cart, 'utf8'))
  const asked = 'cart' in written ? written : { cart: written }
  const version = values.rules === undefined ? {} : { version: Number(values.rules) }
  const found = await client.priceCart({ body: { ...asked, ...version } })
  if (values.json) terminal.out(JSON.stringify(found))
  else for (const line of found.words.zh) terminal.out(line)
  return 0
}

const COMMANDS: Readonly<Record<string, (given: Given) => Promise<number>>> = { import: importFile, price: priceCart }

/** The exit code. `words`: what follows `rules`. @throws Error with what to put right */
export const rulesCommand = async (
  client: RulesClient,
  [name = '', ...words]: readonly string[],
  values: RulesValues,
  terminal: Terminal = TERMINAL,
): Promise<number> => {
  const command = COMMANDS[name]
  if (command === undefined) throw new Error(RULES_HELP)
  try {
    return await command({ client, words, values, terminal })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    terminal.err(
      `${error.message}${error.detail === undefined ? '' : ` ${error.detail}`}${error.path ? ` ${error.path}` : ''}`,
    )
    return 1
  }
}
