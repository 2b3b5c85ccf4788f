-- Knowledge grows: what an entry is and whom it is for, drafts above what is live, documents and sites it is read from.

-- `live_version`: of a draft, the published version customers still get; unused otherwise. `section`: the stable path of an
-- imported entry within its document.
ALTER TABLE ballast.knowledge_entries
  ADD COLUMN kind text NOT NULL DEFAULT 'answer',
  ADD COLUMN channels text[] NOT NULL DEFAULT '{}',
  ADD COLUMN audience jsonb NOT NULL DEFAULT '{"levels":[],"regions":[],"products":[]}',
  ADD COLUMN valid_from timestamptz,
  ADD COLUMN valid_to timestamptz,
  ADD COLUMN owner_id uuid,
  ADD COLUMN review text NOT NULL DEFAULT 'none',
  ADD COLUMN media jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN document_id uuid,
  ADD COLUMN section text,
  ADD COLUMN live_version int;
CREATE INDEX knowledge_entries_of_document ON ballast.knowledge_entries (tenant, document_id) WHERE document_id IS NOT NULL;

ALTER TABLE ballast.knowledge_versions
  ADD COLUMN kind text NOT NULL DEFAULT 'answer',
  ADD COLUMN channels text[] NOT NULL DEFAULT '{}',
  ADD COLUMN audience jsonb NOT NULL DEFAULT '{"levels":[],"regions":[],"products":[]}',
  ADD COLUMN valid_from timestamptz,
  ADD COLUMN valid_to timestamptz,
  ADD COLUMN owner_id uuid,
  ADD COLUMN review text NOT NULL DEFAULT 'none',
  ADD COLUMN media jsonb NOT NULL DEFAULT '[]',
  ADD COLUMN document_id uuid,
  ADD COLUMN section text;

-- A file or a page that entries are read from. `state` waiting is the queue; reading with an old `beat_at`: its process died.
CREATE TABLE ballast.documents (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  mime text NOT NULL,
  bytes int NOT NULL,
  locale text NOT NULL,
  topic text NOT NULL,
  source text NOT NULL CHECK (source IN ('upload', 'folder', 'web')),
  url text,
  site_id uuid,
  state text NOT NULL CHECK (state IN ('waiting', 'reading', 'ready', 'failed')),
  problem text,
  warnings jsonb NOT NULL DEFAULT '[]',
  progress_percent int NOT NULL DEFAULT 0,
  sections int NOT NULL DEFAULT 0,
  passages int NOT NULL DEFAULT 0,
  -- How often its content was given: a reading that ends after a newer one was given is void.
  edition int NOT NULL DEFAULT 1,
  added_at timestamptz NOT NULL,
  read_at timestamptz,
  beat_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX documents_by_time ON ballast.documents (tenant, added_at DESC, id DESC);
CREATE INDEX documents_unread ON ballast.documents (tenant, added_at) WHERE state IN ('waiting', 'reading');
CREATE INDEX documents_of_site ON ballast.documents (tenant, site_id) WHERE site_id IS NOT NULL;

-- Kept apart: lists never touch it. Shop content, nothing personal: stored plain, as its entries are.
CREATE TABLE ballast.document_contents (
  tenant uuid NOT NULL,
  document_id uuid NOT NULL,
  sha256 bytea NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (tenant, document_id)
);
ALTER TABLE ballast.document_contents ALTER COLUMN content SET STORAGE EXTERNAL;

-- A site whose pages are documents. `next_at`: when it is read again; NULL: only when somebody asks.
CREATE TABLE ballast.sites (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  url text NOT NULL,
  locale text NOT NULL,
  topic text NOT NULL,
  most_pages int NOT NULL,
  most_depth int NOT NULL,
  every_hours int,
  state text NOT NULL CHECK (state IN ('waiting', 'reading', 'ready', 'failed')),
  problem text,
  found int NOT NULL DEFAULT 0,
  failed int NOT NULL DEFAULT 0,
  crawled_at timestamptz,
  next_at timestamptz,
  beat_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['documents', 'document_contents', 'sites'] LOOP
    EXECUTE format('ALTER TABLE ballast.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE ballast.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON ballast.%I TO app USING (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]))
      WITH CHECK (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ballast.%I TO app', t);
  END LOOP;
END $$;
