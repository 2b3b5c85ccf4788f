// One intent: what it means, what teaches it. Own examples are written, moved and removed with a way back.
import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Popconfirm from 'antd/es/popconfirm'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { go, linkTo } from '../app/place.ts'
import { queries, server, useMay } from '../app/server.ts'
import { newId } from '../live/new-id.ts'
import { act } from '../ui/act.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { Button as PlainButton } from '../ui/Button.tsx'
import { ExampleLine } from './ExampleLine.tsx'
import { type Intent, taught, useIntents, useMeaning, useTitle } from './lab.ts'

const useExamples = (intentId: string) =>
  useQuery({
    queryKey: ['language', 'examples', intentId],
    queryFn: ({ signal }) => server.listExamples({ params: { intentId } }, signal),
  })

const Adding = ({ intent }: { intent: string }) => {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const body = { intent, text: text.trim() }
    if (body.text === '') return
    if ((await act(() => server.saveExample({ params: { exampleId: newId() }, body }))) === null) return
    setText('')
    taught()
  }
  return (
    <form className="lab-add" onSubmit={add}>
      <Input
        aria-label={t('language.newExample')}
        placeholder={t('language.newExample')}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="primary" htmlType="submit" disabled={text.trim() === ''}>
        {t('language.add')}
      </Button>
    </form>
  )
}

const Remove = ({ intent }: { intent: Intent }) => {
  const { t } = useTranslation()
  const title = useTitle()
  const remove = async () => {
    const done = t('language.intentRemoved', { name: title(intent.id) })
    if ((await act(() => server.removeIntent({ params: { intentId: intent.id } }), done)) === null) return
    go({ page: 'language', at: 'intents' })
    // The examples of what is gone are not asked for again on the way out.
    void queries.invalidateQueries({ queryKey: ['language', 'examples'], refetchType: 'none' })
    void queries.invalidateQueries({ queryKey: ['language', 'intents'] })
  }
  return (
    <Popconfirm
      title={t('language.removeTitle', { name: title(intent.id) })}
      description={t('language.removeText', { count: intent.examples.own })}
      okText={t('language.removeIntent')}
      cancelText={t('do.cancel')}
      onConfirm={() => void remove()}
    >
      <Button danger>{t('language.removeIntent')}</Button>
    </Popconfirm>
  )
}

const Examples = ({ id }: { id: string }) => {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const query = useExamples(id)
  const all = query.data?.examples ?? []
  const shown = all.filter(({ text }) => text.toLowerCase().includes(words.trim().toLowerCase()))
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (query.isPending) return <Loading lines={8} />
  return (
    <>
      {all.length > 10 && (
        <Input
          type="search"
          aria-label={t('language.searchExamples')}
          placeholder={t('language.searchExamples')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {shown.length === 0 && (
        <Blank icon="words" title={t(all.length > 0 ? 'language.noneFound' : 'language.noExamples')}>
          {t(all.length > 0 ? 'language.noneFoundText' : 'language.noExamplesText')}
        </Blank>
      )}
      <ul className="sheet">
        {shown.map((example) => (
          <ExampleLine key={example.id ?? example.text} example={example} />
        ))}
      </ul>
    </>
  )
}

export const IntentPage = ({ id }: { id: string }) => {
  const { t } = useTranslation()
  const title = useTitle()
  const meaning = useMeaning()
  const teaches = useMay('language.teach')
  const intents = useIntents()
  const intent = intents.data?.intents.find((each) => each.id === id)
  return (
    <>
      <a className="lab-back" {...linkTo({ page: 'language', at: 'intents' })}>
        ← {t('language.tab.intents')}
      </a>
      <header className="lab-head">
        <div>
          <h2>{title(id)}</h2>
          {intent && <p className="muted">{meaning(intent) || intent.id}</p>}
        </div>
        {teaches && intent && !intent.builtIn && <Remove intent={intent} />}
      </header>
      {intents.data && intent === undefined ? (
        <Blank icon="words" title={t('problem.intent-not-found')}>
          <PlainButton onClick={() => go({ page: 'language', at: 'intents' })}>{t('language.tab.intents')}</PlainButton>
        </Blank>
      ) : (
        <>
          {teaches && <Adding intent={id} />}
          <Examples id={id} />
        </>
      )}
    </>
  )
}
