// HTML, a page of the web or what a Word document was turned into, as sections.
import { parseDocument } from 'htmlparser2'
import { createOutline, type Outline, type ReadSection, Unreadable } from '../rules/document-shape.ts'
import { looksLikeTitle, numbered } from '../rules/numbering.ts'

type Page = ReturnType<typeof parseDocument>
type AnyNode = Page['children'][number]
type Element = Extract<AnyNode, { readonly attribs: unknown }>

const SKIPPED = new Set(
  'script style noscript template svg math iframe object nav footer aside form button select head dialog'.split(' '),
)
const INLINE = new Set(
  'a abbr b bdi bdo cite code data dfn em font i kbd label mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
)
/** Deeper than any page that somebody wrote. */
const DEEPEST = 400

const isTag = (node: AnyNode): node is Element => node.type === 'tag'
const tidy = (text: string) =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

const textOf = (node: AnyNode, depth = 0): string => {
  if (depth > DEEPEST) throw new Unreadable('document.broken')
  if (node.type === 'text') return node.data.replace(/\s+/g, ' ')
  if (!isTag(node) || SKIPPED.has(node.name)) return ''
  if (node.name === 'br') return '\n'
  const inside = node.children.map((child) => textOf(child, depth + 1)).join('')
  return INLINE.has(node.name) ? inside : ` ${inside} `
}
const plain = (node: AnyNode) => tidy(textOf(node))
const within = (node: Element, names: ReadonlySet<string>, depth = 0): Element[] =>
  depth > DEEPEST
    ? []
    : node.children
        .filter(isTag)
        .flatMap((child) => (names.has(child.name) ? [child] : within(child, names, depth + 1)))

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const STRUCTURE = new Set([...HEADINGS, 'table', 'ul', 'ol', 'dl'])
const ROWS = new Set(['tr'])
const CELLS = new Set(['td', 'th'])
const ITEMS = new Set(['li'])
const LISTS = new Set(['ul', 'ol'])

/** Of an item its own words, then those of the lists in it. */
const itemsOf = (list: Element, depth = 0): string[] =>
  within(list, ITEMS).flatMap((item) => {
    const nested = depth < 8 ? within(item, LISTS) : []
    const own = tidy(
      item.children
        .filter((child) => !(isTag(child) && (nested.includes(child) || LISTS.has(child.name))))
        .map((child) => textOf(child))
        .join(''),
    )
    return [...(own === '' ? [] : [own]), ...nested.flatMap((inner) => itemsOf(inner, depth + 1))]
  })

const isBold = (node: Element): boolean => {
  const told = node.children.filter((child) => child.type !== 'text' || child.data.trim() !== '')
  return told.length > 0 && told.every((child) => isTag(child) && (child.name === 'b' || child.name === 'strong'))
}

interface Walk {
  readonly outline: Outline
  /** The text has headings of its own: numbers and bold lines are none then. */
  readonly headed: boolean
  /** A page of the web: what is nothing but links is a menu. */
  readonly fromWeb: boolean
  pending: string
  /** Letters of `pending` that stand in links. */
  linked: number
}

const LINK = new Set(['a'])
const lettersOf = (text: string): number => text.replace(/\s+/g, '').length
const linkedIn = (node: AnyNode): number => {
  if (!isTag(node)) return 0
  return (node.name === 'a' ? [node] : within(node, LINK)).reduce((sum, link) => sum + lettersOf(textOf(link)), 0)
}

const flush = (walk: Walk, bold = false): void => {
  const text = tidy(walk.pending)
  const isMenu = walk.fromWeb && walk.linked >= lettersOf(text)
  walk.pending = ''
  walk.linked = 0
  if (text === '' || isMenu) return
  const mark = walk.headed ? null : numbered(text)
  if (mark !== null) {
    walk.outline.heading(10 + mark.level, mark.heading)
    if (mark.rest !== '') walk.outline.add({ kind: 'paragraph', text: mark.rest })
  } else if (bold && !walk.headed && looksLikeTitle(text)) walk.outline.heading(9, text)
  else walk.outline.add({ kind: 'paragraph', text })
}

const addTable = (walk: Walk, table: Element, depth: number): void => {
  const rows = within(table, ROWS)
  const cells = rows.map((row) => within(row, CELLS))
  // A table that holds what a page is made of, or one column only, arranges the page.
  const arranges =
    cells.every((row) => row.length < 2) || cells.flat().some((cell) => within(cell, STRUCTURE).length > 0)
  if (arranges) {
    for (const cell of cells.flat()) walkInto(walk, cell, depth + 1)
    return
  }
  const [header, ...body] = cells.map((row) => row.map(plain)).filter((row) => row.some((cell) => cell !== ''))
  if (header !== undefined) walk.outline.add({ kind: 'table', header, rows: body })
}

const addBlock = (walk: Walk, node: Element, depth: number): void => {
  flush(walk)
  const { name } = node
  if (HEADINGS.has(name) || name === 'summary' || name === 'dt') {
    const text = plain(node).replace(/\n+/g, ' ')
    if (text !== '') walk.outline.heading(HEADINGS.has(name) ? Number(name[1]) : 8, text)
  } else if (LISTS.has(name)) {
    const items = itemsOf(node)
    const isMenu = walk.fromWeb && linkedIn(node) >= lettersOf(items.join(''))
    if (items.length > 0 && !isMenu) walk.outline.add({ kind: 'list', ordered: name === 'ol', items })
  } else if (name === 'table') addTable(walk, node, depth)
  else {
    walkInto(walk, node, depth + 1)
    flush(walk, isBold(node))
  }
}

const walkInto = (walk: Walk, parent: Element, depth: number): void => {
  if (depth > DEEPEST) throw new Unreadable('document.broken')
  for (const child of parent.children) {
    if (child.type === 'text') walk.pending += child.data.replace(/\s+/g, ' ')
    else if (!isTag(child) || SKIPPED.has(child.name)) continue
    else if (child.name === 'header' && within(child, HEADINGS).length === 0) continue
    else if (child.name === 'br') walk.pending += '\n'
    else if (INLINE.has(child.name) && within(child, STRUCTURE).length === 0) {
      walk.pending += textOf(child)
      walk.linked += linkedIn(child)
    } else addBlock(walk, child, depth)
  }
  if (!INLINE.has(parent.name)) flush(walk, isBold(parent))
}

export interface ReadPage {
  readonly title: string
  readonly sections: ReadSection[]
  readonly hasPictures: boolean
  /** Where its links lead, as they are written, and the base the page itself names for them. */
  readonly links: readonly string[]
  readonly base?: string
  /** The page asks not to be indexed. */
  readonly hidden: boolean
}

const MOST_LINKS = 5_000
const hrefsOf = (page: Element, name: string): string[] =>
  within(page, new Set([name])).flatMap(({ attribs }) => (attribs.href === undefined ? [] : [attribs.href]))
const isHidden = (page: Element): boolean =>
  within(page, new Set(['meta'])).some(
    ({ attribs: { name = '', content = '' } }) => name.toLowerCase() === 'robots' && /noindex|none/i.test(content),
  )

/** @throws Unreadable */
export const readHtml = (text: string, fromWeb = false): ReadPage => {
  const page = parseDocument(text) as unknown as Element
  const find = (...names: string[]) => within(page, new Set(names))[0]
  const root = find('main') ?? find('article') ?? find('body') ?? page
  const title = find('title')
  const head = root === page ? undefined : title
  const walk: Walk = {
    outline: createOutline(),
    headed: within(root, HEADINGS).length > 0,
    fromWeb,
    pending: '',
    linked: 0,
  }
  walkInto(walk, root, 0)
  flush(walk)
  const said = (head ?? title)?.children.map((child) => (child.type === 'text' ? child.data : '')).join('')
  const base = hrefsOf(page, 'base')[0]
  return {
    title: tidy(said ?? ''),
    sections: walk.outline.end(),
    hasPictures: within(root, new Set(['img'])).length > 0,
    links: hrefsOf(page, 'a').slice(0, MOST_LINKS),
    ...(base === undefined ? {} : { base }),
    hidden: isHidden(page),
  }
}
