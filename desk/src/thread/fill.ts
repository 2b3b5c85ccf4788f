// Fills the blanks of a canned reply. What is not known stays visibly open: a colleague must see it, a customer never does.

export const BLANKS = ['customer.name', 'agent.name', 'shop.name', 'order.no', 'order.status'] as const
export type Blank = (typeof BLANKS)[number]
export type Values = Readonly<Partial<Record<Blank, string | null>>>

const NAMED = /\{\{\s*([^{}]*?)\s*\}\}/g
const OPEN = /⟦([^⟦⟧]*)⟧/g
/** A value comes from outside: a customer who calls themselves `{{shop.name}}` opens no blank. */
const plain = (value: string | null | undefined): string => (value ?? '').replace(/[{}⟦⟧]/g, '').trim()

/** `{{customer.name}}` becomes the name, or `⟦customer.name⟧` when there is none. */
export const fill = (text: string, values: Values): string =>
  text.replace(NAMED, (_, name: string) => {
    const blank = BLANKS.find((known) => known === name)
    return (blank && plain(values[blank])) || `⟦${name || '?'}⟧`
  })

/** What is still open, each once. */
export const openBlanks = (text: string): string[] => [
  ...new Set([...text.matchAll(OPEN)].map((match) => match[1] ?? '')),
]

/** Where the first open blank stands, so that it can be selected and typed over. */
export const firstOpen = (text: string): { from: number; to: number } | null => {
  const found = new RegExp(OPEN.source).exec(text)
  return found ? { from: found.index, to: found.index + found[0].length } : null
}

/** `text` is fit to be sent: without open blanks and without `{{`. `open`: what had to be left out, to be warned of first. */
export const readyToSend = (text: string, values: Values): { text: string; open: string[] } => {
  const filled = fill(text, values)
  const open = [...openBlanks(filled), ...(filled.includes('{{') ? ['{{'] : [])]
  const closed = filled.replace(/[^\S\n]*⟦[^⟦⟧]*⟧/g, '').replace(/\{{2,}/g, '{')
  return { text: closed.trim(), open }
}
