// The published table: one line a figure, the command behind each set below it. Pure.
import { type Bar, type MeasuredSet, SETS } from './table-sets.ts'

/** One measured set, as it is kept between runs. */
export interface Measured {
  readonly name: string
  /** `test`, `valid`, or what else stands for the test. */
  readonly split: string
  /** With `<data>` for the folder of the data. */
  readonly command: string
  readonly at: string
  readonly cores: number
  readonly figures: Readonly<Record<string, unknown>>
}

/** A figure by its name, `overlap.recall` in the object `overlap`; null where there is none. */
export const figureOf = (figures: Readonly<Record<string, unknown>>, name: string): number | null => {
  let value: unknown = figures
  for (const step of name.split('.')) value = (value as Record<string, unknown> | undefined)?.[step]
  return typeof value === 'number' ? value : null
}

const isShare = (bar: Bar): boolean => bar.called !== 'MCC'
const shown = (bar: Bar, value: number): string => (isShare(bar) ? (value * 100).toFixed(1) : value.toFixed(3))

const reached = (value: number, { must, aim }: Bar): string =>
  value >= aim ? 'aim' : value >= must ? 'must' : '**no**'

/** The interval is that of accuracy: beside another figure it says so. */
const intervalOf = (figures: Measured['figures'], bar: Bar): string => {
  const interval = figures.interval
  if (!Array.isArray(interval)) return ''
  const text = interval.map((end) => (Number(end) * 100).toFixed(1)).join('–')
  return bar.figure === 'accuracy' ? text : `accuracy ${text}`
}

const cost = (figures: Measured['figures'], name: string, digits: number): string => {
  const value = figureOf(figures, name)
  return value === null ? '' : value.toFixed(digits)
}

const rowsOf = (set: MeasuredSet, { split, figures }: Measured): string[] =>
  set.bars.flatMap((bar, i) => {
    const value = figureOf(figures, bar.figure)
    if (value === null) return []
    const first = i === 0
    const cells = [
      first ? set.title : '',
      first ? split : '',
      bar.called,
      bar.linear === undefined ? '' : shown(bar, bar.linear),
      bar.cited ?? '–',
      `${shown(bar, bar.must)} / ${shown(bar, bar.aim)}`,
      `**${shown(bar, value)}**`,
      first ? intervalOf(figures, bar) : '',
      reached(value, bar),
      first ? cost(figures, 'trainSeconds', 1) : '',
      first ? cost(figures, 'microsPerMessage', 0) : '',
    ]
    return [`| ${cells.join(' | ')} |`]
  })

const HEAD = [
  '| Set | Measured on | Figure | Untuned linear | Best cited | Must / aim | Ours | 95 % interval | Reached | Training, s | µs a message |',
  '| --- | --- | --- | --: | --: | --: | --: | --: | --- | --: | --: |',
]

const AGAINST = [
  '| Set | | Accuracy | In-scope accuracy | Out-of-scope recall | MCC | Training, s | µs a message |',
  '| --- | --- | --: | --: | --: | --: | --: | --: |',
]
const percent = (figures: Measured['figures'], name: string): string => {
  const value = figureOf(figures, name)
  return value === null ? '' : (value * 100).toFixed(1)
}
const againstRow = (title: string, who: string, figures: Measured['figures']): string =>
  `| ${title} | ${who} | ${percent(figures, 'accuracy')} | ${percent(figures, 'inScopeAccuracy')} | ${percent(figures, 'oosRecall')} | ${cost(figures, 'mcc', 3)} | ${cost(figures, 'trainSeconds', 1)} | ${cost(figures, 'microsPerMessage', 0)} |`

const againstRows = (set: MeasuredSet, { figures }: Measured): string[] => {
  const other = figures['node-nlp'] as Measured['figures'] | undefined
  if (!other) return []
  return [againstRow(set.title, 'Ballast', figures), againstRow('', `NLP.js ${String(other.version)}`, other)]
}

/** What stands between the markers of the document. Sets in the order of the list; unknown names are passed over. */
export const renderTable = (measured: readonly Measured[]): string => {
  const known = SETS.flatMap((set) => {
    const found = measured.find(({ name }) => name === set.name)
    return found ? [[set, found] as const] : []
  })
  const against = known.flatMap(([set, one]) => againstRows(set, one))
  const days = [...new Set(known.map(([, { at }]) => at.slice(0, 10)))].sort().join(', ')
  return [
    ...HEAD,
    ...known.flatMap(([set, one]) => rowsOf(set, one)),
    '',
    `Measured ${days} on ${Math.max(0, ...known.map(([, { cores }]) => cores))} cores, shared with other work: times are upper bounds.`,
    ...(against.length > 0
      ? ['', '### Side by side with NLP.js, same files, one run', '', ...AGAINST, ...against]
      : []),
    '',
    '### The command of each row',
    '',
    '`<data>` is the folder of the data; `npm run -s understand:table -- --data <data>` makes them all.',
    '',
    '```',
    ...known.map(([, { command }]) => command),
    '```',
  ].join('\n')
}

const OPEN = '<!-- table: written by npm run understand:table -->'
const CLOSE = '<!-- /table -->'

/** The document with another table. A document without markers: null. */
export const withTable = (document: string, table: string): string | null => {
  const from = document.indexOf(OPEN)
  const to = document.indexOf(CLOSE)
  if (from < 0 || to < from) return null
  return `${document.slice(0, from + OPEN.length)}\n\n${table}\n\n${document.slice(to)}`
}
