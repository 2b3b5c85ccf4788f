// The palette, once: CSS variables are written from it and Ant Design is themed by it.

export interface Palette {
  paper: string
  surface: string
  raised: string
  ground: string
  ink: string
  muted: string
  line: string
  accent: string
  accentInk: string
  accentSoft: string
  bot: string
  note: string
  noteLine: string
  noteInk: string
  danger: string
  dangerSoft: string
  warn: string
  warnSoft: string
  good: string
}

const light: Palette = {
  paper: '#f1f4f4',
  surface: '#ffffff',
  raised: '#f4f7f7',
  ground: '#f7f9f9',
  ink: '#152329',
  muted: '#566970',
  line: '#dfe6e7',
  accent: '#12606b',
  accentInk: '#ffffff',
  accentSoft: '#dceeee',
  bot: '#e9edf6',
  note: '#fff4cc',
  noteLine: '#ecd27a',
  noteInk: '#5b4504',
  danger: '#b3342a',
  dangerSoft: '#fbe7e4',
  warn: '#8a5300',
  warnSoft: '#fdeed3',
  good: '#1f6f43',
}
const dark: Palette = {
  paper: '#0d1518',
  surface: '#131d21',
  raised: '#1c292e',
  ground: '#0f181c',
  ink: '#e3ebed',
  muted: '#97a9b0',
  line: '#26353b',
  accent: '#63bfc4',
  accentInk: '#06272b',
  accentSoft: '#173a40',
  bot: '#1e2838',
  note: '#3a3112',
  noteLine: '#6a5820',
  noteInk: '#f4e2a4',
  danger: '#f08d82',
  dangerSoft: '#3d1d1a',
  warn: '#efb765',
  warnSoft: '#3a2a10',
  good: '#7ccf9f',
}
export const PALETTES = { light, dark }

/** Writes the palette where the style sheet reads it: `--ink`, `--accent-soft`, … */
export const paint = (mode: 'light' | 'dark', root: HTMLElement): void => {
  for (const [name, value] of Object.entries(PALETTES[mode]))
    root.style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value)
  root.dataset.mode = mode
  root.style.colorScheme = mode
}
