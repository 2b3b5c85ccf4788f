// One example a route for the isolation test: what a caller sends when they name these ids. A route without one fails.
import type { RouteName, Uuid } from '@ballast/contract'
import { PLAIN_VOICE } from '@ballast/contract/routes/voice'
import { newId } from '../change-sets.ts'
import { KETTLE, type WholeServer } from '../whole-server.ts'
import { addThing, createKey, newVisitor, type Twin, text } from '../whole-tenants.ts'
import { grownCluster, OLD_CHATS, wonCourt } from './grown.ts'

export interface Ids {
  readonly conversationId: Uuid
  readonly messageId: Uuid
  readonly contactId: Uuid
  readonly staffId: Uuid
  readonly teamId: Uuid
  readonly inboxId: Uuid
  readonly keyId: Uuid
  readonly entryId: Uuid
  readonly clusterId: Uuid
  /** Of that cluster. */
  readonly questionId: Uuid
  readonly courtId: Uuid
  readonly importId: Uuid
  readonly documentId: Uuid
  readonly siteId: Uuid
  readonly nodeId: Uuid
  readonly editId: Uuid
  readonly fileId: Uuid
  readonly helpCode: string
  readonly mediumId: Uuid
  readonly viewId: Uuid
  readonly replyId: Uuid
  /** Of the customer's first message. */
  readonly saidId: Uuid
  readonly exampleId: Uuid
  readonly intentId: string
  readonly version: string
  readonly rulesVersion: string
  readonly publicKey: string
}
export interface Example {
  readonly params?: (ids: Ids) => Record<string, string>
  readonly query?: Record<string, string> | ((ids: Ids) => Record<string, string>)
  readonly body?: (ids: Ids) => Record<string, unknown>
  /** Of a route whose body is bytes; absent: a picture. */
  readonly bytes?: () => Buffer
  /** Refusals that somebody who may can still meet: another's turn, a wrong password. */
  readonly also?: readonly string[]
  /** Answered when what is named is not there. Absent: the example names nothing. */
  readonly missing?: string | readonly string[]
  /**
   * An id that is nowhere makes a new one, and so does one of another workspace: it is the caller's own then. The route
   * that removes it again.
   */
  readonly creates?: RouteName
  /** Named by something that is not a secret, for anyone: knowing it is enough. */
  readonly open?: true
  /** Only a person may: an API key is refused whatever it holds. */
  readonly people?: true
  /** Not refused for want of a team: owners of the right run the whole workspace. */
  readonly wide?: true
  /** What the call uses up is made anew for it. */
  readonly fresh?: (node: WholeServer, twin: Twin) => Promise<Partial<Ids>>
  /** The call ends the caller's session. */
  readonly endsSession?: true
}

const conversation = ({ conversationId }: Ids) => ({ conversationId })
const contact = ({ contactId }: Ids) => ({ contactId })
const staff = ({ staffId }: Ids) => ({ staffId })
const inbox = ({ inboxId }: Ids) => ({ inboxId })
const entry = ({ entryId }: Ids) => ({ entryId })
const message = ({ conversationId, messageId }: Ids) => ({ conversationId, messageId })
const hand = {
  params: conversation,
  missing: 'conversation.not-found',
  also: ['conversation.not-yours', 'conversation.wrong-status'],
}
const file = ({ fileId }: Ids) => ({ fileId })
const help = ({ helpCode }: Ids) => ({ code: helpCode })
const view = ({ viewId }: Ids) => ({ viewId })
const cannedReply = ({ replyId }: Ids) => ({ replyId })
const intent = ({ intentId }: Ids) => ({ intentId })
const example = ({ exampleId }: Ids) => ({ exampleId })
const nothing = () => ({})
/** Packs come with the server and are the same for everybody. */
const pack = { params: () => ({ pack: 'apparel' }), missing: 'pack.not-found', open: true } as const
const rules = {
  params: ({ rulesVersion }: Ids) => ({ version: rulesVersion }),
  missing: 'rules.version-unknown',
} as const
const rule = { id: 'tried', name: 'tried', kind: 'percent', pay: 900 }
const cart = { currency: 'CNY', lines: [{ productId: 'coat', price: 100, quantity: 1 }] }
let shortcuts = 0
/** Called by a shop's own entry, with the inbox's key: none of these callers is one (open.pg.test tries those that are). */
const outside = {
  params: ({ publicKey }: Ids) => ({ publicKey }),
  missing: 'inbox.unknown',
  also: ['signature.invalid', 'auth.invalid'],
  open: true,
} as const
let invited = 0
const document = ({ documentId }: Ids) => ({ documentId })
const cluster = ({ clusterId }: Ids) => ({ clusterId })
const court = ({ courtId }: Ids) => ({ courtId })
const chatImport = ({ importId }: Ids) => ({ importId })
const site = ({ siteId }: Ids) => ({ siteId })
let documents = 0
const freshDocument = async (_: WholeServer, twin: Twin): Promise<Partial<Ids>> => {
  const url = `/api/documents?name=fresh${documents++}.txt&locale=en`
  const { body } = await twin.owner.browser.call('POST', url, { body: { text: 'fresh' } })
  return { documentId: (body as unknown as { document: { id: Uuid } }).document.id }
}
const freshSite = async (_: WholeServer, twin: Twin): Promise<Partial<Ids>> => {
  const siteId = newId()
  await twin.owner.browser.call('PUT', `/api/sites/${siteId}`, { body: { url: 'http://127.0.0.1:9/', locale: 'en' } })
  return { siteId }
}
/** A thing of the structure that nobody touched since it was added. */
const freshThing = (_: WholeServer, twin: Twin): Promise<Partial<Ids>> => addThing(twin)
/** Written a moment ago and by nobody since: a base version of 1 is right. */
const freshEntry = async (_: WholeServer, twin: Twin): Promise<Partial<Ids>> => {
  const entryId = newId()
  const body = { locale: 'en', title: 'fresh', questions: [], answer: 'fresh', topic: '', baseVersion: 0 }
  await twin.owner.browser.call('PUT', `/api/knowledge/${entryId}`, { body })
  return { entryId }
}

export const EXAMPLES: Record<RouteName, Example> = {
  readSession: { people: true },
  signIn: {
    body: () => ({ email: 'nobody@example.com', password: 'wrong' }),
    also: ['auth.invalid', 'auth.locked'],
    open: true,
  },
  signInByLink: { body: () => ({ token: 'wrong' }), also: ['auth.invalid', 'auth.locked'], open: true },
  signOut: { people: true, endsSession: true },
  setPassword: {
    people: true,
    endsSession: true,
    body: () => ({ current: 'not the password', next: 'correct horse battery' }),
    also: ['auth.invalid'],
  },
  beginSecondFactor: { people: true, body: () => ({ password: 'wrong' }), also: ['auth.invalid'] },
  confirmSecondFactor: { people: true, body: () => ({ code: '000000' }), also: ['auth.invalid'] },
  listStaff: {},
  inviteStaff: {
    body: ({ teamId }) => ({ name: 'New', email: `new${invited++}@example.com`, role: 'agent', teamIds: [teamId] }),
    missing: 'team.not-found',
  },
  createSignInLink: { params: staff, missing: 'staff.not-found' },
  changeStaff: { params: staff, body: () => ({ name: 'A colleague' }), missing: 'staff.not-found' },
  listTeams: {},
  createTeam: { body: () => ({ name: 'Another' }) },
  listKeys: {},
  createKey: { people: true, body: () => ({ name: 'k', permissions: ['facts.read'] }) },
  revokeKey: {
    people: true,
    params: ({ keyId }) => ({ keyId }),
    missing: 'key.not-found',
    fresh: async (_, twin) => ({ keyId: (await createKey(twin.owner.browser, ['facts.read'])).id }),
  },
  listInboxes: {},
  createInbox: {
    body: ({ teamId }) => ({ name: 'Another', channel: 'web', teamIds: [teamId] }),
    missing: 'team.not-found',
  },
  changeInbox: { params: inbox, body: () => ({ botName: 'Bot' }), missing: 'inbox.unknown' },
  readInboxSettings: { params: inbox, missing: 'inbox.unknown' },
  changeInboxSettings: { params: inbox, body: () => ({ settings: {} }), missing: 'inbox.unknown' },
  readInboxDelivery: { params: inbox, missing: 'inbox.unknown' },
  resumeInboxDelivery: { params: inbox, body: nothing, missing: 'inbox.unknown' },
  sendOpenMessage: { ...outside, body: () => ({ sender: { id: 'u' }, message: { id: 'm', text: 'hi' } }) },
  sendOpenTyping: { ...outside, body: () => ({ sender: { id: 'u' }, typing: true }) },
  sendOpenReceipt: { ...outside, body: () => ({ sender: { id: 'u' }, message_id: 'm', state: 'read' }) },
  listOpenEvents: outside,
  readOpenFile: { ...outside, params: ({ publicKey, fileId }) => ({ publicKey, fileId }) },
  replayOpenEvent: {
    ...outside,
    params: ({ publicKey, entryId }) => ({ publicKey, eventId: entryId }),
  },
  rotateIdentitySecret: { params: inbox, body: nothing, missing: 'inbox.unknown' },
  startVisit: { params: ({ publicKey }) => ({ publicKey }), body: nothing, missing: 'inbox.unknown', open: true },
  mailTranscript: {
    params: conversation,
    body: () => ({ email: 'somebody@customer.example' }),
    missing: 'conversation.not-found',
    also: ['rate.limited', 'conversation.not-found'],
  },
  listConversations: { query: { view: 'all' } },
  countConversations: {},
  readConversation: { params: conversation, missing: 'conversation.not-found' },
  listMessages: { params: conversation, missing: 'conversation.not-found' },
  replyToConversation: {
    ...hand,
    people: true,
    body: () => ({ id: newId(), parts: text('a reply of the matrix'), note: false }),
  },
  takeConversation: { ...hand, people: true, body: () => ({ force: true }) },
  handBackConversation: { ...hand, people: true, body: nothing },
  transferConversation: {
    ...hand,
    people: true,
    body: ({ staffId }) => ({ staffId, note: 'a transfer' }),
    // Which of the two is named depends on nothing of the other workspace.
    missing: ['conversation.not-found', 'staff.not-found'],
  },
  handOverConversation: { ...hand, body: nothing },
  snoozeConversation: {
    ...hand,
    people: true,
    body: () => ({ until: new Date(Date.now() + 3_600_000).toISOString() }),
  },
  resolveConversation: { ...hand, body: nothing },
  reopenConversation: { ...hand, people: true, body: nothing },
  editMessage: {
    params: message,
    people: true,
    body: () => ({ parts: text('edited') }),
    missing: 'conversation.not-found',
    also: ['message.not-yours', 'message.not-found'],
  },
  recallMessage: {
    params: message,
    people: true,
    body: nothing,
    missing: 'conversation.not-found',
    also: ['message.not-yours', 'message.not-found'],
  },
  markRead: { params: conversation, body: () => ({ seq: 1 }), missing: 'conversation.not-found' },
  listContactOrders: { params: contact, missing: 'contact.not-found' },
  listContactConversations: { params: contact, missing: 'contact.not-found' },
  listProducts: { query: { ids: 'p1,p2', locale: 'en' } },
  readContact: { params: contact, missing: 'contact.not-found' },
  revealField: {
    params: contact,
    people: true,
    body: () => ({ field: 'phone', reason: 'delivery' }),
    missing: 'contact.not-found',
  },
  eraseContact: {
    params: contact,
    missing: 'contact.not-found',
    wide: true,
    fresh: async (node, twin) => ({
      contactId: (await newVisitor(node, twin.open.publicKey, { says: 'somebody goes' })).contactId,
    }),
  },
  listHelpCodes: {},
  makeHelpCodes: {
    body: ({ inboxId }) => ({ inboxId, productIds: [KETTLE.id] }),
    missing: 'inbox.unknown',
  },
  switchHelpCode: { params: help, body: () => ({ on: true }), missing: 'help.not-found' },
  searchHelpProducts: { query: { search: 'kettle' } },
  readHelpPicture: { params: help, query: { as: 'png' }, missing: 'help.not-found' },
  printHelpCodes: { query: ({ helpCode }) => ({ codes: helpCode }), missing: 'help.not-found' },
  uploadMedia: {},
  readMedia: { params: ({ mediumId }) => ({ fileId: mediumId }), missing: 'file.not-found', open: true },
  listKnowledge: {},
  saveKnowledge: {
    params: entry,
    missing: 'knowledge.not-found',
    also: ['conversation.changed'],
    body: () => ({
      locale: 'en',
      title: 'saved',
      questions: ['saved?'],
      answer: 'an answer',
      topic: 'delivery',
      baseVersion: 1,
    }),
  },
  searchKnowledge: { query: { text: 'how long does delivery take', locale: 'en' } },
  readKnowledge: { params: entry, missing: 'knowledge.not-found' },
  draftKnowledge: {
    params: entry,
    fresh: freshEntry,
    missing: 'knowledge.not-found',
    also: ['conversation.changed'],
    body: () => ({
      locale: 'en',
      title: 'drafted',
      questions: ['drafted?'],
      answer: 'a draft',
      topic: 'delivery',
      baseVersion: 1,
    }),
  },
  publishKnowledge: {
    params: entry,
    fresh: freshEntry,
    missing: 'knowledge.not-found',
    also: ['conversation.changed'],
    body: () => ({ baseVersion: 1 }),
  },
  listKnowledgeVersions: { params: entry, missing: 'knowledge.not-found' },
  listUsage: {},
  readUsage: { params: entry, missing: 'knowledge.not-found' },
  readKnowledgeVersion: { params: ({ entryId }) => ({ entryId, version: '1' }), missing: 'knowledge.not-found' },
  compareKnowledgeVersions: { params: entry, query: { from: '1', to: '1' }, missing: 'knowledge.not-found' },
  rollBackKnowledge: {
    params: entry,
    fresh: freshEntry,
    missing: 'knowledge.not-found',
    also: ['conversation.changed'],
    body: () => ({ to: 1, baseVersion: 1 }),
  },
  listPacks: {},
  previewPack: { ...pack, body: () => ({ locales: ['en'], values: {} }) },
  installPack: { ...pack, body: () => ({ locales: ['en'], values: { return_days: 15 } }) },
  removePack: pack,
  withdrawKnowledge: { params: entry, missing: 'knowledge.not-found' },
  listDocuments: {},
  readDocument: { params: document, missing: 'document.not-found', fresh: freshDocument },
  uploadDocument: { query: { name: 'of the matrix.txt', locale: 'en' } },
  rereadDocument: { params: document, body: nothing, missing: 'document.not-found', fresh: freshDocument },
  removeDocument: { params: document, missing: 'document.not-found', fresh: freshDocument },
  listSites: {},
  saveSite: {
    params: site,
    creates: 'removeSite',
    // Nobody listens there, and a private address is refused anyway.
    body: () => ({ url: 'http://127.0.0.1:9/', locale: 'en' }),
  },
  crawlSite: { params: site, body: nothing, missing: 'site.not-found', fresh: freshSite },
  removeSite: { params: site, missing: 'site.not-found', fresh: freshSite },
  // The structure of knowledge.
  listStructure: { query: { search: 'a' } },
  drawStructure: { query: ({ nodeId }) => ({ around: nodeId }), missing: 'structure.not-found' },
  readStructureNode: { params: ({ nodeId }) => ({ nodeId }), missing: 'structure.not-found' },
  editStructure: {
    body: ({ nodeId }) => ({ deed: { do: 'delete-node', nodeId, revision: 0 } }),
    missing: 'structure.not-found',
    fresh: freshThing,
  },
  listStructureEdits: {},
  undoStructureEdit: {
    params: ({ editId }) => ({ editId }),
    body: nothing,
    missing: 'structure.not-found',
    fresh: freshThing,
  },
  // Knowledge that grows.
  listClusters: {},
  readCluster: { params: cluster, missing: 'cluster.not-found' },
  draftFromCluster: { params: cluster, body: nothing, missing: 'cluster.not-found', fresh: grownCluster },
  dismissCluster: { params: cluster, body: nothing, missing: 'cluster.not-found' },
  holdCourt: { body: entry, missing: 'knowledge.not-found' },
  listCourts: {},
  readCourt: { params: court, missing: 'court.not-found' },
  publishFromCourt: {
    params: court,
    body: nothing,
    missing: 'court.not-found',
    fresh: (node, twin) => wonCourt(node, twin),
  },
  undoCourt: {
    params: court,
    body: nothing,
    missing: 'court.not-found',
    fresh: (node, twin) => wonCourt(node, twin, true),
  },
  readTrial: { params: entry, missing: 'knowledge.not-found' },
  readAdvice: {},
  adviseNow: { body: nothing },
  renameCluster: { params: cluster, body: () => ({ name: '' }), missing: 'cluster.not-found' },
  mergeClusters: { params: cluster, body: ({ clusterId }) => ({ from: clusterId }), missing: 'cluster.not-found' },
  splitCluster: {
    params: cluster,
    body: ({ questionId }) => ({ questionIds: [questionId] }),
    missing: 'cluster.not-found',
    fresh: grownCluster,
  },
  previewChats: { body: () => ({ text: OLD_CHATS }) },
  importChats: { body: () => ({ text: OLD_CHATS, locale: 'en' }), also: ['chats.running'] },
  listChatImports: {},
  readChatImport: { params: chatImport, missing: 'import.not-found' },
  cancelChatImport: { params: chatImport, body: nothing, missing: 'import.not-found' },
  // The first ten minutes of a shop.
  readWorkspace: { people: true },
  changeWorkspace: { body: () => ({ setUp: true }) },
  importKnowledge: { body: () => ({ text: 'Q: taken in?\nA: yes', locale: 'en' }) },
  uploadVisitorFile: { query: { name: 'a.png' }, also: ['rate.limited'] },
  readVisitorFile: { params: file, missing: 'file.not-found', also: ['file.not-found'] },
  uploadFile: {
    people: true,
    query: conversation,
    missing: 'conversation.not-found',
    also: ['conversation.not-found'],
  },
  readFile: { params: file, missing: 'file.not-found' },

  // Workspace: expectation, canned replies, saved views.
  readExpectation: {},
  listCannedReplies: {},
  saveCannedReply: {
    params: cannedReply,
    creates: 'removeCannedReply',
    body: () => ({ shortcut: `matrix${shortcuts++}`, title: 'saved', text: 'a reply of the matrix', shared: true }),
    also: ['auth.forbidden'],
  },
  removeCannedReply: {
    params: cannedReply,
    missing: 'canned-reply.not-found',
    also: ['auth.forbidden'],
    fresh: async (_, twin) => {
      const replyId = newId()
      const body = { shortcut: `gone${shortcuts++}`, title: 'to be removed', text: 'soon gone', shared: true }
      await twin.owner.browser.call('PUT', `/api/canned-replies/${replyId}`, { body })
      return { replyId }
    },
  },
  listSavedViews: {},
  saveView: {
    params: view,
    creates: 'removeView',
    body: ({ inboxId }) => ({ name: 'saved', filter: { inboxIds: [inboxId] }, shared: true }),
    also: ['auth.forbidden'],
  },
  removeView: {
    params: view,
    missing: 'view.not-found',
    also: ['auth.forbidden'],
    fresh: async (_, twin) => {
      const viewId = newId()
      const body = { name: 'to be removed', filter: {}, shared: true }
      await twin.owner.browser.call('PUT', `/api/views/${viewId}`, { body })
      return { viewId }
    },
  },

  // Language: every workspace teaches its own.
  listIntents: {},
  saveIntent: {
    params: intent,
    creates: 'removeIntent',
    body: () => ({ title: { zh: '矩阵', en: 'of the matrix' }, on: true }),
    also: ['intent.built-in'],
  },
  removeIntent: {
    params: intent,
    missing: 'intent.not-found',
    fresh: async (_, twin) => {
      const intentId = `gone-${shortcuts++}`
      const body = { title: { zh: '将去', en: 'to be removed' }, on: true }
      await twin.owner.browser.call('PUT', `/api/language/intents/${intentId}`, { body })
      return { intentId }
    },
  },
  listExamples: { params: intent, missing: 'intent.not-found' },
  saveExample: {
    params: example,
    creates: 'removeExample',
    body: () => ({ intent: 'order-where', text: `an example of the matrix ${shortcuts++}` }),
  },
  removeExample: {
    params: example,
    missing: 'example.not-found',
    fresh: async (_, twin) => {
      const exampleId = newId()
      const body = { intent: 'order-where', text: `soon gone ${shortcuts++}` }
      await twin.owner.browser.call('PUT', `/api/language/examples/${exampleId}`, { body })
      return { exampleId }
    },
  },
  importExamples: { body: () => ({ csv: 'where did my parcel of the matrix go,order-where', preview: true }) },
  exportExamples: {},
  // Whether one runs already is another caller's doing; it takes half a minute, and nobody waits for it here.
  startTraining: { body: nothing, also: ['training.running'] },
  readTraining: {},
  cancelTraining: {},
  listModels: {},
  publishModel: { params: ({ version }) => ({ version }), body: nothing, missing: 'model.not-found' },
  compareModels: {
    body: ({ version }) => ({ left: Number(version), right: Number(version), csv: 'where is my parcel,where' }),
    missing: 'model.not-found',
  },
  tryLanguage: {
    body: ({ version }) => ({ text: 'where is it', version: Number(version) }),
    missing: 'model.not-found',
  },
  listRuleVersions: {},
  readRules: rules,
  saveRules: {
    body: ({ rulesVersion }) => ({ base: Number(rulesVersion), put: [rule], remove: [] }),
    missing: 'rules.version-unknown',
  },
  importRules: { bytes: () => Buffer.from('id,kind,name,pay\ntried,percent,tried,90%\n') },
  exportRules: { ...rules, query: { format: 'csv' } },
  checkRules: rules,
  compareRules: { ...rules, query: ({ rulesVersion }) => ({ since: rulesVersion }) },
  publishRules: rules,
  rollBackRules: {},
  priceCart: {
    body: ({ rulesVersion }) => ({ cart, version: Number(rulesVersion) }),
    missing: 'rules.version-unknown',
  },
  listWrongAnswers: {},
  correctAnswers: { body: () => ({ ids: [newId()] }) },
  listVoices: {},
  previewVoice: { body: () => ({ voice: PLAIN_VOICE, language: 'en', text: 'Returns are free.', moment: 'first' }) },
  saveVoice: {
    params: ({ inboxId }) => ({ scope: `inbox:${inboxId}` }),
    body: () => ({ baseVersion: 0, voice: null }),
    missing: 'inbox.unknown',
  },
  readModels: {},
  saveModel: {
    params: () => ({ use: 'answer' }),
    body: () => ({
      baseVersion: 0,
      baseUrl: 'https://model.example/v1',
      model: 'small',
      on: false,
      temperature: 0.2,
      maxTokens: 300,
      budget: {
        tokensPerDay: null,
        tokensPerMonth: null,
        moneyPerDay: null,
        moneyPerMonth: null,
        currency: 'CNY',
        inputPrice: 0,
        outputPrice: 0,
      },
    }),
    also: ['language-model.changed'],
    missing: 'request.invalid',
    open: true,
  },
  stopModels: { body: () => ({ stopped: false }) },
  tryModel: {
    params: () => ({ use: 'answer' }),
    also: ['language-model.not-set'],
    missing: 'request.invalid',
    open: true,
  },
  listModelCalls: {},
  correctMessage: {
    params: ({ conversationId, saidId }) => ({ conversationId, messageId: saidId }),
    body: () => ({ intent: 'order-where' }),
    missing: 'conversation.not-found',
    also: ['message.not-found'],
  },
}
