// The stand-in's saved views, products and a customer's other conversations.
import type { ConversationRow } from '@ballast/contract/conversation'
import { Problem } from '@ballast/contract/problems'
import type { SavedView, ViewFilter } from '@ballast/contract/routes/workspace'
import { ago, INBOX, ME, type Talk, TEAM, uuid } from './mock-data.ts'

// biome-ignore lint/suspicious/noExplicitAny: inputs are checked against the route's schemas before they come here.
type Handle = (input: { params: any; query: any; body: any }) => unknown

const holds = (row: ConversationRow, filter: ViewFilter): boolean => {
  const { conversation: c, contactLevel } = row
  const among = <T>(list: readonly T[] | undefined, value: T | null) =>
    list === undefined || (value !== null && list.includes(value))
  const whose = c.assigneeId === null ? 'nobody' : c.assigneeId === ME ? 'me' : 'others'
  const waited = c.waitingSince === null ? -1 : Date.now() - Date.parse(c.waitingSince)
  return (
    among(filter.statuses, c.status) &&
    among(filter.inboxIds, c.inboxId) &&
    among(filter.channels, c.channel) &&
    among(filter.teamIds, c.teamId) &&
    among(filter.handoverReasons, c.handoverReason) &&
    among(filter.levels, contactLevel) &&
    among(filter.locales, c.locale) &&
    (filter.assignee === undefined || filter.assignee === whose) &&
    (filter.waitingMs === undefined || waited >= filter.waitingMs)
  )
}

export const PRODUCTS = [
  {
    kind: 'product-card' as const,
    productId: 'p1',
    title: '羊毛大衣 驼色 — Wool coat, camel',
    price: { amount: 45_900, currency: 'CNY' },
    image: '/desk/assets/pixel.svg',
    url: 'https://shop.example/p1',
    stock: 4,
  },
  {
    kind: 'product-card' as const,
    productId: 'p2',
    title: '纯棉衬衫 白色 L',
    price: { amount: 12_900, currency: 'CNY' },
    url: 'https://shop.example/p2',
    stock: 0,
  },
]

export interface MockViews {
  views: Omit<SavedView, 'count'>[]
  /** How often the beginning of a saved view was asked for. */
  reads: number
}

export const viewRoutes = (talks: Talk[], views: MockViews) => {
  const rowsOf = (filter: ViewFilter) => talks.map(({ row }) => row).filter((row) => holds(row, filter))
  const counted = (view: Omit<SavedView, 'count'>): SavedView => ({ ...view, count: rowsOf(view.filter).length })
  const find = (id: string) => {
    const view = views.views.find((each) => each.id === id)
    if (!view) throw new Problem('view.not-found')
    return view
  }
  const routes: Record<string, Handle> = {
    listSavedViews: () => ({ views: views.views.map(counted) }),
    saveView: ({ params, body }) => {
      const view = { id: params.viewId as string, ...body, ownerId: ME } as Omit<SavedView, 'count'>
      const at = views.views.findIndex(({ id }) => id === view.id)
      if (at === -1) views.views.push(view)
      else views.views[at] = view
      return { view: counted(view) }
    },
    removeView: ({ params }) => {
      find(params.viewId)
      views.views = views.views.filter(({ id }) => id !== params.viewId)
      return {}
    },
    listInboxes: () => ({
      inboxes: [
        {
          id: INBOX,
          name: 'Shop widget',
          channel: 'web',
          publicKey: 'pk_mock',
          origins: [],
          teamIds: [TEAM],
          locale: 'zh-CN',
          botName: 'Anchor',
          enabled: true,
          look: {},
          hours: null,
        },
      ],
    }),
    listContactConversations: ({ params }) => ({
      rows: talks
        .map(({ row }) => row)
        .filter(({ conversation }) => conversation.contactId === params.contactId)
        .reverse(),
    }),
    listProducts: ({ query }) => ({
      products: PRODUCTS.filter(({ productId }) => query.ids.split(',').includes(productId)),
    }),
    eraseContact: ({ params }) => {
      for (const talk of talks) {
        if (talk.contact.id !== params.contactId) continue
        talk.contact = { ...talk.contact, name: null, phone: null, email: null, externalId: null }
        talk.row = { ...talk.row, contactName: '', preview: '' }
        talk.messages.length = 0
      }
      return { erasedAt: ago(0) }
    },
  }
  return { routes, rowsIn: (id: string) => rowsOf(find(id).filter) }
}
export const SHARED_VIEW = uuid(10, 1)
