// One thing: what it is, where it was read, what it hangs together with; all of it open to correction.
import { EDGE_TYPES } from '@ballast/contract/routes/structure'
import Button from 'antd/es/button'
import Popconfirm from 'antd/es/popconfirm'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../../app/place.ts'
import { useMay } from '../../app/server.ts'
import { newId } from '../../live/new-id.ts'
import { Failed, Loading } from '../../ui/Blank.tsx'
import { IconButton } from '../../ui/Button.tsx'
import { Labelled } from '../../ui/Labelled.tsx'
import { NodeFields } from './NodeFields.tsx'
import { ThingPicker } from './ThingPicker.tsx'
import { change, type StructureEdge, type StructureNode, useThing } from './things.ts'

type Whole = NonNullable<ReturnType<typeof useThing>['data']>
interface PanelProps {
  readonly id: string
  readonly choose: (id: string | null) => void
}

const Citations = ({ citations }: Pick<Whole, 'citations'>) => {
  const { t } = useTranslation()
  return (
    <section>
      <h3>{t('structure.citations')}</h3>
      {citations.length === 0 && <p className="muted">{t('structure.noCitations')}</p>}
      <ul className="st-citations">
        {citations.map(({ entryId, title, documentName, section, quote }) => (
          <li key={entryId}>
            <blockquote>{quote}</blockquote>
            <a {...linkTo({ page: 'knowledge', at: `entries/${entryId}` })}>
              {documentName === null ? title : `${documentName} › ${section} · ${title}`}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface LinkProps {
  readonly edge: StructureEdge
  readonly other: StructureNode
  readonly out: boolean
  readonly choose: (id: string) => void
}
const Link = ({ edge, other, out, choose }: LinkProps) => {
  const { t } = useTranslation()
  const writes = useMay('knowledge.write')
  return (
    <li>
      <span aria-hidden="true">{out ? '→' : '←'}</span>
      {writes ? (
        <select
          className="st-cell"
          aria-label={t('structure.typeOf', { label: other.label })}
          value={edge.type}
          onChange={({ target }) =>
            void change({ do: 'change-edge', edgeId: edge.id, type: target.value as StructureEdge['type'] })
          }
        >
          {EDGE_TYPES.map((type) => (
            <option key={type} value={type}>
              {t(`structure.edge.${type}`)}
            </option>
          ))}
        </select>
      ) : (
        <span className="muted">{t(`structure.edge.${edge.type}`)}</span>
      )}
      <button type="button" className="st-other" onClick={() => choose(other.id)}>
        {other.label}
      </button>
      {writes && (
        <IconButton
          icon="close"
          label={t('structure.unlink', { label: other.label })}
          onClick={() => void change({ do: 'delete-edge', edgeId: edge.id })}
        />
      )}
    </li>
  )
}

const NewLink = ({ id }: { id: string }) => {
  const { t } = useTranslation()
  const [type, setType] = useState<StructureEdge['type']>('applies-to')
  const [to, setTo] = useState<string | null>(null)
  const add = async () => {
    if (to !== null && (await change({ do: 'add-edge', edgeId: newId(), type, from: id, to }))) setTo(null)
  }
  return (
    <div className="st-new">
      <select
        className="st-cell"
        aria-label={t('structure.linkType')}
        value={type}
        onChange={({ target }) => setType(target.value as StructureEdge['type'])}
      >
        {EDGE_TYPES.map((each) => (
          <option key={each} value={each}>
            {t(`structure.edge.${each}`)}
          </option>
        ))}
      </select>
      <ThingPicker label={t('structure.linkTo')} but={id} value={to} choose={setTo} />
      <Button disabled={to === null} onClick={() => void add()}>
        {t('structure.link')}
      </Button>
    </div>
  )
}

const Links = ({ whole, choose }: { whole: Whole; choose: (id: string) => void }) => {
  const { t } = useTranslation()
  const { node, edges, neighbours } = whole
  const byId = new Map(neighbours.map((each) => [each.id, each]))
  return (
    <section>
      <h3>{t('structure.links')}</h3>
      {edges.length === 0 && <p className="muted">{t('structure.noLinks')}</p>}
      <ul className="st-links">
        {edges.map((edge) => {
          const out = edge.from === node.id
          const other = byId.get(out ? edge.to : edge.from)
          return other && <Link key={edge.id} edge={edge} other={other} out={out} choose={choose} />
        })}
      </ul>
      {useMay('knowledge.write') && <NewLink key={node.id} id={node.id} />}
    </section>
  )
}

const Away = ({ node, choose }: { node: StructureNode; choose: PanelProps['choose'] }) => {
  const { t } = useTranslation()
  const [into, setInto] = useState<string | null>(null)
  const { id, revision } = node
  const merge = async () => {
    if (into !== null && (await change({ do: 'merge-nodes', nodeId: id, revision, into }))) choose(into)
  }
  const remove = async () => {
    if (await change({ do: 'delete-node', nodeId: id, revision })) choose(null)
  }
  return (
    <section>
      <Labelled label={t('structure.same')}>
        <ThingPicker label={t('structure.mergeInto')} but={id} value={into} choose={setInto} />
      </Labelled>
      <div className="actions">
        <Popconfirm
          title={t('structure.mergeTitle', { label: node.label })}
          description={t('structure.mergeText')}
          okText={t('structure.merge')}
          cancelText={t('do.cancel')}
          disabled={into === null}
          onConfirm={() => void merge()}
        >
          <Button disabled={into === null}>{t('structure.merge')}</Button>
        </Popconfirm>
        <Button danger onClick={() => void remove()}>
          {t('structure.delete')}
        </Button>
      </div>
    </section>
  )
}

export const NodePanel = ({ id, choose, around }: PanelProps & { around?: ((id: string) => void) | undefined }) => {
  const { t } = useTranslation()
  const query = useThing(id)
  const writes = useMay('knowledge.write')
  const panel = useRef<HTMLElement>(null)
  const shown = query.data !== undefined
  // On a narrow page it stands above what was chosen from.
  useEffect(() => {
    if (shown && matchMedia('(max-width: 1080px)').matches) panel.current?.scrollIntoView({ block: 'start' })
  }, [shown])
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Loading lines={6} />
  const { node, citations } = query.data
  return (
    <aside ref={panel} className="sheet padded st-panel" aria-label={node.label}>
      <header className="kb-line-top">
        <h2>{node.label}</h2>
        <IconButton icon="close" label={t('do.close')} onClick={() => choose(null)} />
      </header>
      {node.sourceGone && <p className="kb-trouble">{t('structure.sourceGoneText')}</p>}
      <NodeFields key={`${node.id} ${node.revision}`} node={node} writes={writes} />
      {around && (
        <Button className="st-around" onClick={() => around(id)}>
          {t('structure.around')}
        </Button>
      )}
      <Links whole={query.data} choose={choose} />
      <Citations citations={citations} />
      {writes && <Away key={`away ${node.id}`} node={node} choose={choose} />}
    </aside>
  )
}
