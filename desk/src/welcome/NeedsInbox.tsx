// Steps that need the shop's chat: shows them with it, or offers to make it when its step was skipped.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreferences } from '../app/preferences.ts'
import { useSession } from '../app/server.ts'
import { act } from '../ui/act.ts'
import { Blank, Loading } from '../ui/Blank.tsx'
import { Button } from '../ui/Button.tsx'
import { ensureInbox, type Inbox, useWebInbox } from './workspace.ts'

export const NeedsInbox = ({ children }: { children: (inbox: Inbox) => ReactNode }) => {
  const { t } = useTranslation()
  const { tenant } = useSession()
  const { language } = usePreferences()
  const inbox = useWebInbox()
  if (inbox === undefined) return <Loading />
  if (inbox !== null) return children(inbox)
  return (
    <Blank icon="bot" title={t('welcome.noInbox')}>
      <Button look="main" onClick={() => void act(() => ensureInbox(tenant.name, language))}>
        {t('welcome.makeInbox')}
      </Button>
    </Blank>
  )
}
