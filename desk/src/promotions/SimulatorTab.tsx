// What a cart costs and why, under the rules in force and under the draft, side by side.
import type { Buyer, Cart } from '@ballast/contract/promotions'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { server } from '../app/server.ts'
import { cell, useCell } from '../live/cell.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import type { Field } from './fields.ts'
import { emptyOf, type Form, readForm, type Wrongs } from './form.ts'
import { PricedView } from './PricedView.tsx'
import { Fields, SheetContext } from './RuleField.tsx'
import { draftOf, useVersions, useWritten } from './rule-set.ts'
import { useTerms } from './use-terms.ts'

const CART: readonly Field[] = [
  {
    name: 'lines',
    shape: 'rows',
    required: true,
    of: [
      { name: 'productId', shape: 'text', required: true },
      { name: 'price', shape: 'money', required: true },
      { name: 'quantity', shape: 'whole', required: true, most: 9_999 },
      { name: 'categories', label: 'category', shape: 'names' },
    ],
  },
]
const BUYER: readonly Field[] = [
  { name: 'level', shape: 'text' },
  { name: 'region', shape: 'text' },
  { name: 'coupons', shape: 'names' },
  { name: 'channel', shape: 'text' },
  { name: 'at', shape: 'time' },
]
const FIELDS = [...CART, ...BUYER]

interface Asked {
  readonly cart: Cart
  readonly buyer: Buyer
  readonly at?: string
}
/** Kept while the reader looks at rules and comes back. */
const written = cell<{ form: Form; asked: Asked | null }>({ form: emptyOf(FIELDS), asked: null })

const askedOf = (values: Record<string, unknown>, currency: string): Asked => {
  const { lines, level, region, channel, coupons, at } = values as Pick<Cart, 'lines' | 'region' | 'channel'> &
    Pick<Buyer, 'level' | 'coupons'> & { at?: string }
  const cart = { currency, lines, ...(region && { region }), ...(channel && { channel }) }
  return { cart, buyer: { ...(level && { level }), ...(coupons && { coupons }) }, ...(at && { at }) }
}

const usePrice = (asked: Asked | null, version: number | null) =>
  useQuery({
    queryKey: ['promotions', 'price', version, asked],
    queryFn: ({ signal }) =>
      server.priceCart({ body: { ...asked!, ...(version === null ? {} : { version }) } }, signal),
    enabled: asked !== null && version !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })

const Side = ({
  title,
  query,
  other,
}: {
  title: string
  query: ReturnType<typeof usePrice>
  other: number | undefined
}) => (
  <section className="promo-side" aria-label={title}>
    <h2>{title}</h2>
    {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
    {query.isLoading && <Loading lines={3} />}
    {query.data && !query.error && (
      <PricedView found={query.data} differs={other !== undefined && other !== query.data.price.total} />
    )}
  </section>
)

const Sides = ({ asked }: { asked: Asked }) => {
  const { t } = useTranslation()
  const versions = useVersions().data
  const draft = versions ? draftOf(versions) : null
  const inForce = versions?.inForce ?? null
  const now = usePrice(asked, inForce)
  const then = usePrice(asked, draft?.version ?? null)
  return (
    <div className="promo-sides" role="status">
      {inForce === null ? (
        <section className="promo-side">
          <h2>{t('promotions.inForceNow')}</h2>
          <p className="muted">{t('promotions.noneInForce')}</p>
        </section>
      ) : (
        <Side title={t('promotions.inForceNow')} query={now} other={draft ? then.data?.price.total : undefined} />
      )}
      {draft ? (
        <Side
          title={t('promotions.inDraft')}
          query={then}
          other={inForce === null ? undefined : now.data?.price.total}
        />
      ) : (
        <section className="promo-side">
          <h2>{t('promotions.inDraft')}</h2>
          <p className="muted">{t('promotions.noDraft')}</p>
        </section>
      )}
    </div>
  )
}

export const SimulatorTab = () => {
  const { t } = useTranslation()
  const { set } = useWritten()
  const terms = useTerms(set.currency)
  const { form, asked } = useCell(written, (now) => now)
  const [wrongs, setWrongs] = useState<Wrongs>({})
  const fill = (next: Form) => written.set((now) => ({ ...now, form: { ...now.form, ...next } }))
  const part = (fields: readonly Field[]) => Object.fromEntries(fields.map(({ name }) => [name, form[name] ?? '']))
  const ask = (event: FormEvent) => {
    event.preventDefault()
    const { values, wrong } = readForm(form, FIELDS, terms)
    setWrongs(wrong)
    if (Object.keys(wrong).length === 0) written.set((now) => ({ ...now, asked: askedOf(values, set.currency) }))
  }
  return (
    <>
      <SheetContext value={{ terms, wrongs, readOnly: false }}>
        <form className="sheet padded promo-cart" noValidate onSubmit={ask} aria-label={t('promotions.cart')}>
          <Fields fields={CART} form={part(CART)} set={fill} />
          <details className="promo-section" open>
            <summary>{t('promotions.buyer')}</summary>
            <Fields fields={BUYER} form={part(BUYER)} set={fill} />
          </details>
          <Button type="primary" htmlType="submit">
            {t('promotions.work')}
          </Button>
        </form>
      </SheetContext>
      {asked === null ? (
        <Blank icon="cart" title={t('promotions.cartEmpty')}>
          {t('promotions.cartEmptyText')}
        </Blank>
      ) : (
        <Sides asked={asked} />
      )}
    </>
  )
}
