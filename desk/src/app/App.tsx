// Signed out: the sign-in page. Signed in: the desk. Nothing else is decided here.
import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Live, LiveContext, startLive } from '../live/desk-line.ts'
import { Failed } from '../ui/Blank.tsx'
import { Toasts } from '../ui/toasts.tsx'
import { Desk } from './Desk.tsx'
import { takeLinkToken } from './link.ts'
import { preferences } from './preferences.ts'
import { isSignedOut, queries, type Session, SessionContext, useSessionQuery } from './server.ts'

const SignIn = lazy(() => import('./SignIn.tsx'))
const linkToken = takeLinkToken()

const Splash = () => {
  const { t } = useTranslation()
  return (
    <main className="splash" role="status" aria-label={t('loading')}>
      <span className="mark" />
    </main>
  )
}

const SignedIn = ({ session }: { session: Session }) => {
  const [live, setLive] = useState<Live | null>(null)
  const { id } = session.staff
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line is opened for another person only.
  useEffect(() => {
    const started = startLive(queries, session, preferences().language)
    setLive(started)
    return () => started.stop()
  }, [id])
  if (live === null) return <Splash />
  return (
    <SessionContext.Provider value={session}>
      <LiveContext.Provider value={live}>
        <Desk />
      </LiveContext.Provider>
    </SessionContext.Provider>
  )
}

const Gate = () => {
  const session = useSessionQuery()
  const [token, setToken] = useState(linkToken)
  if (token !== null || isSignedOut(session.error))
    return (
      <Suspense fallback={<Splash />}>
        <SignIn token={token} done={() => setToken(null)} />
      </Suspense>
    )
  if (session.data) return <SignedIn session={session.data} />
  if (session.error)
    return (
      <main className="splash">
        <Failed error={session.error} retry={() => void session.refetch()} />
      </main>
    )
  return <Splash />
}

export const App = () => (
  <QueryClientProvider client={queries}>
    <Gate />
    <Toasts />
  </QueryClientProvider>
)
