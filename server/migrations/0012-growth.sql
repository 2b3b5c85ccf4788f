-- Growth: questions the bot did not settle, the clusters they form, the frozen set a draft is tried on, and its trials.

-- `body` and `answer` are covered of personal data and sealed with the tenant's key; erased with the person. `change`: the
-- last change of a question's place, so that an index in memory can catch up. `why` imported: out of old chats, nobody's.
CREATE SEQUENCE ballast.growth_changes;
GRANT USAGE ON SEQUENCE ballast.growth_changes TO app;
CREATE TABLE ballast.growth_questions (
  tenant uuid NOT NULL,
  -- The customer's message; of an imported one an id of its own.
  id uuid NOT NULL,
  cluster uuid NOT NULL,
  contact uuid,
  conversation uuid,
  body bytea NOT NULL,
  -- What a colleague answered, once that conversation was solved.
  answer bytea,
  language text,
  why text NOT NULL CHECK (why IN ('unsure', 'handed-over', 'unhelpful', 'unclear', 'imported')),
  at timestamptz NOT NULL,
  change bigint NOT NULL DEFAULT nextval('ballast.growth_changes'),
  PRIMARY KEY (tenant, id)
);
CREATE INDEX growth_questions_of_cluster ON ballast.growth_questions (tenant, cluster, at DESC);
CREATE INDEX growth_questions_by_change ON ballast.growth_questions (tenant, change);
CREATE INDEX growth_questions_by_time ON ballast.growth_questions (tenant, at);
CREATE INDEX growth_questions_of_conversation ON ballast.growth_questions (tenant, conversation) WHERE conversation IS NOT NULL;
CREATE INDEX growth_questions_of_contact ON ballast.growth_questions (tenant, contact) WHERE contact IS NOT NULL;

-- `central`: the question that names it. A cluster whose questions all moved or went is deleted.
CREATE TABLE ballast.growth_clusters (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'drafted', 'solved', 'dismissed')),
  central uuid,
  entry_id uuid,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX growth_clusters_of_entry ON ballast.growth_clusters (tenant, entry_id) WHERE entry_id IS NOT NULL;

-- Solved questions of real customers and what solved them; at most 500 a workspace, chosen anew each day.
CREATE TABLE ballast.growth_solved (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  contact uuid NOT NULL,
  body bytea NOT NULL,
  language text,
  outcome text NOT NULL,
  entries uuid[] NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX growth_solved_of_contact ON ballast.growth_solved (tenant, contact);

-- `result`: numbers and ids alone. `live_before`: what customers had before it was published, 0: nothing.
CREATE TABLE ballast.growth_courts (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  entry_id uuid NOT NULL,
  version int NOT NULL,
  won boolean NOT NULL,
  result jsonb NOT NULL,
  held_at timestamptz NOT NULL,
  published_version int,
  live_before int,
  undone_at timestamptz,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX growth_courts_by_time ON ballast.growth_courts (tenant, held_at DESC);

-- One row a workspace: what this morning's look says, and when the solved questions were chosen last.
CREATE TABLE ballast.growth_advice (
  tenant uuid PRIMARY KEY,
  advice jsonb NOT NULL DEFAULT '[]',
  advised_at timestamptz,
  frozen_at timestamptz
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['growth_questions', 'growth_clusters', 'growth_solved', 'growth_courts', 'growth_advice'] LOOP
    EXECUTE format('ALTER TABLE ballast.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE ballast.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON ballast.%I TO app USING (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]))
      WITH CHECK (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ballast.%I TO app', t);
  END LOOP;
END $$;
