// The options all commands over knowledge share.
import { parseArgs } from 'node:util'

const OPTIONS = {
  url: { type: 'string' },
  key: { type: 'string' },
  locale: { type: 'string', default: 'zh-CN' },
  json: { type: 'boolean', default: false },
  topic: { type: 'string' },
  pages: { type: 'string' },
  depth: { type: 'string' },
  every: { type: 'string' },
  limit: { type: 'string' },
  publish: { type: 'boolean', default: false },
  draft: { type: 'boolean', default: false },
  base: { type: 'string' },
  currency: { type: 'string' },
  cart: { type: 'string' },
  rules: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/** @throws TypeError naming the option that is none */
export const readWords = () => parseArgs({ allowPositionals: true, options: OPTIONS })
export type Values = ReturnType<typeof readWords>['values']
