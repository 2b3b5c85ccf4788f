// The editor's state: what is saved, what is being written, and the acts on it: draft, publish, withdraw, go back.
import { Problem } from '@ballast/contract/problems'
import i18next from 'i18next'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { leaveAnyway } from '../app/leave-guard.ts'
import { go } from '../app/place.ts'
import { usePreferences } from '../app/preferences.ts'
import { server } from '../app/server.ts'
import { newId } from '../live/new-id.ts'
import { useHold } from '../settings/draft.ts'
import { type Refusal, refusalOf, refusedAt } from '../settings/refusal.ts'
import { act } from '../ui/act.ts'
import { toast } from '../ui/toasts.tsx'
import { type Entry, knowledgeChanged } from './entries.ts'
import { forgetWish, wishedFor, wishedProduct } from './wished.ts'

type Words = Pick<Entry, 'locale' | 'title' | 'questions' | 'answer' | 'topic'>
type About = Pick<
  Entry,
  'kind' | 'channels' | 'audience' | 'validFrom' | 'validTo' | 'ownerId' | 'review' | 'steps' | 'media'
>
export type Form = Words & About

const BLANK: Omit<Form, 'locale'> = {
  title: '',
  questions: [],
  answer: '',
  topic: '',
  kind: 'answer',
  channels: [],
  audience: { levels: [], regions: [], products: [] },
  validFrom: null,
  validTo: null,
  ownerId: null,
  review: 'none',
  steps: [],
  media: [],
}
const formOf = (entry: Entry | null, locale: string): Form => {
  const { title, questions, answer, topic, kind, channels, audience, validFrom, validTo, ...rest } = entry ?? BLANK
  const { ownerId, review, steps, media } = rest
  const words = { locale: entry?.locale ?? locale, title, questions, answer, topic }
  return { ...words, kind, channels, audience, validFrom, validTo, ownerId, review, steps, media }
}
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
/** The question somebody came with stands among the wordings, not saved yet. */
const withWish = (entry: Entry | null, plain: Form): Form => {
  const wish = wishedFor(entry?.id ?? null)
  const product = wishedProduct(entry?.id ?? null)
  const form = product === null ? plain : { ...plain, audience: { ...plain.audience, products: [product] } }
  if (wish === null || form.questions.includes(wish)) return form
  return { ...form, title: form.title === '' ? wish : form.title, questions: [...form.questions, wish].slice(-50) }
}
/** What I did not touch becomes theirs; what I wrote stays mine. */
const mergedForm = (base: Form, mine: Form, theirs: Form): Form => ({
  ...theirs,
  ...Object.fromEntries(Object.entries(mine).filter(([name, value]) => !same(value, base[name as keyof Form]))),
})

export interface EntryForm {
  readonly id: string
  readonly entry: Entry | null
  readonly value: Form
  readonly dirty: boolean
  readonly busy: 'draft' | 'publish' | 'withdraw' | null
  readonly refusal: Refusal | null
  /** What a colleague saved while this was being written. */
  readonly theirs: Entry | null
  set(change: Partial<Form>): void
  reset(): void
  save(how: 'draft' | 'publish'): Promise<void>
  withdraw(): Promise<void>
  rollBack(to: number): Promise<void>
  /** After somebody else saved: go on from theirs, or put mine above it. */
  settle(how: 'theirs' | 'mine'): void
  at(pointer: string): string | undefined
}

/** Customers get again what they got before; a draft that stood above it stands there again. */
const takeBack = async (before: Entry | null, id: string): Promise<Entry> => {
  const params = { entryId: id }
  const version = async () => (await server.readKnowledge({ params })).entry.version
  const live = before?.liveVersion ?? null
  if (live === null) await server.withdrawKnowledge({ params })
  else await server.rollBackKnowledge({ params, body: { to: live, baseVersion: await version() } })
  if (before?.status === 'draft') {
    const body = { ...formOf(before, before.locale), baseVersion: await version() }
    await server.draftKnowledge({ params, body })
  }
  return (await server.readKnowledge({ params })).entry
}
const undoOf = (before: Entry | null, id: string, back: (entry: Entry) => void) => ({
  label: i18next.t('do.undo'),
  run: () => void act(async () => back(await takeBack(before, id)), i18next.t('did.undone')),
})

/** What is held while an entry is written, and how one act on it runs: told, taken in, or refused. */
const useHeld = (first: Entry | null) => {
  const { language } = usePreferences()
  const [id] = useState(() => first?.id ?? newId())
  const [entry, setEntry] = useState(first)
  const [value, setValue] = useState(() => withWish(first, formOf(first, language)))
  useEffect(forgetWish, [])
  const [busy, setBusy] = useState<EntryForm['busy']>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [theirs, setTheirs] = useState<Entry | null>(null)
  const take = (next: Entry) => {
    setEntry(next)
    setValue(formOf(next, language))
    setTheirs(null)
    knowledgeChanged()
  }
  const refused = async (error: unknown) => {
    if (!(error instanceof Problem) || error.code !== 'conversation.changed') return setRefusal(refusalOf(error))
    const now = await act(() => server.readKnowledge({ params: { entryId: id } }))
    if (now) setTheirs(now.entry)
  }
  const run = async (what: EntryForm['busy'], send: () => Promise<{ entry: Entry }>, done: string) => {
    setBusy(what)
    setRefusal(null)
    try {
      take((await send()).entry)
      toast(done, what === 'draft' ? {} : { act: undoOf(entry, id, take) })
      if (first === null) moveTo(id)
    } catch (error) {
      await refused(error)
    } finally {
      setBusy(null)
    }
  }
  const settle = (how: 'theirs' | 'mine') => {
    if (theirs === null) return
    if (how === 'theirs') return take(theirs)
    setValue(mergedForm(formOf(entry, language), value, formOf(theirs, language)))
    setEntry(theirs)
    setTheirs(null)
  }
  // What was refused is being mended.
  const write = (change: Partial<Form>) => {
    setValue((now) => ({ ...now, ...change }))
    setRefusal(null)
  }
  const reset = () => write(formOf(entry, language))
  const dirty = !same(value, formOf(entry, language))
  return { id, entry, value, write, dirty, busy, refusal, theirs, run, settle, reset }
}

/** A new entry has an address now; nothing in it is unsaved. */
const moveTo = (id: string): void => {
  leaveAnyway()
  go({ page: 'knowledge', at: `entries/${id}` }, 'replace')
}

/** `first` null: a new entry. It is read once; what changes under the reader comes up when they save. */
export const useEntryForm = (first: Entry | null): EntryForm => {
  const { t } = useTranslation()
  const { write, run, ...held } = useHeld(first)
  const { id, entry, value, dirty, refusal } = held
  useHold(dirty)
  const params = { entryId: id }
  const baseVersion = entry?.version ?? 0
  const whole = () => ({ params, body: { ...value, title: value.title.trim(), baseVersion } })
  const publish = () =>
    dirty || entry === null || entry.status === 'withdrawn'
      ? server.saveKnowledge(whole())
      : server.publishKnowledge({ params, body: { baseVersion } })
  const withdraw = async () => {
    await server.withdrawKnowledge({ params })
    return server.readKnowledge({ params })
  }
  const back = (to: number) => server.rollBackKnowledge({ params, body: { to, baseVersion } })
  return {
    ...held,
    set: write,
    save: (how) =>
      how === 'draft'
        ? run('draft', () => server.draftKnowledge(whole()), t('knowledge.did.draft'))
        : run('publish', publish, t('did.publish')),
    withdraw: () => run('withdraw', withdraw, t('did.withdraw')),
    rollBack: (to) => run('publish', () => back(to), t('knowledge.did.rollBack', { version: to })),
    at: (pointer) => refusedAt(refusal, pointer) ?? refusedAt(refusal, `/body${pointer}`),
  }
}
