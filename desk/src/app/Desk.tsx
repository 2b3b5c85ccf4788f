// The signed-in desk: rail, page, dialogs, keys. Pages other than the inbox are loaded when first opened.
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { Alerts } from '../alerts/Alerts.tsx'
import { InboxPage } from '../inbox/InboxPage.tsx'
import { useCell } from '../live/cell.ts'
import { Loading } from '../ui/Blank.tsx'
import { Boundary } from '../ui/Boundary.tsx'
import { openDialog } from '../ui/dialogs.ts'
import { useActions } from './actions.ts'
import { createCommands } from './commands.ts'
import { beginsGo, hotkeyOf } from './hotkeys.ts'
import { Nav } from './Nav.tsx'
import { withWords } from './page-words.ts'
import { usePlace } from './place.ts'
import { useMay, useSession } from './server.ts'
import { useWelcome } from './use-welcome.ts'

const TeamPage = lazy(() => withWords('settings', import('../team/TeamPage.tsx')))
const KnowledgePage = lazy(() => withWords('knowledge', import('../knowledge/KnowledgePage.tsx')))
const LanguagePage = lazy(() => import('../language/LanguagePage.tsx'))
const PromotionsPage = lazy(() => withWords('promotions', import('../promotions/PromotionsPage.tsx')))
const SettingsPage = lazy(() => withWords('settings', import('../settings/SettingsPage.tsx')))
const WelcomePage = lazy(() => withWords('knowledge', import('../welcome/WelcomePage.tsx')))
const DeliveryStrip = lazy(() => withWords('settings', import('../settings/inboxes/DeliveryStrip.tsx')))
const Dialogs = lazy(() => import('../dialogs/Dialogs.tsx'))

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, dialog, [role="dialog"], [role="menu"]') !== null)

/** How long after G the second key still counts. */
const GO_MS = 1_500

const useHotkeys = () => {
  const actions = useActions()
  const session = useSession()
  const commands = useMemo(() => createCommands(actions, session), [actions, session])
  useEffect(() => {
    let wentAt = Number.NEGATIVE_INFINITY
    const press = (event: KeyboardEvent) => {
      const { code, shiftKey, altKey, ctrlKey, metaKey, isComposing } = event
      const typing = isTyping(event.target) || openDialog.get() !== null
      const altGraph = event.getModifierState('AltGraph')
      const afterG = event.timeStamp - wentAt < GO_MS
      const pressed = { code, shiftKey, altKey, ctrlKey, metaKey, isComposing, altGraph, typing, afterG }
      wentAt = !afterG && beginsGo(pressed) ? event.timeStamp : Number.NEGATIVE_INFINITY
      const key = event.defaultPrevented ? null : hotkeyOf(pressed)
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
  if (place.page === 'knowledge') return <KnowledgePage at={place.at} />
  if (place.page === 'language') return <LanguagePage at={place.at} />
  if (place.page === 'promotions') return <PromotionsPage at={place.at} />
  if (place.page === 'settings') return <SettingsPage />
  if (place.page === 'welcome') return <WelcomePage step={place.step} />
  return <InboxPage place={place} />
}

export const Desk = () => {
  useHotkeys()
  useWelcome()
  const dialog = useCell(openDialog, (now) => now)
  const place = usePlace()
  const mends = useMay('inboxes.manage')
  const reading = place.page === 'inbox' && place.conversationId !== null
  return (
    <div className={reading ? 'desk reading' : place.page === 'welcome' ? 'desk alone' : 'desk'}>
      {mends && (
        <Boundary fallback={null}>
          <Suspense fallback={null}>
            <DeliveryStrip />
          </Suspense>
        </Boundary>
      )}
      {place.page !== 'welcome' && <Nav />}
      <Alerts />
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
