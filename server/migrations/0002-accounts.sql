-- Accounts: staff, teams, inboxes, API keys, one-time sign-in links, and the little that guards sign-in.
-- Every tenant table leads with the tenant and FORCEs row-level security. Before the tenant is known (a session, a key,
-- a public key, a link, an e-mail address), the `*_of_*` functions answer with ids only, never with a row's content.

CREATE TABLE ballast.staff (
  tenant uuid NOT NULL REFERENCES ballast.tenants (id),
  id uuid NOT NULL,
  name text NOT NULL,
  email_sealed bytea NOT NULL,
  -- HMAC of the normalised address under the root key: equality without the address.
  email_index bytea NOT NULL,
  role text NOT NULL CHECK (role IN ('owner', 'manager', 'agent', 'viewer')),
  locale text,
  active boolean NOT NULL DEFAULT true,
  -- Mirrors of what the schema `auth` holds, for lists; `auth` stays the authority at sign-in.
  has_password boolean NOT NULL DEFAULT false,
  second_factor boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, email_index)
);
-- Ids are made by the server, never by a caller, so these global indexes reveal nothing.
CREATE UNIQUE INDEX staff_by_id ON ballast.staff (id);
CREATE INDEX staff_by_email ON ballast.staff (email_index);

CREATE TABLE ballast.teams (
  tenant uuid NOT NULL REFERENCES ballast.tenants (id),
  id uuid NOT NULL,
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, id)
);

CREATE TABLE ballast.staff_teams (
  tenant uuid NOT NULL,
  staff_id uuid NOT NULL,
  team_id uuid NOT NULL,
  PRIMARY KEY (tenant, staff_id, team_id),
  FOREIGN KEY (tenant, staff_id) REFERENCES ballast.staff (tenant, id),
  FOREIGN KEY (tenant, team_id) REFERENCES ballast.teams (tenant, id)
);

CREATE TABLE ballast.inboxes (
  tenant uuid NOT NULL REFERENCES ballast.tenants (id),
  id uuid NOT NULL,
  name text NOT NULL,
  channel text NOT NULL,
  public_key text NOT NULL,
  origins text[] NOT NULL DEFAULT '{}',
  team_ids uuid[] NOT NULL DEFAULT '{}',
  locale text NOT NULL,
  bot_name text NOT NULL,
  enabled boolean NOT NULL DEFAULT true,
  -- The channel's settings as JSON, sealed whole under the tenant's key: most of them are credentials.
  settings_sealed bytea,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX inboxes_by_public_key ON ballast.inboxes (public_key);

CREATE TABLE ballast.inbox_identity_keys (
  tenant uuid NOT NULL,
  inbox_id uuid NOT NULL,
  key_id text NOT NULL,
  sealed bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, inbox_id, key_id),
  FOREIGN KEY (tenant, inbox_id) REFERENCES ballast.inboxes (tenant, id)
);

CREATE TABLE ballast.api_keys (
  tenant uuid NOT NULL REFERENCES ballast.tenants (id),
  id uuid NOT NULL,
  name text NOT NULL,
  prefix text NOT NULL,
  -- SHA-256 of the secret: 256 random bits need no slow hash.
  hash bytea NOT NULL,
  permissions text[] NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX api_keys_by_hash ON ballast.api_keys (hash);

CREATE TABLE ballast.sign_in_links (
  tenant uuid NOT NULL,
  hash bytea NOT NULL,
  staff_id uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (tenant, hash),
  FOREIGN KEY (tenant, staff_id) REFERENCES ballast.staff (tenant, id)
);
CREATE INDEX sign_in_links_by_hash ON ballast.sign_in_links (hash);

-- Failures are counted before anyone is known, so these two belong to no tenant. Keys are HMACs of an address or account.
CREATE TABLE ballast.sign_in_failures (
  key bytea PRIMARY KEY,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL,
  locked_until timestamptz
);
CREATE INDEX sign_in_failures_by_age ON ballast.sign_in_failures (last_at);
-- A code of a second factor is good for one sign-in, not for its whole half minute.
CREATE TABLE ballast.used_codes (
  key bytea PRIMARY KEY,
  used_at timestamptz NOT NULL
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['staff', 'teams', 'staff_teams', 'inboxes', 'inbox_identity_keys', 'api_keys', 'sign_in_links']
  LOOP
    EXECUTE format('ALTER TABLE ballast.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE ballast.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY tenant ON ballast.%I TO app USING (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]))', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ballast.%I TO app', name);
  END LOOP;
  -- FORCE binds the owner too: the look-up functions below run as the owner and need to see across tenants.
  FOREACH name IN ARRAY ARRAY['staff', 'inboxes', 'api_keys', 'sign_in_links']
  LOOP
    EXECUTE format('CREATE POLICY lookup ON ballast.%I FOR SELECT TO CURRENT_USER USING (true)', name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON ballast.sign_in_failures, ballast.used_codes TO app;

CREATE FUNCTION ballast.tenant_of_staff(staff_id uuid) RETURNS TABLE (tenant uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ballast, pg_temp
  AS 'SELECT s.tenant, s.id FROM ballast.staff s WHERE s.id = staff_id';
CREATE FUNCTION ballast.staff_of_email(email_index bytea) RETURNS TABLE (tenant uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ballast, pg_temp
  AS 'SELECT s.tenant, s.id FROM ballast.staff s
      WHERE s.email_index = staff_of_email.email_index AND s.active ORDER BY s.created_at, s.id LIMIT 5';
CREATE FUNCTION ballast.inbox_of_public_key(public_key text) RETURNS TABLE (tenant uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ballast, pg_temp
  AS 'SELECT i.tenant, i.id FROM ballast.inboxes i WHERE i.public_key = inbox_of_public_key.public_key';
CREATE FUNCTION ballast.key_of_hash(hash bytea) RETURNS TABLE (tenant uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ballast, pg_temp
  AS 'SELECT k.tenant, k.id FROM ballast.api_keys k WHERE k.hash = key_of_hash.hash';
CREATE FUNCTION ballast.staff_of_link(hash bytea) RETURNS TABLE (tenant uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ballast, pg_temp
  AS 'SELECT l.tenant, l.staff_id FROM ballast.sign_in_links l WHERE l.hash = staff_of_link.hash';

REVOKE ALL ON FUNCTION ballast.tenant_of_staff(uuid), ballast.staff_of_email(bytea),
  ballast.inbox_of_public_key(text), ballast.key_of_hash(bytea), ballast.staff_of_link(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ballast.tenant_of_staff(uuid), ballast.staff_of_email(bytea),
  ballast.inbox_of_public_key(text), ballast.key_of_hash(bytea), ballast.staff_of_link(bytea) TO app;
