// What the page of a code shows, and that it was opened or asked something: counted, never by whom.
import type { Uuid } from '@ballast/contract'
import { CODE_PATTERN } from '@ballast/contract/routes/help'
import { codesIn } from '@ballast/understanding/codes'
import type { KnowledgeEntry } from '../knowledge/index.ts'
import type { HelpParts } from './parts.ts'
import { answerOnPage, type PageAnswer } from './rules/answer-on-page.ts'
import type { Language } from './rules/page-words.ts'
import { wordsIn } from './rules/words-in.ts'
import { productsNow } from './shown-codes.ts'
import { type CodeRow, codesAmong, countUse, tenantOfCode } from './store.ts'

export interface Asked {
  readonly code: string
  readonly language: Language
  /** Typed into the page; absent: it was just opened. */
  readonly question?: string
  /** An entry chosen from the list. */
  readonly entryId?: string
  /** A look ahead, or a robot that reads no body: not counted. */
  readonly uncounted?: boolean
}
export interface HelpPage {
  readonly code: string
  readonly title: string
  readonly productId: string
  readonly image: string | null
  readonly inShop: boolean
  readonly entries: readonly KnowledgeEntry[]
  readonly answer: PageAnswer<KnowledgeEntry> | null
  /** Public key of the inbox its chat comes in by; null: nobody takes it in now. */
  readonly chat: string | null
}

/** The web widget's: where the page is read, and its chat comes in. */
const CHANNEL = 'web'
const LOOKED_AT = 20

const answerTo = async (
  parts: HelpParts,
  { tenant, productId }: { readonly tenant: Uuid; readonly productId: string },
  { entries, text, locale }: { readonly entries: readonly KnowledgeEntry[]; text: string; locale: string },
): Promise<PageAnswer<KnowledgeEntry>> => {
  const codes = codesIn(text)
  const asker = { channel: CHANNEL, productIds: [productId], now: parts.clock.now() }
  const passages = await parts.knowledge.search({ tenant, text, locale, limit: LOOKED_AT, for: asker })
  const found = passages.flatMap(({ entryId, score }) => {
    const entry = entries.find(({ id }) => id === entryId)
    return entry ? [{ entry, score }] : []
  })
  return answerOnPage({ codes, solutions: parts.showing.answering(entries, codes), found })
}

const count = async (parts: HelpParts, tenant: Uuid, { asked, page }: { asked: Asked; page: HelpPage }) => {
  if (asked.uncounted || asked.entryId !== undefined) return
  const question = asked.question === undefined ? 0 : 1
  const unknown = page.answer?.is === 'unknown' ? 1 : 0
  const use = { code: asked.code, at: new Date(parts.clock.now()), scans: 1 - question, questions: question, unknown }
  await parts.database.as(tenant, (tx) => countUse(tx, tenant, use))
}

const pageOf = async (
  parts: HelpParts,
  tenant: Uuid,
  { row, asked }: { row: CodeRow; asked: Asked },
): Promise<HelpPage> => {
  const { productId } = row
  const locale = asked.language
  const now = await productsNow(parts, [productId])
  const product = now?.get(productId)
  const about = { productId, locale, channel: CHANNEL, now: parts.clock.now() }
  const entries = await parts.showing.ofProduct(tenant, about)
  const inbox = await parts.inboxOf(tenant, row.inboxId)
  const text = asked.question
  const chosen = entries.filter(({ id }) => id === asked.entryId)
  return {
    code: row.code,
    title: wordsIn(product?.title ?? row.title, locale),
    productId,
    image: product?.image ?? row.image,
    inShop: now === null || product !== undefined,
    entries,
    answer:
      text !== undefined
        ? await answerTo(parts, { tenant, productId }, { entries, text, locale: entries[0]?.locale ?? locale })
        : chosen.length > 0
          ? { is: 'answer', entries: chosen }
          : null,
    chat: inbox?.enabled ? inbox.publicKey : null,
  }
}

const shape = new RegExp(CODE_PATTERN)

/** `off`: it was turned off; null: nobody ever made it. */
export const readPage = async (parts: HelpParts, asked: Asked): Promise<HelpPage | 'off' | null> => {
  const tenant = shape.test(asked.code) ? await tenantOfCode(parts.database, asked.code) : null
  if (tenant === null) return null
  const [row] = await parts.database.as(tenant, (tx) => codesAmong(tx, tenant, [asked.code]))
  if (row === undefined) return null
  if (!row.on) return 'off'
  const page = await pageOf(parts, tenant, { row, asked })
  await count(parts, tenant, { asked, page })
  return page
}
