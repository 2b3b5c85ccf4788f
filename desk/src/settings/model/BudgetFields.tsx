// What the model may use in a day and a month, and what its tokens cost.
import InputNumber from 'antd/es/input-number'
import Select from 'antd/es/select'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../draft.ts'
import { Field } from '../Field.tsx'
import { CURRENCIES, digitsOf, inMinor, inUnits, type ModelForm } from './model-data.ts'

type Budget = ModelForm['budget']
type Name = Exclude<keyof Budget, 'currency'>
const TOKENS = ['tokensPerDay', 'tokensPerMonth'] as const
const MONEY = ['moneyPerDay', 'moneyPerMonth'] as const
const PRICES = ['inputPrice', 'outputPrice'] as const
const MOST = 1_000_000_000

export const BudgetFields = ({ draft }: { draft: Draft<ModelForm> }) => {
  const { t } = useTranslation()
  const { budget } = draft.value
  const { currency } = budget
  const put = (change: Partial<Budget>) => draft.set({ budget: { ...budget, ...change } })
  const amount = (name: Name, asMoney: boolean, least: number | null) => (
    <Field key={name} label={t(`model.${name}`)} error={draft.at(`/budget/${name}`)}>
      {({ id, status }) => (
        <InputNumber<number>
          id={id}
          status={status}
          min={0}
          max={asMoney ? MOST / 100 : MOST}
          precision={asMoney ? digitsOf(currency) : 0}
          placeholder={t('model.noLimit')}
          value={asMoney ? inUnits(budget[name], currency) : budget[name]}
          onChange={(value) => put({ [name]: (asMoney ? inMinor(value, currency) : value) ?? least })}
        />
      )}
    </Field>
  )
  return (
    <section className="sheet padded">
      <h3>{t('model.budget')}</h3>
      <p className="set-help">{t('model.budgetText')}</p>
      <div className="set-pair">{TOKENS.map((name) => amount(name, false, null))}</div>
      <div className="set-pair">{MONEY.map((name) => amount(name, true, null))}</div>
      <Field label={t('model.currency')}>
        {({ id }) => (
          <Select
            id={id}
            value={currency}
            options={[...new Set([...CURRENCIES, currency])].map((value) => ({ value, label: value }))}
            onChange={(next) => put({ currency: next })}
          />
        )}
      </Field>
      <div className="set-pair">{PRICES.map((name) => amount(name, true, 0))}</div>
      <p className="set-help">{t('model.priceText')}</p>
    </section>
  )
}
