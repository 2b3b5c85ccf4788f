// What a thing is: its kind, name, value and unit, as one form.
import { NODE_KINDS } from '@ballast/contract/routes/structure'
import Button from 'antd/es/button'
import Input from 'antd/es/input'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Labelled } from '../../ui/Labelled.tsx'
import { change, type StructureNode } from './things.ts'

export type Fields = Pick<StructureNode, 'kind' | 'label' | 'value' | 'unit'>
interface BoxesProps {
  readonly fields: Fields
  readonly set: (fields: Fields) => void
  readonly disabled?: boolean
}
export const FieldBoxes = ({ fields, set, disabled = false }: BoxesProps) => {
  const { t } = useTranslation()
  const box = (name: 'label' | 'value' | 'unit', most: number) => (
    <Labelled label={t(`structure.${name}`)}>
      <Input
        maxLength={most}
        disabled={disabled}
        value={fields[name]}
        onChange={({ target }) => set({ ...fields, [name]: target.value })}
      />
    </Labelled>
  )
  return (
    <>
      <Labelled label={t('structure.kindOf')}>
        <select
          className="st-cell"
          disabled={disabled}
          value={fields.kind}
          onChange={({ target }) => set({ ...fields, kind: target.value as Fields['kind'] })}
        >
          {NODE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`structure.kind.${kind}`)}
            </option>
          ))}
        </select>
      </Labelled>
      {box('label', 200)}
      <div className="st-pair">
        {box('value', 500)}
        {box('unit', 20)}
      </div>
    </>
  )
}

export const NodeFields = ({ node, writes }: { node: StructureNode; writes: boolean }) => {
  const { t } = useTranslation()
  const { kind, label, value, unit } = node
  const [fields, set] = useState<Fields>({ kind, label, value, unit })
  const same = kind === fields.kind && label === fields.label && value === fields.value && unit === fields.unit
  const save = (event: FormEvent) => {
    event.preventDefault()
    void change({ do: 'change-node', nodeId: node.id, revision: node.revision, ...fields, label: fields.label.trim() })
  }
  return (
    <form className="st-fields" onSubmit={save}>
      <FieldBoxes fields={fields} set={set} disabled={!writes} />
      {writes && !same && (
        <Button type="primary" htmlType="submit" disabled={fields.label.trim() === ''}>
          {t('structure.save')}
        </Button>
      )}
    </form>
  )
}
