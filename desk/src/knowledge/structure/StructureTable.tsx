// The structure as a table: every cell is written in place, and saved when it is left.
import { NODE_KINDS } from '@ballast/contract/routes/structure'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../app/server.ts'
import { IconButton } from '../../ui/Button.tsx'
import { change, type StructureNode } from './things.ts'

interface CellProps {
  readonly node: StructureNode
  readonly name: 'label' | 'value' | 'unit'
  readonly most: number
}
/** Escape takes back what was typed. */
const Cell = ({ node, name, most }: CellProps) => {
  const { t } = useTranslation()
  const [text, setText] = useState(node[name])
  const save = async () => {
    const said = text.trim()
    if (said === node[name]) return
    if (name === 'label' && said === '') return setText(node.label)
    const { id: nodeId, revision } = node
    if (!(await change({ do: 'change-node', nodeId, revision, [name]: said }))) setText(node[name])
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') event.currentTarget.blur()
    if (event.key === 'Escape') setText(node[name])
  }
  return (
    <input
      className="st-cell"
      aria-label={t('structure.cell', { field: t(`structure.${name}`), label: node.label })}
      maxLength={most}
      value={text}
      title={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={() => void save()}
      onKeyDown={press}
    />
  )
}

const KindCell = ({ node }: { node: StructureNode }) => {
  const { t } = useTranslation()
  const { id: nodeId, revision } = node
  return (
    <select
      className="st-cell"
      aria-label={t('structure.cell', { field: t('structure.kindOf'), label: node.label })}
      value={node.kind}
      onChange={({ target }) =>
        void change({ do: 'change-node', nodeId, revision, kind: target.value as StructureNode['kind'] })
      }
    >
      {NODE_KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {t(`structure.kind.${kind}`)}
        </option>
      ))}
    </select>
  )
}

const Marks = ({ node }: { node: StructureNode }) => {
  const { t } = useTranslation()
  return (
    <span className="kb-marks">
      {node.edited && <span className="kb-mark info">{t('structure.edited')}</span>}
      {node.sourceGone && <span className="kb-mark warn">{t('structure.sourceGone')}</span>}
    </span>
  )
}

interface RowProps {
  readonly node: StructureNode
  readonly chosen: boolean
  readonly choose: (id: string | null) => void
}
const Row = ({ node, chosen, choose }: RowProps) => {
  const { t } = useTranslation()
  const writes = useMay('knowledge.write')
  const { id, label, value, unit, revision } = node
  const remove = () => {
    // What is gone cannot stay open beside the table.
    if (chosen) choose(null)
    void change({ do: 'delete-node', nodeId: id, revision })
  }
  return (
    <tr className={chosen ? 'chosen' : undefined}>
      <td className="st-kind">
        <i className={`st-dot st-${node.kind}`} />
        {writes ? <KindCell node={node} /> : t(`structure.kind.${node.kind}`)}
      </td>
      <td className="st-label">{writes ? <Cell key={label} node={node} name="label" most={200} /> : label}</td>
      <td className="st-value">{writes ? <Cell key={value} node={node} name="value" most={500} /> : value}</td>
      <td className="st-unit">{writes ? <Cell key={unit} node={node} name="unit" most={20} /> : unit}</td>
      <td className="st-count">
        {t('structure.linkCount', { count: node.links })} <Marks node={node} />
      </td>
      <td className="st-acts">
        <IconButton icon="panel" label={t('structure.open', { label })} onClick={() => choose(id)} />
        {writes && <IconButton icon="bin" label={t('structure.deleteOne', { label })} onClick={remove} />}
      </td>
    </tr>
  )
}

interface TableProps {
  readonly nodes: readonly StructureNode[]
  readonly chosen: string | null
  readonly choose: (id: string | null) => void
}
export const StructureTable = ({ nodes, chosen, choose }: TableProps) => {
  const { t } = useTranslation()
  return (
    <table className="sheet st-table">
      <caption className="st-unseen">{t('structure.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('structure.kindOf')}</th>
          <th scope="col">{t('structure.label')}</th>
          <th scope="col">{t('structure.value')}</th>
          <th scope="col">{t('structure.unit')}</th>
          <th scope="col">{t('structure.links')}</th>
          <th scope="col">
            <span className="st-unseen">{t('structure.deeds')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {nodes.map((node) => (
          <Row key={node.id} node={node} chosen={node.id === chosen} choose={choose} />
        ))}
      </tbody>
    </table>
  )
}
