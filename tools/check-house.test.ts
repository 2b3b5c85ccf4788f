// The house check must catch what it promises to catch, and the house itself must pass.
import { describe, expect, it } from 'vitest'
import { checkHouse, readHouse, readSource } from './check-house.ts'

const rulesOf = (files: Record<string, string>) =>
  checkHouse(Object.entries(files).map(([path, text]) => readSource(path, text))).map((breach) => breach.rule)

describe('house check', () => {
  it('passes on the house', () => expect(checkHouse(readHouse())).toEqual([]))

  const cases: [string, Record<string, string>, string[]][] = [
    [
      'platform must not know features',
      { 'server/src/platform/a.ts': "import { x } from '../features/accounts/index.ts'" },
      ['floor'],
    ],
    [
      'a lower feature must not import a higher one',
      { 'server/src/features/contacts/a.ts': "import { x } from '../feed/index.ts'" },
      ['floor'],
    ],
    [
      'only doors are imported',
      { 'server/src/features/feed/a.ts': "import { x } from '../contacts/store.ts'" },
      ['floor'],
    ],
    [
      'doors of earlier features are fine',
      { 'server/src/features/feed/a.ts': "import { x } from '../contacts/index.ts'" },
      [],
    ],
    [
      'rules are pure',
      { 'server/src/features/feed/rules/a.ts': "import { sql } from '../store.ts'\nexport const b = () => Date.now()" },
      ['pure', 'floor'],
    ],
    [
      'the widget cannot reach the server',
      { 'widget/src/a.ts': "import { x } from '../../server/src/main.ts'" },
      ['floor'],
    ],
    [
      'cycles',
      { 'contract/src/a.ts': "import { b } from './b.ts'", 'contract/src/b.ts': "import type { a } from './a.ts'" },
      ['cycle'],
    ],
    ['env is read in config only', { 'server/src/features/feed/a.ts': 'export const a = process.env.PORT' }, ['env']],
    ['SQL lives in stores', { 'server/src/features/feed/a.ts': 'export const a = sql`SELECT 1`' }, ['sql']],
    ['SQL in a store is fine', { 'server/src/features/feed/store.ts': 'export const a = sql`SELECT 1`' }, []],
    ['junk names', { 'server/src/features/feed/utils.ts': '' }, ['name']],
    ['long files', { 'contract/src/a.ts': 'const a = 1\n'.repeat(301) }, ['size']],
    ['long functions', { 'contract/src/a.ts': `const a = () => {\n${'  b()\n'.repeat(41)}}\n` }, ['size']],
    ['a channel folder has fixed files', { 'server/src/channels/sms/extra.ts': '' }, ['channel']],
  ]
  it.each(cases)('%s', (_, files, rules) => expect(rulesOf(files)).toEqual(rules))
})
