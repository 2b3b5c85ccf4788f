// A sentence, and what the version in use makes of it.
import { useQuery } from '@tanstack/react-query'
import Input from 'antd/es/input'
import Select from 'antd/es/select'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { server } from '../app/server.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { Labelled } from '../ui/Labelled.tsx'
import { useModels } from './lab.ts'
import { VerdictView } from './VerdictView.tsx'

const useVerdict = (text: string, version: number | undefined) =>
  useQuery({
    queryKey: ['language', 'try', text, version ?? 'in use'],
    queryFn: ({ signal }) =>
      server.tryLanguage({ body: { text, ...(version === undefined ? {} : { version }) } }, signal),
    enabled: text !== '',
    staleTime: 0,
  })

const useVersionName = () => {
  const { t } = useTranslation()
  return (version: number): string => (version === 0 ? t('language.builtInModel') : t('language.version', { version }))
}

const Outcome = ({ text, version }: { text: string; version: number | undefined }) => {
  const { t } = useTranslation()
  const query = useVerdict(text, version)
  if (text === '')
    return (
      <Blank icon="words" title={t('language.tryEmpty')}>
        {t('language.tryEmptyText')}
      </Blank>
    )
  if (query.data) return <VerdictView text={text} verdict={query.data.verdict} />
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  return <Loading />
}

export const TryTab = () => {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [version, setVersion] = useState<number>()
  const text = useDeferredValue(words.trim())
  const name = useVersionName()
  const models = useModels().data?.models ?? []
  const inUse = models.find(({ status }) => status === 'published')?.version
  const options = models.map((model) => ({
    value: model.version,
    label: model.version === inUse ? t('language.inUseNamed', { name: name(model.version) }) : name(model.version),
  }))
  return (
    <>
      <div className="lab-ask">
        <Labelled label={t('language.sentence')}>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            placeholder={t('language.sentenceHint')}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Labelled>
        <Labelled label={t('language.askedOf')}>
          <Select
            value={version ?? inUse ?? null}
            options={options}
            onChange={(chosen) => setVersion(chosen ?? undefined)}
          />
        </Labelled>
      </div>
      <Outcome text={text} version={version} />
    </>
  )
}
