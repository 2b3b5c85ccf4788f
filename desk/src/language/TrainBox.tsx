// Training: begun, watched, stopped; when it is done, its worth beside the version in use.
import { useQuery } from '@tanstack/react-query'
import Button from 'antd/es/button'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { queries, server } from '../app/server.ts'
import { act } from '../ui/act.ts'
import { Compare } from './Compare.tsx'
import { versionsChanged } from './lab.ts'

type Training = NonNullable<Awaited<ReturnType<typeof server.readTraining>>['training']>

const KEY = ['language', 'training']
const LOOK_MS = 1_000
const isRunning = (training: Training | null | undefined): training is Training =>
  training?.state === 'waiting' || training?.state === 'running'

const useTraining = () => {
  const query = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => server.readTraining({}, signal),
    refetchInterval: ({ state }) => (isRunning(state.data?.training) ? LOOK_MS : false),
    staleTime: 0,
  })
  const training = query.data?.training ?? null
  const before = useRef(training?.state)
  useEffect(() => {
    if (training?.state === 'done' && before.current !== 'done') versionsChanged()
    before.current = training?.state
  }, [training?.state])
  return training
}

const start = async (): Promise<void> => {
  const reply = await act(() => server.startTraining({ body: {} }))
  if (reply !== null) queries.setQueryData(KEY, reply)
}
const cancel = async (): Promise<void> => {
  const reply = await act(() => server.cancelTraining({}))
  if (reply !== null) queries.setQueryData(KEY, reply)
}

const Running = ({ training }: { training: Training }) => {
  const { t } = useTranslation()
  return (
    <div className="lab-progress">
      <progress max={100} value={training.progress} aria-label={t('language.training')} />
      <span role="status">
        {training.state === 'waiting' ? t('language.waiting') : t('language.progress', { progress: training.progress })}
      </span>
      <Button onClick={() => void cancel()}>{t('language.stop')}</Button>
    </div>
  )
}

export const TrainBox = ({ inUse }: { inUse: number }) => {
  const { t } = useTranslation()
  const training = useTraining()
  const fresh = training?.state === 'done' && training.version !== null && training.version > inUse
  return (
    <section className="sheet padded lab-train">
      <div className="lab-version-head">
        <span className="grow">
          <h2>{t('language.trainTitle')}</h2>
          <p className="muted">{t('language.trainText')}</p>
        </span>
        {!isRunning(training) && (
          <Button type={fresh ? 'default' : 'primary'} onClick={() => void start()}>
            {t('language.train')}
          </Button>
        )}
      </div>
      {isRunning(training) && <Running training={training} />}
      {training?.state === 'failed' && (
        <p className="why" role="alert">
          {t('language.trainingFailed')}
        </p>
      )}
      {training?.state === 'cancelled' && <p role="status">{t('language.trainingStopped')}</p>}
      {fresh && training.version !== null && (
        <>
          <h3>{t('language.newBeside', { version: training.version })}</h3>
          <Compare left={inUse} right={training.version} />
        </>
      )}
    </section>
  )
}
