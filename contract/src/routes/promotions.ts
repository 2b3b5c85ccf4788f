import { Type } from 'typebox'
import { Closed, Instant, OneOf, Text, Uuid } from '../primitives.ts'
import { Buyer, Cart, Currency, Finding, Priced, Rule, RuleSetHead } from '../promotions.ts'
import { route } from '../route.ts'

const Version = Type.Integer({ minimum: 1 })
const Words = Closed({ zh: Text(1000), en: Text(1000) })
const Ahead = Type.Optional(
  Type.String({
    pattern: '^-?[0-9]{1,3}$',
    description: 'Minutes ahead of UTC of times without a zone; default 480.',
  }),
)
const WhichVersion = Closed({ version: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }) })

export const RuleVersion = Closed({
  version: Version,
  base: Type.Union([Version, Type.Null()], { description: 'What it was written from; null: from nothing.' }),
  rules: Type.Integer(),
  broken: Type.Array(Text(64), { description: 'Rules that cannot work as written. Such a version is not published.' }),
  note: Text(300),
  staffId: Type.Union([Uuid, Type.Null()]),
  createdAt: Instant,
  publishedAt: Type.Union([Instant, Type.Null()]),
  inForce: Type.Boolean(),
})
const Saved = Closed({ version: RuleVersion })

export const listRuleVersions = route({
  name: 'listRuleVersions',
  method: 'GET',
  path: '/api/promotions/versions',
  tag: 'Promotions',
  summary: 'Versions of the rules, the newest 100; `inForce` is null before the first is published.',
  access: 'knowledge.read',
  reply: Closed({ inForce: Type.Union([Version, Type.Null()]), versions: Type.Array(RuleVersion) }),
  problems: [],
})
export const readRules = route({
  name: 'readRules',
  method: 'GET',
  path: '/api/promotions/versions/:version/rules',
  tag: 'Promotions',
  summary: 'Rules of a version in the order of their ids, a page at a time.',
  access: 'knowledge.read',
  params: WhichVersion,
  query: Closed({
    after: Type.Optional(Text(64, { description: 'The id the page before ended with.' })),
    search: Type.Optional(Text(100, { description: 'In anything a rule says: id, name, product, group …' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
  }),
  reply: Closed({ head: RuleSetHead, rules: Type.Array(Rule), total: Type.Integer(), more: Type.Boolean() }),
  problems: ['rules.version-unknown'],
})
export const saveRules = route({
  name: 'saveRules',
  method: 'POST',
  path: '/api/promotions/versions',
  tag: 'Promotions',
  summary: 'Write a new version: what changes in `base` (0: an empty set). Nothing is in force before it is published.',
  access: 'knowledge.write',
  bodyLimit: 1024 * 1024,
  body: Closed({
    base: Type.Integer({ minimum: 0 }),
    put: Type.Array(Rule, { maxItems: 500, description: 'More at once: import them.' }),
    remove: Type.Array(Text(64), { maxItems: 5_000 }),
    head: Type.Optional(RuleSetHead),
    note: Type.Optional(Text(300)),
  }),
  reply: Saved,
  problems: ['rules.version-unknown', 'rules.too-many'],
})
export const importRules = route({
  name: 'importRules',
  method: 'POST',
  path: '/api/promotions/import',
  tag: 'Promotions',
  summary:
    'A table of rules as xlsx or csv, or a JSON list of them (the body is its bytes), becomes a new version. Rows that cannot be read are named.',
  access: 'knowledge.write',
  bytes: 'body',
  bodyLimit: 16 * 1024 * 1024,
  query: Closed({
    base: Type.Optional(Type.String({ pattern: '^[0-9]{1,9}$', description: 'Default 0: the file is the whole set.' })),
    currency: Type.Optional(Currency),
    ahead: Ahead,
    preview: Type.Optional(OneOf(['yes'] as const, { description: 'Reads and reports, stores nothing.' })),
  }),
  reply: Closed({
    version: Type.Union([RuleVersion, Type.Null()]),
    rules: Type.Integer(),
    problems: Type.Array(Closed({ row: Type.Integer(), code: Text(40), column: Type.Optional(Text(500)) })),
  }),
  problems: ['rules.file-unreadable', 'rules.version-unknown', 'rules.too-many'],
})
export const exportRules = route({
  name: 'exportRules',
  method: 'GET',
  path: '/api/promotions/versions/:version/table',
  tag: 'Promotions',
  summary: 'A version as a table, with Chinese or English headers.',
  access: 'knowledge.read',
  bytes: 'reply',
  params: WhichVersion,
  query: Closed({
    format: OneOf(['csv', 'xlsx'] as const),
    tongue: Type.Optional(OneOf(['zh', 'en'] as const)),
    ahead: Ahead,
  }),
  reply: Type.String(),
  problems: ['rules.version-unknown'],
})
export const checkRules = route({
  name: 'checkRules',
  method: 'GET',
  path: '/api/promotions/versions/:version/check',
  tag: 'Promotions',
  summary: 'Conflicts, gaps and rules that can never apply, each with what to do.',
  access: 'knowledge.read',
  params: WhichVersion,
  reply: Closed({ findings: Type.Array(Closed({ finding: Finding, words: Words })) }),
  problems: ['rules.version-unknown'],
})
export const compareRules = route({
  name: 'compareRules',
  method: 'GET',
  path: '/api/promotions/versions/:version/compare',
  tag: 'Promotions',
  summary: 'What changed since another version. At most 500 rules of each kind are listed; the counts are whole.',
  access: 'knowledge.read',
  params: WhichVersion,
  query: Closed({ since: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }) }),
  reply: Closed({
    counts: Closed({ added: Type.Integer(), removed: Type.Integer(), changed: Type.Integer() }),
    head: Type.Boolean(),
    added: Type.Array(Rule),
    removed: Type.Array(Rule),
    changed: Type.Array(Closed({ before: Rule, after: Rule, fields: Type.Array(Text(64)) })),
  }),
  problems: ['rules.version-unknown'],
})
export const publishRules = route({
  name: 'publishRules',
  method: 'POST',
  path: '/api/promotions/versions/:version/publish',
  tag: 'Promotions',
  summary: 'Put a version in force, an older one too: every process takes it over whole, between two turns.',
  access: 'knowledge.write',
  params: WhichVersion,
  reply: Saved,
  problems: ['rules.version-unknown', 'rules.broken'],
})
export const rollBackRules = route({
  name: 'rollBackRules',
  method: 'POST',
  path: '/api/promotions/roll-back',
  tag: 'Promotions',
  summary: 'Put the version in force again that was before this one.',
  access: 'knowledge.write',
  reply: Saved,
  problems: ['rules.none-before'],
})
export const priceCart = route({
  name: 'priceCart',
  method: 'POST',
  path: '/api/promotions/price',
  tag: 'Promotions',
  summary:
    'What a cart costs and why, rule by rule: under the rules in force, or under any version before it is published.',
  access: 'knowledge.read',
  body: Closed({
    cart: Cart,
    buyer: Type.Optional(Buyer),
    at: Type.Optional(Instant),
    version: Type.Optional(Version),
  }),
  reply: Closed({
    version: Version,
    price: Priced,
    words: Closed({ zh: Type.Array(Text(1000)), en: Type.Array(Text(1000)) }),
  }),
  problems: ['rules.version-unknown', 'rules.none-in-force', 'rules.currency-differs'],
})
export const listWrongAnswers = route({
  name: 'listWrongAnswers',
  method: 'GET',
  path: '/api/promotions/wrong-answers',
  tag: 'Promotions',
  summary:
    'Prices told in the last 30 days under other versions that the rules in force would not say: newest first, each cart once.',
  access: 'knowledge.read',
  reply: Closed({
    answers: Type.Array(
      Closed({
        id: Uuid,
        conversationId: Uuid,
        messageId: Uuid,
        version: Version,
        at: Instant,
        told: Type.Integer(),
        now: Type.Union([Type.Integer(), Type.Null()]),
        currency: Currency,
        correction: Text(1000, { description: 'What the customer would be sent.' }),
      }),
    ),
  }),
  problems: [],
})
export const correctAnswers = route({
  name: 'correctAnswers',
  method: 'POST',
  path: '/api/promotions/wrong-answers/correct',
  tag: 'Promotions',
  summary: 'Send the correction to these customers, each once. What is right again by now is left alone.',
  access: 'knowledge.write',
  body: Closed({ ids: Type.Array(Uuid, { minItems: 1, maxItems: 500 }) }),
  reply: Closed({ corrected: Type.Array(Uuid), failed: Type.Array(Uuid) }),
  problems: ['rules.none-in-force'],
})
