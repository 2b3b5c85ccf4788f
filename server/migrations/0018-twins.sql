-- Under which name an entry was imported or came with a pack. Entries of one name say the same in several languages, so
-- what is learned of how customers ask for one of them is known of all.
CREATE TABLE ballast.knowledge_names (
  tenant uuid NOT NULL,
  entry_id uuid NOT NULL,
  name text NOT NULL,
  PRIMARY KEY (tenant, entry_id)
);
ALTER TABLE ballast.knowledge_names ENABLE ROW LEVEL SECURITY;
ALTER TABLE ballast.knowledge_names FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON ballast.knowledge_names TO app USING (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]))
  WITH CHECK (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]));
GRANT SELECT, INSERT ON ballast.knowledge_names TO app;
