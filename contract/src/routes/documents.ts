// Documents and sites the bot's knowledge is read from. The content decides what a file is, never its name.
import { type Static, Type } from 'typebox'
import { Closed, Instant, Locale, OneOf, SafeUrl, Text, Uuid } from '../primitives.ts'
import { route } from '../route.ts'

/** Largest document in bytes. */
export const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024
export const READING_STATES = ['waiting', 'reading', 'ready', 'failed'] as const

const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const Count = Type.Integer({ minimum: 0 })

export const KnowledgeDocument = Closed({
  id: Uuid,
  name: Text(300),
  mime: Text(127, { description: 'What the content is; before it was read what its name says.' }),
  bytes: Count,
  locale: Locale,
  topic: Text(64),
  source: OneOf(['upload', 'folder', 'web'] as const),
  url: OrNull(SafeUrl),
  siteId: OrNull(Uuid),
  state: OneOf(READING_STATES),
  problem: OrNull(Text(64, { description: 'Why it failed: one of the document.* codes, or server.error.' })),
  warnings: Type.Array(
    Closed({
      code: OneOf(['name-wrong', 'page-without-text', 'pictures-left-out'] as const),
      page: Type.Optional(Type.Integer({ minimum: 1 })),
    }),
  ),
  sections: Count,
  passages: Type.Integer({ minimum: 0, description: 'Entries made of its sections.' }),
  progress: Type.Number({ minimum: 0, maximum: 1 }),
  addedAt: Instant,
  readAt: OrNull(Instant),
})
export type KnowledgeDocument = Static<typeof KnowledgeDocument>

export const KnowledgeSite = Closed({
  id: Uuid,
  url: SafeUrl,
  locale: Locale,
  topic: Text(64),
  mostPages: Count,
  mostDepth: Count,
  everyHours: OrNull(Type.Integer({ minimum: 1 })),
  state: OneOf(READING_STATES),
  problem: OrNull(Text(64)),
  found: Type.Integer({ minimum: 0, description: 'Pages and files that were read.' }),
  failed: Count,
  crawledAt: OrNull(Instant),
  nextAt: OrNull(Instant),
})
export type KnowledgeSite = Static<typeof KnowledgeSite>

const DOCUMENT = { params: Closed({ documentId: Uuid }) }
const SITE = { params: Closed({ siteId: Uuid }) }

export const listDocuments = route({
  name: 'listDocuments',
  method: 'GET',
  path: '/api/documents',
  tag: 'Documents',
  summary: 'Documents with how far they are, last added first.',
  access: 'knowledge.read',
  query: Closed({
    state: Type.Optional(OneOf(READING_STATES)),
    siteId: Type.Optional(Uuid),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  }),
  reply: Closed({ documents: Type.Array(KnowledgeDocument) }),
  problems: [],
})
export const readDocument = route({
  name: 'readDocument',
  method: 'GET',
  path: '/api/documents/:documentId',
  tag: 'Documents',
  summary: 'One document and how far it is; its sections are the entries with its id as origin.',
  access: 'knowledge.read',
  ...DOCUMENT,
  reply: Closed({ document: KnowledgeDocument }),
  problems: ['document.not-found'],
})
export const uploadDocument = route({
  name: 'uploadDocument',
  method: 'POST',
  path: '/api/documents',
  tag: 'Documents',
  summary:
    'Add a document: the body is its bytes. It is read at once; its sections answer within seconds. The same name and language again replaces it.',
  access: 'knowledge.write',
  bytes: 'body',
  bodyLimit: MAX_DOCUMENT_BYTES,
  query: Closed({
    name: Text(300, { minLength: 1, description: 'With its folder, when there is one.' }),
    locale: Locale,
    topic: Type.Optional(Text(64)),
    source: Type.Optional(OneOf(['upload', 'folder'] as const)),
  }),
  reply: Closed({ document: KnowledgeDocument }),
  problems: ['document.too-many', 'document.too-large'],
})
export const rereadDocument = route({
  name: 'rereadDocument',
  method: 'POST',
  path: '/api/documents/:documentId/read',
  tag: 'Documents',
  summary: 'Read it again: sections that did not change keep their version, those that are gone are withdrawn.',
  access: 'knowledge.write',
  ...DOCUMENT,
  body: Closed({}),
  reply: Closed({ document: KnowledgeDocument }),
  problems: ['document.not-found'],
})
export const removeDocument = route({
  name: 'removeDocument',
  method: 'DELETE',
  path: '/api/documents/:documentId',
  tag: 'Documents',
  summary: 'Remove a document and withdraw its sections.',
  access: 'knowledge.write',
  ...DOCUMENT,
  reply: Closed({}),
  problems: ['document.not-found'],
})

export const listSites = route({
  name: 'listSites',
  method: 'GET',
  path: '/api/sites',
  tag: 'Documents',
  summary: 'Sites whose pages are documents.',
  access: 'knowledge.read',
  reply: Closed({ sites: Type.Array(KnowledgeSite) }),
  problems: [],
})
export const saveSite = route({
  name: 'saveSite',
  method: 'PUT',
  path: '/api/sites/:siteId',
  tag: 'Documents',
  summary:
    'Read the pages of a site, from this address on and never beyond its origin, now and, if you say so, again and again. The id is yours to make.',
  access: 'knowledge.write',
  ...SITE,
  body: Closed({
    url: SafeUrl,
    locale: Locale,
    topic: Type.Optional(Text(64)),
    mostPages: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, description: 'Default 100.' })),
    mostDepth: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 10, description: 'Links from the first page; default 3.' }),
    ),
    everyHours: Type.Optional(OrNull(Type.Integer({ minimum: 1, maximum: 8760 }))),
  }),
  reply: Closed({ site: KnowledgeSite }),
  problems: ['site.address-refused', 'document.too-many'],
})
export const crawlSite = route({
  name: 'crawlSite',
  method: 'POST',
  path: '/api/sites/:siteId/crawl',
  tag: 'Documents',
  summary: 'Read the site again now.',
  access: 'knowledge.write',
  ...SITE,
  body: Closed({}),
  reply: Closed({ site: KnowledgeSite }),
  problems: ['site.not-found'],
})
export const removeSite = route({
  name: 'removeSite',
  method: 'DELETE',
  path: '/api/sites/:siteId',
  tag: 'Documents',
  summary: 'Forget a site: its pages are removed and their sections withdrawn.',
  access: 'knowledge.write',
  ...SITE,
  reply: Closed({}),
  problems: ['site.not-found'],
})
