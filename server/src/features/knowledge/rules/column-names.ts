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
export type Column = keyof typeof NAMES

export const columnOf = (name: string): Column | null => {
  const plain = name.normalize('NFKC').trim().toLowerCase()
  for (const [column, names] of Object.entries(NAMES))
    if ((names as readonly string[]).includes(plain)) return column as Column
  return null
}
