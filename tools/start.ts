// `npm start`: builds the pages if they changed, starts the server on its own PostgreSQL with the demo shop, prints the links.
import { buildPages } from './build-pages.ts'

const began = performance.now()
const say = (text: string) => process.stderr.write(`${text}\n`)
const print = (text: string) => process.stdout.write(`${text}\n`)

try {
  // The server is loaded while the pages build; it serves them only when both are there.
  const [{ run }] = await Promise.all([import('../server/src/main.ts'), buildPages(say)])
  // Whoever wants the server's own log as well sets LOG_LEVEL.
  const server = await run({ demo: true, say, ...(process.env.LOG_LEVEL ? {} : { logLevel: 'warn' }) })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  say(`\nBallast is ready (${seconds} s).\n`)
  print(`  Storefront with the widget   ${server.url}/`)
  print(`  Desk (signs you in once)     ${server.deskLink}`)
  print(`  API reference                ${server.url}/docs`)
  say(`\nYour own workspace: npm run -s new-shop -- --name "Your shop" --email you@shop.example`)
  say(`Ctrl-C drains and stops. Data lies in ${server.dataDir}.`)
} catch (error) {
  // A defect needs its stack to be found; what an operator can put right is said in one sentence.
  const defect = error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError
  say(error instanceof Error ? (defect && error.stack) || error.message : String(error))
  process.exit(1)
}
