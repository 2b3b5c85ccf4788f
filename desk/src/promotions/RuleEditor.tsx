// A rule in a form made for its kind. Saving writes it into the draft.
import type { Rule, RuleKind } from '@ballast/contract/promotions'
import Button from 'antd/es/button'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askToLeave, isHeld } from '../app/leave-guard.ts'
import { useMay } from '../app/server.ts'
import { useHold } from '../settings/draft.ts'
import { act } from '../ui/act.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { toast } from '../ui/toasts.tsx'
import { fieldsOf, NAMED, OWN, SECTION_NAMES, SECTIONS } from './fields.ts'
import { emptyOf, type Form, type FormTerms, readRule, type Wrongs, writeRule } from './form.ts'
import { freshId } from './fresh-id.ts'
import { Fields, SheetContext } from './RuleField.tsx'
import { RuleChanged, writeDraft } from './rule-set.ts'
import { deedWords, useSay } from './say.ts'

export interface Editing {
  readonly kind: RuleKind
  /** What the form begins with. */
  readonly from?: Rule
  /** A rule that is there already: it is changed, not added. */
  readonly before?: Rule
}

const begin = ({ kind, from }: Editing, terms: FormTerms): Form =>
  from === undefined ? emptyOf(fieldsOf(kind)) : writeRule(from, terms)

type Stage = 'open' | 'saving' | 'saved'

/** Writes the rule into the draft, unless a colleague was faster; saving once more puts it in the place of theirs. */
const useSave = (before: Rule | undefined, onClose: () => void) => {
  const { t } = useTranslation()
  const [stage, setStage] = useState<Stage>('open')
  const [theirs, setTheirs] = useState<Rule | null>(null)
  const expected = theirs ?? before
  // Only after the page is let go of, so that closing is not asked about.
  useEffect(() => {
    if (stage === 'saved') onClose()
  }, [stage, onClose])
  const send = async (rule: Rule) => {
    if (stage !== 'open') return
    setStage('saving')
    const written = await act(async () => {
      try {
        return await writeDraft({ put: [rule], expected })
      } catch (error) {
        if (!(error instanceof RuleChanged)) throw error
        setTheirs(error.theirs)
        return false
      }
    })
    if (written) toast(t('promotions.savedRule'))
    setStage(written ? 'saved' : 'open')
  }
  return { stage, theirs, send }
}

const useRuleForm = (editing: Editing, terms: FormTerms, onClose: () => void) => {
  const { kind } = editing
  // As it was when the form was opened, whatever becomes of it meanwhile.
  const [before] = useState(editing.before)
  const [id] = useState(() => before?.id ?? freshId(kind))
  const [start] = useState(() => begin(editing, terms))
  const [form, setForm] = useState(start)
  const [wrongs, setWrongs] = useState<Wrongs>({})
  const { stage, theirs, send } = useSave(before, onClose)
  useHold(form !== start && stage !== 'saved')
  const read = readRule(form, { kind, id, before }, terms)
  const change = (next: Form) => {
    setForm({ ...form, ...next })
    // What was said to be wrong is looked at again with each letter, nothing new is complained about meanwhile.
    if (Object.keys(wrongs).length > 0) setWrongs(readRule({ ...form, ...next }, { kind, id, before }, terms).wrong)
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    setWrongs(read.wrong)
    if (Object.keys(read.wrong).length === 0) void send(read.rule)
  }
  return { start, form, change, wrongs, save, saving: stage === 'saving', read, theirs }
}

/** Closed while nothing is said in it, unless something in it is wrong. */
const Section = (props: {
  name: (typeof SECTION_NAMES)[number]
  start: Form
  form: Form
  wrongs: Wrongs
  set: (form: Form) => void
}) => {
  const { t } = useTranslation()
  const fields = SECTIONS[props.name]
  const [opened] = useState(() => fields.some(({ name }) => props.start[name] !== ''))
  const wrong = fields.some(({ name }) => props.wrongs[name] !== undefined)
  const part = Object.fromEntries(fields.map(({ name }) => [name, props.form[name] ?? '']))
  return (
    <details className="promo-section" open={opened || wrong || props.name === 'when'}>
      <summary>{t(`promotions.section.${props.name}`)}</summary>
      <Fields fields={fields} form={part} set={props.set} />
    </details>
  )
}

const Theirs = ({ theirs, currency }: { theirs: Rule | null; currency: string }) => {
  const { t } = useTranslation()
  const say = useSay(currency)
  if (theirs === null) return null
  return (
    <p className="set-wrong" role="alert">
      {t('promotions.theirs', { deed: deedWords(theirs, say) })}
    </p>
  )
}

export const RuleEditor = (props: { editing: Editing; terms: FormTerms; onClose: () => void }) => {
  const { t } = useTranslation()
  const { editing, terms, onClose } = props
  const readOnly = !useMay('knowledge.write')
  const ref = useRef<HTMLFormElement>(null)
  const { start, form, change, wrongs, save, saving, read, theirs } = useRuleForm(editing, terms, onClose)
  const say = useSay(terms.currency)
  const kind = t(`promotions.kind.${editing.kind}`)
  useEffect(() => {
    if (Object.keys(wrongs).length > 0) ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [wrongs])
  const part = (fields: typeof NAMED) => Object.fromEntries(fields.map(({ name }) => [name, form[name] ?? '']))
  const close = () => (isHeld() ? askToLeave(onClose) : onClose())
  const good = Object.keys(read.wrong).length === 0
  return (
    <Dialog title={editing.before === undefined ? t('promotions.newOf', { kind }) : kind} onClose={close} wide>
      <SheetContext value={{ terms, wrongs, readOnly }}>
        <form ref={ref} noValidate onSubmit={save}>
          <p className="muted">{t(`promotions.kindText.${editing.kind}`)}</p>
          <Fields fields={NAMED} form={part(NAMED)} set={change} />
          <Fields fields={OWN[editing.kind]} form={part(OWN[editing.kind])} set={change} />
          {SECTION_NAMES.map((name) => (
            <Section key={name} name={name} start={start} form={form} wrongs={wrongs} set={change} />
          ))}
          <p className="promo-says" role="status">
            {good ? deedWords(read.rule, say) : t('promotions.notWhole')}
          </p>
          <Theirs theirs={theirs} currency={terms.currency} />
          <div className="dialog-foot">
            <Button onClick={close}>{t('do.cancel')}</Button>
            {!readOnly && (
              <Button type="primary" htmlType="submit" loading={saving}>
                {t('promotions.saveRule')}
              </Button>
            )}
          </div>
        </form>
      </SheetContext>
    </Dialog>
  )
}
