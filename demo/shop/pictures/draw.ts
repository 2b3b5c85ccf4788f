// A product's picture as SVG text: the layers of its shape in the inks of its colour. No ground behind it: the card that
// frames it is the ground, light or dark, so every outline is a middle tone that shows on both.
import { CARRIED } from './carried.ts'
import { WORN } from './worn.ts'

const SHAPES = { ...WORN, ...CARRIED }

/** Colour -> fill and accent. */
const INKS: Readonly<Record<string, readonly [fill: string, accent: string]>> = {
  black: ['#343a45', '#f08a4b'],
  white: ['#f1efe9', '#4c86c6'],
  grey: ['#979da7', '#2b6f6a'],
  navy: ['#2d4a7c', '#f0b94d'],
  blue: ['#4a86d8', '#fff3dc'],
  orange: ['#e98045', '#2f3a4d'],
  red: ['#d24b52', '#ffe3c4'],
  green: ['#54946a', '#f4cf62'],
  pink: ['#e59cb3', '#a03d66'],
  purple: ['#8069b8', '#ffd9a8'],
  brown: ['#8a6248', '#f1d9b0'],
  beige: ['#d9c6a5', '#8b5c3d'],
  yellow: ['#efc044', '#3a4b6b'],
}
const STROKES: Readonly<Record<string, number>> = { s: 2, t: 3, x: 5, o: 4, b: 9 }

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
const mix = (from: string, to: string, share: number): string => {
  const target = channels(to)
  const mixed = channels(from).map((value, i) => Math.round(value + (target[i]! - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
const isDark = (hex: string): boolean => channels(hex).reduce((sum, value) => sum + value, 0) < 250

const inksOf = (colour: string) => {
  const [m, a] = INKS[colour] ?? INKS.grey!
  const dark = isDark(m)
  const edge = dark ? mix(m, '#ffffff', 0.38) : mix(m, '#2a2018', 0.42)
  return {
    edge,
    ink: {
      m,
      a,
      d: dark ? mix(m, '#ffffff', 0.13) : mix(m, '#241a2e', 0.17),
      l: mix(m, '#ffffff', dark ? 0.24 : 0.34),
      w: '#f4f1ea',
      k: '#4b4f58',
      g: '#5d7f93',
      s: edge,
      t: mix(m, '#ffffff', 0.4),
      x: a,
      o: colour === 'white' ? edge : '#fbf8f1',
      b: mix(m, dark ? '#ffffff' : '#241a2e', 0.2),
    } as Readonly<Record<string, string>>,
  }
}

const PRINTS: Readonly<Record<string, (accent: string, shade: string) => string>> = {
  ridge: (a) =>
    `<path d="M30 128 66 92l16 18 30-38 22 28 12-14 34 42" fill="none" stroke="${a}" stroke-width="7" stroke-linejoin="round"/>`,
  stripe: (a) => [78, 98, 118, 138].map((y) => `<path d="M0 ${y}h200" stroke="${a}" stroke-width="6"/>`).join(''),
  band: (a) => `<path d="M0 84h200v22H0z" fill="${a}"/>`,
  lower: (_, d) => `<path d="M0 118h200v82H0z" fill="${d}"/>`,
  check: (a) =>
    [40, 64, 88, 112, 136, 160]
      .map((at) => `<path d="M${at} 0v200M0 ${at}h200" stroke="${a}" stroke-width="3" stroke-opacity=".55"/>`)
      .join(''),
  dots: (a) =>
    [62, 86, 110, 134, 158]
      .flatMap((y, row) =>
        [44, 72, 100, 128, 156].map((x) => `<circle cx="${x + (row % 2) * 14}" cy="${y}" r="4" fill="${a}"/>`),
      )
      .join(''),
  number: (a) =>
    `<path d="M82 84h14v50M108 84h18v24h-18v26h18" fill="none" stroke="${a}" stroke-width="8" stroke-linejoin="round"/>`,
  peak: (a) => `<path d="m78 120 18-32 10 16 8-10 14 26z" fill="${a}"/>`,
  side: (a) => `<path d="M0 0h66v200H0zM134 0h66v200h-66z" fill="${a}" fill-opacity=".8"/>`,
  sash: (a) => `<path d="M20 60 60 20l130 130-40 40z" fill="${a}"/>`,
}

const layer = (line: string, inks: ReturnType<typeof inksOf>): string => {
  const [kind, path] = [line[0]!, line.slice(2)]
  const width = STROKES[kind]
  const ink = inks.ink[kind]!
  if (width === undefined) return `<path d="${path}" fill="${ink}" stroke="${inks.edge}"/>`
  const rim = kind === 'b' ? `<path d="${path}" fill="none" stroke="${inks.edge}" stroke-width="13"/>` : ''
  return `${rim}<path d="${path}" fill="none" stroke="${ink}" stroke-width="${width}"/>`
}

/** 200 × 200, no background. `print` is laid over the largest part in the product's colour. Unknown shapes are a box. */
export const draw = (shape: string, colour: string, print?: string): string => {
  const inks = inksOf(colour)
  const lines = (SHAPES[shape] ?? SHAPES.box!).split('\n')
  const body = lines.findIndex((line) => line.startsWith('m '))
  const printed = PRINTS[print ?? '']?.(inks.ink.a!, inks.ink.d!)
  const layers = lines.map((line) => layer(line, inks))
  const clip = printed ? `<clipPath id="c"><path d="${lines[body]!.slice(2)}"/></clipPath>` : ''
  if (printed) layers.splice(body + 1, 0, `<g clip-path="url(#c)" stroke="none">${printed}</g>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" role="img">${clip}<g stroke-width="2.4" stroke-linejoin="round" stroke-linecap="round">${layers.join('')}</g></svg>`
}
export const shapeNames: readonly string[] = Object.keys(SHAPES)
