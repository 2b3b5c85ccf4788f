// What there is to back up, read from the catalogue: tables in an insertable order, sequences, partitions.
import type pg from 'pg'
import type { Header, Table } from './frames.ts'

export const SCHEMAS = ['ballast', 'jobs', 'auth'] as const

// The list of applied migrations travels in the header: a restore migrates first.
const TABLES = `
  SELECT c.oid::int8::text AS oid, n.nspname AS schema, c.relname AS name,
    array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE n.nspname = ANY ($1) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    AND (n.nspname, c.relname) <> ('ballast', 'migrations')
  GROUP BY c.oid, n.nspname, c.relname ORDER BY n.nspname, c.relname`

const REFERENCES = `
  SELECT conrelid::int8::text AS "from", confrelid::int8::text AS "to"
  FROM pg_constraint WHERE contype = 'f' AND conrelid <> confrelid`

/** Referenced tables first. In a ring of references the order within it is by name. */
const inOrder = (tables: (Table & { oid: string })[], references: { from: string; to: string }[]): Table[] => {
  const done = new Set<string>()
  const ordered: Table[] = []
  const byOid = new Map(tables.map((table) => [table.oid, table]))
  const visit = (table: Table & { oid: string }): void => {
    if (done.has(table.oid)) return
    done.add(table.oid)
    for (const { from, to } of references) {
      const needed = from === table.oid ? byOid.get(to) : undefined
      if (needed) visit(needed)
    }
    ordered.push({ schema: table.schema, name: table.name, columns: table.columns ?? [] })
  }
  for (const table of tables) visit(table)
  return ordered
}

export const tablesOf = async (client: pg.ClientBase): Promise<Table[]> => {
  const { rows } = await client.query<Table & { oid: string }>(TABLES, [[...SCHEMAS]])
  const { rows: references } = await client.query<{ from: string; to: string }>(REFERENCES)
  return inOrder(rows, references)
}

export const sequencesOf = async (client: pg.ClientBase): Promise<Header['sequences']> => {
  const { rows } = await client.query<{ name: string; value: string }>(
    `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS value
     FROM pg_sequences WHERE schemaname = ANY ($1) AND last_value IS NOT NULL ORDER BY 1`,
    [[...SCHEMAS]],
  )
  return rows
}

export const partitionsOf = async (client: pg.ClientBase): Promise<Header['partitions']> => {
  const { rows } = await client.query<{ parent: string; day: string }>(
    `SELECT p.relname AS parent, right(c.relname, 8) AS day
     FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent
     WHERE c.relispartition AND c.relnamespace = 'ballast'::regnamespace
       AND c.relname ~ ('^' || p.relname || '_[0-9]{8}$') ORDER BY 1, 2`,
  )
  return rows
}

const exists = async (client: pg.ClientBase, table: string): Promise<boolean> => {
  const { rows } = await client.query<{ found: boolean }>('SELECT to_regclass($1) IS NOT NULL AS found', [table])
  return rows[0]?.found ?? false
}

/** Facts are ordered by `life.base` plus the cluster's transaction number; a new cluster starts counting again. */
export const lastTransactionOf = async (client: pg.ClientBase): Promise<string> => {
  const base = (await exists(client, 'ballast.life')) ? '(SELECT base FROM ballast.life)' : '0'
  const { rows } = await client.query<{ last: string }>(
    `SELECT (${base} + pg_snapshot_xmax(pg_current_snapshot())::text::bigint)::text AS last`,
  )
  return rows[0]?.last ?? '0'
}

export const migrationsOf = async (client: pg.ClientBase): Promise<Header['migrations']> => {
  if (!(await exists(client, 'ballast.migrations'))) throw new Error('this database holds no Ballast yet')
  const { rows } = await client.query<Header['migrations'][number]>(
    'SELECT number, name, checksum FROM ballast.migrations ORDER BY number',
  )
  return rows
}
