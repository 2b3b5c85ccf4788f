// robots.txt (RFC 9309): what a site lets us read, and how slowly.

export interface Robots {
  /** `path` with its query. */
  allows(path: string): boolean
  readonly delayMs: number
  readonly sitemaps: readonly string[]
}
export const EVERYTHING: Robots = { allows: () => true, delayMs: 0, sitemaps: [] }

interface Rule {
  readonly allow: boolean
  readonly path: string
}
interface Group {
  readonly agents: string[]
  readonly rules: Rule[]
  delayMs: number
}
const LONGEST_DELAY_MS = 10_000
const MOST_LINES = 20_000
const LONGEST_PATH = 500

const linesOf = (text: string): [name: string, value: string][] =>
  text
    .split('\n', MOST_LINES)
    .map((line) => /^\s*([a-z-]+)\s*:\s*(.*)$/i.exec(line.replace(/#.*/, '')))
    .filter((match) => match !== null)
    .map((match) => [match[1]!.toLowerCase(), match[2]!.trim()])

const groupsOf = (lines: readonly (readonly [string, string])[]): Group[] => {
  const groups: Group[] = []
  let open = false
  for (const [name, value] of lines) {
    if (name === 'user-agent') {
      if (!open) groups.push({ agents: [], rules: [], delayMs: 0 })
      groups.at(-1)!.agents.push(value.toLowerCase())
      open = true
      continue
    }
    open = false
    const group = groups.at(-1)
    if (group === undefined) continue
    if ((name === 'allow' || name === 'disallow') && value !== '' && value.length <= LONGEST_PATH)
      group.rules.push({ allow: name === 'allow', path: value })
    if (name === 'crawl-delay' && Number(value) > 0) group.delayMs = Math.min(LONGEST_DELAY_MS, Number(value) * 1_000)
  }
  return groups
}

/** `*` stands for anything, `$` for the end. Step by step: a pattern of many stars costs no more than its length. */
const fits = (pattern: string, path: string): boolean => {
  const toEnd = pattern.endsWith('$')
  const [first = '', ...pieces] = (toEnd ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [n, piece] of pieces.entries()) {
    if (toEnd && n === pieces.length - 1) return path.endsWith(piece) && path.length - piece.length >= at
    const found = path.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return !toEnd || at === path.length
}

/** `agent`: our name, lower case. The longest rule that fits decides; of two of one length the one that allows. */
export const readRobots = (text: string, agent: string): Robots => {
  const lines = linesOf(text)
  const groups = groupsOf(lines)
  const ours = groups.filter(({ agents }) => agents.some((name) => name !== '*' && agent.startsWith(name)))
  const mine = ours.length > 0 ? ours : groups.filter(({ agents }) => agents.includes('*'))
  const rules = mine
    .flatMap((group) => group.rules)
    .toSorted((a, b) => b.path.length - a.path.length || Number(b.allow) - Number(a.allow))
  return {
    allows: (path) => rules.find((rule) => fits(rule.path, path))?.allow ?? true,
    delayMs: Math.max(0, ...mine.map(({ delayMs }) => delayMs)),
    sitemaps: lines.flatMap(([name, value]) => (name === 'sitemap' ? [value] : [])).slice(0, 5),
  }
}
