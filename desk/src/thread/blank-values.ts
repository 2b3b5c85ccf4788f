// What the blanks of a canned reply stand for in this conversation.
import type { ConversationRow } from '@ballast/contract/conversation'
import { ORDER_STATUSES } from '@ballast/contract/parts'
import { useQuery } from '@tanstack/react-query'
import i18next from 'i18next'
import { useEffect } from 'react'
import { preferences } from '../app/preferences.ts'
import { server, useMay, useSession } from '../app/server.ts'
import { loadWords } from '../app/words.ts'
import type { Values } from './fill.ts'
import type { Order } from './order-card.ts'

/** The customer's language where the desk has it, else the reader's. */
const languageFor = (locale: string | null) =>
  locale?.startsWith('zh') ? 'zh-CN' : locale?.startsWith('en') ? 'en' : preferences().language

const NONE: readonly Order[] = []
/** Newest first. The panel beside the thread asks for the same: it is read once. */
export const useOrders = ({ conversation: { contactId } }: ConversationRow): readonly Order[] => {
  const { data } = useQuery({
    queryKey: ['orders', contactId],
    queryFn: ({ signal }) => server.listContactOrders({ params: { contactId } }, signal),
    enabled: useMay('orders.read'),
  })
  return data?.orders.toSorted((a, b) => (a.placedAt < b.placedAt ? 1 : -1)) ?? NONE
}

export const useBlankValues = (row: ConversationRow, newest: Order | undefined): Values => {
  const { staff, tenant } = useSession()
  const { locale } = row.conversation
  const language = languageFor(locale)
  useEffect(() => {
    // Without its words an order's state stays open, as any blank that is not known.
    loadWords(language).catch(() => undefined)
  }, [language])
  const status = ORDER_STATUSES.find((known) => known === newest?.status)
  const inTheirs = i18next.hasResourceBundle(language, 'translation') ? i18next.getFixedT(language) : null
  return {
    'customer.name': row.contactName,
    'agent.name': staff.name,
    'shop.name': tenant.name,
    'order.no': newest?.orderNo ?? null,
    'order.status': status && inTheirs ? inTheirs(`order.${status}`) : null,
  }
}
