// The signed-in desk: rail, page, dialogs, keys. Pages other than the inbox are loaded when first opened.
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { InboxPage } from '../inbox/InboxPage.tsx'
import { useCell } from '../live/cell.ts'
import { Loading } from '../ui/Blank.tsx'
import { Boundary } from '../ui/Boundary.tsx'
import { openDialog } from '../ui/dialogs.ts'
import { useActions } from './actions.ts'
import { createCommands } from './commands.ts'
import { hotkeyOf } from './hotkeys.ts'
import { Nav } from './Nav.tsx'
import { usePlace } from './place.ts'
import { useMay, useSession } from './server.ts'

const TeamPage = lazy(() => import('../team/TeamPage.tsx'))
const KnowledgePage = lazy(() => import('../knowledge/KnowledgePage.tsx'))
const SettingsPage = lazy(() => import('../settings/SettingsPage.tsx'))
const DeliveryStrip = lazy(() => import('../settings/inboxes/DeliveryStrip.tsx'))
const Dialogs = lazy(() => import('../dialogs/Dialogs.tsx'))

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, dialog, [role="dialog"]') !== null)

const useHotkeys = () => {
  const actions = useActions()
  const session = useSession()
  const commands = useMemo(() => createCommands(actions, session), [actions, session])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { code, shiftKey, altKey, ctrlKey, metaKey, isComposing } = event
      const typing = isTyping(event.target) || openDialog.get() !== null
      const key = hotkeyOf({ code, shiftKey, altKey, ctrlKey, metaKey, isComposing, typing })
      if (key === null) return
      event.preventDefault()
      commands.run(key)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [commands])
}

const Page = () => {
  const place = usePlace()
  if (place.page === 'team') return <TeamPage />
  if (place.page === 'knowledge') return <KnowledgePage />
  if (place.page === 'settings') return <SettingsPage />
  return <InboxPage view={place.view} conversationId={place.conversationId} />
}

export const Desk = () => {
  useHotkeys()
  const dialog = useCell(openDialog, (now) => now)
  const place = usePlace()
  const mends = useMay('inboxes.manage')
  const reading = place.page === 'inbox' && place.conversationId !== null
  return (
    <div className={reading ? 'desk reading' : 'desk'}>
      {mends && (
        <Boundary fallback={null}>
          <Suspense fallback={null}>
            <DeliveryStrip />
          </Suspense>
        </Boundary>
      )}
      <Nav />
      <Suspense
        fallback={
          <main className="page">
            <Loading />
          </main>
        }
      >
        <Boundary key={place.page}>
          <Page />
        </Boundary>
      </Suspense>
      {dialog && (
        <Suspense fallback={null}>
          <Boundary>
            <Dialogs dialog={dialog} />
          </Boundary>
        </Suspense>
      )}
    </div>
  )
}
