// A message on its way: shown as if sent, with its honest state.
import { useTranslation } from 'react-i18next'
import { explain, explainCode } from '../app/explain.ts'
import { useLive } from '../live/desk-line.ts'
import type { Pending } from '../live/outbox.ts'
import { Button } from '../ui/Button.tsx'
import { PartView } from './PartView.tsx'

export const PendingItem = ({ item }: { item: Pending }) => {
  const { t } = useTranslation()
  const { outbox } = useLive()
  const why = item.why === undefined ? '' : item.why === 'offline' ? explain(null) : explainCode(item.why)
  return (
    <article className={`message ${item.note ? 'note' : 'agent'} pending ${item.state}`}>
      <div className="bubble">
        {item.parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no id and their order is the message.
          <PartView key={index} part={part} />
        ))}
      </div>
      <footer>
        <span className={`delivery ${item.state}`}>{t(`delivery.${item.state}`)}</span>
        {item.state === 'failed' && (
          <>
            <span className="why" role="alert">
              {why}
            </span>
            <Button look="quiet" icon="retry" onClick={() => outbox.retry(item.id)}>
              {t('do.retry')}
            </Button>
            <Button look="quiet" icon="close" onClick={() => outbox.discard(item.id)}>
              {t('do.discard')}
            </Button>
          </>
        )}
      </footer>
    </article>
  )
}
