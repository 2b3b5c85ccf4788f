// What people call the columns of a table of questions, in Chinese and English.

const NAMES = {
  question: ['question', 'q', 'title', 'prompt', '问题', '标题', '问', '提问', '标准问', '标准问题', '問題', '標題'],
  answer: [
    'answer',
    'a',
    'content',
    'reply',
    'response',
    '答案',
    '内容',
    '答',
    '回答',
    '回复',
    '標準答案',
    '內容',
    '回覆',
  ],
  wordings: [
    'questions',
    'similar',
    'similar questions',
    'alternatives',
    'wordings',
    '相似问',
    '相似问法',
    '相似问题',
    '扩展问',
  ],
} as const
/** Columns of a catalogue; both must be there. */
const PRODUCT_NAMES = {
  id: [
    'id',
    'sku',
    'spu',
    'product id',
    'product_id',
    'productid',
    'item id',
    '商品id',
    '商品编号',
    '商品编码',
    '货号',
    '編號',
    '货品编号',
  ],
  name: [
    'name',
    'title',
    'product',
    'product name',
    'product_name',
    '商品名称',
    '商品名',
    '名称',
    '品名',
    '标题',
    '商品名稱',
    '名稱',
  ],
} as const

/** Where a row has its product's id and name; null: not a catalogue. */
export const productColumns = (header: readonly string[]): { readonly id: number; readonly name: number } | null => {
  const plain = header.map((cell) => cell.normalize('NFKC').trim().toLowerCase())
  const find = (names: readonly string[]) => plain.findIndex((cell) => names.includes(cell))
  const [id, name] = [find(PRODUCT_NAMES.id), find(PRODUCT_NAMES.name)]
  return id === -1 || name === -1 ? null : { id, name }
}

export type Column = keyof typeof NAMES

export const columnOf = (name: string): Column | null => {
  const plain = name.normalize('NFKC').trim().toLowerCase()
  for (const [column, names] of Object.entries(NAMES))
    if ((names as readonly string[]).includes(plain)) return column as Column
  return null
}
