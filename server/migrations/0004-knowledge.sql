-- What the bot may say: entries and all their versions. Shop content, nothing personal: stored plain.

CREATE TABLE ballast.knowledge_entries (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  locale text NOT NULL,
  title text NOT NULL,
  questions text[] NOT NULL,
  answer text NOT NULL,
  topic text NOT NULL,
  version int NOT NULL CHECK (version > 0),
  status text NOT NULL CHECK (status IN ('draft', 'published', 'withdrawn')),
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX knowledge_entries_by_change ON ballast.knowledge_entries (tenant, updated_at DESC, id DESC);

-- Frozen copies: an answer given last month can be read as it was.
CREATE TABLE ballast.knowledge_versions (
  tenant uuid NOT NULL,
  entry_id uuid NOT NULL,
  version int NOT NULL,
  locale text NOT NULL,
  title text NOT NULL,
  questions text[] NOT NULL,
  answer text NOT NULL,
  topic text NOT NULL,
  status text NOT NULL,
  staff_id uuid,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, entry_id, version)
);

ALTER TABLE ballast.knowledge_entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE ballast.knowledge_entries FORCE ROW LEVEL SECURITY;
CREATE POLICY knowledge_entries_app ON ballast.knowledge_entries TO app
  USING (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]))
  WITH CHECK (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]));
GRANT SELECT, INSERT, UPDATE ON ballast.knowledge_entries TO app;

ALTER TABLE ballast.knowledge_versions ENABLE ROW LEVEL SECURITY;
ALTER TABLE ballast.knowledge_versions FORCE ROW LEVEL SECURITY;
CREATE POLICY knowledge_versions_app ON ballast.knowledge_versions TO app
  USING (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]))
  WITH CHECK (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]));
GRANT SELECT, INSERT ON ballast.knowledge_versions TO app;
