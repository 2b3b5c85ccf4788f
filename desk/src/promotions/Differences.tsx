// What changes between two versions, in words: rules that come, rules that go, and of the others each field before and after.
import type { Rule } from '@ballast/contract/promotions'
import { useTranslation } from 'react-i18next'
import { writeRate } from './amounts.ts'
import { fieldsOf } from './fields.ts'
import type { Difference } from './rule-set.ts'
import { deedWords, nameOf, type Say, useSay } from './say.ts'

const fieldWords = (rule: Rule, name: string, say: Say): string => {
  const value = (rule as unknown as Record<string, unknown>)[name]
  if (name === 'kind') return say.t(`promotions.kind.${rule.kind}`)
  if (typeof value === 'boolean') return say.t('promotions.yes')
  if (value === undefined) return say.t('promotions.nothing')
  const field = fieldsOf(rule.kind).find((each) => each.name === name)
  const number = value as number
  switch (field?.shape) {
    case 'money':
      return say.money(number)
    case 'pay':
      return say.pay(number)
    case 'rate':
      return `${writeRate(number)} %`
    case 'time':
      return say.time(value as string)
    case 'choice':
      return say.t(`promotions.choice.${value}`)
    case 'rows':
    case 'fields':
      return deedWords(rule, say)
    default:
      return Array.isArray(value) ? value.join(say.t('promotions.and')) : String(value)
  }
}

const Plain = ({ title, rules, count, say }: { title: string; rules: readonly Rule[]; count: number; say: Say }) => {
  const { t } = useTranslation()
  if (count === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul className="promo-changes">
        {rules.map((rule) => (
          <li key={rule.id}>
            <b>{nameOf(rule, say.tongue)}</b> <span className="muted">{deedWords(rule, say)}</span>
          </li>
        ))}
      </ul>
      {count > rules.length && <p className="muted">{t('promotions.showMore', { count: count - rules.length })}</p>}
    </section>
  )
}

const Changed = ({ found, say }: { found: Difference; say: Say }) => {
  const { t } = useTranslation()
  const { changed, counts } = found
  if (counts.changed === 0) return null
  return (
    <section>
      <h3>{t('promotions.changedRules', { count: counts.changed })}</h3>
      <ul className="promo-changes">
        {changed.map(({ before, after, fields }) => (
          <li key={after.id}>
            <b>{nameOf(after, say.tongue)}</b>
            <ul>
              {fields.map((name) => (
                <li key={name}>
                  {t(`promotions.field.${name}`)}: <del>{fieldWords(before, name, say)}</del>{' '}
                  <span aria-hidden="true">→</span> <ins>{fieldWords(after, name, say)}</ins>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {counts.changed > changed.length && (
        <p className="muted">{t('promotions.showMore', { count: counts.changed - changed.length })}</p>
      )}
    </section>
  )
}

export const changesIn = ({ counts, head }: Difference): number =>
  counts.added + counts.removed + counts.changed + (head ? 1 : 0)

export const Differences = ({ found, currency }: { found: Difference; currency: string }) => {
  const { t } = useTranslation()
  const say = useSay(currency)
  const { added, removed, counts } = found
  return (
    <div className="promo-differences">
      {changesIn(found) === 0 && <p>{t('promotions.noChanges')}</p>}
      <Plain title={t('promotions.addedRules', { count: counts.added })} rules={added} count={counts.added} say={say} />
      <Changed found={found} say={say} />
      <Plain
        title={t('promotions.removedRules', { count: counts.removed })}
        rules={removed}
        count={counts.removed}
        say={say}
      />
      {found.head && <p>{t('promotions.headChanged')}</p>}
    </div>
  )
}
