// What the thread beside the answering one does with rule sets. Blocks are shared memory: they cross for nothing.
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { Finding, Rule, RuleSetHead } from '@ballast/contract/promotions'
import type { TableStyle } from './rules/cells.ts'
import { check, errorsOf, type Known } from './rules/check.ts'
import { compare, type Difference } from './rules/compare.ts'
import { type Changes, change, compile, findRule, headOf, ruleAt, setOf } from './rules/compile.ts'
import { findingWords } from './rules/finding-words.ts'
import { openBlock, textAt } from './rules/layout.ts'
import { type ReadTable, readRuleList, readTable, writeTable } from './rules/table.ts'
import { readSheet, SheetProblem, writeSheet } from './sheets.ts'

export type Bytes = Uint8Array
export interface Changed {
  readonly buffer: SharedArrayBuffer
  readonly rules: number
  /** Ids of rules that cannot work as written, those of the version before that were not touched included. */
  readonly broken: readonly string[]
}
/** A version to build on; null: an empty set. */
export type Base = { readonly buffer: SharedArrayBuffer; readonly broken: readonly string[] } | null
export interface Page {
  readonly head: RuleSetHead
  readonly rules: readonly Rule[]
  readonly total: number
  readonly more: boolean
}
export interface WordedFinding {
  readonly finding: Finding
  readonly words: { readonly zh: string; readonly en: string }
}

const EMPTY: RuleSetHead = { currency: 'CNY', campaigns: [] }
const blockOf = (buffer: SharedArrayBuffer) => {
  const block = openBlock(buffer)
  if (block === null) throw new Error('a stored rule set is not whole')
  return block
}
const decoder = new TextDecoder()

const MOST_BROKEN = 100

const changed = (base: Base, changes: Changes): Changed => {
  const next =
    base === null ? compile({ ...(changes.head ?? EMPTY), rules: changes.put }) : change(blockOf(base.buffer), changes)
  const touched = new Set([...changes.put.map(({ id }) => id), ...changes.remove])
  const before = (base?.broken ?? []).filter((id) => !touched.has(id))
  const broken = changes.put.flatMap((rule) => (errorsOf(rule).length > 0 ? [rule.id] : []))
  return { buffer: next.buffer, rules: next.count, broken: [...before, ...broken].slice(0, MOST_BROKEN) }
}
/** `stored`: changes as they were written. */
const apply = (buffer: SharedArrayBuffer, stored: Bytes): Changed =>
  changed({ buffer, broken: [] }, JSON.parse(decoder.decode(stored)) as Changes)

export interface FromFile {
  /** Rules that could be read. */
  readonly read: number
  readonly problems: ReadTable['problems']
  readonly made: Changed | null
}
const OPENS_LIST = 0x5b

/** Rows of a spreadsheet, or a JSON list of rules. Null: neither. */
const readFile = (bytes: Bytes, style: TableStyle): ReadTable | null => {
  try {
    if (bytes[0] === OPENS_LIST) return readRuleList(JSON.parse(decoder.decode(bytes)) as unknown[])
    return readTable(readSheet(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)), style)
  } catch (error) {
    if (error instanceof SheetProblem || error instanceof SyntaxError) return null
    throw error
  }
}
/** Read, checked and compiled in one go: the rules of a large file never cross to the thread that answers customers. */
const changedByFile = (
  bytes: Bytes,
  more: { readonly style: TableStyle; readonly base: Base; readonly head?: RuleSetHead; readonly preview: boolean },
): FromFile | null => {
  const table = readFile(bytes, more.style)
  if (table === null) return null
  const { rules, problems } = table
  const head = more.head === undefined ? {} : { head: more.head }
  const made = more.preview || rules.length === 0 ? null : changed(more.base, { put: rules, remove: [], ...head })
  return { read: rules.length, problems, made }
}
/** A block as it is stored: a tenth of its size, so writing and reading it costs the other processes and PostgreSQL little. */
const pack = (buffer: SharedArrayBuffer): Bytes =>
  zstdCompressSync(Buffer.from(buffer), { params: { [constants.ZSTD_c_compressionLevel]: 1 } })
const unpack = (packed: Bytes): SharedArrayBuffer => {
  const bytes = zstdDecompressSync(packed, { maxOutputLength: MOST_BLOCK })
  const buffer = new SharedArrayBuffer(bytes.length)
  new Uint8Array(buffer).set(bytes)
  return buffer
}
/** 20,000 rules at their longest. */
const MOST_BLOCK = 256 * 2 ** 20

const writeFile = (buffer: SharedArrayBuffer, style: TableStyle, format: 'csv' | 'xlsx'): Bytes =>
  writeSheet(writeTable(setOf(blockOf(buffer)).rules, style), format)

const page = (buffer: SharedArrayBuffer, query: { after?: string; search?: string; limit: number }): Page => {
  const block = blockOf(buffer)
  const wanted = query.search?.toLowerCase()
  const rules: Rule[] = []
  let total = 0
  for (let i = 0; i < block.count; i++) {
    if (wanted !== undefined && !textAt(block, i).toLowerCase().includes(wanted)) continue
    total++
    if (rules.length > query.limit) continue
    const rule = ruleAt(block, i)
    if (query.after === undefined || rule.id > query.after) rules.push(rule)
  }
  return { head: headOf(block), rules: rules.slice(0, query.limit), total, more: rules.length > query.limit }
}

const findings = (buffer: SharedArrayBuffer, known: Known): WordedFinding[] => {
  const block = blockOf(buffer)
  const nameOf = (id: string, tongue: 'zh' | 'en') => {
    const rule = findRule(block, id)
    return (tongue === 'en' ? rule?.nameEn : undefined) ?? rule?.name ?? id
  }
  return check(setOf(block), known).map((finding) => ({
    finding,
    words: { zh: findingWords(finding, 'zh', nameOf), en: findingWords(finding, 'en', nameOf) },
  }))
}
const difference = (before: SharedArrayBuffer, after: SharedArrayBuffer): Difference =>
  compare(setOf(blockOf(before)), setOf(blockOf(after)))

/** name -> work. Arguments and results are what threads can pass each other. */
export const WORK = { changed, apply, pack, unpack, changedByFile, writeFile, page, findings, difference }
export type Work = typeof WORK
export type WorkName = keyof Work
