-- The desk of growth: clusters a colleague shaped, trials under way, imports of old chats; and how entries are used.

-- `given_name`: sealed with the tenant's key. `by_hand`: put together or taken apart by a colleague; new questions join it,
-- but nothing tears it apart or melts it into another by itself.
ALTER TABLE ballast.growth_clusters ADD COLUMN given_name bytea, ADD COLUMN by_hand boolean NOT NULL DEFAULT false;
CREATE INDEX growth_clusters_by_hand ON ballast.growth_clusters (tenant, id) WHERE by_hand;

-- A trial that is being held, for those who watch it. Gone when it is over; one that died is old.
CREATE TABLE ballast.growth_trials (
  tenant uuid NOT NULL,
  entry_id uuid NOT NULL,
  done int NOT NULL,
  total int NOT NULL,
  begun_at timestamptz NOT NULL,
  beat_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, entry_id)
);

-- `body`: the file, sealed with the tenant's key, only until it is read. `result`: numbers and ids alone.
CREATE TABLE ballast.growth_imports (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  body bytea,
  wish jsonb NOT NULL,
  step text NOT NULL DEFAULT 'read',
  done int NOT NULL DEFAULT 0,
  total int NOT NULL DEFAULT 0,
  result jsonb NOT NULL DEFAULT '{}',
  started_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX growth_imports_by_time ON ballast.growth_imports (tenant, started_at DESC);

-- One row for each entry version an answer of the bot cites: ids and times alone, all of it from facts and made again from
-- them. `closed_at`: the conversation was resolved first after the answer; a hand-over later than that is another matter.
CREATE TABLE ballast.entry_citations (
  tenant uuid NOT NULL,
  message_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  version int NOT NULL,
  conversation_id uuid NOT NULL,
  at timestamptz NOT NULL,
  -- The fact it is from: what happened in the same millisecond is told apart by it.
  fact_id uuid NOT NULL,
  helpful boolean,
  judged_at timestamptz,
  handed_over_at timestamptz,
  closed_at timestamptz,
  PRIMARY KEY (tenant, message_id, entry_id)
);
CREATE INDEX entry_citations_by_time ON ballast.entry_citations (tenant, at)
  INCLUDE (entry_id, version, helpful, handed_over_at, closed_at);
CREATE INDEX entry_citations_of_entry ON ballast.entry_citations (tenant, entry_id, at);
CREATE INDEX entry_citations_of_conversation ON ballast.entry_citations (tenant, conversation_id, at);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['growth_trials', 'growth_imports', 'entry_citations'] LOOP
    EXECUTE format('ALTER TABLE ballast.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE ballast.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON ballast.%I TO app USING (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]))
      WITH CHECK (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ballast.%I TO app', t);
  END LOOP;
END $$;
