// A quiet line under a customer's message: what they were looking at when they wrote it.
import type { VisitContext } from '@ballast/contract/conversation'
import { useTranslation } from 'react-i18next'
import { Icon } from '../ui/Icon.tsx'
import { pageOf } from './on-view.ts'

export const OnView = ({ context }: { context: VisitContext }) => {
  const { t } = useTranslation()
  const page = pageOf(context.page)
  const title = context.title || page?.short
  const inCart = (context.cart ?? []).reduce((sum, { quantity }) => sum + quantity, 0)
  const more = [
    context.productId && t('judged.product', { id: context.productId }),
    context.orderNo && t('judged.order', { no: context.orderNo }),
    inCart > 0 && t('judged.cart', { count: inCart }),
  ].filter(Boolean)
  if (!title && more.length === 0) return null
  return (
    <p className="on-view">
      <Icon name="page" size={13} />
      <span className="on-view-label">{t('judged.onView')}</span>
      {page === null ? (
        title && <span>{title}</span>
      ) : (
        <a href={page.href} target="_blank" rel="noopener noreferrer" title={page.href}>
          {title}
        </a>
      )}
      {more.map((each) => (
        <span key={String(each)}>{each}</span>
      ))}
    </p>
  )
}
