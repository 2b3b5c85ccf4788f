// A client that may write knowledge: by an API key, or as the demo shop's owner through the data folder on this machine.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Client, createClient } from '@ballast/contract/client'

const NO_KEY = 'Give an API key that may read and write knowledge: --key KEY (the desk makes one under Settings, Keys).'
const MOST_TRIES = 40

/** Uploads are taken a few at a time: a busy server says when to come again. */
const patient: typeof fetch = async (address, init) => {
  for (let tries = 1; ; tries++) {
    const reply = await fetch(address, init)
    if ((reply.status !== 503 && reply.status !== 429) || tries === MOST_TRIES) return reply
    await reply.body?.cancel()
    await sleep(Math.min(10, Number(reply.headers.get('retry-after') ?? 1)) * 1_000)
  }
}

const ownerOf = (dataDir: string): string => {
  try {
    return (JSON.parse(readFileSync(join(dataDir, 'secrets', 'demo.json'), 'utf8')) as { ownerId: string }).ownerId
  } catch {
    throw new Error(NO_KEY)
  }
}

/** Who can read the folder with the keys is the operator: a link that signs its demo shop's owner in, once. */
const linkFor = async (url: string): Promise<string> => {
  // With a key nothing of the server need be loaded.
  const { readConfiguration } = await import('../../server/src/config.ts')
  const { openAccounts } = await import('../open-accounts.ts')
  const config = readConfiguration()
  const dataDir = resolve(config.database.dataDir ?? join(import.meta.dirname, '../../data'))
  const ownerId = ownerOf(dataDir)
  const beside = { config, dataDir, publicUrl: url, application: 'ballast knowledge' }
  const { accounts, close } = await openAccounts(beside)
  try {
    return await accounts.oneTimeLink(ownerId)
  } finally {
    await close()
  }
}

const cookieOf = async (url: string): Promise<string> => {
  const token = new URLSearchParams(new URL(await linkFor(url)).hash.slice(1)).get('link') ?? ''
  const reply = await patient(`${url}/api/session/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ token }),
  })
  // Another server than the one on this folder does not know the link.
  if (!reply.ok) throw new Error(NO_KEY)
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')
}

export const signIn = async ({ url, key }: { readonly url: string; readonly key?: string }): Promise<Client> => {
  const headers: Record<string, string> =
    key === undefined ? { cookie: await cookieOf(url), origin: url } : { authorization: `Bearer ${key}` }
  return createClient({ baseUrl: url, headers, fetch: patient })
}
