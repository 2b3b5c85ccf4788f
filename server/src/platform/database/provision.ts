// Prepares a server for Ballast before any migration: roles, database, schemas. Safe to run at every boot
// and from several nodes at once.
import pg from 'pg'
import { type Access, passwordOf, ROLES, type RoleName, SETTINGS, urlOf } from './roles.ts'

/** Which roles may connect how, once the server is ready. */
export type AccessFor = (role: RoleName) => Access

export const DATABASE = 'ballast'
/** SQLSTATE of a connection to a database that is not there. */
const NO_DATABASE = '3D000'
// Any fixed number: every Ballast node takes the same one.
const PROVISION_LOCK = 7_205_759_403

/** Node says nothing at all when several addresses of one name refuse: the causes are inside. */
const reasonOf = (error: unknown): string =>
  error instanceof AggregateError ? error.errors.map(reasonOf).join('; ') : (error as Error).message

const unreachable = ({ user, host, port }: Access, error: unknown): Error =>
  Object.assign(
    new Error(`PostgreSQL at ${host}:${port} does not let ${user} in: ${reasonOf(error)}`, { cause: error }),
    {
      code: (error as { code?: unknown }).code,
    },
  )

export const connectOnce = async <T>(access: Access, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: urlOf(access), application_name: 'ballast setup' })
  client.on('error', () => undefined)
  await client.connect().catch((error) => {
    throw unreachable(access, error)
  })
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

interface Rights {
  superuser: boolean
  createrole: boolean
  createdb: boolean
}

const rightsOf = async (client: pg.Client): Promise<Rights> => {
  const { rows } = await client.query<Rights>(
    'SELECT rolsuper AS superuser, rolcreaterole AS createrole, rolcreatedb AS createdb FROM pg_roles WHERE rolname = current_user',
  )
  return rows[0] as Rights
}

const LEAST_VERSION = 180_000

const checkVersion = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  )
  const version = rows[0]?.version ?? 0
  if (version < LEAST_VERSION)
    throw new Error(`Ballast needs PostgreSQL 18 or newer; this server is ${Math.floor(version / 10_000)}.`)
}

const existingRoles = async (client: pg.Client): Promise<Set<string>> => {
  const { rows } = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles WHERE rolname = ANY ($1)', [
    [...ROLES],
  ])
  return new Set(rows.map((row) => row.rolname))
}

const settingsSql = (role: RoleName): string[] =>
  Object.entries(SETTINGS[role]).map(([name, value]) => `ALTER ROLE ${role} SET ${name} = ${pg.escapeLiteral(value)}`)

const createRoles = async (client: pg.Client, secret: string, rights: Rights): Promise<void> => {
  const present = await existingRoles(client)
  const statements = ROLES.flatMap((role) => {
    const password = pg.escapeLiteral(passwordOf(role, secret))
    const make = present.has(role) ? `ALTER ROLE ${role}` : `CREATE ROLE ${role}`
    // Only migrate sees every tenant's rows: a migration that moves data must not silently skip hidden ones.
    const bypass = rights.superuser && role === 'migrate' ? ' BYPASSRLS' : ''
    const grant = rights.superuser ? [] : [`GRANT ${role} TO CURRENT_USER WITH INHERIT TRUE, SET TRUE`]
    return [`${make} LOGIN${bypass} PASSWORD ${password}`, ...settingsSql(role), ...grant]
  })
  for (const statement of statements) await client.query(statement)
}

/** What an administrator has to run where we may not create roles ourselves. */
const instructions = (user: string): string =>
  [
    ...ROLES.map((role) => `CREATE ROLE ${role}; GRANT ${role} TO ${pg.escapeIdentifier(user)};`),
    'ALTER ROLE migrate BYPASSRLS;',
  ].join('\n  ')

const requireRoles = async (client: pg.Client, user: string): Promise<void> => {
  const { rows } = await client.query<{ missing: string | null }>(
    `SELECT string_agg(name, ', ' ORDER BY place) AS missing FROM unnest($1::text[]) WITH ORDINALITY AS wanted (name, place)
     WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name AND pg_has_role(current_user, oid, 'SET'))`,
    [[...ROLES]],
  )
  const missing = rows[0]?.missing
  if (missing)
    throw new Error(
      `The database user ${user} may not create roles and cannot act as: ${missing}. Ask the server's administrator to run:\n  ${instructions(user)}`,
    )
}

/** Sorted by code point whatever the server's own locale, so that an operating system's update never breaks an index. */
export const createDatabaseSql = (name: string): string =>
  `CREATE DATABASE ${pg.escapeIdentifier(name)} OWNER migrate TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'`

const createDatabase = async (client: pg.Client, name: string, rights: Rights): Promise<void> => {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
  if (rowCount) return
  const sql = createDatabaseSql(name)
  if (!rights.superuser && !rights.createdb)
    throw new Error(
      `The database ${name} does not exist and this user may not create it. Ask the administrator to run:\n  ${sql};`,
    )
  await client.query(sql)
}

const SCHEMAS: [schema: string, owner: RoleName][] = [
  ['ballast', 'migrate'],
  ['jobs', 'jobs'],
  ['auth', 'auth'],
]

/** Schemas and who may use them; whatever is in them is the migrations' and the libraries' business. */
export const createSchemas = async (client: pg.Client): Promise<void> => {
  for (const [schema, owner] of SCHEMAS)
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${owner}`)
  await client.query('GRANT USAGE ON SCHEMA ballast TO app, worker')
}

const locked = async <T>(client: pg.Client, work: () => Promise<T>): Promise<T> => {
  await client.query('SELECT pg_advisory_lock($1)', [PROVISION_LOCK])
  try {
    return await work()
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [PROVISION_LOCK])
  }
}

/** The database a URL means. */
export const databaseOf = ({ database }: Access): string =>
  database === '' || database === 'postgres' ? DATABASE : database

/** The named database may be all this user can reach; one that is still to be made is reached through `postgres`. */
const enter = async <T>(admin: Access, database: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const through = (name: string) => connectOnce({ ...admin, database: name }, work)
  if (database === DATABASE) return through('postgres')
  try {
    return await through(database)
  } catch (error) {
    if ((error as { code?: unknown }).code !== NO_DATABASE) throw error
    return through('postgres')
  }
}

/**
 * Makes roles, database and schemas where this user may, checks that they exist where it may not.
 * `admin.database` names the database to use; empty or `postgres` means `ballast`.
 */
export const provision = async (admin: Access): Promise<AccessFor> => {
  const database = databaseOf(admin)
  const ownLogins = await enter(admin, database, (client) =>
    locked(client, async () => {
      await checkVersion(client)
      const rights = await rightsOf(client)
      // Without a secret to derive passwords from, the roles are taken on after connecting.
      const may = (rights.superuser || rights.createrole) && admin.password !== ''
      if (may) await createRoles(client, admin.password, rights)
      else await requireRoles(client, admin.user)
      await createDatabase(client, database, rights)
      return may
    }),
  )
  await connectOnce({ ...admin, database }, (client) => locked(client, () => createSchemas(client)))
  return accessFor({ ...admin, database }, ownLogins)
}

/** How each role connects to a database on a server that has been provisioned. */
export const accessFor =
  (admin: Access, ownLogins: boolean): AccessFor =>
  (role) =>
    ownLogins ? { ...admin, user: role, password: passwordOf(role, admin.password) } : { ...admin, become: role }
