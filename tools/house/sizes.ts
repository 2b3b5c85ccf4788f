// How long a file and a function may be, and who may be longer, each with its reason.

export const MAX_FILE = 300
export const MAX_FUNCTION = 40

/** path -> its own limits and why. An exception is a debt with a name. */
export const EXCEPTIONS: Record<string, { file?: number; function?: number; because: string }> = {}

export interface LongFunction {
  readonly name: string
  readonly line: number
  readonly lines: number
}

const OPENS = /(?:\bfunction\b|=>)[^\n]*\{\s*$/
const NAME = /(?:const|let|function|async function)\s+(\w+)|^\s*(?:readonly\s+|async\s+)?(\w+)\s*[:(=]/

/**
 * Functions longer than `most` lines that hold no shorter function of their own as their main body.
 * A factory that only returns closures is as long as its closures: each closure is counted, the factory's own
 * lines are what remains. Formatted code: a body ends on the line that closes at its opening line's indent.
 */
export const longFunctions = (_path: string, text: string, most: number): LongFunction[] => {
  const lines = text.split('\n')
  const bodies: { start: number; end: number }[] = []
  lines.forEach((line, start) => {
    if (!OPENS.test(line)) return
    const indent = /^\s*/.exec(line)![0]
    const end = lines.findIndex((other, at) => at > start && other.startsWith(`${indent}}`))
    if (end > start) bodies.push({ start, end })
  })
  return bodies
    .map((body) => {
      const inner = bodies.filter((other) => other.start > body.start && other.end < body.end)
      const outermost = inner.filter((one) => !inner.some((other) => other.start < one.start && other.end > one.end))
      const own = body.end - body.start - 1 - outermost.reduce((sum, one) => sum + (one.end - one.start - 1), 0)
      const match = NAME.exec(lines[body.start]!)
      return { name: match?.[1] ?? match?.[2] ?? 'a function', line: body.start + 1, lines: own }
    })
    .filter((found) => found.lines > most)
}
