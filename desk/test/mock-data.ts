// A believable small shop for the desk's browser test, in memory.
import type { Contact, Conversation, ConversationRow, Message } from '@ballast/contract/conversation'
import type { Part } from '@ballast/contract/parts'
import type { CannedReply } from '@ballast/contract/routes/workspace'

export const uuid = (kind: number, n: number) =>
  `0190a000-0000-7000-80${kind.toString(16).padStart(2, '0')}-${n.toString(16).padStart(12, '0')}`
export const ME = uuid(1, 1)
export const COLLEAGUE = uuid(1, 2)
export const TEAM = uuid(2, 1)
export const INBOX = uuid(3, 1)
export const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString()

export interface Talk {
  row: ConversationRow
  contact: Contact
  messages: Message[]
}

const PEOPLE = [
  '陈晓雯',
  'Amelia Hart',
  '王建国',
  'Lukas Brandt',
  '李思思',
  'Priya Nair',
  '赵磊',
  'Sofia Conti',
  '孙悦',
  'Noah Berg',
]
const SAID = [
  '我的包裹三天没动了，能帮我查一下吗？',
  'Can I still change the delivery address of my order?',
  '这件大衣有 M 码吗？什么时候补货',
  'The zip broke after two days. I would like my money back.',
  '发票抬头写错了，怎么改',
  'Where is my refund? It has been a week now.',
]
const STATUSES: readonly Conversation['status'][] = [
  'waiting',
  'agent',
  'bot',
  'waiting',
  'agent',
  'bot',
  'snoozed',
  'resolved',
]

/** Every eighth conversation is an earlier one of the person seven before. */
const personOf = (n: number): number => (n % STATUSES.length === 7 ? n - 7 : n)

const conversation = (n: number): Conversation => {
  const status = STATUSES[n % STATUSES.length] ?? 'waiting'
  const waits = status === 'waiting' || status === 'agent'
  return {
    id: uuid(4, n),
    contactId: uuid(5, personOf(n)),
    inboxId: INBOX,
    channel: n % 3 === 0 ? 'wechat' : 'web',
    status,
    assigneeId: status === 'agent' ? (n % 8 === 1 ? ME : COLLEAGUE) : null,
    teamId: null,
    seq: 0,
    version: 1,
    locale: n % 2 === 0 ? 'zh-CN' : 'en',
    handoverReason: status === 'waiting' ? (n % 2 === 0 ? 'asked' : 'angry') : null,
    waitingSince: waits ? ago(30 + n * 23) : null,
    snoozedUntil: status === 'snoozed' ? ago(-7200) : null,
    openedAt: ago(90_000),
    updatedAt: ago(60 + n * 20),
    resolvedAt: status === 'resolved' ? ago(300) : null,
    customerReadSeq: 2,
    agentReadSeq: 0,
  }
}
const messageOf = (talk: Conversation, seq: number, author: Message['author'], parts: Part[]): Message => ({
  id: uuid(6, Number.parseInt(talk.id.slice(-6), 16) * 1000 + seq),
  conversationId: talk.id,
  seq,
  author,
  channel: talk.channel,
  parts,
  note: false,
  sentAt: ago(90_000 - seq * 600),
  recalled: false,
  delivery: 'delivered',
})

const order: Part = {
  kind: 'order-card',
  orderNo: 'BL20261118-0042',
  status: 'shipped',
  placedAt: ago(200_000),
  total: { amount: 45_900, currency: 'CNY' },
  items: [{ title: '羊毛大衣 驼色 M', quantity: 1 }],
  parcel: { carrier: '顺丰', trackingNo: 'SF1390021177', lastEvent: '已到达杭州转运中心', eta: ago(-86_400) },
}
const visit: NonNullable<Message['context']> = {
  page: 'https://shop.example/p1?from=home',
  title: '羊毛大衣 驼色',
  productId: 'p1',
  cart: [
    { productId: 'p1', quantity: 1 },
    { productId: 'p2', quantity: 2 },
    { productId: 'p9', quantity: 1 },
  ],
}
const opening = (talk: Conversation, words: string): Message[] => [
  {
    ...messageOf(talk, 1, { kind: 'customer' }, [{ kind: 'text', text: words }]),
    verdict: { intent: 'order-status', confidence: 0.92, emotion: 'afraid', asksForPerson: false },
  },
  messageOf(talk, 2, { kind: 'bot', name: 'Anchor' }, [
    { kind: 'text', text: '您好，这是您最近的订单，包裹正在运送中。' },
    order,
    { kind: 'sources', sources: [{ id: 's1', title: '配送时效说明', version: 3, url: 'https://shop.example/help' }] },
  ]),
  {
    ...messageOf(talk, 3, { kind: 'customer' }, [
      { kind: 'text', text: '<img src=x onerror="window.hacked=1"><b>转人工</b>' },
    ]),
    ...(talk.locale === 'zh-CN' ? { context: visit } : {}),
  },
  messageOf(talk, 4, { kind: 'system' }, [{ kind: 'system', code: 'handed-over' }]),
]
/** One of each kind of part. */
const pixel = '/desk/assets/pixel.svg'
export const MUSEUM = 9
const museum = (talk: Conversation): Message[] =>
  (
    [
      [{ kind: 'customer' }, { kind: 'image', url: pixel, width: 320, height: 200, alt: 'A torn seam', bytes: 20_000 }],
      [
        { kind: 'customer' },
        { kind: 'file', url: pixel, name: 'invoice-2026-11.pdf', mime: 'application/pdf', bytes: 182_000 },
      ],
      [{ kind: 'customer' }, { kind: 'file', name: 'gone.zip' }],
      [{ kind: 'customer' }, { kind: 'audio', url: pixel, durationMs: 4000, transcript: '我想换一个大一码的' }],
      [{ kind: 'customer' }, { kind: 'location', latitude: 30.25, longitude: 120.16, label: '杭州 西湖' }],
      [
        { kind: 'bot', name: 'Anchor' },
        {
          kind: 'product-card',
          productId: 'p1',
          title: '羊毛大衣 驼色',
          price: { amount: 45_900, currency: 'CNY' },
          stock: 4,
          url: 'https://shop.example/p1',
        },
      ],
      [
        { kind: 'bot', name: 'Anchor' },
        {
          kind: 'return-card',
          returnId: 'r1',
          orderNo: 'BL20261118-0042',
          type: 'exchange',
          status: 'requested',
          amount: { amount: 45_900, currency: 'CNY' },
        },
      ],
      [
        { kind: 'bot', name: 'Anchor' },
        { kind: 'buttons', buttons: [{ id: 'b', label: '查看退货政策' }] },
      ],
      [
        { kind: 'bot', name: 'Anchor' },
        { kind: 'quick-replies', replies: [{ label: '换货' }, { label: '退货' }, { label: '转人工' }] },
      ],
      [
        { kind: 'bot', name: 'Anchor' },
        {
          kind: 'form',
          formId: 'f',
          title: '换货信息',
          fields: [{ name: 'size', label: '尺码', type: 'text' }],
          values: { size: 'L' },
        },
      ],
      [
        { kind: 'system' },
        {
          kind: 'call',
          callId: 'c1',
          legs: [{ party: 'customer', joinedAt: ago(5000) }],
          transcript: [{ party: 'customer', fromMs: 0, toMs: 900, text: '喂，你好', final: true }],
          outcome: 'moved-to-text',
        },
      ],
    ] satisfies [Message['author'], Part][]
  ).map(([author, part], index) => messageOf(talk, index + 1, author, [part]))
const long = (talk: Conversation): Message[] =>
  Array.from({ length: 130 }, (_, index) =>
    messageOf(talk, index + 1, index % 2 ? { kind: 'bot', name: 'Anchor' } : { kind: 'customer' }, [
      { kind: 'text', text: `Line ${index + 1}: ${SAID[index % SAID.length]}` },
    ]),
  )

/** A conversation in which the customer judged, rated, and wrote from a page. */
export const JUDGED = 17
const judged = (talk: Conversation): Message[] => [
  {
    ...messageOf(talk, 1, { kind: 'customer' }, [{ kind: 'text', text: 'Does this coat run small?' }]),
    context: {
      page: 'https://shop.example/coats/p1?from=home',
      title: 'Wool coat, camel',
      productId: 'p1',
      orderNo: 'BL20261118-0042',
      cart: [{ productId: 'p1', quantity: 2 }],
    },
  },
  {
    ...messageOf(talk, 2, { kind: 'bot', name: 'Anchor' }, [{ kind: 'text', text: 'It fits as expected.' }]),
    judgement: { helpful: true },
  },
  {
    ...messageOf(talk, 3, { kind: 'customer' }, [{ kind: 'text', text: 'And the sleeves?' }]),
    context: { page: 'javascript:alert(1)', title: 'Not a page' },
  },
  {
    ...messageOf(talk, 4, { kind: 'bot', name: 'Anchor' }, [{ kind: 'text', text: 'We ship within 24 hours.' }]),
    judgement: { helpful: false, reason: 'off-topic' },
  },
  messageOf(talk, 5, { kind: 'system' }, [{ kind: 'system', code: 'agent-joined', name: 'Mei Lin' }]),
  { ...messageOf(talk, 6, { kind: 'agent', id: ME, name: 'Mei Lin' }, [{ kind: 'text', text: 'They are 62 cm.' }]) },
  messageOf(talk, 7, { kind: 'system' }, [
    {
      kind: 'system',
      code: 'rated',
      score: 4,
      reasons: ['solved', 'friendly'],
      comment: 'Quick and kind, thank you. <b>The bot</b> was no help though.',
    },
  ]),
]

const messagesOf = (n: number, talk: Conversation, words: string): Message[] => {
  if (n === 1) return long(talk)
  if (n === MUSEUM) return museum(talk)
  return n === JUDGED ? judged(talk) : opening(talk, words)
}

/** Known before they are written. */
const lengthOf = (n: number): number => (n === 1 ? 130 : n === MUSEUM ? 11 : n === JUDGED ? 7 : 4)

const talkOf = (n: number): Talk => {
  const state = conversation(n)
  const name = PEOPLE[personOf(n) % PEOPLE.length] ?? ''
  const words = SAID[n % SAID.length] ?? ''
  let made: Message[] | undefined
  return {
    row: {
      conversation: { ...state, seq: lengthOf(n) },
      contactName: name,
      contactLevel: n % 4 === 0 ? 'VIP' : null,
      assigneeName: state.assigneeId === ME ? 'Mei Lin' : state.assigneeId === null ? null : 'Jonas Weber',
      preview: words,
      lastAuthor: state.status === 'bot' ? 'bot' : 'customer',
      unread: state.status === 'waiting' ? (n % 3) + 1 : 0,
    },
    contact: {
      id: state.contactId,
      name,
      verified: n % 2 === 0,
      externalId: n % 2 === 0 ? `u-${8000 + n}` : null,
      level: n % 4 === 0 ? 'VIP' : null,
      locale: state.locale,
      phone: '138****1234',
      email: 'c***@example.com',
      address: null,
      createdAt: ago(9_000_000),
    },
    // Written when first read: a stand-in of 100,000 conversations begins at once.
    get messages() {
      made ??= messagesOf(n, state, words)
      return made
    },
  }
}
export const createTalks = (count: number): Talk[] => Array.from({ length: count }, (_, n) => talkOf(n))

const { kind: _kind, url: _url, ...card } = order
export const orders = [
  {
    ...card,
    parcel: { carrier: '顺丰', trackingNo: 'SF1390021177', lastEvent: '已到达杭州转运中心', lastEventAt: ago(4_000) },
  },
  {
    orderNo: 'BL20261002-0007',
    status: 'completed',
    placedAt: ago(4_000_000),
    total: { amount: 12_900, currency: 'CNY' },
    items: [{ title: '纯棉衬衫 白色 L', quantity: 2 }],
    parcel: null,
  },
]
const canned = (n: number, shortcut: string, title: string, text: string, locale: string | null): CannedReply => {
  const id = uuid(8, 900_000 + n)
  return { id, shortcut, title, text, locale, shared: true, ownerId: null, updatedAt: ago(n) }
}
const colleague = (id: string, name: string, role: 'owner' | 'manager' | 'agent' | 'viewer') => ({
  id,
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@harbour.example`,
  role,
  teamIds: [TEAM],
  locale: null,
  secondFactor: role === 'owner',
  active: name !== 'Otto Falk',
})
export const staff = [
  colleague(ME, 'Mei Lin', 'owner'),
  colleague(COLLEAGUE, 'Jonas Weber', 'agent'),
  colleague(uuid(1, 3), '周倩', 'manager'),
  colleague(uuid(1, 4), 'Otto Falk', 'viewer'),
]
const TOPICS = ['refund', 'return', 'address', 'invoice', 'delay', 'stock', 'coupon', 'size', 'hours', 'warranty']
/** Five hundred, as a large team has them. */
export const cannedReplies = (): CannedReply[] => [
  canned(1, 'hello', 'Greeting', 'Hello {{customer.name}}, this is {{agent.name}} of {{shop.name}}.', 'en'),
  canned(2, '您好', '问候', '{{customer.name}}您好，我是{{shop.name}}的{{agent.name}}。', 'zh-CN'),
  canned(3, 'order', 'Where the order is', 'Order {{order.no}} is {{order.status}}. Voucher: {{voucher}}.', null),
  ...Array.from({ length: 497 }, (_, n) => {
    const topic = TOPICS[n % TOPICS.length] ?? ''
    return canned(
      n + 4,
      `${topic}-${n}`,
      `About ${topic} ${n}`,
      `Everything about ${topic}, number ${n}.`,
      n % 2 ? 'en' : 'zh-CN',
    )
  }),
]
