// Rules as the rows of a table: what a spreadsheet holds and what the desk shows. One row a rule; a column that a kind of
// rule does not have stays empty. Columns are documented in docs/promotions.md.
import { Rule, type RuleKind } from '@ballast/contract/promotions'
import { Compile, type Validator } from 'typebox/compile'
import type { Cell, TableStyle } from './cells.ts'
import * as cells from './cells.ts'

/** Of a heading that is told back: a file that is no table may be one long heading. */
const LONGEST_NAME = 100

export interface Column {
  readonly key: string
  readonly zh: string
  readonly cell: Cell
  /** Further headers it is known by, lower case. */
  readonly also?: readonly string[]
}
const KIND = cells.oneOf({
  flash: { zh: '限时', also: ['限时价', '秒杀'] },
  member: { zh: '会员价' },
  percent: { zh: '折扣', also: ['打折', 'discount'] },
  nth: { zh: '第n件', also: ['第 n 件', '第二件', '第2件'] },
  deposit: { zh: '预售', also: ['预售定金', '定金', 'presale'] },
  threshold: { zh: '满减' },
  every: { zh: '每满减' },
  'cross-shop': { zh: '跨店满减' },
  gift: { zh: '赠品', also: ['满赠'] },
  coupon: { zh: '优惠券', also: ['券'] },
  shipping: { zh: '运费', also: ['邮费'] },
  duty: { zh: '税费', also: ['关税', '跨境税'] },
  protection: { zh: '价保', also: ['保价'] },
})
const column = (key: string, zh: string, cell: Cell, also: readonly string[] = []): Column => ({ key, zh, cell, also })

export const COLUMNS: readonly Column[] = [
  column('id', '编号', cells.text, ['规则编号']),
  column('kind', '类型', KIND, ['规则类型']),
  column('name', '名称', cells.text, ['规则名称']),
  column('nameEn', '英文名称', cells.text, ['name (en)']),
  column('paused', '停用', cells.yes),
  column('priority', '优先级', cells.whole),
  column('from', '开始时间', cells.time, ['生效时间']),
  column('to', '结束时间', cells.time, ['失效时间']),
  column('products', '商品', cells.names, ['适用商品']),
  column('categories', '类目', cells.names, ['适用类目', '分类']),
  column('notProducts', '排除商品', cells.names),
  column('notCategories', '排除类目', cells.names),
  column('shops', '店铺', cells.names),
  column('levels', '会员等级', cells.names),
  column('regions', '地区', cells.names),
  column('channels', '渠道', cells.names),
  column('leastAmount', '最低金额', cells.money, ['门槛', '使用门槛']),
  column('leastPieces', '最低件数', cells.whole),
  column('group', '互斥组', cells.text),
  column('notWith', '不可同享', cells.names),
  column('perCustomer', '每人限用', cells.whole, ['每人限购']),
  column('campaign', '活动', cells.text),
  column('price', '价格', cells.money, ['限时价格']),
  column('prices', '等级价格', cells.prices),
  column('pay', '支付比例', cells.pay, ['折扣率']),
  column('n', '第几件', cells.whole),
  column('across', '跨商品计件', cells.yes),
  column('most', '最多件数', cells.whole),
  column('deposit', '定金', cells.money),
  column('worth', '定金抵扣', cells.money, ['膨胀金额']),
  column('balanceFrom', '尾款开始', cells.time),
  column('balanceTo', '尾款结束', cells.time),
  column('tiers', '阶梯', cells.tiers),
  column('every', '每满', cells.money),
  column('minus', '减', cells.money, ['优惠金额', '面额']),
  column('cap', '封顶', cells.money),
  column('gifts', '赠品', cells.gifts),
  column('code', '券码', cells.text),
  column('by', '计费方式', cells.oneOf({ order: { zh: '按单' }, weight: { zh: '按重量' }, pieces: { zh: '按件' } })),
  column('freeFrom', '包邮门槛', cells.money),
  column('first', '首件/首重', cells.whole, ['首重', '首件']),
  column('fee', '首费', cells.money, ['运费']),
  column('step', '续件/续重', cells.whole, ['续重', '续件']),
  column('stepFee', '续费', cells.money),
  column('rates', '税率表', cells.rates),
  column('otherwise', '默认税率', cells.tax),
  column('factor', '计征比例', cells.factor),
  column('quotaOrder', '单次限额', cells.money),
  column('quotaYear', '年度限额', cells.money),
  column('over', '超额处理', cells.oneOf({ full: { zh: '全额计税' }, refuse: { zh: '不可购买', also: ['拒绝'] } })),
  column('withShipping', '运费计税', cells.yes),
  column('days', '价保天数', cells.whole),
]

export const ROW_PROBLEMS = [
  'cell.unreadable',
  'column.unknown',
  'column.missing',
  'row.incomplete',
  'id.twice',
  'rows.too-many',
] as const
/** `row`: as a spreadsheet counts, the header is 1. */
export interface RowProblem {
  readonly row: number
  readonly code: (typeof ROW_PROBLEMS)[number]
  readonly column?: string
}
export interface ReadTable {
  readonly rules: readonly Rule[]
  readonly problems: readonly RowProblem[]
}
const MOST_PROBLEMS = 200

const validators = new Map<RuleKind, Validator>()
const validatorOf = (kind: RuleKind): Validator => {
  const known = validators.get(kind)
  if (known !== undefined) return known
  const schema = Rule.anyOf.find((one) => one.properties.kind.const === kind)!
  const made = Compile(schema) as unknown as Validator
  validators.set(kind, made)
  return made
}
/** The first field that does not fit, as a JSON pointer; null: the rule is whole. */
export const ruleBreach = (rule: Rule): string | null => {
  if (!Rule.anyOf.some((one) => one.properties.kind.const === rule?.kind)) return '/kind'
  const validator = validatorOf(rule.kind)
  if (validator.Check(rule)) return null
  const [first] = validator.Errors(rule)
  const params = first?.params as { requiredProperties?: string[]; additionalProperties?: string[] } | undefined
  const name = params?.requiredProperties?.[0] ?? params?.additionalProperties?.[0]
  return `${first?.instancePath ?? ''}${name === undefined ? '' : `/${name}`}`
}

const HEADERS = new Map(
  COLUMNS.flatMap((one) => [one.key.toLowerCase(), one.zh, ...(one.also ?? [])].map((name) => [name, one] as const)),
)
const headerOf = (written: string): Column | undefined =>
  HEADERS.get(
    written
      .trim()
      .toLowerCase()
      .replace(/\s*\*$/, ''),
  )

const readRow = (row: readonly string[], columns: readonly (Column | undefined)[], style: TableStyle) => {
  const rule: Record<string, unknown> = {}
  for (const [i, one] of columns.entries()) {
    const written = row[i]?.trim() ?? ''
    if (one === undefined || written === '') continue
    const value = one.cell.read(written, style)
    if (value === undefined) return { bad: one.key }
    if (value !== null) rule[one.key] = value
  }
  return { rule: rule as Rule }
}

/** The first row holds the headers, Chinese or English, in any order. What is wrong is named; the other rows are read. */
export const readTable = (rows: readonly (readonly string[])[], style: TableStyle): ReadTable => {
  const [header = [], ...body] = rows
  const columns = header.map(headerOf)
  const problems: RowProblem[] = header.flatMap((written, i) =>
    columns[i] === undefined && written.trim() !== ''
      ? [{ row: 1, code: 'column.unknown' as const, column: written.slice(0, LONGEST_NAME).toWellFormed() }]
      : [],
  )
  for (const key of ['id', 'kind', 'name'])
    if (!columns.some((one) => one?.key === key)) problems.push({ row: 1, code: 'column.missing', column: key })
  const rules = new Map<string, Rule>()
  for (const [i, row] of body.entries()) {
    if (row.every((written) => written.trim() === '')) continue
    const at = { row: i + 2 }
    const { rule, bad } = readRow(row, columns, style)
    const breach = rule === undefined ? null : ruleBreach(rule)
    if (rule === undefined) problems.push({ ...at, code: 'cell.unreadable', column: bad })
    else if (breach !== null) problems.push({ ...at, code: 'row.incomplete', column: breach.split('/')[1] ?? '' })
    else if (rules.has(rule.id)) problems.push({ ...at, code: 'id.twice', column: 'id' })
    else rules.set(rule.id, rule)
  }
  return { rules: [...rules.values()], problems: problems.slice(0, MOST_PROBLEMS) }
}

/** The same for rules that are written as data: `row` counts from 1. */
export const readRuleList = (list: readonly unknown[]): ReadTable => {
  const problems: RowProblem[] = []
  const rules = new Map<string, Rule>()
  for (const [i, one] of list.entries()) {
    const breach = ruleBreach(one as Rule)
    const { id } = one as Rule
    if (breach !== null) problems.push({ row: i + 1, code: 'row.incomplete', column: breach.split('/')[1] ?? '' })
    else if (rules.has(id)) problems.push({ row: i + 1, code: 'id.twice', column: 'id' })
    else rules.set(id, one as Rule)
  }
  return { rules: [...rules.values()], problems: problems.slice(0, MOST_PROBLEMS) }
}

/** Only the columns some rule fills; `id`, `kind` and `name` always. */
export const writeTable = (rules: readonly Rule[], style: TableStyle): string[][] => {
  const filled = new Set(['id', 'kind', 'name', ...rules.flatMap((rule) => Object.keys(rule))])
  const columns = COLUMNS.filter(({ key }) => filled.has(key))
  const row = (rule: Rule) =>
    columns.map(({ key, cell }) => {
      const value = rule[key as keyof Rule]
      return value === undefined ? '' : cell.write(value as never, style)
    })
  return [columns.map(({ key, zh }) => (style.tongue === 'zh' ? zh : key)), ...rules.map(row)]
}
