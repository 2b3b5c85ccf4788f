// better-auth set up for Ballast: it owns the schema `auth` and knows people by staff id only, no name, no address.
// Its router is never mounted; `sessions.ts` calls its server API behind the routes of the contract.
import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { getMigrations } from 'better-auth/db/migration'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Pool } from 'pg'
import { inTurn } from './store-auth.ts'

export interface AuthSettings {
  readonly pool: Pool
  /** Signs cookies, encrypts second factors. Derived from the root key. */
  readonly secret: string
  /** Where browsers reach the desk; cookies are `Secure` when it is https. */
  readonly publicUrl: string
  readonly idleSeconds: number
}

/** What we tell better-auth instead of an address: nothing personal rests in its tables. */
export const userEmail = (staffId: string): string => `${staffId}@staff.invalid`

/** A session opened by a proof of our own (a one-time link), which better-auth has no endpoint for. */
const staffLink = {
  id: 'staff-link',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', metadata: { $Infer: { body: {} as { userId: string } } } },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId)
        if (user === null) throw new Error('no such user')
        const session = await ctx.context.internalAdapter.createSession(user.id, false, { method: 'link' })
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ sessionId: session.id })
      },
    ),
  },
} as const

const optionsOf = ({ pool, secret, publicUrl, idleSeconds }: AuthSettings) => ({
  database: pool,
  secret,
  baseURL: publicUrl,
  appName: 'Ballast',
  telemetry: { enabled: false },
  // Its own log would carry attempts' details; what matters we log ourselves.
  logger: { disabled: true },
  emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 256 },
  session: {
    expiresIn: idleSeconds,
    updateAge: Math.min(300, Math.floor(idleSeconds / 4)),
    additionalFields: { method: { type: 'string' as const, required: false, input: false } },
  },
  advanced: {
    cookiePrefix: 'ballast',
    useSecureCookies: publicUrl.startsWith('https://'),
    ipAddress: { disableIpTracking: true },
  },
  plugins: [twoFactor({ issuer: 'Ballast' }), staffLink],
})

export const createAuthLibrary = (settings: AuthSettings) => betterAuth(optionsOf(settings))
export type AuthLibrary = ReturnType<typeof createAuthLibrary>

/** Brings the schema `auth` up to date. Nodes that start together take turns. */
export const migrateAuth = async (settings: AuthSettings): Promise<void> => {
  const options = optionsOf(settings)
  const isPending = async () => {
    const found = await getMigrations(options)
    return found.toBeCreated.length + found.toBeAdded.length > 0 ? found : undefined
  }
  if ((await isPending()) === undefined) return
  await inTurn(settings.pool, async () => (await isPending())?.runMigrations())
}
