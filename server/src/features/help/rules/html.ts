// HTML as text: what is put in is escaped unless it was made here.

export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}
type Piece = Html | string | number | null | false | readonly Piece[]

const escapeHtml = (text: string) => text.replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const written = (piece: Piece): string => {
  if (piece === null || piece === false) return ''
  if (piece instanceof Html) return piece.text
  return typeof piece === 'object' ? piece.map(written).join('') : escapeHtml(String(piece).toWellFormed())
}

export const html = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  new Html(strings.map((text, at) => text + written(pieces[at] ?? null)).join(''))
/** Markup of our own, such as a QR code. */
export const ready = (markup: string): Html => new Html(markup)
