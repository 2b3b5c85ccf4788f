// Help of products by QR code: choose products, print their codes, see how they are used, turn one off.
import Button from 'antd/es/button'
import Checkbox from 'antd/es/checkbox'
import Input from 'antd/es/input'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { useMay } from '../app/server.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { HelpLine } from './HelpLine.tsx'
import { type HelpCode, MOST_PRINTED, sheetOf, useHelpCodes } from './help-codes.ts'
import { MakeCodes } from './MakeCodes.tsx'
import { useSettled } from './use-settled.ts'

const Head = (props: {
  words: string
  write: (words: string) => void
  make: (() => void) | null
  chosen: string[]
}) => {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { words, write, make, chosen } = props
  return (
    <div className="kb-find">
      <Input
        type="search"
        maxLength={200}
        aria-label={t('help.find')}
        placeholder={t('help.find')}
        value={words}
        onChange={(event) => write(event.target.value)}
      />
      <div className="actions">
        <Button
          disabled={chosen.length === 0}
          {...(chosen.length === 0 ? {} : { href: sheetOf(chosen, language), target: '_blank' })}
        >
          {chosen.length === 0 ? t('help.print') : t('help.printSome', { count: chosen.length })}
        </Button>
        {make !== null && (
          <Button type="primary" onClick={make}>
            {t('help.make')}
          </Button>
        )}
      </div>
    </div>
  )
}

const Nothing = ({ search, make }: { search: string; make: (() => void) | null }) => {
  const { t } = useTranslation()
  if (search !== '') return <Blank icon="search" title={t('help.noneFound')} />
  return (
    <Blank icon="qr" title={t('help.none')}>
      {t('help.noneText')}
      {make !== null && (
        <span className="kb-ways">
          <Button type="primary" onClick={make}>
            {t('help.make')}
          </Button>
        </span>
      )}
    </Blank>
  )
}

interface ListProps {
  readonly search: string
  readonly chosen: readonly string[]
  readonly choose: (codes: string[]) => void
  readonly make: (() => void) | null
}
const List = ({ search, chosen, choose, make }: ListProps) => {
  const { t } = useTranslation()
  const { query, codes } = useHelpCodes(search)
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (query.isPending) return <Loading lines={6} />
  if (codes.length === 0) return <Nothing search={search} make={make} />
  const shown = codes.filter(({ on }) => on).slice(0, MOST_PRINTED)
  const all = shown.length > 0 && shown.every(({ code }) => chosen.includes(code))
  const toggle = ({ code }: HelpCode, on: boolean) =>
    choose(on ? [...chosen, code].slice(0, MOST_PRINTED) : chosen.filter((each) => each !== code))
  return (
    <>
      <div className="kb-line-top">
        <Checkbox
          checked={all}
          indeterminate={!all && chosen.length > 0}
          onChange={({ target }) => choose(target.checked ? shown.map(({ code }) => code) : [])}
        >
          {t('help.chooseAll')}
        </Checkbox>
        <small className="muted">{t('help.usedDays')}</small>
      </div>
      <ul className="sheet kb-list kb-codes" aria-busy={query.isPlaceholderData}>
        {codes.map((code) => (
          <HelpLine
            key={code.code}
            code={code}
            chosen={chosen.includes(code.code)}
            choose={(on) => toggle(code, on)}
            mayWrite={make !== null}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button className="kb-more" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('help.more')}
        </Button>
      )}
    </>
  )
}

export const HelpTab = () => {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const [making, setMaking] = useState(false)
  const search = useSettled(words.trim())
  const make = useMay('knowledge.write') ? () => setMaking(true) : null
  return (
    <>
      <p className="muted">{t('help.lead')}</p>
      <Head words={words} write={setWords} make={make} chosen={chosen} />
      <List search={search} chosen={chosen} choose={setChosen} make={make} />
      {making && (
        <MakeCodes
          onClose={() => setMaking(false)}
          made={(codes) => {
            setMaking(false)
            setChosen(codes.map(({ code }) => code))
          }}
        />
      )}
    </>
  )
}
