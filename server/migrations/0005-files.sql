-- Files of messages. The content lies outside the database, sealed under a key of its own; that key is wrapped by the key
-- of the person the file belongs to, so that erasing the person erases it. A file is shown through its message only.

CREATE TABLE ballast.files (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  -- Whose conversation it is for, whoever uploaded it.
  contact_id uuid NOT NULL,
  -- The colleague who uploaded it; NULL: the customer.
  staff_id uuid,
  -- pending: no message names it yet. attached: `message_id` does, or tried to.
  state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'attached')),
  message_id uuid,
  kind text NOT NULL CHECK (kind IN ('image', 'file', 'audio', 'video')),
  mime text NOT NULL,
  bytes int NOT NULL,
  width int,
  height int,
  -- The name and the key of the content, sealed with the person's key.
  name_sealed bytea NOT NULL,
  key_sealed bytea NOT NULL,
  -- Of the content as it lies on the disk (sealed), so that checking a backup needs no key.
  sha256 bytea NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id),
  CHECK ((state = 'attached') = (message_id IS NOT NULL))
);
CREATE INDEX files_of_contact ON ballast.files (tenant, contact_id);
ALTER TABLE ballast.files ENABLE ROW LEVEL SECURITY;
ALTER TABLE ballast.files FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON ballast.files TO app
  USING (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]))
  WITH CHECK (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]));
GRANT SELECT, INSERT, UPDATE, DELETE ON ballast.files TO app;
