// Step 3: what the bot may say.
import { useTranslation } from 'react-i18next'
import { ImportPanel } from './ImportPanel.tsx'
import { Step } from './Step.tsx'
import { useImport } from './use-import.ts'
import { useWorkspace } from './workspace.ts'

export const KnowledgeStep = () => {
  const { t } = useTranslation()
  const { data } = useWorkspace()
  const { label, run } = useImport()
  const save = async () => {
    const took = await run()
    return took === 'taken' || took === 'nothing'
  }
  return (
    <Step
      name="knowledge"
      title={t('welcome.knowledgeTitle')}
      lead={t('welcome.knowledgeLead')}
      save={save}
      {...(label === undefined ? {} : { nextLabel: label })}
      wide
    >
      {data !== undefined && data.entries > 0 && (
        <p className="first-good">{t('welcome.entriesNow', { count: data.entries })}</p>
      )}
      <ImportPanel />
    </Step>
  )
}
