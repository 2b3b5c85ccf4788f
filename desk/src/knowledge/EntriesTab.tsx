// Every entry: found by words, narrowed by what it is and whom it is for; a question shows what the bot would say.
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { go } from '../app/place.ts'
import { useMay } from '../app/server.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { AskPanel } from './AskPanel.tsx'
import { EntryLine } from './EntryLine.tsx'
import { type Filter, NEWEST, type Order, useEntries } from './entries.ts'
import { Filters } from './Filters.tsx'
import { ImportMenu } from './ImportMenu.tsx'
import { isQuestion } from './standing.ts'
import { UsageHead } from './UsageHead.tsx'
import { useUsage } from './usage.ts'
import { useSettled } from './use-settled.ts'

const ImportDialog = lazy(() => import('../welcome/ImportDialog.tsx'))

/** What stands where no entry is: the ways to the first ones, unless a search found none. */
const Nothing = ({ narrowed, bring }: { narrowed: boolean; bring: (() => void) | null }) => {
  const { t } = useTranslation()
  if (narrowed)
    return (
      <Blank icon="search" title={t('knowledge.noneFound')}>
        {t('knowledge.noneFoundText')}
      </Blank>
    )
  return (
    <Blank icon="book" title={t('knowledge.none')}>
      {t('knowledge.noneText')}
      {bring !== null && (
        <span className="kb-ways">
          <Button type="primary" onClick={() => go({ page: 'knowledge', at: 'packs' })}>
            {t('knowledge.way.pack')}
          </Button>
          <Button onClick={() => go({ page: 'knowledge', at: 'documents' })}>{t('knowledge.way.document')}</Button>
          <Button onClick={bring}>{t('knowledge.way.paste')}</Button>
        </span>
      )}
    </Blank>
  )
}

/** `below` the bot's answer: where no entry has these very words, nothing needs to be said. */
const List = (props: { filter: Filter; order: Order; bring: (() => void) | null; below: boolean }) => {
  const { t } = useTranslation()
  const { filter, order, bring, below } = props
  const { query, entries } = useEntries(filter, order)
  const usage = useUsage(order.days)
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (query.isPending) return <Loading lines={8} />
  if (entries.length === 0 && below) return null
  if (entries.length === 0) return <Nothing narrowed={Object.keys(filter).length > 0} bring={bring} />
  return (
    <>
      {below && <h2>{t('knowledge.entriesWith', { text: filter.search })}</h2>}
      <ul className="sheet kb-list" aria-busy={query.isPlaceholderData}>
        {entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} usage={usage.get(entry.id)} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button className="kb-more" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('knowledge.more', { count: entries.length })}
        </Button>
      )}
    </>
  )
}

const Head = ({ words, write, bring }: { words: string; write: (words: string) => void; bring: () => void }) => {
  const { t } = useTranslation()
  return (
    <div className="kb-find">
      <Input
        type="search"
        maxLength={200}
        aria-label={t('knowledge.search')}
        placeholder={t('knowledge.search')}
        value={words}
        onChange={(event) => write(event.target.value)}
      />
      {useMay('knowledge.write') && (
        <div className="actions">
          <ImportMenu paste={bring} />
          <Button type="primary" onClick={() => go({ page: 'knowledge', at: 'entries/new' })}>
            {t('knowledge.new')}
          </Button>
        </div>
      )}
    </div>
  )
}

export const EntriesTab = () => {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [narrow, setNarrow] = useState<Omit<Filter, 'search'>>({})
  const [order, setOrder] = useState(NEWEST)
  const [importing, setImporting] = useState(false)
  const [asked, setAsked] = useState(false)
  const search = useSettled(words.trim())
  const bring = () => setImporting(true)
  const asks = search !== '' && (asked || isQuestion(search))
  return (
    <>
      <Head words={words} write={setWords} bring={bring} />
      <Filters filter={narrow} change={setNarrow} />
      {asks && <AskPanel text={search} filter={narrow} />}
      {search !== '' && !asks && (
        <Button className="kb-ask-it" type="link" onClick={() => setAsked(true)}>
          {t('knowledge.ask.offer', { text: search })}
        </Button>
      )}
      <UsageHead order={order} set={setOrder} />
      <List
        order={order}
        filter={search === '' ? narrow : { ...narrow, search }}
        bring={useMay('knowledge.write') ? bring : null}
        below={asks}
      />
      {importing && (
        <Suspense fallback={null}>
          <ImportDialog onClose={() => setImporting(false)} />
        </Suspense>
      )}
    </>
  )
}
