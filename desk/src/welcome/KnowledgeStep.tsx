// Step 3: what the bot may say. The shop's own texts, or a ready-made pack fitted to it.
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PackForm } from '../knowledge/pack-form.ts'
import { usePacks } from '../knowledge/packs.ts'
import { ImportPanel } from './ImportPanel.tsx'
import { PackChoice } from './PackChoice.tsx'
import { Step } from './Step.tsx'
import { useImport } from './use-import.ts'
import { useWorkspace } from './workspace.ts'

export const KnowledgeStep = () => {
  const { t } = useTranslation()
  const { data } = useWorkspace()
  const { label, run } = useImport()
  const packs = usePacks().data?.packs ?? []
  const [chosen, choose] = useState<string | null>(null)
  const form = useRef<PackForm>(null)
  const save = async () => {
    if (chosen !== null) return (await form.current?.install()) ?? false
    const took = await run()
    return took === 'taken' || took === 'nothing'
  }
  const next = chosen === null ? label : t('packs.take')
  return (
    <Step
      name="knowledge"
      title={t('welcome.knowledgeTitle')}
      lead={t('welcome.knowledgeLead')}
      save={save}
      {...(next === undefined ? {} : { nextLabel: next })}
      wide
    >
      {data !== undefined && data.entries > 0 && (
        <p className="first-good">{t('welcome.entriesNow', { count: data.entries })}</p>
      )}
      {chosen === null && <ImportPanel />}
      {packs.length > 0 && (
        <PackChoice
          packs={packs}
          chosen={chosen}
          choose={choose}
          told={(now) => {
            form.current = now
          }}
        />
      )}
    </Step>
  )
}
