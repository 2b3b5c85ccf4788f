// The last calls: how each ended and what it took. No words of anybody.
import { useTranslation } from 'react-i18next'
import { linkTo } from '../../app/place.ts'
import { useTimes } from '../../app/times.ts'
import { Blank, Failed, Loading } from '../../ui/Blank.tsx'
import { type Call, useCalls } from './model-data.ts'

/** Not the endpoint's fault, nor the model's. */
const MILD = ['overtaken', 'stopped', 'budget', 'left-out', 'language']
const lookOf = (outcome: Call['outcome']): string =>
  outcome === 'ok' ? 'tag good' : MILD.includes(outcome) ? 'tag' : 'tag warn'

const CallLine = ({ call }: { call: Call }) => {
  const { t, i18n } = useTranslation()
  const times = useTimes()
  const { outcome, firstMs, ms, tokensIn, tokensOut, cut, conversationId } = call
  const number = (value: number) => value.toLocaleString(i18n.language)
  const facts = [
    t(`model.use.${call.use}`),
    firstMs === null
      ? t('model.took', { ms: number(ms) })
      : t('model.tookFirst', { ms: number(ms), first: number(firstMs) }),
    t('model.tokensInOut', { read: number(tokensIn), written: number(tokensOut) }),
    ...(cut > 0 ? [t('model.cut', { count: cut })] : []),
  ]
  return (
    <li className="model-call">
      <p>
        <span className={lookOf(outcome)}>
          {t(outcome === 'ok' && call.use === 'test' ? 'model.answered' : `wording.${outcome}`)}
        </span>
        <time dateTime={call.at}>{times.full(call.at)}</time>
        {conversationId !== null && (
          <a {...linkTo({ page: 'inbox', view: 'all', conversationId })}>{t('model.conversation')}</a>
        )}
      </p>
      <p className="muted">{facts.join(' · ')}</p>
    </li>
  )
}

export const Calls = () => {
  const { t } = useTranslation()
  const query = useCalls()
  return (
    <section className="model-calls" aria-label={t('model.lastCalls')}>
      <h3>{t('model.lastCalls')}</h3>
      <p className="set-help">{t('model.lastCallsText')}</p>
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading lines={3} />}
      {query.data?.calls.length === 0 && (
        <Blank icon="clock" title={t('model.noCalls')}>
          {t('model.noCallsText')}
        </Blank>
      )}
      {query.data !== undefined && query.data.calls.length > 0 && (
        <ul className="sheet row-list">
          {query.data.calls.map((call) => (
            <CallLine key={call.id} call={call} />
          ))}
        </ul>
      )}
    </section>
  )
}
