// What was used today and this month, beside what may be.
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../app/times.ts'
import type { Settings, Spending } from './model-data.ts'

interface Line {
  readonly used: number
  readonly limit: number | null
  readonly words: (value: number) => string
}
const Gauge = ({ used, limit, words }: Line) => {
  const { t } = useTranslation()
  const full = limit !== null && used >= limit * 0.9
  return (
    <div className="model-gauge">
      <b>{words(used)}</b>
      <span className="muted">
        {limit === null ? t('model.unlimited') : t('model.ofLimit', { limit: words(limit) })}
      </span>
      {limit !== null && (
        <meter className={full ? 'full' : ''} min={0} max={Math.max(1, limit)} value={Math.min(used, limit)}>
          {words(used)}
        </meter>
      )}
    </div>
  )
}

export const Usage = ({ settings, spending }: { settings: Settings; spending: Spending }) => {
  const { t, i18n } = useTranslation()
  const { budget } = settings
  const count = (value: number) => t('model.tokens', { count: value, n: value.toLocaleString(i18n.language) })
  const money = (amount: number) => formatMoney({ amount, currency: budget.currency }, i18n.language)
  const spans = [
    { name: 'day', spent: spending.day, tokens: budget.tokensPerDay, money: budget.moneyPerDay },
    { name: 'month', spent: spending.month, tokens: budget.tokensPerMonth, money: budget.moneyPerMonth },
  ] as const
  return (
    <section className="sheet padded">
      <h3>{t('model.usage')}</h3>
      <div className="model-usage">
        {spans.map((span) => (
          <div key={span.name}>
            <h4>
              {t(`model.${span.name}`)} <span className="muted">{t('model.calls', { count: span.spent.calls })}</span>
            </h4>
            <Gauge used={span.spent.tokens} limit={span.tokens} words={count} />
            <Gauge used={span.spent.money} limit={span.money} words={money} />
          </div>
        ))}
      </div>
    </section>
  )
}
