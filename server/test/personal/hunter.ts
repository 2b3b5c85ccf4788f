// Finds planted personal data in a heap of anything, however it is written there: folded, spelled with other digits, spaced,
// escaped, percent-encoded, as base64 or as hexadecimal, one inside another.
import type { Kind, Sheet } from './plants.ts'

export interface Find {
  readonly where: string
  readonly way: string
  readonly kind: Kind
}
export type Hunt = (where: string, heap: string) => Find[]

/** An encoding inside an encoding inside an encoding. */
const DEEPEST = 3

const DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  ['零〇○', '一壹幺', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((chars, digit) =>
    [...chars].map((char) => [char, String(digit)]),
  ),
)
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\ufe0f\u20e3\p{Cf}\p{Mn}]/gu, '')
    .replace(/[零〇○一壹幺二贰两三叁四肆五伍六陆七柒八捌九玖]/g, (char) => DIGITS[char]!)

/** Numbers lie in runs: what separates the digits of one number is taken out, what separates two values stays. */
const inRuns = (folded: string): string => folded.replace(/[\s\-.()·_/+~#*]/g, '')
const tight = (folded: string): string => folded.replace(/[^\p{L}\p{N}]/gu, '')

const SHAPES: readonly (readonly [(folded: string) => string, RegExp])[] = [
  [inRuns, /13800\d{6}|0216431\d{4}|310104\d{11}[\dx]|622588\d{13}/g],
  [
    tight,
    /zqx[g-z]{9}|zqm[g-z]{8}zqpostexample|欧阳\p{Script=Han}{2}\d{3}|ek77\d{5}|沪ad7\d{4}|漕溪北路\d{3}弄\d{2}号\d{4}室|marigoldlane\d{4}|310104\d{11}[\dx]|622588\d{13}/gu,
  ],
]

const unescaped = (heap: string): string =>
  heap
    .replace(/\\+u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\+x([0-9a-f]{2})(?![0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (_, code: string) =>
      String.fromCodePoint(Math.min(0x10ffff, Number(code.startsWith('x') ? `0${code}` : code))),
    )
    .replace(/\\+[nrt]/g, ' ')
const unpercented = (heap: string): string =>
  heap.replace(/(%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'))

/** Of what people write; bytes that only look like text when read the wrong way have less of it. */
const ORDINARY = /[ -~\p{Script=Han}\u3000-\u303f\uff00-\uffef]|\ufe0f|\u20e3/gu
const isText = (layer: string): boolean => (layer.match(ORDINARY)?.length ?? 0) > layer.length * 0.6

/** UTF-8 also inside of other bytes; UTF-16, whichever end comes first, where it makes sense. */
const readings = (bytes: Buffer): string[] => {
  const even = (from: number) => bytes.subarray(from, from + ((bytes.length - from) & ~1))
  const wide = [0, 1].flatMap((from) => [
    even(from).toString('utf16le'),
    Buffer.from(even(from)).swap16().toString('utf16le'),
  ])
  return [bytes.toString('utf8'), ...wide.filter(isText)]
}
const HEX = /^[0-9a-f]+$/i
/** A run may begin with letters that belong to what stands before it, so every alignment is read. */
const ofBase64 = (run: string): string[] =>
  HEX.test(run)
    ? []
    : [0, 1, 2, 3].flatMap((at) =>
        readings(Buffer.from(run.slice(at).replaceAll('-', '+').replaceAll('_', '/'), 'base64')),
      )
const ofHex = (run: string): string[] => [0, 1].flatMap((at) => readings(Buffer.from(run.slice(at), 'hex')))

const runsOf = (heap: string): string[] => [
  ...(heap.match(/[A-Za-z0-9+/_-]{12,}/g) ?? []).flatMap(ofBase64),
  ...(heap.match(/[0-9a-f]{16,}/gi) ?? []).flatMap(ofHex),
]

/** The heap as it is, and everything that can be read out of it. */
const layersOf = (heap: string): string[] => {
  const layers = [heap]
  let last = heap
  for (let depth = 0; depth < DEEPEST; depth++) {
    const next = [unescaped(last), unpercented(last), unpercented(unescaped(last))].filter((layer) => layer !== last)
    const decoded = runsOf(last)
    layers.push(...next, ...decoded)
    last = [...next, ...decoded.filter(isText)].join('\n')
    if (last === '') break
  }
  return layers
}

export const createHunt = (sheets: readonly Sheet[]): Hunt => {
  const known = new Map<string, { way: string; kind: Kind }>()
  for (const { way, values } of sheets)
    for (const [kind, value] of Object.entries(values) as [Kind, string][]) known.set(tight(fold(value)), { way, kind })
  return (where, heap) => {
    const found = new Map<string, Find>()
    const folded = fold(layersOf(heap).join('\n|\n'))
    for (const [view, shape] of SHAPES)
      for (const [match] of view(folded).matchAll(shape)) {
        const plant = known.get(match)
        if (plant !== undefined) found.set(match, { where, ...plant })
      }
    return [...found.values()]
  }
}
