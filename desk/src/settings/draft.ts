// A form's state: what is saved, what is being written, whether they differ, and what the server refused.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { holdPage } from '../app/leave-guard.ts'
import { toast } from '../ui/toasts.tsx'
import { type Refusal, refusalOf, refusedAt } from './refusal.ts'

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

export interface Draft<T> {
  readonly value: T
  readonly dirty: boolean
  readonly saving: boolean
  readonly refusal: Refusal | null
  set(change: Partial<T>): void
  reset(): void
  save(): Promise<void>
  /** Words for a field that the server refused. */
  at(pointer: string): string | undefined
}

/** Leaving the page is asked about as long as something is not saved. */
export const useHold = (dirty: boolean): void => {
  useEffect(() => (dirty ? holdPage() : undefined), [dirty])
}

/** `saved` may change under the reader: what they have not touched follows it, what they wrote stays. */
export const useDraft = <T extends object>(saved: T, send: (value: T) => Promise<unknown>): Draft<T> => {
  const { t } = useTranslation()
  const [changes, setChanges] = useState<Partial<T>>({})
  const [saving, setSaving] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const value = { ...saved, ...changes }
  const dirty = !same(value, saved)
  const busy = useRef(false)
  useHold(dirty)
  const save = async () => {
    if (busy.current) return
    busy.current = true
    setSaving(true)
    setRefusal(null)
    try {
      await send(value)
      setChanges({})
      toast(t('did.save'))
    } catch (error) {
      setRefusal(refusalOf(error))
    } finally {
      busy.current = false
      setSaving(false)
    }
  }
  return {
    value,
    dirty,
    saving,
    refusal,
    set: (change) => setChanges((now) => ({ ...now, ...change })),
    reset: () => {
      setChanges({})
      setRefusal(null)
    },
    save,
    at: (pointer) => refusedAt(refusal, pointer),
  }
}
