// What is not a rule of its own: the currency of all amounts, and the campaigns the shop has promised.
import type { RuleSetHead } from '@ballast/contract/promotions'
import Button from 'antd/es/button'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { act } from '../ui/act.ts'
import { Dialog } from '../ui/Dialog.tsx'
import type { Field } from './fields.ts'
import { readForm, type Wrongs, writeForm } from './form.ts'
import { Fields, SheetContext } from './RuleField.tsx'
import { writeDraft } from './rule-set.ts'
import { useTerms } from './use-terms.ts'

const FIELDS: readonly Field[] = [
  { name: 'currency', shape: 'text', required: true },
  {
    name: 'campaigns',
    shape: 'rows',
    of: [
      { name: 'name', shape: 'text', required: true },
      { name: 'from', shape: 'time', required: true },
      { name: 'to', shape: 'time', required: true },
    ],
  },
]

export const HeadDialog = ({ head, onClose }: { head: RuleSetHead; onClose: () => void }) => {
  const { t } = useTranslation()
  const terms = useTerms(head.currency)
  const [form, setForm] = useState(() => writeForm(FIELDS, head, terms))
  const [wrongs, setWrongs] = useState<Wrongs>({})
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const { values, wrong } = readForm(form, FIELDS, terms)
    const currency = String(values.currency ?? '').toUpperCase()
    const found: Wrongs = /^[A-Z]{3}$/.test(currency) ? wrong : { ...wrong, currency: 'currency' }
    setWrongs(found)
    if (Object.keys(found).length > 0) return
    const next = { campaigns: (values.campaigns ?? []) as RuleSetHead['campaigns'], currency }
    if ((await act(() => writeDraft({ head: next }), t('promotions.savedRule'))) !== null) onClose()
  }
  return (
    <Dialog title={t('promotions.head')} onClose={onClose} wide>
      <SheetContext value={{ terms, wrongs, readOnly: false }}>
        <form noValidate onSubmit={(event) => void save(event)}>
          <Fields fields={FIELDS} form={form} set={setForm} />
          <div className="dialog-foot">
            <Button onClick={onClose}>{t('do.cancel')}</Button>
            <Button type="primary" htmlType="submit">
              {t('promotions.saveRule')}
            </Button>
          </div>
        </form>
      </SheetContext>
    </Dialog>
  )
}
