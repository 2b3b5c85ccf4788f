// The questions of a cluster, each with its conversation and what a colleague answered there; some can be taken out.
import Button from 'antd/es/button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { go, linkTo } from '../app/place.ts'
import { useMay } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import type { Cluster, Question } from './growth-data.ts'
import { takeOut } from './shaping.ts'

const Line = (props: { question: Question; picked: boolean; pick: (() => void) | null }) => {
  const { t } = useTranslation()
  const times = useTimes()
  const { question, picked, pick } = props
  return (
    <li className="gap-question">
      {pick !== null && (
        <input
          type="checkbox"
          aria-label={t('growth.pick', { text: question.text })}
          checked={picked}
          onChange={pick}
        />
      )}
      <span className="grow">
        <span className="gap-said">{question.text}</span>
        {question.answer !== null && (
          <span className="gap-answer">
            <b>{t('growth.colleague')}</b> {question.answer}
          </span>
        )}
        <small>{[t(`growth.why.${question.why}`), times.full(question.at)].join(' · ')}</small>
      </span>
      {question.conversationId !== null && (
        <a
          className="gap-talk"
          title={t('growth.toTalkOf', { text: question.text })}
          {...linkTo({ page: 'inbox', view: 'all', conversationId: question.conversationId })}
        >
          {t('growth.toTalk')}
        </a>
      )}
    </li>
  )
}

export const GapQuestions = ({ cluster, questions }: { cluster: Cluster; questions: readonly Question[] }) => {
  const { t } = useTranslation()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const writes = useMay('knowledge.write') && questions.length > 1
  const toggle = (id: string) => {
    const next = new Set(picked)
    if (!next.delete(id)) next.add(id)
    setPicked(next)
  }
  const out = async () => {
    const made = await takeOut(cluster, [...picked])
    setPicked(new Set())
    if (made !== null && picked.size === questions.length) go({ page: 'knowledge', at: `gaps/${made}` })
  }
  return (
    <section className="gap-part" aria-label={t('growth.questions')}>
      <div className="kb-line-top">
        <h2>{t('growth.questionsOf', { count: cluster.count })}</h2>
        {picked.size > 0 && picked.size < questions.length && (
          <Button size="small" onClick={() => void out()}>
            {t('growth.takeOut', { count: picked.size })}
          </Button>
        )}
      </div>
      <ul className="sheet">
        {questions.map((question) => (
          <Line
            key={question.id}
            question={question}
            picked={picked.has(question.id)}
            pick={writes ? () => toggle(question.id) : null}
          />
        ))}
      </ul>
      {questions.length < cluster.count && (
        <p className="muted">{t('growth.newestOnly', { count: questions.length })}</p>
      )}
    </section>
  )
}
