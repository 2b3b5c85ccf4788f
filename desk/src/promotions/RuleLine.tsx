// A rule as a line of the table: its name, what it does in words, when, and what can be done with it.
import type { Rule } from '@ballast/contract/promotions'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { useMay } from '../app/server.ts'
import { act } from '../ui/act.ts'
import { IconButton } from '../ui/Button.tsx'
import { toast } from '../ui/toasts.tsx'
import { RuleChanged, writeDraft } from './rule-set.ts'
import { deedWords, nameOf, type Say, scopeWords } from './say.ts'
import { type State, stateOf } from './state.ts'

const TONES: Readonly<Record<State, string>> = {
  'in-force': 'tag good',
  'not-yet': 'tag warn',
  over: 'tag',
  paused: 'tag',
}

const useDeeds = (rule: Rule, name: string) => {
  const { t } = useTranslation()
  /** With a way back to the rule as it was. */
  const change = async (made: Parameters<typeof writeDraft>[0], done: string) => {
    const written = await act(async () => {
      try {
        return await writeDraft({ ...made, expected: rule })
      } catch (error) {
        if (!(error instanceof RuleChanged)) throw error
        toast(t('promotions.changedMeanwhile', { name }), { tone: 'problem' })
        return null
      }
    })
    if (written === null) return
    const undo = async () => void (await act(() => writeDraft({ put: [rule] }), t('did.undone')))
    toast(done, { act: { label: t('do.undo'), run: () => void undo() } })
  }
  const { paused, ...going } = rule
  const put = (paused ? going : { ...rule, paused: true }) as Rule
  return {
    flip: () => change({ put: [put] }, t(paused ? 'promotions.resumed' : 'promotions.pausedNow', { name })),
    remove: () => change({ remove: [rule.id] }, t('promotions.removed', { name })),
  }
}

const Acts = ({ rule, name, onCopy }: { rule: Rule; name: string; onCopy: () => void }) => {
  const { t } = useTranslation()
  const deeds = useDeeds(rule, name)
  return (
    <span className="promo-acts">
      <IconButton icon="copy" label={t('promotions.copyOf', { name })} onClick={onCopy} />
      <IconButton
        icon={rule.paused ? 'reopen' : 'clock'}
        label={t(rule.paused ? 'promotions.resumeOf' : 'promotions.pauseOf', { name })}
        onClick={() => void deeds.flip()}
      />
      <IconButton icon="bin" label={t('promotions.removeOf', { name })} onClick={() => void deeds.remove()} />
    </span>
  )
}

/** `5 Nov – 12 Nov`, from, until, or always. */
const When = ({ rule: { from, to }, say }: { rule: Rule; say: Say }) => {
  const { t } = useTranslation()
  if (from && to) return t('promotions.fromTo', { from: say.time(from), to: say.time(to) })
  if (from) return t('promotions.from', { from: say.time(from) })
  return to ? t('promotions.to', { to: say.time(to) }) : t('promotions.always')
}

interface LineProps {
  readonly rule: Rule
  readonly say: Say
  readonly now: number
  readonly mark: 'added' | 'changed' | undefined
  readonly onCopy: () => void
}
export const RuleLine = ({ rule, say, now, mark, onCopy }: LineProps) => {
  const { t } = useTranslation()
  const writes = useMay('knowledge.write')
  const name = nameOf(rule, say.tongue)
  const state = stateOf(rule, now)
  const scope = scopeWords(rule, say)
  return (
    <li className="promo-rule">
      <a className="promo-open" {...linkTo({ page: 'promotions', at: `rules/${encodeURIComponent(rule.id)}` })}>
        <span className="promo-kind">{t(`promotions.kind.${rule.kind}`)}</span>
        <span className="grow">
          <b>{name}</b>
          <span className="promo-deed">{deedWords(rule, say)}</span>
          {scope.length > 0 && <small>{scope.join(' · ')}</small>}
          <small>
            <When rule={rule} say={say} />
            {rule.campaign && ` · ${rule.campaign}`}
          </small>
        </span>
        <span className="promo-tags">
          <span className={TONES[state]}>{t(`promotions.state.${state}`)}</span>
          {mark && <span className="tag warn">{t(`promotions.mark.${mark}`)}</span>}
        </span>
      </a>
      {writes && <Acts rule={rule} name={name} onCopy={onCopy} />}
    </li>
  )
}
