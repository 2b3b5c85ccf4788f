// Error codes as devices show them: E1, F05, ERR-21. A model number looks the same, so the words around it decide.

const CODE = /(?<![\p{L}\d-])((?:[EFHPCUL]|Er|ER|ERR|Err|EC|FE)[ -]?\d{1,3}[a-z]?)(?![\p{L}\d])/gu
const CONTEXT = /故障|错误|报错|报警|代码|显示|提示|闪烁|error|fault|codes?\b|displays?|shows?|flash|alarm/iu
const AT_START =
  /^\s*["“「'(（]?((?:[EFHPCUL]|Er|ERR|EC|FE)[ -]?\d{1,3}[a-z]?)["”」')）]?\s*(?:[:：—–-]|\s|，|,|表示|means|$)\s*(.*)$/iu

/** As codes are compared: «err-5», «ERR 5» and «Err5» are one. */
export const codeName = (code: string): string => code.toUpperCase().replace(/[\s-]/g, '')

export const codesIn = (text: string): string[] =>
  CONTEXT.test(text) ? [...new Set([...text.matchAll(CODE)].map(([, code]) => codeName(code!)))] : []

/** A line that begins with a code, and what it says of it. */
export const codeLine = (line: string, sure: boolean): { code: string; rest: string } | null => {
  const match = AT_START.exec(line)
  if (
    match === null ||
    !(sure || CONTEXT.test(line) || /^[^a-z]*[:：—–-]/iu.test(line.slice(line.indexOf(match[1]!) + match[1]!.length)))
  )
    return null
  return { code: codeName(match[1]!), rest: match[2]!.trim() }
}
export const speaksOfCodes = (text: string): boolean => CONTEXT.test(text)

/** Anything in a question that may be a code; whether it is one, the graph knows. */
export const possibleCodes = (question: string): string[] => [
  ...new Set(
    [
      ...question
        .normalize('NFKC')
        .matchAll(/(?<![\p{Script=Latin}\d])([a-z]{1,4}[ -]?\d{1,4}[a-z]?)(?![\p{Script=Latin}\d])/giu),
    ].map(([, code]) => codeName(code!)),
  ),
]

const REMEDY =
  /请|解决|处理|排除|检查|清洁|清洗|关闭|重启|更换|联系|拔|(?:^|[,;:] |\bplease |\bthen |\band )(?:try|clean|check|restart|turn|switch|unplug|replace|contact|reset|close|open|wait|empty|remove|press|refill|add)\b/i
/** What to do, when the text says so: from its first such sentence on. */
export const remedyIn = (sentences: readonly string[]): string[] => {
  const at = sentences.findIndex((sentence) => REMEDY.test(sentence))
  return at < 0 ? [] : sentences.slice(at)
}
