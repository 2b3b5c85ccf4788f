// Finds rules: by words, kind, campaign, product and state.
import { RULE_KINDS, type Rule } from '@ballast/contract/promotions'
import Input from 'antd/es/input'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { campaignsIn, EVERYTHING, STATES, type Wanted } from './state.ts'

interface PickProps {
  readonly label: string
  readonly value: string
  readonly all: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}
const Pick = ({ label, value, all, choices, onChange }: PickProps) => (
  <select className="promo-select" aria-label={label} value={value} onChange={(event) => onChange(event.target.value)}>
    <option value="">{all}</option>
    {choices.map((choice) => (
      <option key={choice.value} value={choice.value}>
        {choice.label}
      </option>
    ))}
  </select>
)

interface FilterProps {
  readonly rules: readonly Rule[]
  readonly wanted: Wanted
  readonly set: (wanted: Wanted) => void
}
type Change = (more: Partial<Record<keyof Wanted, string>>) => void

const Picks = ({ rules, wanted, change }: FilterProps & { change: Change }) => {
  const { t } = useTranslation()
  return (
    <>
      <Pick
        label={t('promotions.byKind')}
        all={t('promotions.everyKind')}
        value={wanted.kind}
        choices={RULE_KINDS.map((value) => ({ value, label: t(`promotions.kind.${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <Pick
        label={t('promotions.byState')}
        all={t('promotions.everyState')}
        value={wanted.state}
        choices={STATES.map((value) => ({ value, label: t(`promotions.state.${value}`) }))}
        onChange={(state) => change({ state })}
      />
      <Pick
        label={t('promotions.byCampaign')}
        all={t('promotions.everyCampaign')}
        value={wanted.campaign}
        choices={campaignsIn(rules).map((value) => ({ value, label: value }))}
        onChange={(campaign) => change({ campaign })}
      />
    </>
  )
}

export const RuleFilter = (props: FilterProps) => {
  const { t } = useTranslation()
  const { wanted, set } = props
  const change: Change = (more) => set({ ...wanted, ...more } as Wanted)
  return (
    <search className="promo-filter">
      <Input
        type="search"
        aria-label={t('promotions.search')}
        placeholder={t('promotions.search')}
        value={wanted.words}
        onChange={(event) => change({ words: event.target.value })}
      />
      <Picks {...props} change={change} />
      <Input
        aria-label={t('promotions.byProduct')}
        placeholder={t('promotions.byProduct')}
        value={wanted.product}
        onChange={(event) => change({ product: event.target.value })}
      />
      {Object.values(wanted).some((value) => value !== '') && (
        <Button look="quiet" onClick={() => set(EVERYTHING)}>
          {t('promotions.clear')}
        </Button>
      )}
    </search>
  )
}
