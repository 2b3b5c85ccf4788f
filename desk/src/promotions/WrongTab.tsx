// Prices that customers were told and that the rules in force would not say: looked at, chosen, corrected by one message each.
import Button from 'antd/es/button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { queries, server, useMay } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import { act } from '../ui/act.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { toast } from '../ui/toasts.tsx'
import { type Answer, useWrongAnswers } from './rule-set.ts'
import { useSay } from './say.ts'

/** As many as the server takes at once. */
const AT_ONCE = 500

const Amounts = ({ answer }: { answer: Answer }) => {
  const { t } = useTranslation()
  const { money } = useSay(answer.currency)
  return (
    <span className="promo-amounts">
      <span>{t('promotions.told', { money: money(answer.told) })}</span>
      <span aria-hidden="true">→</span>
      <b>{answer.now === null ? t('promotions.noLonger') : money(answer.now)}</b>
    </span>
  )
}

interface LineProps {
  readonly answer: Answer
  readonly chosen: boolean
  readonly failed: boolean
  readonly flip: (() => void) | null
}
const Line = ({ answer, chosen, failed, flip }: LineProps) => {
  const { t } = useTranslation()
  const times = useTimes()
  const when = times.full(answer.at)
  return (
    <li className="promo-wrong">
      {flip && (
        <input type="checkbox" aria-label={t('promotions.chooseAnswer', { when })} checked={chosen} onChange={flip} />
      )}
      <span className="grow">
        <Amounts answer={answer} />
        <span className="muted">{answer.correction}</span>
        <small>
          {when} · {t('promotions.version', { version: answer.version })} ·{' '}
          <a {...linkTo({ page: 'inbox', view: 'all', conversationId: answer.conversationId })}>
            {t('promotions.conversation')}
          </a>
        </small>
        {failed && <span className="set-wrong">{t('promotions.failedWhy')}</span>}
      </span>
    </li>
  )
}

const useCorrect = (told: (failed: readonly string[]) => void) => {
  const { t } = useTranslation()
  const [busy, setBusy] = useState(false)
  const send = async (ids: readonly string[]) => {
    setBusy(true)
    const done = { corrected: 0, failed: [] as string[], left: ids.length }
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const some = ids.slice(at, at + AT_ONCE)
      const reply = await act(() => server.correctAnswers({ body: { ids: some } }))
      if (reply === null) break
      done.corrected += reply.corrected.length
      done.failed.push(...reply.failed)
      done.left -= some.length
    }
    setBusy(false)
    told(done.failed)
    await queries.invalidateQueries({ queryKey: ['promotions', 'wrong'] })
    const right = ids.length - done.left - done.corrected - done.failed.length
    const said = [
      t('promotions.corrected', { count: done.corrected }),
      ...(done.failed.length > 0 ? [t('promotions.failed', { count: done.failed.length })] : []),
      ...(right > 0 ? [t('promotions.rightAgain', { count: right })] : []),
    ]
    toast(said.join(' '), done.failed.length > 0 ? { tone: 'problem' } : {})
  }
  return { busy, send }
}

interface BulkProps {
  readonly count: number
  readonly chosen: number
  readonly busy: boolean
  readonly chooseAll: () => void
  readonly send: () => void
}
const Bulk = ({ count, chosen, busy, chooseAll, send }: BulkProps) => {
  const { t } = useTranslation()
  return (
    <div className="promo-bulk">
      <label className="promo-check">
        <input type="checkbox" checked={chosen === count} onChange={chooseAll} />
        {t('promotions.chooseAll', { count })}
      </label>
      <Button type="primary" loading={busy} disabled={chosen === 0} onClick={send}>
        {t('promotions.correct', { count: chosen })}
      </Button>
    </div>
  )
}

const Several = (props: { answers: readonly Answer[] }) => {
  const { answers } = props
  const writes = useMay('knowledge.write')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [failed, setFailed] = useState<ReadonlySet<string>>(new Set())
  const { busy, send } = useCorrect((ids) => setFailed(new Set(ids)))
  // All are chosen at first: what is left out is what somebody took out.
  const chosen = answers.filter(({ id }) => !left.has(id))
  const flip = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  const all = chosen.length === answers.length
  return (
    <>
      {writes && (
        <Bulk
          count={answers.length}
          chosen={chosen.length}
          busy={busy}
          chooseAll={() => setLeft(new Set(all ? answers.map(({ id }) => id) : []))}
          send={() => void send(chosen.map(({ id }) => id))}
        />
      )}
      <ul className="sheet">
        {answers.map((answer) => (
          <Line
            key={answer.id}
            answer={answer}
            chosen={!left.has(answer.id)}
            failed={failed.has(answer.id)}
            flip={writes ? () => flip(answer.id) : null}
          />
        ))}
      </ul>
    </>
  )
}

export const WrongTab = () => {
  const { t } = useTranslation()
  const query = useWrongAnswers()
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (query.data === undefined) return <Loading />
  if (query.data.answers.length === 0)
    return (
      <Blank icon="check" title={t('promotions.noneWrong')}>
        {t('promotions.noneWrongText')}
      </Blank>
    )
  return (
    <>
      <p className="muted">{t('promotions.wrongText')}</p>
      <Several answers={query.data.answers} />
    </>
  )
}
