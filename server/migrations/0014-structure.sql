-- The structure of knowledge: things named in entries and how they hang together. What was read and what staff made of it
-- stand side by side, so that reading again never overwrites staff.

-- One row a workspace: rises with every change, locks out a second writer, and tells other processes that theirs is old.
CREATE TABLE ballast.structure_heads (
  tenant uuid PRIMARY KEY,
  changes bigint NOT NULL
);

-- `kind`, `label`, `value`, `unit`: as read, or as staff added it. `edit`: what staff say instead, field by field.
CREATE TABLE ballast.structure_nodes (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  label text NOT NULL,
  value text NOT NULL DEFAULT '',
  unit text NOT NULL DEFAULT '',
  by_staff boolean NOT NULL DEFAULT false,
  edit jsonb,
  deleted boolean NOT NULL DEFAULT false,
  merged_into uuid,
  revision integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX structure_nodes_merged ON ballast.structure_nodes (tenant, merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE ballast.structure_edges (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  type text NOT NULL,
  from_id uuid NOT NULL,
  to_id uuid NOT NULL,
  place integer NOT NULL DEFAULT 0,
  by_staff boolean NOT NULL DEFAULT false,
  -- What staff call it instead.
  edit_type text,
  deleted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX structure_edges_from ON ballast.structure_edges (tenant, from_id);
CREATE INDEX structure_edges_to ON ballast.structure_edges (tenant, to_id);

-- Where a node or an edge was read.
CREATE TABLE ballast.structure_citations (
  tenant uuid NOT NULL,
  thing uuid NOT NULL,
  entry_id uuid NOT NULL,
  quote text NOT NULL,
  PRIMARY KEY (tenant, thing, entry_id)
);
CREATE INDEX structure_citations_of_entry ON ballast.structure_citations (tenant, entry_id);

-- Which version of an entry was read.
CREATE TABLE ballast.structure_sources (
  tenant uuid NOT NULL,
  entry_id uuid NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (tenant, entry_id)
);

-- `touched`: ids of what it changed; `before`: their rows as they were, an absent one is not among them.
CREATE TABLE ballast.structure_edits (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  deed text NOT NULL,
  label text NOT NULL,
  staff_id uuid,
  at timestamptz NOT NULL,
  touched uuid[] NOT NULL,
  before jsonb NOT NULL,
  undone_at timestamptz,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX structure_edits_by_time ON ballast.structure_edits (tenant, at DESC, id DESC);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['structure_heads', 'structure_nodes', 'structure_edges', 'structure_citations',
    'structure_sources', 'structure_edits'] LOOP
    EXECUTE format('ALTER TABLE ballast.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE ballast.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON ballast.%I TO app USING (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]))
      WITH CHECK (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ballast.%I TO app', t);
  END LOOP;
END $$;
