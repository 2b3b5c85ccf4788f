// npm run -s new-shop -- --name "Harbour" --email you@shop.example [--locale zh-CN]
// An empty workspace with its owner, in the database of this clone's server, running or not, or the one at DATABASE_URL.
// stdout carries the link that signs the owner in, once; everything else goes to stderr.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Problem } from '../contract/src/problems.ts'
import { type Configuration, readConfiguration } from '../server/src/config.ts'
import { openDataFolder } from '../server/src/platform/data-folder.ts'
import { openAccounts } from './open-accounts.ts'

const USAGE = 'npm run -s new-shop -- --name "Harbour" --email you@shop.example [--locale zh-CN]'
const LOCALE = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/

const say = (text: string): void => void process.stderr.write(`${text}\n`)

const readWords = () => {
  const { values } = parseArgs({
    options: { name: { type: 'string' }, email: { type: 'string' }, locale: { type: 'string' } },
  })
  const { name, email, locale } = values
  if (name === undefined || email === undefined) throw new Error(`Name the shop and its owner's e-mail:\n  ${USAGE}`)
  if (locale !== undefined && !LOCALE.test(locale))
    throw new Error(`--locale is a language such as zh-CN or en, not «${locale}».`)
  return { name, email, ...(locale === undefined ? {} : { locale }) }
}

/** Where the desk is reached now; undefined while no server runs on this folder. */
const running = async (dataDir: string): Promise<string | undefined> => {
  try {
    const { url } = JSON.parse(readFileSync(join(dataDir, 'server.json'), 'utf8')) as { url: string }
    const reply = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2_000) })
    return reply.ok ? url : undefined
  } catch {
    return undefined
  }
}

const addressOf = ({ http }: Configuration): string =>
  http.publicUrl ?? `${http.tlsCert === undefined ? 'http' : 'https'}://localhost:${http.port}`

/** In the operator's words what they can put right. */
const explained = (error: unknown, email: string): unknown => {
  if (!(error instanceof Problem)) return error
  if (error.path === '/email') return new Error(`«${email}» is not an e-mail address such as you@shop.example.`)
  if (error.path === '/name') return new Error('The name has 1 to 120 characters.')
  if (error.code === 'staff.exists')
    return new Error(`Somebody with the address ${email} is in a workspace here already. Take another address.`)
  return error
}

const make = async (): Promise<void> => {
  const words = readWords()
  const config = readConfiguration()
  const dataDir = resolve(config.database.dataDir ?? join(import.meta.dirname, '../data'))
  openDataFolder(dataDir)
  const url = await running(dataDir)
  const publicUrl = url ?? addressOf(config)
  const { accounts, close } = await openAccounts({ config, dataDir, publicUrl, application: 'ballast new-shop' })
  try {
    const { link } = await accounts.openShop(words).catch((error: unknown) => {
      throw explained(error, words.email)
    })
    say(`\n${words.name.trim()} is open. Its owner, ${words.email}, gets in with this link, once, within a day:\n`)
    process.stdout.write(`${link}\n`)
    if (url === undefined) say('\nNo server runs here now: npm start starts it. Then open the link.')
  } finally {
    await close()
  }
}

try {
  await make()
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
