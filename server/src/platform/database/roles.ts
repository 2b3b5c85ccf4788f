// The database roles and what each may take: one list for provisioning, pools and documentation.
import { createHmac } from 'node:crypto'

export const ROLES = ['app', 'worker', 'migrate', 'jobs', 'auth'] as const
export type RoleName = (typeof ROLES)[number]

/** Session settings a role always runs with. `migrate` and `jobs` may take long; the others must not hold others up. */
export const SETTINGS: Record<RoleName, Record<string, string>> = {
  app: {
    search_path: 'ballast',
    statement_timeout: '5s',
    lock_timeout: '3s',
    transaction_timeout: '10s',
    idle_in_transaction_session_timeout: '5s',
  },
  worker: {
    search_path: 'ballast',
    statement_timeout: '30s',
    transaction_timeout: '60s',
    idle_in_transaction_session_timeout: '5s',
  },
  migrate: { search_path: 'ballast', lock_timeout: '30s' },
  jobs: { search_path: 'jobs', idle_in_transaction_session_timeout: '60s' },
  auth: { search_path: 'auth', statement_timeout: '5s', idle_in_transaction_session_timeout: '5s' },
}

/** Every role's password follows from the administrator's, so that nodes agree without sharing another secret. */
export const passwordOf = (role: RoleName, secret: string): string =>
  createHmac('sha256', secret).update(`ballast database role ${role}`).digest('base64url')

/** Where and as whom to connect. */
export interface Access {
  host: string
  port: number
  database: string
  user: string
  password: string
  /** Become this role after connecting (servers where roles cannot be given passwords). */
  become?: RoleName
  /** `sslmode` and other settings of the URL, handed on unchanged. */
  extra?: Record<string, string>
}

// A role that is taken on does not bring its settings along, so they are given with it.
const becoming = (role: RoleName): string =>
  Object.entries({ role, ...SETTINGS[role] })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')

export const urlOf = ({ host, port, database, user, password, become, extra }: Access): string => {
  const query = new URLSearchParams(extra)
  const socket = host.startsWith('/')
  if (socket) query.set('host', host)
  if (become) query.set('options', becoming(become))
  const at = `${encodeURIComponent(user)}:${encodeURIComponent(password)}@${socket ? 'localhost' : host}:${port}`
  const rest = query.size > 0 ? `?${query}` : ''
  return `postgresql://${at}/${encodeURIComponent(database)}${rest}`
}

/** Throws when the URL is not one of PostgreSQL. */
export const accessOf = (url: string): Access => {
  const parsed = new URL(url)
  if (!/^postgres(ql)?:$/.test(parsed.protocol)) throw new Error('the database URL must start with postgresql://')
  const { host: socket, ...extra } = Object.fromEntries(parsed.searchParams)
  return {
    host: socket ?? (decodeURIComponent(parsed.hostname).replace(/^\[|\]$/g, '') || 'localhost'),
    port: Number(parsed.port || 5432),
    database: decodeURIComponent(parsed.pathname.slice(1)),
    user: decodeURIComponent(parsed.username) || 'postgres',
    password: decodeURIComponent(parsed.password),
    extra,
  }
}
