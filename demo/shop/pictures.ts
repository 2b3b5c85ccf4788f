// Product pictures drawn by code: a silhouette per kind of thing in the colour of the variant. No files, no licences.
const INK: Readonly<Record<string, string>> = {
  black: '#23262d',
  white: '#e9e7e1',
  grey: '#8d929b',
  navy: '#22395f',
  blue: '#3f74c6',
  orange: '#e2783a',
  red: '#c8434a',
  green: '#4f8a5f',
  pink: '#dd92a8',
  purple: '#7a63b0',
}

const SHAPES: Readonly<Record<string, string>> = {
  shoe: 'M30 128 q22 8 46 -22 q8 22 40 30 q46 6 52 22 q4 14 -8 14 H44 q-16 0 -14 -44Z',
  top: 'M66 46 l24 12 h20 l24 -12 38 30 -18 26 -18 -12 v76 H64 V90 l-18 12 -18 -26Z',
  trousers: 'M66 40 h68 l10 128 h-30 l-14 -84 -14 84 H56Z',
  dress: 'M80 36 q20 16 40 0 l10 46 34 86 H36 l34 -86Z',
  socks: 'M84 36 h36 v70 l-8 26 -40 34 q-22 8 -24 -12 l36 -34Z',
  cap: 'M44 116 q4 -62 62 -62 q54 4 56 62 l18 10 q-4 14 -66 2 q-40 -6 -70 -12Z',
  bag: 'M64 62 q36 -46 72 0 l12 14 v82 q0 14 -14 14 H66 q-14 0 -14 -14 V76Z',
  mat: 'M40 76 a28 28 0 1 1 0 56 h120 v-56Z',
  bottle: 'M86 34 h28 v18 q18 10 18 30 v84 q0 10 -10 10 H78 q-10 0 -10 -10 V82 q0 -20 18 -30Z',
  watch: 'M80 34 h40 l6 32 a44 44 0 0 1 0 68 l-6 32 H80 l-6 -32 a44 44 0 0 1 0 -68Z',
}
export type Shape = 'shoe' | 'top' | 'trousers' | 'dress' | 'socks' | 'cap' | 'bag' | 'mat' | 'bottle' | 'watch'

/** One picture as SVG text, 200 × 200. */
export const picture = (shape: Shape, colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" role="img"><rect width="200" height="200" rx="16" fill="#f4f2ee"/><path d="${SHAPES[shape]}" fill="${INK[colour] ?? INK.grey}"/><path d="${SHAPES[shape]}" fill="none" stroke="#000" stroke-opacity=".14" stroke-width="3"/></svg>`
