// «How would the bot answer?»: what it finds for a question, best first, why, and what it would do with it.
import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { usePreferences } from '../app/preferences.ts'
import { server, useMay } from '../app/server.ts'
import { Failed, Loading } from '../ui/Blank.tsx'
import { Icon, type IconName } from '../ui/Icon.tsx'
import type { Filter } from './entries.ts'
import { openWith } from './wished.ts'

type Found = Awaited<ReturnType<typeof server.searchKnowledge>>
type Passage = Found['passages'][number]

const MOST_SHOWN = 5

/** Chinese characters in it: it is answered from Chinese entries, whatever the reader's language. */
const localeOf = (text: string, reader: string): string =>
  /\p{Script=Han}/u.test(text) ? 'zh-CN' : /[a-z]/i.test(text) ? 'en' : reader

const useFound = (text: string, { locale, topic, channel }: Omit<Filter, 'search'>) => {
  const { language } = usePreferences()
  const query = {
    text,
    limit: MOST_SHOWN,
    locale: locale ?? localeOf(text, language),
    ...(topic === undefined ? {} : { topic }),
    ...(channel === undefined ? {} : { channel }),
  }
  return useQuery({
    queryKey: ['knowledge', 'search', query],
    queryFn: ({ signal }) => server.searchKnowledge({ query }, signal),
    placeholderData: (before) => before,
    staleTime: 0,
  })
}

const Why = ({ passage }: { passage: Passage }) => {
  const { t } = useTranslation()
  const { words, parts } = passage.why
  const whole = Math.max(
    0.001,
    parts.reduce((sum, { value }) => sum + value, 0),
  )
  return (
    <>
      {words.length > 0 && (
        <span className="kb-words">
          {t('knowledge.ask.words')}
          {words.map((word) => (
            <mark key={word}>{word}</mark>
          ))}
        </span>
      )}
      <ul className="kb-parts" aria-label={t('knowledge.ask.why')}>
        {parts.map(({ name, value }) => (
          <li key={name} title={t(`knowledge.ask.partText.${name}`)}>
            {t(`knowledge.ask.part.${name}`)} {Math.round((value / whole) * 100)} %
          </li>
        ))}
      </ul>
    </>
  )
}

/** `teach`: takes the question into this entry; null where it answers already, or for who may not. */
const Ranked = (props: { passage: Passage; used: boolean; teach: (() => void) | null }) => {
  const { t } = useTranslation()
  const { passage, used, teach } = props
  const share = Math.round(passage.score * 100)
  return (
    <li className={used ? 'kb-passage used' : 'kb-passage'}>
      <span className="kb-line-top">
        <a {...linkTo({ page: 'knowledge', at: `entries/${passage.entryId}` })}>{passage.title}</a>
        <span className="kb-score">
          <span className="kb-bar" aria-hidden="true">
            <i style={{ width: `${share}%` }} />
          </span>
          {t('knowledge.ask.fits', { share })}
        </span>
      </span>
      <span className="muted kb-passage-text">{passage.answer}</span>
      <Why passage={passage} />
      {teach !== null && (
        <Button className="kb-teach" size="small" onClick={teach}>
          {t('knowledge.ask.teach')}
        </Button>
      )}
    </li>
  )
}

const MARK: Record<Found['decision']['do'], IconName> = { answer: 'check', ask: 'words', none: 'hand' }

const Decision = ({ found }: { found: Found }) => {
  const { t } = useTranslation()
  const { do: does, entryIds } = found.decision
  const titles = entryIds.map((id) => found.passages.find(({ entryId }) => entryId === id)?.title ?? '')
  return (
    <p className={`kb-decision ${does}`} role="status">
      <Icon name={MARK[does]} />
      <span>
        <b>{t(`knowledge.ask.do.${does}`)}</b> {t(`knowledge.ask.doText.${does}`, { titles: titles.join(' / ') })}
      </span>
    </p>
  )
}

export const AskPanel = ({ text, filter }: { text: string; filter: Omit<Filter, 'search'> }) => {
  const { t } = useTranslation()
  const query = useFound(text, filter)
  const writes = useMay('knowledge.write')
  const answers = query.data?.decision.do === 'answer'
  return (
    <section className="sheet padded kb-ask" aria-label={t('knowledge.ask.title')}>
      <h2>{t('knowledge.ask.title')}</h2>
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading lines={3} />}
      {query.data && (
        <>
          <Decision found={query.data} />
          <ol className="kb-ranked">
            {query.data.passages.map((passage) => (
              <Ranked
                key={passage.entryId}
                passage={passage}
                used={query.data.decision.entryIds.includes(passage.entryId)}
                teach={writes && !answers ? () => openWith(passage.entryId, text) : null}
              />
            ))}
          </ol>
          {writes && !answers && (
            <Button className="kb-teach" onClick={() => openWith(null, text)}>
              {t('knowledge.ask.begin')}
            </Button>
          )}
          <small>{t('knowledge.ask.note')}</small>
        </>
      )}
    </section>
  )
}
