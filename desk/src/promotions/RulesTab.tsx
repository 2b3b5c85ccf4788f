// Every rule of the draft, or of what is in force while there is none: found, written, paused, removed, in and out as a table.
import type { Rule, RuleSet } from '@ballast/contract/promotions'
import Button from 'antd/es/button'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { go } from '../app/place.ts'
import { server, useMay } from '../app/server.ts'
import { useNow } from '../app/times.ts'
import { act } from '../ui/act.ts'
import { Blank, Failed, Loading } from '../ui/Blank.tsx'
import { Menu, type MenuItem } from '../ui/Menu.tsx'
import { minutesAhead } from './amounts.ts'
import { HeadDialog } from './HeadDialog.tsx'
import { ImportRules } from './ImportRules.tsx'
import { KindPicker } from './KindPicker.tsx'
import { type Editing, RuleEditor } from './RuleEditor.tsx'
import { RuleFilter } from './RuleFilter.tsx'
import { RuleLine } from './RuleLine.tsx'
import { useDifference, useWritten } from './rule-set.ts'
import { saveBlob } from './save-blob.ts'
import { useSay, useTongue } from './say.ts'
import { chosen, EVERYTHING } from './state.ts'
import { useTerms } from './use-terms.ts'

const SHOWN = 100

const useExport = (version: number | undefined) => {
  const tongue = useTongue()
  return async (format: 'xlsx' | 'csv') => {
    if (!version) return
    const table = await act(() =>
      server.exportRules({ params: { version: String(version) }, query: { format, tongue, ahead: minutesAhead() } }),
    )
    if (table !== null) saveBlob(`promotions-${version}.${format}`, table)
  }
}

type Open = 'kinds' | 'import' | 'head' | Editing | null

const Acts = ({ version, open }: { version: number | undefined; open: (what: Open) => void }) => {
  const { t } = useTranslation()
  const writes = useMay('knowledge.write')
  const save = useExport(version)
  const reading: MenuItem[] = (['xlsx', 'csv'] as const).map((format) => ({
    id: format,
    icon: 'down',
    label: t('promotions.exportAs', { format: format.toUpperCase() }),
    run: () => void save(format),
  }))
  const writing: MenuItem[] = [
    { id: 'import', icon: 'file', label: t('promotions.import'), run: () => open('import') },
    { id: 'head', icon: 'sliders', label: t('promotions.head'), run: () => open('head') },
  ]
  return (
    <div className="promo-deeds">
      {writes && (
        <Button type="primary" onClick={() => open('kinds')}>
          {t('promotions.new')}
        </Button>
      )}
      <Menu label={t('promotions.moreDeeds')} items={[...(version ? reading : []), ...(writes ? writing : [])]} />
    </div>
  )
}

const useMarks = (version: number | undefined, inForce: number | null | undefined) => {
  const changes = useDifference(version === inForce ? undefined : version, inForce).data
  return useMemo(() => {
    const added = (changes?.added ?? []).map(({ id }) => [id, 'added'] as const)
    const changed = (changes?.changed ?? []).map(({ after }) => [after.id, 'changed'] as const)
    return new Map<string, 'added' | 'changed'>(version === inForce ? [] : [...added, ...changed])
  }, [changes, version, inForce])
}

interface ListProps {
  readonly set: RuleSet
  readonly marks: ReadonlyMap<string, 'added' | 'changed'>
  readonly onCopy: (rule: Rule) => void
}
const List = ({ set, marks, onCopy }: ListProps) => {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState(EVERYTHING)
  const [most, setMost] = useState(SHOWN)
  const say = useSay(set.currency)
  // States change with the minute; a clock that ticks faster would only make work.
  const now = Math.floor(useNow() / 60_000) * 60_000
  const held = useDeferredValue(wanted)
  const found = useMemo(() => chosen(set.rules, held, now), [set.rules, held, now])
  return (
    <>
      <RuleFilter rules={set.rules} wanted={wanted} set={setWanted} />
      <p className="muted promo-count" role="status">
        {t('promotions.found', { count: found.length, all: set.rules.length })}
      </p>
      {found.length === 0 && set.rules.length > 0 && (
        <Blank icon="search" title={t('promotions.noneFound')}>
          {t('promotions.noneFoundText')}
        </Blank>
      )}
      <ul className="sheet">
        {found.slice(0, most).map((rule) => (
          <RuleLine
            key={rule.id}
            rule={rule}
            say={say}
            now={now}
            mark={marks.get(rule.id)}
            onCopy={() => onCopy(rule)}
          />
        ))}
      </ul>
      {found.length > most && (
        <Button onClick={() => setMost(most + SHOWN)}>
          {t('promotions.showMore', { count: found.length - most })}
        </Button>
      )}
    </>
  )
}

const home = () => go({ page: 'promotions', at: 'rules' })
const copyOf = (rule: Rule, name: (of: string) => string): Editing => {
  const nameEn = rule.nameEn === undefined ? {} : { nameEn: name(rule.nameEn).slice(0, 120) }
  return { kind: rule.kind, from: { ...rule, ...nameEn, name: name(rule.name).slice(0, 120) } }
}

const Opened = (props: { open: Open; set: RuleSet; version: number; onOpen: (open: Open) => void }) => {
  const { open, set, version, onOpen } = props
  const terms = useTerms(set.currency)
  const close = () => onOpen(null)
  if (open === null) return null
  if (open === 'kinds') return <KindPicker onPick={(kind) => onOpen({ kind })} onClose={close} />
  if (open === 'import') return <ImportRules version={version} head={set} onClose={close} />
  if (open === 'head') return <HeadDialog head={set} onClose={close} />
  return <RuleEditor editing={open} terms={terms} onClose={close} />
}

/** `id`: the rule that is open. */
export const RulesTab = ({ id }: { id: string | undefined }) => {
  const { t } = useTranslation()
  const [open, setOpen] = useState<Open>(null)
  const { versions, version, query, set } = useWritten()
  const marks = useMarks(version, versions.data?.inForce)
  const terms = useTerms(set.currency)
  const writes = useMay('knowledge.write')
  const rule = set.rules.find((each) => each.id === id)
  const error = versions.error ?? query.error
  if (error) return <Failed error={error} retry={() => void (versions.error ? versions : query).refetch()} />
  if (query.data === undefined || version === undefined) return <Loading lines={8} />
  return (
    <>
      <Acts version={version} open={setOpen} />
      {set.rules.length === 0 ? (
        <Blank icon="price" title={t('promotions.none')}>
          {t(writes ? 'promotions.noneText' : 'promotions.noneRead')}
        </Blank>
      ) : (
        <List
          set={set}
          marks={marks}
          onCopy={(each) => setOpen(copyOf(each, (name) => t('promotions.copyName', { name })))}
        />
      )}
      <Opened open={open} set={set} version={version} onOpen={setOpen} />
      {rule && (
        <RuleEditor
          key={rule.id}
          editing={{ kind: rule.kind, from: rule, before: rule }}
          terms={terms}
          onClose={home}
        />
      )}
    </>
  )
}
