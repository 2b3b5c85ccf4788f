-- The front: looks and opening hours of inboxes, canned replies, saved views.

-- Look and Hours of the contract. NULL hours: people answer at any time.
ALTER TABLE ballast.inboxes ADD COLUMN look jsonb NOT NULL DEFAULT '{}', ADD COLUMN hours jsonb;

-- `owner_id` NULL: shared. `shortcut_key` is the shortcut as it is compared: folded, so that /Hi and /hi are one.
CREATE TABLE ballast.canned_replies (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  owner_id uuid,
  shortcut text NOT NULL,
  shortcut_key text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  locale text,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX canned_replies_shared ON ballast.canned_replies (tenant, shortcut_key) WHERE owner_id IS NULL;
CREATE UNIQUE INDEX canned_replies_own ON ballast.canned_replies (tenant, owner_id, shortcut_key) WHERE owner_id IS NOT NULL;

-- `filter`: ViewFilter of the contract. `owner_id` NULL: shared.
CREATE TABLE ballast.saved_views (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  owner_id uuid,
  name text NOT NULL,
  filter jsonb NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX saved_views_of_owner ON ballast.saved_views (tenant, owner_id);

-- How long people waited lately is asked every few seconds; among millions of facts the few takings must be found at once.
CREATE INDEX facts_taken ON ballast.facts (tenant, id) WHERE type = 'conversation.taken';

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['canned_replies', 'saved_views'] LOOP
    EXECUTE format('ALTER TABLE ballast.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE ballast.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON ballast.%I TO app
      USING ((tenant = ANY ((SELECT ballast.current_tenants())::uuid[])) IS TRUE)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ballast.%I TO app', t);
  END LOOP;
END $$;
