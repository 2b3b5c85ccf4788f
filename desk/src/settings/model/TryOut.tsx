// Asks the endpoint as it is saved, and says what came of it.
import Button from 'antd/es/button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { server } from '../../app/server.ts'
import { act } from '../../ui/act.ts'
import { type Call, modelsChanged } from './model-data.ts'

export const TryOut = ({ unsaved }: { unsaved: boolean }) => {
  const { t } = useTranslation()
  const [trying, setTrying] = useState(false)
  const [call, setCall] = useState<Call | null>(null)
  const run = async () => {
    setTrying(true)
    const done = await act(() => server.tryModel({ params: { use: 'answer' } }))
    setTrying(false)
    setCall(done)
    await modelsChanged()
  }
  const well = call?.outcome === 'ok'
  return (
    <section className="sheet padded set-row">
      <div className="grow">
        <h3>{t('model.try')}</h3>
        <p className={call === null || well ? 'set-help' : 'set-wrong'} role="status">
          {call === null && t(unsaved ? 'model.trySaved' : 'model.tryText')}
          {well && t('model.tryWell', { ms: call.ms, first: call.firstMs ?? call.ms })}
          {call !== null && !well && t(`wording.${call.outcome}`)}
        </p>
      </div>
      <Button loading={trying} disabled={unsaved} onClick={() => void run()}>
        {t('model.tryDo')}
      </Button>
    </section>
  )
}
