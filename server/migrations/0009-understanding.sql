-- What a workspace teaches: own intents and switched-off ones, own examples, the versions trained from them.

-- A row of a built-in intent says only whether it is on; its titles are the code's.
CREATE TABLE ballast.intents (
  tenant uuid NOT NULL,
  id text NOT NULL,
  built_in boolean NOT NULL,
  is_on boolean NOT NULL,
  title_zh text NOT NULL DEFAULT '',
  title_en text NOT NULL DEFAULT '',
  PRIMARY KEY (tenant, id)
);

-- `body` is sealed with the tenant's key: it may hold a customer's words. `mark` is a keyed hash of the folded text:
-- one text teaches one intent. `contact` is set for a customer's words: they go when the person is erased.
CREATE TABLE ballast.intent_examples (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  intent text NOT NULL,
  body bytea NOT NULL,
  mark bytea NOT NULL,
  source text NOT NULL,
  contact uuid,
  staff_id uuid,
  added_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX intent_examples_mark ON ballast.intent_examples (tenant, mark);
CREATE INDEX intent_examples_of_intent ON ballast.intent_examples (tenant, intent);
CREATE INDEX intent_examples_of_contact ON ballast.intent_examples (tenant, contact) WHERE contact IS NOT NULL;

-- `bytes` are sealed: a model keeps its examples. `figures` are numbers and intents only.
CREATE TABLE ballast.intent_models (
  tenant uuid NOT NULL,
  version integer NOT NULL,
  status text NOT NULL CHECK (status IN ('draft', 'published', 'retired')),
  bytes bytea NOT NULL,
  figures jsonb NOT NULL,
  staff_id uuid,
  created_at timestamptz NOT NULL,
  published_at timestamptz,
  PRIMARY KEY (tenant, version)
);
CREATE UNIQUE INDEX intent_models_in_use ON ballast.intent_models (tenant) WHERE status = 'published';

-- The last training of a workspace. `beat_at`: when its process was last heard of; silence means that it died.
CREATE TABLE ballast.intent_trainings (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  state text NOT NULL,
  progress integer NOT NULL DEFAULT 0,
  version integer,
  started_at timestamptz NOT NULL,
  beat_at timestamptz NOT NULL,
  PRIMARY KEY (tenant)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['intents', 'intent_examples', 'intent_models', 'intent_trainings'] LOOP
    EXECUTE format('ALTER TABLE ballast.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE ballast.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON ballast.%I TO app
      USING ((tenant = ANY ((SELECT ballast.current_tenants())::uuid[])) IS TRUE)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ballast.%I TO app', t);
  END LOOP;
END $$;
