-- Promotion rules: versions that never change, which of them is in force, and the prices customers were told.

-- One row a workspace: the last number given, what is in force, and what was before.
CREATE TABLE ballast.rule_sets (
  tenant uuid NOT NULL,
  last_version integer NOT NULL,
  in_force integer,
  before integer,
  PRIMARY KEY (tenant)
);

-- `base` null: stored whole, as a packed compiled block. Otherwise its parts hold the changes made to that version.
-- `steps`: how many changes lie between it and a whole one. `broken`: rules that keep it from being published.
CREATE TABLE ballast.rule_versions (
  tenant uuid NOT NULL,
  version integer NOT NULL,
  base integer,
  written_from integer,
  steps integer NOT NULL,
  rules integer NOT NULL,
  broken text[] NOT NULL,
  note text NOT NULL,
  staff_id uuid,
  created_at timestamptz NOT NULL,
  published_at timestamptz,
  PRIMARY KEY (tenant, version)
);

-- In pieces, so that no process ever handles a large set in one go. They are packed already.
CREATE TABLE ballast.rule_parts (
  tenant uuid NOT NULL,
  version integer NOT NULL,
  part integer NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (tenant, version, part)
);
ALTER TABLE ballast.rule_parts ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- What a customer was told a cart costs. Ids, codes and numbers only: no name, no text.
CREATE TABLE ballast.rule_quotes (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  message_id uuid NOT NULL,
  locale text NOT NULL,
  cart jsonb NOT NULL,
  buyer jsonb NOT NULL,
  amount bigint NOT NULL,
  version integer NOT NULL,
  told_at timestamptz NOT NULL,
  corrected_at timestamptz,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX rule_quotes_open ON ballast.rule_quotes (tenant, told_at DESC) WHERE corrected_at IS NULL;
CREATE INDEX rule_quotes_of_conversation ON ballast.rule_quotes (tenant, conversation_id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['rule_sets', 'rule_versions', 'rule_parts', 'rule_quotes'] LOOP
    EXECUTE format('ALTER TABLE ballast.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE ballast.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON ballast.%I TO app
      USING ((tenant = ANY ((SELECT ballast.current_tenants())::uuid[])) IS TRUE)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ballast.%I TO app', t);
  END LOOP;
END $$;
