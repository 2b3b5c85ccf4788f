// Every intent with what teaches it: found by word, made, switched on and off; examples in and out as CSV.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import Switch from 'antd/es/switch'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { server, useMay } from '../app/server.ts'
import { act } from '../ui/act.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { saveCsv } from './csv-file.ts'
import { ImportCsv } from './ImportCsv.tsx'
import { type Intent, matching, taught, useIntents, useMeaning, useTitle } from './lab.ts'
import { NewIntent } from './NewIntent.tsx'

const OnSwitch = ({ intent }: { intent: Intent }) => {
  const { t } = useTranslation()
  const title = useTitle()
  const flip = async (on: boolean) => {
    const name = title(intent.id)
    const done = t(on ? 'language.switchedOn' : 'language.switchedOff', { name })
    await act(() => server.saveIntent({ params: { intentId: intent.id }, body: { on } }), done)
    taught()
  }
  return (
    <Switch
      size="small"
      checked={intent.on}
      aria-label={t('language.on', { name: title(intent.id) })}
      onChange={(on) => void flip(on)}
    />
  )
}

const IntentLine = ({ intent }: { intent: Intent }) => {
  const { t } = useTranslation()
  const title = useTitle()
  const meaning = useMeaning()
  const teaches = useMay('language.teach')
  const { builtIn, own } = intent.examples
  return (
    <li className="lab-intent">
      <a className="line-item" {...linkTo({ page: 'language', at: `intents/${intent.id}` })}>
        <span className="grow">
          <b>{title(intent.id)}</b>
          <span className="muted clamp">{meaning(intent) || intent.id}</span>
        </span>
        {!intent.builtIn && <span className="tag good">{t('language.own')}</span>}
        {!intent.on && <span className="tag warn">{t('language.off')}</span>}
        <small className="lab-counts">
          {t('language.counts', { count: builtIn + own })}
          {intent.builtIn && own > 0 && ` · ${t('language.ownCount', { own })}`}
        </small>
      </a>
      {teaches && intent.id !== 'none' && <OnSwitch intent={intent} />}
    </li>
  )
}

const Acts = ({ open }: { open: (which: 'new' | 'import') => void }) => {
  const { t } = useTranslation()
  const download = async () => {
    const reply = await act(() => server.exportExamples({}))
    if (reply !== null) saveCsv('examples.csv', reply.csv)
  }
  return (
    <div className="actions">
      <Button onClick={() => open('import')}>{t('language.import')}</Button>
      <Button onClick={() => void download()}>{t('language.export')}</Button>
      <Button type="primary" onClick={() => open('new')}>
        {t('language.newIntent')}
      </Button>
    </div>
  )
}

export const IntentsTab = () => {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [open, setOpen] = useState<'new' | 'import' | null>(null)
  const teaches = useMay('language.teach')
  const query = useIntents()
  const shown = matching(query.data?.intents ?? [], useDeferredValue(words))
  return (
    <>
      <div className="lab-find">
        <Input
          type="search"
          aria-label={t('language.search')}
          placeholder={t('language.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {teaches && <Acts open={setOpen} />}
      </div>
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading lines={8} />}
      {query.data && shown.length === 0 && (
        <Blank icon="words" title={t('language.noneFound')}>
          {t('language.noneFoundText')}
        </Blank>
      )}
      <ul className="sheet">
        {shown.map((intent) => (
          <IntentLine key={intent.id} intent={intent} />
        ))}
      </ul>
      {open === 'new' && <NewIntent onClose={() => setOpen(null)} />}
      {open === 'import' && <ImportCsv onClose={() => setOpen(null)} />}
    </>
  )
}
