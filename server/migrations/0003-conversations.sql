-- People, conversations, messages, and the two functions of the hot path: commit_train and load_conversations.

CREATE TABLE ballast.contacts (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  external_id text,
  verified boolean NOT NULL DEFAULT false,
  -- The person's key, wrapped by the tenant's key. NULL: erased; every text sealed with it is gone with it.
  person_key bytea,
  name bytea,
  phone bytea,
  email bytea,
  address bytea,
  payment bytea,
  level text,
  locale text,
  channel text NOT NULL,
  merged_into uuid,
  created_at timestamptz NOT NULL,
  erased_at timestamptz,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, external_id)
);

CREATE TABLE ballast.conversations (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  contact_id uuid NOT NULL,
  inbox_id uuid NOT NULL,
  channel text NOT NULL,
  status text NOT NULL CHECK (status IN ('bot', 'waiting', 'agent', 'snoozed', 'resolved')),
  assignee_id uuid,
  team_id uuid,
  seq int NOT NULL,
  version int NOT NULL,
  locale text,
  handover_reason text,
  -- What the bot remembers: it may hold order numbers and sizes, so it is sealed like the texts.
  dialog bytea,
  waiting_since timestamptz,
  snoozed_until timestamptz,
  opened_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  resolved_at timestamptz,
  last_author text,
  preview bytea,
  customer_seq int NOT NULL DEFAULT 0,
  customer_read_seq int NOT NULL DEFAULT 0,
  agent_read_seq int NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant, id)
) WITH (fillfactor = 70);
-- No index holds a column that changes with every message, so ordinary commits stay heap-only.
CREATE INDEX conversations_waiting ON ballast.conversations (tenant, waiting_since) WHERE status = 'waiting';
CREATE INDEX conversations_open ON ballast.conversations (tenant, status) WHERE status <> 'resolved';
CREATE INDEX conversations_resolved ON ballast.conversations (tenant, resolved_at) WHERE status = 'resolved';
CREATE INDEX conversations_of_agent ON ballast.conversations (tenant, assignee_id) WHERE assignee_id IS NOT NULL;
CREATE INDEX conversations_of_contact ON ballast.conversations (tenant, contact_id, id);
CREATE INDEX conversations_snoozed ON ballast.conversations (snoozed_until) WHERE status = 'snoozed';

CREATE TABLE ballast.messages (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  conversation_id uuid NOT NULL,
  seq int NOT NULL,
  author_kind text NOT NULL,
  author_id uuid,
  author_name text,
  channel text NOT NULL,
  body bytea,
  note boolean NOT NULL DEFAULT false,
  sent_at timestamptz NOT NULL,
  edited_at timestamptz,
  recalled boolean NOT NULL DEFAULT false,
  delivery text NOT NULL DEFAULT 'sent',
  failure text,
  in_reply_to uuid,
  verdict jsonb,
  external_id text,
  PRIMARY KEY (tenant, id)
) PARTITION BY RANGE (id);
CREATE INDEX messages_in_order ON ballast.messages (tenant, conversation_id, seq);
CREATE TABLE ballast.messages_other PARTITION OF ballast.messages DEFAULT;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['contacts', 'conversations', 'messages', 'messages_other'] LOOP
    EXECUTE format('ALTER TABLE ballast.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE ballast.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON ballast.%I TO app
      USING ((tenant = ANY ((SELECT ballast.current_tenants())::uuid[])) IS TRUE)', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE ON ballast.contacts, ballast.conversations, ballast.messages TO app;
SELECT ballast.make_partitions('messages', (now() AT TIME ZONE 'UTC')::date - 1, (now() AT TIME ZONE 'UTC')::date + 7);

-- Commits many change sets in one transaction, each whole or not at all, and says what became of each.
-- p_tenants  '{uuid,…}': every tenant in this train.
-- Arrays stand side by side, one element a row; sets are numbered from 1 by their place, sorted by (tenant, conversation).
-- Sets: expected is the version to find; 0 creates; -1 appends without deciding. Never two sets of one conversation.
-- Messages m_, facts f_ and keys k_ name their set by n. m_k counts from 1 within the set; f_k: the message whose seq goes
-- into data.seq. A set's own id is its first key. p_contacts [{n, …}]: people created when absent.
-- Outcomes: committed | stored (this id was committed before) | duplicate (another set holds a key) | stale.
CREATE FUNCTION ballast.commit_train(
  p_tenants text,
  s_id uuid[], s_tenant uuid[], s_conversation uuid[], s_expected int[], s_count int[], s_customer int[],
  s_customer_read int[], s_agent_read int[], s_contact uuid[], s_inbox uuid[], s_channel text[], s_status text[],
  s_assignee uuid[], s_team uuid[], s_locale text[], s_handover text[], s_dialog bytea[],
  s_waiting timestamptz[], s_snoozed timestamptz[], s_opened timestamptz[], s_resolved timestamptz[],
  s_last_author text[], s_preview bytea[],
  m_n int[], m_k int[], m_id uuid[], m_author_kind text[], m_author_id uuid[], m_author_name text[], m_channel text[],
  m_body bytea[], m_note boolean[], m_in_reply_to uuid[], m_verdict jsonb[], m_external_id text[],
  f_n int[], f_k int[], f_id uuid[], f_type text[], f_subject uuid[], f_data jsonb[],
  k_n int[], k_key text[],
  p_contacts json
) RETURNS TABLE (n int, outcome text, version int, first_seq int, conversation uuid, at timestamptz)
LANGUAGE plpgsql
SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off SET enable_material = off SET enable_bitmapscan = off
AS $$
DECLARE
  v_now timestamptz := clock_timestamp();
  v_count int := cardinality(s_id);
  -- Per set: the sequence before its first message; -1 while nothing was done, -2 seen before, -3 sealed with a wrong key.
  v_base int[] := array_fill(-1, ARRAY[v_count]);
  v_version int[] := array_fill(0, ARRAY[v_count]);
  v_txid bigint;
  r record;
BEGIN
  PERFORM set_config('ballast.tenants', p_tenants, true);

  FOR r IN
    SELECT k.n, d.change_id = s_id[k.n] AS own, d.version, d.first_seq, d.conversation_id, d.at
    FROM unnest(k_n, k_key) AS k(n, key)
    JOIN ballast.dedupe d ON d.tenant = s_tenant[k.n] AND d.key = k.key
  LOOP
    IF v_base[r.n] = -1 THEN
      v_base[r.n] := -2;
      n := r.n; outcome := CASE WHEN r.own THEN 'stored' ELSE 'duplicate' END;
      version := r.version; first_seq := r.first_seq; conversation := r.conversation_id; at := r.at;
      RETURN NEXT;
    END IF;
  END LOOP;

  IF p_contacts IS NOT NULL THEN
    INSERT INTO ballast.contacts (tenant, id, external_id, verified, person_key, name, phone, email, address, level, locale, channel, created_at)
    SELECT c.tenant, c.id, c.external_id, c.verified, decode(c.person_key, 'base64'), decode(c.name, 'base64'), decode(c.phone, 'base64'),
      decode(c.email, 'base64'), decode(c.address, 'base64'), c.level, c.locale, c.channel, v_now
    FROM json_to_recordset(p_contacts) AS c(n int, tenant uuid, id uuid, external_id text, verified boolean, person_key text, name text,
      phone text, email text, address text, level text, locale text, channel text)
    WHERE v_base[c.n] = -1
    ON CONFLICT DO NOTHING;
    -- The person exists with another key: what was sealed for this set could never be read. Load again, seal again.
    FOR r IN
      SELECT c.n FROM json_to_recordset(p_contacts) AS c(n int, tenant uuid, id uuid, person_key text)
      WHERE v_base[c.n] = -1 AND decode(c.person_key, 'base64') IS DISTINCT FROM
        (SELECT x.person_key FROM ballast.contacts x WHERE x.tenant = c.tenant AND x.id = c.id)
    LOOP
      v_base[r.n] := -3;
    END LOOP;
  END IF;

  FOR r IN
    MERGE INTO ballast.conversations c
    USING (
      SELECT * FROM unnest(s_tenant, s_conversation, s_expected, s_count, s_customer, s_customer_read, s_agent_read, s_contact, s_inbox,
        s_channel, s_status, s_assignee, s_team, s_locale, s_handover, s_dialog, s_waiting, s_snoozed, s_opened, s_resolved,
        s_last_author, s_preview) WITH ORDINALITY
        AS x(tenant, conversation, expected, count, customer, customer_read, agent_read, contact_id, inbox_id, channel, status,
          assignee_id, team_id, locale, handover_reason, dialog, waiting_since, snoozed_until, opened_at, resolved_at, last_author,
          preview, n)
      WHERE v_base[x.n::int] = -1
    ) s ON c.tenant = s.tenant AND c.id = s.conversation
    WHEN MATCHED AND s.expected = -1 THEN UPDATE SET
      customer_read_seq = greatest(c.customer_read_seq, least(s.customer_read, c.seq)),
      agent_read_seq = greatest(c.agent_read_seq, least(s.agent_read, c.seq)),
      seq = c.seq + s.count,
      updated_at = CASE WHEN s.count = 0 THEN c.updated_at ELSE v_now END
    WHEN MATCHED AND c.version = s.expected THEN UPDATE SET
      channel = s.channel, status = s.status, assignee_id = s.assignee_id, team_id = s.team_id, locale = s.locale,
      handover_reason = s.handover_reason, dialog = s.dialog, waiting_since = s.waiting_since, snoozed_until = s.snoozed_until,
      opened_at = s.opened_at, resolved_at = s.resolved_at, last_author = s.last_author, preview = s.preview,
      contact_id = s.contact_id,
      customer_seq = CASE WHEN s.customer > 0 THEN c.seq + s.customer ELSE c.customer_seq END,
      customer_read_seq = greatest(c.customer_read_seq, least(s.customer_read, c.seq)),
      agent_read_seq = greatest(c.agent_read_seq, least(s.agent_read, c.seq)),
      seq = c.seq + s.count, version = c.version + 1, updated_at = v_now
    WHEN NOT MATCHED AND s.expected = 0 THEN
      INSERT (tenant, id, contact_id, inbox_id, channel, status, assignee_id, team_id, seq, version, locale, handover_reason, dialog,
        waiting_since, snoozed_until, opened_at, updated_at, resolved_at, last_author, preview, customer_seq)
      VALUES (s.tenant, s.conversation, s.contact_id, s.inbox_id, s.channel, s.status, s.assignee_id, s.team_id, s.count, 1, s.locale,
        s.handover_reason, s.dialog, s.waiting_since, s.snoozed_until, s.opened_at, v_now, s.resolved_at, s.last_author, s.preview,
        s.customer)
    RETURNING s.n, c.version, c.seq - s.count AS base
  LOOP
    v_base[r.n] := r.base;
    v_version[r.n] := r.version;
    n := r.n; outcome := 'committed'; version := r.version; first_seq := r.base + 1; conversation := s_conversation[r.n]; at := v_now;
    RETURN NEXT;
  END LOOP;

  INSERT INTO ballast.messages (tenant, id, conversation_id, seq, author_kind, author_id, author_name, channel, body, note, sent_at,
    in_reply_to, verdict, external_id)
  SELECT s_tenant[m.n], m.id, s_conversation[m.n], v_base[m.n] + m.k, m.author_kind, m.author_id, m.author_name, m.channel, m.body,
    m.note, v_now, m.in_reply_to, m.verdict, m.external_id
  FROM unnest(m_n, m_k, m_id, m_author_kind, m_author_id, m_author_name, m_channel, m_body, m_note, m_in_reply_to, m_verdict,
    m_external_id) AS m(n, k, id, author_kind, author_id, author_name, channel, body, note, in_reply_to, verdict, external_id)
  WHERE v_base[m.n] >= 0;

  v_txid := ballast.fact_txid();
  INSERT INTO ballast.facts (tenant, id, type, subject, at, data, txid)
  SELECT s_tenant[f.n], f.id, f.type, f.subject, v_now,
    CASE WHEN f.k IS NULL THEN f.data ELSE f.data || jsonb_build_object('seq', v_base[f.n] + f.k) END, v_txid
  FROM unnest(f_n, f_k, f_id, f_type, f_subject, f_data) AS f(n, k, id, type, subject, data)
  WHERE v_base[f.n] >= 0;

  INSERT INTO ballast.dedupe (tenant, key, change_id, conversation_id, first_seq, version, at)
  SELECT s_tenant[k.n], k.key, s_id[k.n], s_conversation[k.n], v_base[k.n] + 1, v_version[k.n], v_now
  FROM unnest(k_n, k_key) AS k(n, key)
  WHERE v_base[k.n] >= 0;

  -- Whatever was neither committed nor seen before found another version than it expected.
  FOR i IN 1..v_count LOOP
    IF v_base[i] IN (-1, -3) THEN
      n := i; outcome := 'stale'; version := 0; first_seq := 0; conversation := NULL; at := v_now;
      RETURN NEXT;
    END IF;
  END LOOP;
END $$;

-- The joins are taken as written: a planner without statistics starts from the people instead, and a first message costs 80 ms.
-- Reads many conversations with their people in one statement. p_keys [{n, tenant, conversation}].
CREATE FUNCTION ballast.load_conversations(p_tenants text, p_keys json) RETURNS TABLE (n int, conversation json, contact json)
LANGUAGE plpgsql
SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off SET join_collapse_limit = 1 SET enable_material = off SET enable_bitmapscan = off
AS $$
BEGIN
  PERFORM set_config('ballast.tenants', p_tenants, true);
  RETURN QUERY
    SELECT k.n, row_to_json(c), row_to_json(p)
    FROM json_to_recordset(p_keys) AS k(n int, tenant uuid, conversation uuid)
    JOIN ballast.conversations c ON c.tenant = k.tenant AND c.id = k.conversation
    JOIN ballast.contacts p ON p.tenant = c.tenant AND p.id = c.contact_id;
END $$;
GRANT EXECUTE ON FUNCTION ballast.load_conversations(text, json) TO app;

-- A person, and their latest conversation in one inbox, many at a time. p_keys [{n, tenant, contact, inbox}].
CREATE FUNCTION ballast.load_contacts(p_tenants text, p_keys json) RETURNS TABLE (n int, contact json, conversation json)
LANGUAGE plpgsql
SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off SET join_collapse_limit = 1 SET enable_material = off SET enable_bitmapscan = off
AS $$
BEGIN
  PERFORM set_config('ballast.tenants', p_tenants, true);
  RETURN QUERY
    SELECT k.n, row_to_json(p), row_to_json(c)
    FROM json_to_recordset(p_keys) AS k(n int, tenant uuid, contact uuid, inbox uuid)
    JOIN ballast.contacts p ON p.tenant = k.tenant AND p.id = k.contact
    LEFT JOIN LATERAL (
      SELECT * FROM ballast.conversations x
      WHERE x.tenant = k.tenant AND x.contact_id = k.contact AND x.inbox_id = k.inbox ORDER BY x.id DESC LIMIT 1
    ) c ON true;
END $$;
GRANT EXECUTE ON FUNCTION ballast.load_contacts(text, json) TO app;
