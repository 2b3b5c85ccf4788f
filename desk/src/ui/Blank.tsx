// What stands where there is nothing, or where something could not be read.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { explain } from '../app/explain.ts'
import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'

export const Blank = ({ icon, title, children }: { icon: IconName; title: string; children?: ReactNode }) => (
  <div className="blank">
    <span className="blank-mark">
      <Icon name={icon} size={26} />
    </span>
    <p className="blank-title">{title}</p>
    {children && <div className="blank-text">{children}</div>}
  </div>
)

export const Failed = ({ error, retry }: { error: unknown; retry: () => void }) => {
  const { t } = useTranslation()
  return (
    <div className="failed" role="alert">
      <span>{explain(error)}</span>
      <Button icon="retry" onClick={retry}>
        {t('do.retry')}
      </Button>
    </div>
  )
}

/** Grey lines while something loads; announced once, not line by line. */
export const Loading = ({ lines = 4 }: { lines?: number }) => {
  const { t } = useTranslation()
  return (
    <div className="loading" role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move.
        <i key={line} />
      ))}
    </div>
  )
}
