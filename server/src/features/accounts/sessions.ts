// Sessions, passwords and second factors of staff, in our words. Cookies come back as Set-Cookie lines for the caller
// to pass on; better-auth's types, cookie names and errors stay in here.
import { APIError } from 'better-auth/api'
import { type AuthLibrary, type AuthSettings, createAuthLibrary, migrateAuth, userEmail } from './auth-library.ts'
import { dropExpired } from './store-auth.ts'

/** However busy, a session ends after this long. */
const LONGEST_SESSION_MS = 30 * 24 * 3_600_000
/** For this long after a one-time link, a password may be set without the old one. */
const FRESH_LINK_MS = 15 * 60_000

export interface OpenSession {
  readonly staffId: string
  readonly sessionId: string
  readonly cookies: readonly string[]
}
export type SignedIn =
  | { readonly outcome: 'open'; readonly cookies: readonly string[] }
  | { readonly outcome: 'wrong' | 'code-needed' | 'code-wrong' | 'locked' }

export interface Sessions {
  /** Migrates the schema `auth`. */
  prepare(): Promise<void>
  /** Drops what has expired. */
  tidy(): Promise<void>
  read(cookie: string | undefined): Promise<OpenSession | undefined>
  /** `spendCode` says whether a code is used for the first time. */
  signIn(
    staffId: string,
    proof: { password: string; code?: string },
    spendCode: (code: string) => Promise<boolean>,
  ): Promise<SignedIn>
  openByLink(staffId: string): Promise<readonly string[]>
  hasSecondFactor(staffId: string): Promise<boolean>
  /** Checks a code within an open session. */
  checkCode(cookies: readonly string[], code: string): Promise<boolean>
  signOut(cookie: string): Promise<readonly string[]>
  /** undefined: the present password is wrong or missing. Other devices are signed out. */
  setPassword(cookie: string, change: { current?: string; next: string }): Promise<readonly string[] | undefined>
  beginSecondFactor(cookie: string, password: string): Promise<{ uri: string; backupCodes: string[] } | undefined>
  confirmSecondFactor(cookie: string, code: string): Promise<readonly string[] | undefined>
  /** The colleague signs in with the password alone again, and does so anew everywhere. */
  removeSecondFactor(staffId: string): Promise<void>
  endAll(staffId: string): Promise<void>
}

/** Set-Cookie lines -> a Cookie header, dropping those that clear. */
export const asCookieHeader = (setCookies: readonly string[]): string =>
  setCookies
    .filter((line) => !/;\s*max-age=0\b/i.test(line))
    .map((line) => line.split(';', 1)[0]!)
    .join('; ')

const headersOf = (cookie: string) => new Headers({ cookie })

/** Expected refusals of the library become undefined; its 5xx and everything else stay errors. */
const orRefused = async <T>(work: Promise<T>): Promise<T | undefined> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return undefined
    throw error
  }
}

export const createSessions = (settings: AuthSettings): Sessions => {
  const auth = createAuthLibrary(settings)
  return {
    prepare: () => migrateAuth(settings),
    tidy: () => dropExpired(settings.pool),
    read: (cookie) => readSession(auth, cookie),
    signIn: (staffId, proof, spendCode) => signIn(auth, staffId, { ...proof, spendCode }),
    openByLink: (staffId) => openByLink(auth, staffId),
    hasSecondFactor: async (staffId) => {
      const user = await (await auth.$context).internalAdapter.findUserById(staffId)
      return user !== null && (user as { twoFactorEnabled?: boolean | null }).twoFactorEnabled === true
    },
    checkCode: (cookies, code) => checkCode(auth, cookies, code),
    signOut: async (cookie) => {
      const reply = await auth.api.signOut({ headers: headersOf(cookie), returnHeaders: true })
      return reply.headers.getSetCookie()
    },
    setPassword: (cookie, change) => setPassword(auth, cookie, change),
    beginSecondFactor: async (cookie, password) => {
      const reply = await orRefused(auth.api.enableTwoFactor({ headers: headersOf(cookie), body: { password } }))
      return reply && { uri: reply.totpURI, backupCodes: reply.backupCodes }
    },
    confirmSecondFactor: async (cookie, code) => {
      const reply = await orRefused(
        auth.api.verifyTOTP({ headers: headersOf(cookie), body: { code }, returnHeaders: true }),
      )
      return reply?.headers.getSetCookie()
    },
    removeSecondFactor: async (staffId) => {
      const { adapter, internalAdapter } = await auth.$context
      await adapter.deleteMany({ model: 'twoFactor', where: [{ field: 'userId', value: staffId }] })
      await internalAdapter.updateUser(staffId, { twoFactorEnabled: false })
      await internalAdapter.deleteUserSessions(staffId)
    },
    endAll: async (staffId) => (await auth.$context).internalAdapter.deleteUserSessions(staffId),
  }
}

const findSession = async (auth: AuthLibrary, cookie: string | undefined) => {
  if (cookie === undefined || !cookie.includes('ballast.session_token')) return undefined
  const reply = await orRefused(auth.api.getSession({ headers: headersOf(cookie), returnHeaders: true }))
  const found = reply?.response
  if (!reply || !found) return undefined
  if (Date.now() - found.session.createdAt.getTime() > LONGEST_SESSION_MS) {
    await (await auth.$context).internalAdapter.deleteSession(found.session.token)
    return undefined
  }
  return { session: found.session, cookies: reply.headers.getSetCookie() }
}

const readSession = async (auth: AuthLibrary, cookie: string | undefined): Promise<OpenSession | undefined> => {
  const found = await findSession(auth, cookie)
  return found && { staffId: found.session.userId, sessionId: found.session.id, cookies: found.cookies }
}

const signIn = async (
  auth: AuthLibrary,
  staffId: string,
  proof: { password: string; code?: string; spendCode: (code: string) => Promise<boolean> },
): Promise<SignedIn> => {
  const first = await orRefused(
    auth.api.signInEmail({ body: { email: userEmail(staffId), password: proof.password }, returnHeaders: true }),
  )
  if (first === undefined) return { outcome: 'wrong' }
  const cookies = first.headers.getSetCookie()
  if (!('twoFactorRedirect' in first.response)) return { outcome: 'open', cookies }
  if (proof.code === undefined) return { outcome: 'code-needed' }
  if (!(await proof.spendCode(proof.code))) return { outcome: 'code-wrong' }
  return verifyCode(auth, asCookieHeader(cookies), proof.code)
}

const verifyCode = async (auth: AuthLibrary, cookie: string, code: string): Promise<SignedIn> => {
  const call = { headers: headersOf(cookie), body: { code }, returnHeaders: true as const }
  try {
    const reply = /^\d{6}$/.test(code) ? await auth.api.verifyTOTP(call) : await auth.api.verifyBackupCode(call)
    return { outcome: 'open', cookies: reply.headers.getSetCookie() }
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error
    return { outcome: error.statusCode === 429 ? 'locked' : 'code-wrong' }
  }
}

const openByLink = async (auth: AuthLibrary, staffId: string): Promise<readonly string[]> => {
  const { internalAdapter } = await auth.$context
  if ((await internalAdapter.findUserById(staffId)) === null) {
    const user = { id: staffId, email: userEmail(staffId), name: staffId, emailVerified: true }
    // Two links of one person opened at once: the second finds the user the first has made.
    await internalAdapter.createUser(user).catch(async (error: unknown) => {
      if ((await internalAdapter.findUserById(staffId)) === null) throw error
    })
  }
  const reply = await auth.api.openSession({ body: { userId: staffId }, returnHeaders: true })
  return reply.headers.getSetCookie()
}

const checkCode = async (auth: AuthLibrary, cookies: readonly string[], code: string): Promise<boolean> => {
  const verified = await verifyCode(auth, asCookieHeader(cookies), code)
  return verified.outcome === 'open'
}

const setPassword = async (
  auth: AuthLibrary,
  cookie: string,
  change: { current?: string; next: string },
): Promise<readonly string[] | undefined> => {
  const found = await findSession(auth, cookie)
  if (found === undefined) return undefined
  const { internalAdapter, password } = await auth.$context
  const { userId, token, createdAt, method } = found.session
  if (change.current !== undefined) {
    const body = { currentPassword: change.current, newPassword: change.next, revokeOtherSessions: true }
    const reply = await orRefused(auth.api.changePassword({ headers: headersOf(cookie), body, returnHeaders: true }))
    return reply?.headers.getSetCookie()
  }
  const account = (await internalAdapter.findAccounts(userId)).find(({ providerId }) => providerId === 'credential')
  const isFresh = method === 'link' && Date.now() - createdAt.getTime() < FRESH_LINK_MS
  if (account !== undefined && !isFresh) return undefined
  const hash = await password.hash(change.next)
  if (account === undefined)
    await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: hash })
  else await internalAdapter.updatePassword(userId, hash)
  for (const other of await internalAdapter.listSessions(userId))
    if (other.token !== token) await internalAdapter.deleteSession(other.token)
  return found.cookies
}
