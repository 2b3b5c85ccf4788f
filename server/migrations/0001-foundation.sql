-- Tenants, facts and the small tables every feature stands on. Frozen: never edit, add the next number.
-- Roles (app, worker, jobs, auth, migrate) and the schemas ballast, jobs, auth exist before the first migration.

-- The tenants this transaction may see: a list, because one commit train carries change sets of many tenants.
-- Policies of the hot tables end in IS TRUE, which keeps the list out of index conditions: PostgreSQL would sort it anew
-- for every probe (measured: a train of 128 took three times as long). Their statements name the tenant themselves.
CREATE FUNCTION ballast.current_tenants() RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(nullif(current_setting('ballast.tenants', true), ''), '{}')::uuid[];

CREATE TABLE ballast.tenants (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE ballast.tenants ENABLE ROW LEVEL SECURITY;
ALTER TABLE ballast.tenants FORCE ROW LEVEL SECURITY;
CREATE POLICY tenants_app ON ballast.tenants TO app
  USING (id = ANY ((SELECT ballast.current_tenants())::uuid[]))
  WITH CHECK (id = ANY ((SELECT ballast.current_tenants())::uuid[]));
CREATE POLICY tenants_worker ON ballast.tenants FOR SELECT TO worker USING (true);
GRANT SELECT, INSERT, UPDATE ON ballast.tenants TO app;
GRANT SELECT ON ballast.tenants TO worker;

-- Each tenant's data key, wrapped by the root key.
CREATE TABLE ballast.tenant_keys (
  tenant uuid PRIMARY KEY,
  wrapped bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE ballast.tenant_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE ballast.tenant_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_keys_app ON ballast.tenant_keys TO app
  USING (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]))
  WITH CHECK (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]));
GRANT SELECT, INSERT ON ballast.tenant_keys TO app;

-- One row. Transaction ids restart in a restored cluster; `base` is added to them so that facts still sort by commit order.
CREATE TABLE ballast.life (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  base bigint NOT NULL DEFAULT 0
);
INSERT INTO ballast.life DEFAULT VALUES;
GRANT SELECT ON ballast.life TO app, worker;

-- Facts: the append-only log. Ordered by (txid, id): a reader that stays below the oldest running
-- transaction never skips a late commit.
CREATE TABLE ballast.facts (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  type text NOT NULL,
  subject uuid NOT NULL,
  at timestamptz NOT NULL,
  data jsonb NOT NULL,
  txid bigint NOT NULL,
  PRIMARY KEY (tenant, id)
) PARTITION BY RANGE (id);
CREATE INDEX facts_in_order ON ballast.facts (txid, id);
CREATE INDEX facts_of_subject ON ballast.facts (tenant, subject, id);
CREATE TABLE ballast.facts_other PARTITION OF ballast.facts DEFAULT;
ALTER TABLE ballast.facts ENABLE ROW LEVEL SECURITY;
ALTER TABLE ballast.facts FORCE ROW LEVEL SECURITY;
CREATE POLICY facts_app ON ballast.facts TO app
  USING ((tenant = ANY ((SELECT ballast.current_tenants())::uuid[])) IS TRUE);
CREATE POLICY facts_worker ON ballast.facts FOR SELECT TO worker USING (true);
GRANT SELECT, INSERT ON ballast.facts TO app;
GRANT SELECT ON ballast.facts TO worker;

-- The transaction id facts of this transaction carry.
CREATE FUNCTION ballast.fact_txid() RETURNS bigint
LANGUAGE sql STABLE
RETURN (SELECT base FROM ballast.life) + pg_current_xact_id()::text::bigint;

-- Facts below this number are final: no running transaction can still add one.
CREATE FUNCTION ballast.fact_horizon() RETURNS bigint
LANGUAGE sql STABLE
RETURN (SELECT base FROM ballast.life) + pg_snapshot_xmin(pg_current_snapshot())::text::bigint;

-- How far each consumer has read.
CREATE TABLE ballast.consumers (
  name text PRIMARY KEY,
  txid bigint NOT NULL DEFAULT 0,
  fact uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000',
  updated_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, UPDATE ON ballast.consumers TO worker;

-- One owner at a time for what must be global. The epoch rises with each owner and is checked in the owner's commits.
CREATE TABLE ballast.leases (
  name text PRIMARY KEY,
  owner text NOT NULL,
  epoch bigint NOT NULL,
  until timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON ballast.leases TO worker;

-- What was already taken in: change-set ids and platforms' own ids. Kept at least seven days.
CREATE TABLE ballast.dedupe (
  tenant uuid NOT NULL,
  key text NOT NULL,
  change_id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  first_seq int NOT NULL,
  version int NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant, key)
) WITH (autovacuum_vacuum_insert_scale_factor = 0.05);
CREATE INDEX dedupe_by_time ON ballast.dedupe USING brin (at);
ALTER TABLE ballast.dedupe ENABLE ROW LEVEL SECURITY;
ALTER TABLE ballast.dedupe FORCE ROW LEVEL SECURITY;
CREATE POLICY dedupe_app ON ballast.dedupe TO app
  USING ((tenant = ANY ((SELECT ballast.current_tenants())::uuid[])) IS TRUE);
CREATE POLICY dedupe_worker ON ballast.dedupe FOR DELETE TO worker USING (at < now() - interval '7 days');
CREATE POLICY dedupe_worker_read ON ballast.dedupe FOR SELECT TO worker USING (at < now() - interval '7 days');
GRANT SELECT, INSERT ON ballast.dedupe TO app;
GRANT SELECT, DELETE ON ballast.dedupe TO worker;

-- The lowest UUIDv7 of an instant: partition bounds.
CREATE FUNCTION ballast.uuid_at(moment timestamptz) RETURNS uuid
LANGUAGE sql IMMUTABLE
RETURN (lpad(to_hex((extract(epoch FROM moment) * 1000)::bigint), 12, '0') || '00000000000000000000')::uuid;

-- Makes the partitions of the days from p_from to p_to (UTC) for one parent. Days that exist stay.
CREATE FUNCTION ballast.make_partitions(p_parent text, p_from date, p_to date) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ballast, pg_temp AS $$
DECLARE
  d date := p_from;
  child text;
  made int := 0;
BEGIN
  IF p_parent NOT IN ('facts', 'messages') THEN
    RAISE EXCEPTION 'no partitioned table %', p_parent;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('ballast.make_partitions'));
  WHILE d <= p_to LOOP
    child := p_parent || '_' || to_char(d, 'YYYYMMDD');
    IF to_regclass('ballast.' || child) IS NULL THEN
      EXECUTE format('CREATE TABLE ballast.%I PARTITION OF ballast.%I FOR VALUES FROM (%L) TO (%L)',
        child, p_parent,
        ballast.uuid_at(d::timestamp AT TIME ZONE 'UTC'), ballast.uuid_at((d + 1)::timestamp AT TIME ZONE 'UTC'));
      -- A partition reached by name obeys its own policies, not its parent's: lock it the same way.
      EXECUTE format('ALTER TABLE ballast.%I ENABLE ROW LEVEL SECURITY', child);
      EXECUTE format('ALTER TABLE ballast.%I FORCE ROW LEVEL SECURITY', child);
      EXECUTE format('CREATE POLICY own ON ballast.%I TO app USING ((tenant = ANY ((SELECT ballast.current_tenants())::uuid[])) IS TRUE)', child);
      made := made + 1;
    END IF;
    d := d + 1;
  END LOOP;
  RETURN made;
END $$;
REVOKE ALL ON FUNCTION ballast.make_partitions(text, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ballast.make_partitions(text, date, date) TO worker;

ALTER TABLE ballast.facts_other ENABLE ROW LEVEL SECURITY;
ALTER TABLE ballast.facts_other FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON ballast.facts_other TO app USING ((tenant = ANY ((SELECT ballast.current_tenants())::uuid[])) IS TRUE);
SELECT ballast.make_partitions('facts', (now() AT TIME ZONE 'UTC')::date - 1, (now() AT TIME ZONE 'UTC')::date + 7);
