// What the customer has on view and in the cart: from their newest message, with titles, prices and pictures of the shop.
import type { VisitContext } from '@ballast/contract/conversation'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { server, useMay } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import type { Thread } from '../live/thread.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { Icon } from '../ui/Icon.tsx'
import { cartTotal, latestContext, webAddress } from './context.ts'
import { Section } from './Section.tsx'

type Product = Awaited<ReturnType<typeof server.listProducts>>['products'][number]

/** The messages of a conversation as far as this device holds them; nothing is asked for. */
export const useHeldThread = (conversationId: string): Thread | undefined =>
  useQuery<Thread>({ queryKey: ['thread', conversationId], enabled: false }).data

const ProductLine = (props: { id: string; product: Product | undefined; quantity?: number }) => {
  const { t } = useTranslation()
  const { money } = useTimes()
  const { id, product, quantity } = props
  const url = webAddress(product?.url)
  const title = product?.title ?? t('panel.unknownProduct', { id })
  return (
    <li className="product-line">
      {product?.image ? (
        <img src={product.image} alt="" loading="lazy" referrerPolicy="no-referrer" width={44} height={44} />
      ) : (
        <span className="product-blank">
          <Icon name="parcel" size={18} />
        </span>
      )}
      <span className="product-text">
        {url ? (
          <a href={url} target="_blank" rel="noreferrer">
            {title}
          </a>
        ) : (
          <span>{title}</span>
        )}
        <small>
          {product?.price && <span className="price">{money(product.price)}</span>}
          {quantity !== undefined && ` × ${quantity}`}
          {product?.stock !== undefined && ` · ${t('card.stock', { count: product.stock })}`}
        </small>
      </span>
    </li>
  )
}

const useProducts = (ids: readonly string[]) => {
  const { language } = usePreferences()
  const may = useMay('orders.read')
  return useQuery({
    queryKey: ['products', ids.join(','), language],
    enabled: may && ids.length > 0,
    queryFn: ({ signal }) => server.listProducts({ query: { ids: ids.join(','), locale: language } }, signal),
  })
}

type Lines = readonly { productId: string; quantity?: number }[]

const Products = ({ lines }: { lines: Lines }) => {
  const { t } = useTranslation()
  const { money } = useTimes()
  const query = useProducts([...new Set(lines.map(({ productId }) => productId))])
  if (!useMay('orders.read')) return <p className="muted">{t('orders.notAllowed')}</p>
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Loading lines={2} />
  const byId = new Map(query.data.products.map((product) => [product.productId, product]))
  const total = cartTotal(
    lines.map(({ productId, quantity }) => ({ quantity: quantity ?? 1, price: byId.get(productId)?.price })),
  )
  return (
    <ul className="products">
      {lines.map(({ productId, quantity }) => (
        <ProductLine
          key={productId}
          id={productId}
          product={byId.get(productId)}
          {...(quantity === undefined ? {} : { quantity })}
        />
      ))}
      {lines.length > 1 && total && (
        <li className="card-line cart-total">
          <span>{t('panel.total')}</span>
          <span className="price">{money(total)}</span>
        </li>
      )}
    </ul>
  )
}

const Page = ({ context, at }: { context: VisitContext; at: string }) => {
  const { t } = useTranslation()
  const { full } = useTimes()
  const url = webAddress(context.page)
  const title = context.title || context.page
  return (
    <p className="visit-page">
      {title &&
        (url ? (
          <a href={url} target="_blank" rel="noreferrer">
            {title}
          </a>
        ) : (
          <span>{title}</span>
        ))}
      <small>
        {context.orderNo && `${t('panel.orderOnView', { no: context.orderNo })} · `}
        {t('panel.seenAt', { when: full(at) })}
      </small>
    </p>
  )
}

/** The sections “on view” and “cart” of the panel. */
export const Visit = ({ conversationId }: { conversationId: string }) => {
  const { t } = useTranslation()
  const thread = useHeldThread(conversationId)
  const latest = latestContext(thread?.messages ?? [])
  const cart = latest?.context.cart ?? []
  const product = latest?.context.productId
  return (
    <>
      <Section name="visit" title={t('panel.visit')}>
        {!thread && <Loading lines={2} />}
        {thread && !latest && <p className="muted">{t('panel.noVisit')}</p>}
        {latest && <Page context={latest.context} at={latest.at} />}
        {product !== undefined && <Products lines={[{ productId: product }]} />}
      </Section>
      <Section name="cart" title={t('panel.cart')} count={cart.length || undefined}>
        {cart.length === 0 ? <p className="muted">{t('panel.noCart')}</p> : <Products lines={cart} />}
      </Section>
    </>
  )
}
