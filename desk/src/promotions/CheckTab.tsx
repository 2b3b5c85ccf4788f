// What is wrong with the rules as they are written: conflicts, gaps, rules that never apply; each with its rules.
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { type Finding, useFindings, useWritten } from './rule-set.ts'
import { nameOf, useTongue } from './say.ts'

interface Known {
  readonly names: ReadonlyMap<string, string>
}

const Line = ({ found: { finding, words }, names }: { found: Finding } & Known) => {
  const { t } = useTranslation()
  const tongue = useTongue()
  return (
    <li className="promo-finding">
      <span className={finding.weight === 'error' ? 'tag bad' : 'tag warn'}>
        {t(`promotions.weight.${finding.weight}`)}
      </span>
      <span className="grow">
        {words[tongue]}
        <span className="promo-links">
          {finding.rules.map((id) => (
            <a key={id} {...linkTo({ page: 'promotions', at: `rules/${encodeURIComponent(id)}` })}>
              {names.get(id) ?? id}
            </a>
          ))}
        </span>
      </span>
    </li>
  )
}

/** Errors first: they keep the draft from being published. */
export const FindingLines = ({ findings, names }: { findings: readonly Finding[] } & Known) => (
  <ul className="sheet">
    {findings
      .toSorted((a, b) => Number(b.finding.weight === 'error') - Number(a.finding.weight === 'error'))
      .map((found) => (
        <Line key={JSON.stringify(found.finding)} found={found} names={names} />
      ))}
  </ul>
)

export const CheckTab = () => {
  const { t } = useTranslation()
  const tongue = useTongue()
  const { version, set } = useWritten()
  const query = useFindings(version)
  const names = new Map(set.rules.map((rule) => [rule.id, nameOf(rule, tongue)]))
  if (version === 0) return <Blank icon="price" title={t('promotions.none')} />
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (query.data === undefined) return <Loading />
  const { findings } = query.data
  if (findings.length === 0)
    return (
      <Blank icon="check" title={t('promotions.allWell')}>
        {t('promotions.allWellText')}
      </Blank>
    )
  return (
    <>
      <p className="muted" role="status">
        {t('promotions.findings', { count: findings.length })}
      </p>
      <FindingLines findings={findings} names={names} />
    </>
  )
}
