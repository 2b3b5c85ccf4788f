// How things stand, and the switch that stops everything at once.
import Button from 'antd/es/button'
import Popconfirm from 'antd/es/popconfirm'
import { useTranslation } from 'react-i18next'
import { queries, server } from '../../app/server.ts'
import { act } from '../../ui/act.ts'
import type { Read } from './model-data.ts'

type Standing = 'unset' | 'stopped' | 'off' | 'ended' | 'working'
const standingOf = ({ stopped, uses, spending }: Read): Standing => {
  if (stopped) return 'stopped'
  if (uses.length === 0) return 'unset'
  if (!uses.some(({ on }) => on)) return 'off'
  return spending.some(({ ended }) => ended) ? 'ended' : 'working'
}
const LOOKS: Readonly<Record<Standing, string>> = {
  unset: 'tag',
  off: 'tag',
  stopped: 'tag danger',
  ended: 'tag warn',
  working: 'tag good',
}

export const StopSwitch = ({ read }: { read: Read }) => {
  const { t } = useTranslation()
  const standing = standingOf(read)
  const put = async (stopped: boolean) => {
    const done = await act(
      () => server.stopModels({ body: { stopped } }),
      t(stopped ? 'model.stopDone' : 'model.goDone'),
    )
    if (done !== null) queries.setQueryData<Read>(['models'], (now) => now && { ...now, stopped })
  }
  return (
    <section className="sheet padded set-row" aria-label={t('model.standing.label')}>
      <div className="grow">
        <h3>
          <span className={LOOKS[standing]}>{t(`model.standing.${standing}`)}</span>
        </h3>
        <p className="set-help">{t(`model.standing.${standing}Text`)}</p>
      </div>
      {read.stopped ? (
        <Button type="primary" onClick={() => void put(false)}>
          {t('model.go')}
        </Button>
      ) : (
        <Popconfirm
          title={t('model.stopTitle')}
          description={<p className="confirm-text">{t('model.stopText')}</p>}
          okText={t('model.stopDo')}
          cancelText={t('do.cancel')}
          onConfirm={() => put(true)}
        >
          <Button danger disabled={standing === 'unset'}>
            {t('model.stop')}
          </Button>
        </Popconfirm>
      )}
    </section>
  )
}
