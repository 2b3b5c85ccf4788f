// The structure of the knowledge: products, policies, error codes and the rest with their links, as a table and as a picture.
import Button from 'antd/es/button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlace } from '../../app/place.ts'
import { Blank, Failed, Loading } from '../../ui/Blank.tsx'
import { useSettled } from '../use-settled.ts'
import { NodePanel } from './NodePanel.tsx'
import { type Look, StructureHead } from './StructureHead.tsx'
import { StructurePicture } from './StructurePicture.tsx'
import { StructureTable } from './StructureTable.tsx'
import { type Narrow, usePicture, useThings } from './things.ts'
import './structure.css'

interface LookProps {
  readonly narrow: Narrow
  readonly chosen: string | null
  readonly choose: (id: string | null) => void
}
const Nothing = ({ narrowed }: { narrowed: boolean }) => {
  const { t } = useTranslation()
  return (
    <Blank icon={narrowed ? 'search' : 'book'} title={t(narrowed ? 'knowledge.noneFound' : 'structure.none')}>
      {t(narrowed ? 'knowledge.noneFoundText' : 'structure.noneText')}
    </Blank>
  )
}
const isNarrow = (narrow: Narrow): boolean => Object.keys(narrow).length > 0

const AsTable = ({ narrow, chosen, choose }: LookProps) => {
  const { t } = useTranslation()
  const { query, nodes, total } = useThings(narrow)
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (query.isPending) return <Loading lines={8} />
  if (nodes.length === 0) return <Nothing narrowed={isNarrow(narrow)} />
  return (
    <div className="st-list">
      <p className="muted" role="status">
        {t('structure.total', { count: total })}
      </p>
      <StructureTable nodes={nodes} chosen={chosen} choose={choose} />
      {query.hasNextPage && (
        <Button className="kb-more" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('knowledge.more', { count: nodes.length })}
        </Button>
      )}
    </div>
  )
}

const AsPicture = ({ narrow, chosen, choose, around }: LookProps & { around: string | undefined }) => {
  const { t } = useTranslation()
  const query = usePicture(narrow, around)
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Loading lines={8} />
  const { nodes, edges, total, centre } = query.data
  if (nodes.length === 0) return <Nothing narrowed={isNarrow(narrow)} />
  const middle = nodes.find(({ id }) => id === centre)?.label
  return (
    <div className="st-list">
      <p className="muted" role="status">
        {middle === undefined
          ? t('structure.total', { count: total })
          : t('structure.near', { total, shown: nodes.length, label: middle })}
      </p>
      <StructurePicture nodes={nodes} edges={edges} centre={centre} chosen={chosen} choose={choose} />
    </div>
  )
}

/** `structure/<document>` in the address: what was read in that document. */
export const StructureTab = () => {
  const { t } = useTranslation()
  const place = usePlace()
  const documentId = place.page === 'knowledge' ? place.at?.split('/')[1] : undefined
  const [words, setWords] = useState('')
  const [kinds, setKinds] = useState<Pick<Narrow, 'kind'>>({})
  const [look, setLook] = useState<Look>('table')
  const [chosen, choose] = useState<string | null>(null)
  const [around, setAround] = useState<string | undefined>()
  const search = useSettled(words.trim())
  const narrow: Narrow = {
    ...kinds,
    ...(search === '' ? {} : { search }),
    ...(documentId === undefined ? {} : { documentId }),
  }
  return (
    <>
      <p className="muted">{t('structure.lead')}</p>
      <StructureHead
        words={words}
        write={setWords}
        narrow={narrow}
        setNarrow={({ kind }) => {
          setKinds(kind === undefined ? {} : { kind })
          setAround(undefined)
        }}
        look={look}
        setLook={setLook}
        choose={choose}
      />
      <div className={chosen === null ? 'st-halves' : 'st-halves open'}>
        {look === 'table' ? (
          <AsTable narrow={narrow} chosen={chosen} choose={choose} />
        ) : (
          <AsPicture narrow={narrow} chosen={chosen} choose={choose} around={around} />
        )}
        {chosen !== null && (
          <NodePanel key={chosen} id={chosen} choose={choose} around={look === 'picture' ? setAround : undefined} />
        )}
      </div>
    </>
  )
}
