// Refuses to serve from a database in which one tenant could see another's rows. It reads the catalogue,
// not our own files, so it also notices what someone changed by hand.
import type pg from 'pg'

// Tables with a tenant. A partition nobody may touch directly is guarded by its parent.
const UNGUARDED_TABLES = `
  SELECT c.relname AS name,
    CASE
      WHEN NOT c.relrowsecurity THEN 'row-level security is not enabled'
      WHEN NOT c.relforcerowsecurity THEN 'row-level security is not forced'
      WHEN NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid) THEN 'it has no policy'
      ELSE 'a policy lets app see or write every row'
    END AS problem
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant' AND NOT a.attisdropped
  WHERE c.relnamespace = 'ballast'::regnamespace AND c.relkind IN ('r', 'p')
    AND (NOT c.relispartition OR has_table_privilege('app', c.oid, 'SELECT, INSERT, UPDATE, DELETE')
         OR has_table_privilege('worker', c.oid, 'SELECT, INSERT, UPDATE, DELETE'))
    AND (NOT c.relrowsecurity OR NOT c.relforcerowsecurity
      OR NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)
      OR EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive
                 AND 'true' IN (pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
                 AND (0::oid = ANY (p.polroles) OR 'app'::regrole::oid = ANY (p.polroles))))
  ORDER BY 1`

// A view reads with its owner's rights unless told otherwise; a materialised view has no policies at all.
const UNGUARDED_VIEWS = `
  SELECT c.relname AS name, 'it is a view with its owner''s rights that app may read' AS problem
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant'
  WHERE c.relnamespace = 'ballast'::regnamespace AND c.relkind IN ('v', 'm')
    AND has_table_privilege('app', c.oid, 'SELECT')
    AND NOT coalesce('security_invoker=true' = ANY (c.reloptions) OR 'security_invoker=on' = ANY (c.reloptions), false)
  ORDER BY 1`

const MIGHTY_ROLES = `
  SELECT r.rolname AS name,
    CASE
      WHEN r.rolsuper THEN 'it is a superuser'
      WHEN r.rolbypassrls THEN 'it bypasses row-level security'
      ELSE 'it owns tables'
    END AS problem
  FROM pg_roles r
  WHERE r.rolname IN ('app', 'worker')
    AND (r.rolsuper OR r.rolbypassrls
      OR EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'ballast'::regnamespace
                 AND c.relkind IN ('r', 'p') AND pg_has_role(r.oid, c.relowner, 'USAGE')))
  ORDER BY 1`

/** Throws with every finding when tenants are not kept apart. */
export const checkIsolation = async (client: pg.ClientBase): Promise<void> => {
  const findings: string[] = []
  for (const [kind, query] of [
    ['table', UNGUARDED_TABLES],
    ['view', UNGUARDED_VIEWS],
    ['role', MIGHTY_ROLES],
  ]) {
    const { rows } = await client.query<{ name: string; problem: string }>(query as string)
    for (const { name, problem } of rows) findings.push(`${kind} ${name}: ${problem}`)
  }
  if (findings.length > 0)
    throw new Error(
      `Tenants are not kept apart in this database, so it will not be served:\n  ${findings.join('\n  ')}`,
    )
}
