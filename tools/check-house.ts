// Holds the house: floors, sizes, names, cycles. `node tools/check-house.ts` prints every breach and exits 1.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { OPTIONAL_FILES, REQUIRED_FILES } from '../server/src/channels/kit/file-shape.ts'
import { FEATURES, floorBreach } from './house/floors.ts'
import { EXCEPTIONS, longFunctions, MAX_FILE, MAX_FUNCTION } from './house/sizes.ts'

export interface Source {
  readonly path: string
  readonly text: string
  readonly imports: readonly { readonly target: string; readonly specifier: string }[]
}
export interface Breach {
  readonly path: string
  readonly rule: string
  readonly detail: string
}

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const SOURCE_ROOTS = [
  'contract/src',
  'understanding/src',
  'server/src',
  'server/test',
  'desk/src',
  'widget/src',
  'demo',
  'bench',
  'tools',
]
const BANNED_NAME = /(^|[-/.])(utils?|helpers?|common|misc|manager|service|base)([-/.]|$)/
const CHANNEL_FILES = new Set<string>([...REQUIRED_FILES, ...OPTIONAL_FILES])

const filesUnder = (folder: string): string[] => {
  const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !/(^|\/)(node_modules|dist|fixtures)\//.test(path))
}

const WORKSPACES: Record<string, string> = {
  '@ballast/contract': 'contract/src',
  '@ballast/understanding': 'understanding/src',
}
const targetOf = (from: string, specifier: string): string => {
  if (specifier.startsWith('.')) return relative(root, resolve(root, dirname(from), specifier))
  for (const [name, folder] of Object.entries(WORKSPACES)) {
    if (specifier === name) return `${folder}/index.ts`
    if (specifier.startsWith(`${name}/`)) return `${folder}/${specifier.slice(name.length + 1)}.ts`
  }
  return specifier
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^;'"`]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g
export const readSource = (path: string, text: string): Source => ({
  path,
  text,
  imports: [...text.matchAll(IMPORT)].map((match) => {
    const specifier = (match[1] ?? match[2] ?? match[3])!
    return { specifier, target: targetOf(path, specifier) }
  }),
})

const isTest = (path: string) => /\.(test|contract)\.tsx?$/.test(path) || /(^|\/)test\//.test(path)

const nameBreaches = ({ path }: Source): Breach[] => {
  const found: Breach[] = []
  if (BANNED_NAME.test(path))
    found.push({ path, rule: 'name', detail: 'says nothing about what is inside; name the thing or the verb' })
  const file = path.split('/').at(-1)!
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.ts$/.test(file)
  const pascal = /^([A-Z][A-Za-z0-9]*|[a-z0-9]+(-[a-z0-9]+)*)(\.[a-z0-9]+)*\.tsx$/.test(file)
  const locale = /^[a-z]{2}(-[A-Z]{2})?\.ts$/.test(file)
  if (!kebab && !pascal && !locale)
    found.push({ path, rule: 'name', detail: 'files are kebab-case.ts, components PascalCase.tsx' })
  return found
}

const sizeBreaches = ({ path, text }: Source): Breach[] => {
  if (isTest(path)) return []
  const found: Breach[] = []
  const lines = text.split('\n').length - 1
  if (lines > (EXCEPTIONS[path]?.file ?? MAX_FILE))
    found.push({ path, rule: 'size', detail: `${lines} lines; ${MAX_FILE} is the most` })
  const most = EXCEPTIONS[path]?.function ?? MAX_FUNCTION
  for (const long of longFunctions(path, text, most))
    found.push({
      path,
      rule: 'size',
      detail: `${long.name} (line ${long.line}) has ${long.lines} lines; ${most} is the most`,
    })
  return found
}

const contentBreaches = ({ path, text }: Source): Breach[] => {
  if (isTest(path)) return []
  const found: Breach[] = []
  const add = (rule: string, detail: string) => found.push({ path, rule, detail })
  const inServer = path.startsWith('server/src/')
  if (
    inServer &&
    !/(^|\/)config\.ts$/.test(path) &&
    !path.startsWith('server/src/platform/config/') &&
    /process\.env\b/.test(text)
  )
    add('env', 'process.env is read in config.ts only')
  const sqlHome =
    /(^|\/)store(-[a-z-]+)?\.ts$/.test(path) || /^server\/src\/platform\/(database|jobs|facts)\//.test(path)
  if (inServer && !sqlHome && /\bsql(<[^>]*>)?`|['"`]\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM)\s/.test(text))
    add('sql', 'SQL lives in stores and platform/database')
  if (
    /\/rules\//.test(path) &&
    /\bDate\.now\(|Math\.random\(|\bset(Timeout|Interval|Immediate)\(|new Date\(\)/.test(text)
  )
    add('pure', 'rules take the time and the dice as arguments')
  if (inServer && /\bvi\.mock\(/.test(text)) add('mock', 'inject the part instead')
  return found
}

const channelBreaches = (sources: readonly Source[]): Breach[] =>
  sources
    .map((source) => /^server\/src\/channels\/(?!kit\/)([a-z-]+)\/(.+)$/.exec(source.path))
    .filter((match) => match !== null)
    .filter(([, channel, file]) => !CHANNEL_FILES.has(file!) && file !== `${channel}.test.ts` && !isTest(file!))
    .map(([path, channel]) => ({
      path,
      rule: 'channel',
      detail: `a channel folder holds only the fixed files (see channels/kit); ${channel} has more`,
    }))

const doorBreaches = (source: Source): Breach[] => {
  if (!/^server\/src\/features\/[a-z]+\/index\.ts$/.test(source.path)) return []
  // Types cost a reader nothing to pass by: a door is as wide as what can be called.
  const listed = [...source.text.matchAll(/export\s+\{([^}]*)\}/g)].flatMap((match) => match[1]!.split(','))
  const names = listed.filter((name) => name.trim() !== '' && !name.trim().startsWith('type '))
  const direct = [...source.text.matchAll(/export\s+(?:const|function|class)\s/g)]
  const count = names.length + direct.length
  return count > 10 ? [{ path: source.path, rule: 'door', detail: `${count} exports; ten is the most` }] : []
}

/** Import cycles among our own files; type imports count. */
export const cycles = (sources: readonly Source[]): string[][] => {
  const graph = new Map(sources.map((source) => [source.path, source.imports.map((one) => one.target)]))
  const state = new Map<string, 'open' | 'done'>()
  const found: string[][] = []
  const visit = (path: string, trail: string[]) => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path])
      return
    }
    state.set(path, 'open')
    for (const next of graph.get(path) ?? []) if (graph.has(next)) visit(next, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of graph.keys()) visit(path, [])
  return found
}

export const checkHouse = (sources: readonly Source[]): Breach[] => [
  ...sources.flatMap((source) => [
    ...nameBreaches(source),
    ...sizeBreaches(source),
    ...contentBreaches(source),
    ...doorBreaches(source),
    ...(isTest(source.path)
      ? []
      : source.imports.flatMap(({ target }) => {
          const detail = floorBreach(source.path, target)
          return detail === null ? [] : [{ path: source.path, rule: 'floor', detail }]
        })),
  ]),
  ...channelBreaches(sources),
  ...cycles(sources.filter((source) => !isTest(source.path))).map((cycle) => ({
    path: cycle[0]!,
    rule: 'cycle',
    detail: cycle.join(' -> '),
  })),
]

export const readHouse = (): Source[] =>
  SOURCE_ROOTS.flatMap(filesUnder).map((path) => readSource(path, readFileSync(join(root, path), 'utf8')))

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const sources = readHouse()
  const breaches = checkHouse(sources)
  for (const { path, rule, detail } of breaches) process.stderr.write(`${path}: [${rule}] ${detail}\n`)
  process.stdout.write(`house: ${sources.length} files, ${FEATURES.length} features, ${breaches.length} breaches\n`)
  process.exit(breaches.length === 0 ? 0 : 1)
}
