-- Channels with an outside: where a person is reached there, and what is on its way to the platform.

-- One row a person and inbox. `sealed`: the platform's address and thread under the tenant's key; the row goes when the
-- person is erased. `mark`: a keyed hash of the same, to see a change. `reply_window`: the last trigger of each kind and
-- the replies since, where the platform limits when the house may write.
CREATE TABLE ballast.channel_contacts (
  tenant uuid NOT NULL,
  inbox_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  mark bytea NOT NULL,
  sealed bytea NOT NULL,
  reply_window jsonb NOT NULL DEFAULT '{}',
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, inbox_id, contact_id)
);

-- Counts an inbox's events, and remembers how its outside is doing. The row lock makes commit order the order of places.
CREATE TABLE ballast.channel_feeds (
  tenant uuid NOT NULL,
  inbox_id uuid NOT NULL,
  last bigint NOT NULL DEFAULT 0,
  failing_since timestamptz,
  stopped_at timestamptz,
  PRIMARY KEY (tenant, inbox_id)
);

-- Events for the outside: ids, enums and numbers; the text is read from the message when it is sent. `id` is the fact's.
-- waiting: to be sent, in order within the conversation. kept: the other side fetches. sent, failed: over.
CREATE TABLE ballast.channel_events (
  tenant uuid NOT NULL,
  inbox_id uuid NOT NULL,
  place bigint NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('message', 'updated', 'status')),
  conversation_id uuid NOT NULL,
  message_id uuid,
  status text,
  at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'kept', 'sent', 'failed')),
  tries int NOT NULL DEFAULT 0,
  pieces int NOT NULL DEFAULT 0,
  reason text,
  next_at timestamptz NOT NULL,
  held_until timestamptz,
  PRIMARY KEY (tenant, inbox_id, place),
  UNIQUE (tenant, id)
);
CREATE INDEX channel_events_waiting ON ballast.channel_events (tenant, conversation_id, place) WHERE state = 'waiting';
CREATE INDEX channel_events_due ON ballast.channel_events (next_at) WHERE state = 'waiting';
CREATE INDEX channel_events_kept ON ballast.channel_events (tenant, inbox_id, place) WHERE state = 'kept';

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['channel_contacts', 'channel_feeds', 'channel_events'] LOOP
    EXECUTE format('ALTER TABLE ballast.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE ballast.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON ballast.%I TO app
      USING ((tenant = ANY ((SELECT ballast.current_tenants())::uuid[])) IS TRUE)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ballast.%I TO app', t);
  END LOOP;
END $$;
-- The worker finds what was left behind by a process that died, and drops what is long over. Ids only.
CREATE POLICY sweep ON ballast.channel_events FOR SELECT TO worker USING (true);
CREATE POLICY tidy ON ballast.channel_events FOR DELETE TO worker USING (state <> 'waiting' AND at < now() - interval '30 days');
GRANT SELECT, DELETE ON ballast.channel_events TO worker;
