// Somebody else saved while this was being written: what they changed, and which of the two goes on.
import Button from 'antd/es/button'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useTimes } from '../app/times.ts'
import { Difference } from './Difference.tsx'
import type { EntryForm } from './entry-form.ts'

export const Conflict = ({ form }: { form: EntryForm }) => {
  const { t } = useTranslation()
  const times = useTimes()
  const { theirs, entry } = form
  const box = useRef<HTMLElement>(null)
  // The save bar is far below: the reader is taken to what stopped it.
  useEffect(() => {
    if (theirs !== null) box.current?.scrollIntoView({ block: 'center' })
  }, [theirs])
  if (theirs === null) return null
  return (
    <section ref={box} className="sheet padded kb-conflict" role="alert" aria-label={t('knowledge.conflict')}>
      <h2>{t('knowledge.conflict')}</h2>
      <p className="muted">{t('knowledge.conflictText', { when: times.full(theirs.updatedAt) })}</p>
      {entry !== null && <Difference entryId={form.id} from={entry.version} to={theirs.version} />}
      <div className="actions">
        <Button onClick={() => form.settle('theirs')}>{t('knowledge.takeTheirs')}</Button>
        <Button type="primary" onClick={() => form.settle('mine')}>
          {t('knowledge.keepMine')}
        </Button>
      </div>
    </section>
  )
}
