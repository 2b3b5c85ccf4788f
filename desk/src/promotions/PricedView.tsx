// A price with its proof: what it comes to, line by line, and rule by rule in words.
import { useTranslation } from 'react-i18next'
import type { Priced } from './rule-set.ts'
import { useSay, useTongue } from './say.ts'

type Price = Priced['price']

const Sums = ({ price }: { price: Price }) => {
  const { t } = useTranslation()
  const { money } = useSay(price.currency)
  const list = price.lines.reduce((sum, line) => sum + line.list, 0)
  const sums = [
    ['list', list],
    ['goods', price.goods],
    ['shipping', price.shipping],
    ['duty', price.duty.amount],
    ...(price.payNow === price.total ? [] : [['payNow', price.payNow] as const]),
  ] as const
  return (
    <dl className="promo-sums">
      {sums.map(([name, amount]) => (
        <div key={name}>
          <dt>{t(`promotions.sum.${name}`)}</dt>
          <dd>{money(amount)}</dd>
        </div>
      ))}
    </dl>
  )
}

const Lines = ({ price }: { price: Price }) => {
  const { t } = useTranslation()
  const { money } = useSay(price.currency)
  return (
    <ul className="promo-priced">
      {price.lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same product may stand in a cart twice.
        <li key={at}>
          <span className="grow">
            {line.productId} × {line.quantity}
          </span>
          {line.amount !== line.list && <s>{money(line.list)}</s>}
          <b>{money(line.amount)}</b>
        </li>
      ))}
      {price.gifts.map(({ rule, productId, quantity }) => (
        <li key={`${rule} ${productId}`}>
          <span className="grow">
            {productId} × {quantity}
          </span>
          <b>{t('promotions.gift')}</b>
        </li>
      ))}
    </ul>
  )
}

/** `differs`: the other version says something else. */
export const PricedView = ({ found, differs }: { found: Priced; differs: boolean }) => {
  const { t } = useTranslation()
  const tongue = useTongue()
  const { price, words, version } = found
  const { money } = useSay(price.currency)
  return (
    <>
      <p className="promo-total">
        <strong>{money(price.total)}</strong>
        <span className="muted">{t('promotions.version', { version })}</span>
        {differs && <span className="tag warn">{t('promotions.differs')}</span>}
        {price.duty.refused && <span className="tag bad">{t('promotions.refused')}</span>}
      </p>
      <Lines price={price} />
      <Sums price={price} />
      <h3>{t('promotions.why')}</h3>
      <ol className="promo-proof">
        {words[tongue].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </>
  )
}
