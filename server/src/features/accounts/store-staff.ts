// SQL of colleagues and teams. Every query runs inside a transaction of one tenant; row-level security stands behind it.
import type { Role, Uuid } from '@ballast/contract'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/open.ts'

export interface StaffRow {
  id: Uuid
  name: string
  emailSealed: Buffer
  role: Role
  locale: string | null
  active: boolean
  hasPassword: boolean
  secondFactor: boolean
  teamIds: Uuid[]
}
export interface NewStaff {
  tenant: Uuid
  id: Uuid
  name: string
  emailSealed: Buffer
  emailIndex: Buffer
  role: Role
  /** Null or absent: not said yet. */
  locale?: string | null
}

const STAFF = sql`s.id, s.name, s.email_sealed AS "emailSealed", s.role, s.locale, s.active,
  s.has_password AS "hasPassword", s.second_factor AS "secondFactor",
  ARRAY(SELECT t.team_id FROM staff_teams t WHERE t.tenant = s.tenant AND t.staff_id = s.id ORDER BY 1) AS "teamIds"`

export const listStaff = async (tx: Tx, tenant: Uuid): Promise<StaffRow[]> =>
  (await sql<StaffRow>`SELECT ${STAFF} FROM staff s WHERE s.tenant = ${tenant} ORDER BY s.id LIMIT 2000`.execute(tx))
    .rows

export const readStaff = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<StaffRow | undefined> =>
  (await sql<StaffRow>`SELECT ${STAFF} FROM staff s WHERE s.tenant = ${tenant} AND s.id = ${id}`.execute(tx)).rows[0]

/** Reads and locks, so that two changes to one colleague both survive. */
export const lockStaff = async (tx: Tx, tenant: Uuid, id: Uuid): Promise<StaffRow | undefined> =>
  (await sql<StaffRow>`SELECT ${STAFF} FROM staff s WHERE s.tenant = ${tenant} AND s.id = ${id} FOR UPDATE`.execute(tx))
    .rows[0]

/** Locks every owner of the tenant, so that two owners cannot demote each other at the same moment. */
export const lockOwners = async (tx: Tx, tenant: Uuid): Promise<Uuid[]> =>
  (
    await sql<{ id: Uuid }>`SELECT id FROM staff WHERE tenant = ${tenant} AND role = 'owner' AND active
      ORDER BY id FOR UPDATE`.execute(tx)
  ).rows.map((row) => row.id)

/** false: a colleague with this address is here already. */
export const insertStaff = async (tx: Tx, staff: NewStaff): Promise<boolean> =>
  (
    await sql`INSERT INTO staff (tenant, id, name, email_sealed, email_index, role, locale)
      VALUES (${staff.tenant}, ${staff.id}, ${staff.name}, ${staff.emailSealed}, ${staff.emailIndex}, ${staff.role},
        ${staff.locale ?? null})
      ON CONFLICT (tenant, email_index) DO NOTHING RETURNING id`.execute(tx)
  ).rows.length === 1

export const updateStaff = async (
  tx: Tx,
  key: { tenant: Uuid; id: Uuid },
  change: { name: string; role: Role; active: boolean },
): Promise<void> => {
  await sql`UPDATE staff SET name = ${change.name}, role = ${change.role}, active = ${change.active}
    WHERE tenant = ${key.tenant} AND id = ${key.id}`.execute(tx)
}

export const markSecured = async (
  tx: Tx,
  key: { tenant: Uuid; id: Uuid },
  what: 'password' | 'second-factor',
): Promise<void> => {
  await sql`UPDATE staff SET has_password = has_password OR ${what === 'password'},
      second_factor = second_factor OR ${what === 'second-factor'}
    WHERE tenant = ${key.tenant} AND id = ${key.id}`.execute(tx)
}

export const markFactorRemoved = async (tx: Tx, key: { tenant: Uuid; id: Uuid }): Promise<void> => {
  await sql`UPDATE staff SET second_factor = false WHERE tenant = ${key.tenant} AND id = ${key.id}`.execute(tx)
}

export const setStaffTeams = async (
  tx: Tx,
  key: { tenant: Uuid; id: Uuid },
  teamIds: readonly Uuid[],
): Promise<void> => {
  await sql`DELETE FROM staff_teams WHERE tenant = ${key.tenant} AND staff_id = ${key.id}`.execute(tx)
  await sql`INSERT INTO staff_teams (tenant, staff_id, team_id)
    SELECT ${key.tenant}, ${key.id}, t FROM unnest(${teamIds}::uuid[]) t ON CONFLICT DO NOTHING`.execute(tx)
}

export interface TeamRow {
  id: Uuid
  name: string
}

export const listTeams = async (tx: Tx, tenant: Uuid): Promise<TeamRow[]> =>
  (await sql<TeamRow>`SELECT id, name FROM teams WHERE tenant = ${tenant} ORDER BY id LIMIT 2000`.execute(tx)).rows

export const insertTeam = async (tx: Tx, team: { tenant: Uuid; id: Uuid; name: string }): Promise<void> => {
  await sql`INSERT INTO teams (tenant, id, name) VALUES (${team.tenant}, ${team.id}, ${team.name})`.execute(tx)
}

export const allTeamsExist = async (tx: Tx, tenant: Uuid, ids: readonly Uuid[]): Promise<boolean> => {
  const wanted = new Set(ids)
  if (wanted.size === 0) return true
  const found = await sql<{ n: number }>`SELECT count(*)::int AS n FROM teams
    WHERE tenant = ${tenant} AND id = ANY (${[...wanted]}::uuid[])`.execute(tx)
  return found.rows[0]?.n === wanted.size
}
