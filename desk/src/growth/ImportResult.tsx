// An import at work, and what became of one: its drafts, what the bot knew already, what was left out.
import Button from 'antd/es/button'
import Popconfirm from 'antd/es/popconfirm'
import { useTranslation } from 'react-i18next'
import { linkTo } from '../app/place.ts'
import { server } from '../app/server.ts'
import { useTimes } from '../app/times.ts'
import { act } from '../ui/act.ts'
import { type ChatImport, growthChanged } from './growth-data.ts'
import { SkippedChats } from './ImportPreview.tsx'

const stop = async (importId: string, done: string) => {
  await act(() => server.cancelChatImport({ params: { importId }, body: {} }), done)
  growthChanged()
}

export const ImportProgress = ({ one, mayStop }: { one: ChatImport; mayStop: boolean }) => {
  const { t } = useTranslation()
  const { step, done, total, state } = one
  return (
    <section className="sheet padded gap-progress" aria-label={t('growth.import.running')}>
      <h2>{t('growth.import.running')}</h2>
      <progress aria-label={t('growth.import.running')} {...(total === 0 ? {} : { max: total, value: done })} />
      <span role="status">
        {state === 'waiting' ? t('growth.import.waiting') : t(`growth.import.step.${step}`, { done, total })}
      </span>
      {mayStop && (
        <Popconfirm
          title={t('growth.import.stopTitle')}
          description={t('growth.import.stopText')}
          okText={t('growth.import.stop')}
          cancelText={t('do.cancel')}
          onConfirm={() => void stop(one.id, t('growth.import.didStop'))}
        >
          <Button>{t('growth.import.stop')}</Button>
        </Popconfirm>
      )}
    </section>
  )
}

const LOOK: Partial<Record<ChatImport['state'], string>> = { done: 'good', failed: 'bad' }

/** `begun`: the one that was just watched; it stands open. */
export const ImportLine = ({ one, begun }: { one: ChatImport; begun: boolean }) => {
  const { t } = useTranslation()
  const times = useTimes()
  return (
    <li>
      <details className="gap-import" open={begun}>
        <summary className="kb-line-top">
          <span>
            <b>{t('growth.import.madeDrafts', { count: one.drafts.length })}</b>
            <small className="kb-when">
              {[
                times.full(one.startedAt),
                t('growth.import.questions', { count: one.questions }),
                t('growth.import.clusters', { count: one.clusters }),
                ...(one.known === 0 ? [] : [t('growth.import.known', { count: one.known })]),
              ].join(' · ')}
            </small>
          </span>
          <span className={`kb-mark ${LOOK[one.state] ?? ''}`}>{t(`growth.import.state.${one.state}`)}</span>
        </summary>
        {one.drafts.length === 0 && <p className="muted">{t('growth.import.noDrafts')}</p>}
        <ul>
          {one.drafts.map(({ clusterId, entryId, title, count }) => (
            <li key={entryId}>
              <a {...linkTo({ page: 'knowledge', at: `gaps/${clusterId}` })}>{title}</a>{' '}
              <small>{t('growth.asked', { count })}</small>
            </li>
          ))}
        </ul>
        <SkippedChats {...one} />
      </details>
    </li>
  )
}
