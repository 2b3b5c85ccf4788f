// Takes files, folders and sites in; a line for each, and for each that failed the reason.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '@ballast/contract/client'
import { PROBLEMS, Problem, type ProblemCode } from '@ballast/contract/problems'
import { type KnowledgeDocument, type KnowledgeSite, MAX_DOCUMENT_BYTES } from '@ballast/contract/routes/documents'
import type { Values } from './words.ts'

const UPLOADS_AT_ONCE = 3
const LOOK_MS = 200

const say = (text: string): void => void process.stderr.write(`${text}\n`)
const why = (code: string): string => (code in PROBLEMS ? PROBLEMS[code as ProblemCode].message : 'Something broke.')

interface Source {
  readonly path: string
  readonly name: string
  readonly source: 'upload' | 'folder'
}
export interface Taken {
  readonly name: string
  readonly problem: string | null
  readonly sections: number
  readonly passages: number
}

const isUrl = (word: string): boolean => /^https?:\/\//i.test(word)

const filesUnder = (folder: string): Source[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: relative(folder, path).split(sep).join('/'), source: 'folder' as const }))
    .filter(({ name }) => !/(^|\/)(\.|~\$|node_modules\/)/.test(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))

const sourcesOf = (word: string): Source[] => {
  const info = statSync(word, { throwIfNoEntry: false })
  if (info === undefined) throw new Error(`There is no file or folder ${word}.`)
  return info.isDirectory() ? filesUnder(word) : [{ path: word, name: basename(word), source: 'upload' }]
}

const failed = (name: string, problem: string): Taken => ({ name, problem, sections: 0, passages: 0 })
const takenOf = ({ name, problem, sections, passages }: KnowledgeDocument): Taken =>
  problem === null ? { name, problem, sections, passages } : failed(name, problem)

const upload = async (
  client: Client,
  { path, name, source }: Source,
  values: Values,
): Promise<KnowledgeDocument | Taken> => {
  if (statSync(path).size > MAX_DOCUMENT_BYTES) return failed(name, 'document.too-large')
  const query = { name, locale: values.locale, source, ...(values.topic === undefined ? {} : { topic: values.topic }) }
  try {
    const bytes = new Blob([readFileSync(path)], { type: 'application/octet-stream' })
    return (await client.uploadDocument({ query, bytes })).document
  } catch (error) {
    if (!(error instanceof Problem) || /^(auth|token)\./.test(error.code)) throw error
    return failed(name, error.code)
  }
}

const settled = async (client: Client, given: KnowledgeDocument | Taken): Promise<Taken> => {
  if (!('id' in given)) return given
  for (let document = given; ; await sleep(LOOK_MS)) {
    if (document.state === 'ready' || document.state === 'failed') return takenOf(document)
    document = (await client.readDocument({ params: { documentId: document.id } })).document
  }
}

const tell = (taken: Taken, place: string): void => {
  const { name, problem, sections, passages } = taken
  if (problem === null) say(`${place} ✓ ${name}: ${sections} sections, ${passages} passages`)
  else say(`${place} ✗ ${name}: ${why(problem)} (${problem})`)
}

/** A few on the way, told in order. */
const takeFiles = async (client: Client, sources: readonly Source[], values: Values): Promise<Taken[]> => {
  const uploads: Promise<KnowledgeDocument | Taken>[] = []
  const start = () => {
    const source = sources[uploads.length]
    if (source === undefined) return
    const uploading = upload(client, source, values)
    uploads.push(uploading)
    // Whoever waits for it hears of what went wrong.
    void uploading.catch(() => undefined).then(start)
  }
  for (let n = 0; n < UPLOADS_AT_ONCE; n++) start()
  const all: Taken[] = []
  for (const [n] of sources.entries()) {
    while (uploads[n] === undefined) await sleep(10)
    const taken = await settled(client, await uploads[n])
    tell(taken, `[${n + 1}/${sources.length}]`)
    all.push(taken)
  }
  return all
}

/** The same address is the same site: importing it again reads it again. */
const siteIdOf = (url: string): string => {
  const hex = createHash('sha256')
    .update(`site ${new URL(url).href}`)
    .digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text))

const waitForSite = async (client: Client, siteId: string): Promise<KnowledgeSite> => {
  let shown = -1
  for (;;) {
    const site = (await client.listSites()).sites.find(({ id }) => id === siteId)
    if (site === undefined) throw new Error('Somebody removed the site meanwhile.')
    if (site.state === 'ready' || site.state === 'failed') return site
    if (site.found !== shown) say(`… ${site.found} pages read, ${site.failed} failed`)
    shown = site.found
    await sleep(LOOK_MS * 2)
  }
}

const takeSite = async (client: Client, url: string, values: Values): Promise<Taken[]> => {
  const siteId = siteIdOf(url)
  const [mostPages, mostDepth, everyHours] = [number(values.pages), number(values.depth), number(values.every)]
  const body = {
    url,
    locale: values.locale,
    ...(values.topic === undefined ? {} : { topic: values.topic }),
    ...(mostPages === undefined ? {} : { mostPages }),
    ...(mostDepth === undefined ? {} : { mostDepth }),
    ...(everyHours === undefined ? {} : { everyHours }),
  }
  await client.saveSite({ params: { siteId }, body })
  const site = await waitForSite(client, siteId)
  if (site.problem !== null) {
    tell(failed(url, site.problem), '')
    return [failed(url, site.problem)]
  }
  const { documents } = await client.listDocuments({ query: { siteId, limit: 1000 } })
  const all = documents.map((document) => takenOf({ ...document, name: document.url ?? document.name }))
  for (const [n, taken] of all.entries()) tell(taken, `[${n + 1}/${all.length}]`)
  if (site.failed > 0) say(`${site.failed} addresses of the site could not be fetched.`)
  return all
}

/** 1 when anything failed. */
export const importAll = async (client: Client, words: readonly string[], values: Values): Promise<number> => {
  const all: Taken[] = []
  const files = words.filter((word) => !isUrl(word)).flatMap(sourcesOf)
  all.push(...(await takeFiles(client, files, values)))
  for (const url of words.filter(isUrl)) all.push(...(await takeSite(client, url, values)))
  const bad = all.filter(({ problem }) => problem !== null).length
  const passages = all.reduce((sum, taken) => sum + taken.passages, 0)
  const result = { documents: all.length, failed: bad, passages }
  if (values.json) process.stdout.write(`${JSON.stringify({ ...result, all })}\n`)
  else process.stdout.write(`${all.length - bad} of ${all.length} documents read, ${passages} passages.\n`)
  return bad > 0 || all.length === 0 ? 1 : 0
}
