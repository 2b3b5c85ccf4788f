// The stand-in's documents and sites: read as they are looked at.
import { Problem } from '@ballast/contract/problems'
import type { KnowledgeDocument, KnowledgeSite } from '@ballast/contract/routes/documents'
import { ago, uuid } from './mock-data.ts'
import { entryOf, type MockKnowledge } from './mock-knowledge.ts'

// biome-ignore lint/suspicious/noExplicitAny: inputs are checked against the route's schemas before they come here.
type Handle = (input: { params: any; query: any; body: any }) => unknown

/** Each look finds what is being read further; the third finds it read. */
export const documentRoutes = ({ write, all }: MockKnowledge): Record<string, Handle> => {
  let documents: KnowledgeDocument[] = []
  let sites: KnowledgeSite[] = []
  let made = 0
  const bring = (document: KnowledgeDocument): KnowledgeDocument => {
    for (const section of ['1', '2', '2.1', '10'])
      write(
        entryOf(100 + made++, {
          title: `${document.name.replace(/\.\w+$/, '')} › Section ${section}`,
          answer: `What section ${section} says.`,
          kind: 'section',
          origin: { documentId: document.id, section },
        }),
      )
    const warnings = document.name.endsWith('.txt') ? [{ code: 'name-wrong' as const }] : []
    return { ...document, state: 'ready', progress: 1, sections: 3, passages: 4, readAt: ago(0), warnings }
  }
  const onwards = (document: KnowledgeDocument): KnowledgeDocument => {
    if (document.state !== 'waiting' && document.state !== 'reading') return document
    if (document.name.includes('secret')) return { ...document, state: 'failed', problem: 'document.encrypted' }
    if (document.progress >= 0.5) return bring(document)
    return { ...document, state: 'reading', progress: document.progress + 0.5 }
  }
  const withdraw = (id: string) => {
    for (const { entry } of all.values()) if (entry.origin?.documentId === id) write({ ...entry, status: 'withdrawn' })
  }
  return {
    listDocuments: () => {
      documents = documents.map(onwards)
      return { documents }
    },
    uploadDocument: ({ query, body }) => {
      if (query.name.includes('huge')) throw new Problem('document.too-large')
      const before = documents.find(({ name, locale }) => name === query.name && locale === query.locale)
      if (before) withdraw(before.id)
      const document: KnowledgeDocument = {
        ...{ id: before?.id ?? uuid(11, documents.length + 1), name: query.name, mime: 'application/pdf' },
        ...{ bytes: body.length, locale: query.locale, topic: query.topic ?? '', source: 'upload', url: null },
        ...{ siteId: null, state: 'waiting', problem: null, warnings: [], sections: 0, passages: 0, progress: 0 },
        ...{ addedAt: ago(0), readAt: null },
      }
      documents = [document, ...documents.filter((each) => each !== before)]
      return { document }
    },
    rereadDocument: ({ params }) => {
      documents = documents.map((each) =>
        each.id === params.documentId ? { ...each, state: 'waiting', problem: null, progress: 0 } : each,
      )
      withdraw(params.documentId)
      return { document: documents.find(({ id }) => id === params.documentId) }
    },
    removeDocument: ({ params }) => {
      withdraw(params.documentId)
      documents = documents.filter(({ id }) => id !== params.documentId)
      return {}
    },
    listSites: () => {
      const reply = { sites }
      sites = sites.map((site) =>
        site.state === 'reading' ? { ...site, state: 'ready', found: 12, failed: 1, crawledAt: ago(0) } : site,
      )
      return reply
    },
    saveSite: ({ params, body }) => {
      if (String(body.url).includes('localhost')) throw new Problem('site.address-refused', { path: '/url' })
      const { everyHours } = body
      const site: KnowledgeSite = {
        ...{ id: params.siteId, topic: '', problem: null, found: 0, failed: 0, crawledAt: null, ...body },
        ...{ state: 'reading', everyHours, nextAt: everyHours === null ? null : ago(-3600 * everyHours) },
      }
      sites = [site, ...sites]
      return { site }
    },
    crawlSite: ({ params }) => {
      sites = sites.map((site) => (site.id === params.siteId ? { ...site, state: 'reading' } : site))
      return { site: sites.find(({ id }) => id === params.siteId) }
    },
    removeSite: ({ params }) => {
      sites = sites.filter(({ id }) => id !== params.siteId)
      return {}
    },
  }
}
