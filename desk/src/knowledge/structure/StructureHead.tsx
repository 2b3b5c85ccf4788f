// Above table and picture: find, narrow, choose how to look, add a thing, see the last changes.
import { NODE_KINDS } from '@ballast/contract/routes/structure'
import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import Drawer from 'antd/es/drawer'
import Input from 'antd/es/input'
import Segmented from 'antd/es/segmented'
import Select from 'antd/es/select'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { go } from '../../app/place.ts'
import { server, useMay } from '../../app/server.ts'
import { useTimes } from '../../app/times.ts'
import { newId } from '../../live/new-id.ts'
import { Failed, Loading } from '../../ui/Blank.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FieldBoxes, type Fields } from './NodeFields.tsx'
import { change, type Narrow, undo, useEdits } from './things.ts'

export type Look = 'table' | 'picture'
const EMPTY: Fields = { kind: 'product', label: '', value: '', unit: '' }

const NewThing = ({ close }: { close: (id: string | null) => void }) => {
  const { t } = useTranslation()
  const [fields, set] = useState(EMPTY)
  const add = async (event: FormEvent) => {
    event.preventDefault()
    const nodeId = newId()
    if (await change({ do: 'add-node', nodeId, ...fields, label: fields.label.trim() })) close(nodeId)
  }
  return (
    <Dialog title={t('structure.new')} onClose={() => close(null)}>
      <form className="st-fields" onSubmit={(event) => void add(event)}>
        <FieldBoxes fields={fields} set={set} />
        <Button type="primary" htmlType="submit" disabled={fields.label.trim() === ''}>
          {t('structure.add')}
        </Button>
      </form>
    </Dialog>
  )
}

const Edits = ({ close }: { close: () => void }) => {
  const { t } = useTranslation()
  const times = useTimes()
  const writes = useMay('knowledge.write')
  const query = useEdits()
  return (
    <Drawer open title={t('structure.changes')} onClose={close}>
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Loading />}
      {query.data?.edits.length === 0 && <p className="muted">{t('structure.noChanges')}</p>}
      <ol className="st-edits">
        {query.data?.edits.map(({ id, deed, label, at, undone }) => (
          <li key={id} className={undone ? 'muted' : undefined}>
            <span>
              {t(`structure.did.${deed}`, { label })}
              <small>{times.full(at)}</small>
            </span>
            {undone && <span className="kb-mark">{t('structure.takenBack')}</span>}
            {!undone && writes && (
              <Button size="small" onClick={() => void undo(id)}>
                {t('do.undo')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Drawer>
  )
}

const useDocumentNames = () =>
  useQuery({
    queryKey: ['knowledge', 'documents'],
    queryFn: ({ signal }) => server.listDocuments({ query: { limit: 200 } }, signal),
  })

interface HeadProps {
  readonly words: string
  readonly write: (words: string) => void
  readonly narrow: Narrow
  readonly setNarrow: (narrow: Narrow) => void
  readonly look: Look
  readonly setLook: (look: Look) => void
  readonly choose: (id: string) => void
}
const Picks = ({ narrow, setNarrow }: HeadProps) => {
  const { t } = useTranslation()
  const documents = useDocumentNames().data?.documents ?? []
  const { kind: _, ...rest } = narrow
  return (
    <>
      <Select
        aria-label={t('structure.byKind')}
        placeholder={t('structure.byKind')}
        allowClear
        popupMatchSelectWidth={false}
        value={narrow.kind ?? null}
        options={NODE_KINDS.map((value) => ({ value, label: t(`structure.kind.${value}`) }))}
        onChange={(kind) => setNarrow(kind ? { ...narrow, kind } : rest)}
      />
      <Select
        className="st-documents"
        aria-label={t('structure.byDocument')}
        placeholder={t('structure.byDocument')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        value={narrow.documentId ?? null}
        options={documents.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => go({ page: 'knowledge', at: id ? `structure/${id}` : 'structure' })}
      />
    </>
  )
}

export const StructureHead = (props: HeadProps) => {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'new' | 'edits' | null>(null)
  const { words, write, look, setLook, choose } = props
  const added = (id: string | null) => {
    setOpen(null)
    if (id !== null) choose(id)
  }
  return (
    <>
      <div className="kb-find">
        <Input
          type="search"
          maxLength={200}
          aria-label={t('structure.search')}
          placeholder={t('structure.search')}
          value={words}
          onChange={({ target }) => write(target.value)}
        />
        <div className="actions">
          <Button onClick={() => setOpen('edits')}>{t('structure.changes')}</Button>
          {useMay('knowledge.write') && (
            <Button type="primary" onClick={() => setOpen('new')}>
              {t('structure.new')}
            </Button>
          )}
        </div>
      </div>
      <search className="kb-filters" aria-label={t('knowledge.filters')}>
        <Segmented<Look>
          value={look}
          options={(['table', 'picture'] as const).map((value) => ({ value, label: t(`structure.as.${value}`) }))}
          onChange={setLook}
        />
        <Picks {...props} />
      </search>
      {open === 'new' && <NewThing close={added} />}
      {open === 'edits' && <Edits close={() => setOpen(null)} />}
    </>
  )
}
