// What a line of the system says to the visitor; null for lines that are not for reading.
import type { Part } from '@ballast/contract/parts'
import type { Words } from './locales/words.ts'

export const systemText = (part: Extract<Part, { kind: 'system' }>, words: Words): string | null => {
  if (part.code === 'queue-position') return null
  if (part.code === 'rated') return part.score === undefined ? null : words.rate.line(part.score)
  const line = words.system[part.code]
  return typeof line === 'string' ? line : line(part.name ?? (part.code === 'agent-joined' ? words.agent : ''))
}
