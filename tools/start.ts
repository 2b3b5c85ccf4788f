// `npm start`: builds the pages if they changed, starts the server on its own PostgreSQL with the demo shop, prints the links.
import { buildPages } from './build-pages.ts'

const began = performance.now()
const say = (text: string) => process.stderr.write(`${text}\n`)

try {
  // The server is loaded while the pages build; it serves them only when both are there.
  const [{ run }] = await Promise.all([import('../server/src/main.ts'), buildPages(say)])
  const server = await run({ demo: true, say })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  say(`\nBallast is ready (${seconds} s).\n`)
  say(`  Storefront with the widget   ${server.url}/`)
  say(`  Desk (signs you in once)     ${server.deskLink}`)
  say(`  API reference                ${server.url}/docs`)
  say('\nCtrl-C drains and stops. Data stays under data/.')
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
