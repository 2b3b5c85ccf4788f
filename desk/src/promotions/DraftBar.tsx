// Says on every tab that something is written and not in force, and leads to putting it in force.
import Button from 'antd/es/button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../app/server.ts'
import { act } from '../ui/act.ts'
import { toast } from '../ui/toasts.tsx'
import { changesIn } from './Differences.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { draftOf, useDifference, useVersions, writeDraft } from './rule-set.ts'

const useDiscard = () => {
  const { t } = useTranslation()
  return async (draft: number, inForce: number) => {
    // Nothing is lost: the draft stays among the versions, and the next one begins with what is in force.
    if ((await act(() => writeDraft({ base: inForce }))) === null) return
    const undo = async () => void (await act(() => writeDraft({ base: draft }), t('did.undone')))
    toast(t('promotions.discarded'), { act: { label: t('do.undo'), run: () => void undo() } })
  }
}

export const DraftBar = () => {
  const { t } = useTranslation()
  const writes = useMay('knowledge.write')
  const versions = useVersions().data
  const draft = versions ? draftOf(versions) : null
  const inForce = versions?.inForce ?? null
  const difference = useDifference(draft?.version, inForce).data
  const [asking, setAsking] = useState(false)
  const discard = useDiscard()
  if (draft === null) return null
  const changes = inForce === null ? draft.rules : difference && changesIn(difference)
  if (!changes) return null
  return (
    <div className="promo-draft" role="status">
      <span className="grow">
        {inForce === null
          ? t('promotions.firstDraft', { count: changes })
          : t('promotions.waiting', { count: changes })}
      </span>
      {writes && inForce !== null && (
        <Button onClick={() => void discard(draft.version, inForce)}>{t('do.discard')}</Button>
      )}
      {writes && (
        <Button type="primary" onClick={() => setAsking(true)}>
          {t('promotions.seeAndPublish')}
        </Button>
      )}
      {asking && <PublishDialog version={draft} inForce={inForce} onClose={() => setAsking(false)} />}
    </div>
  )
}
