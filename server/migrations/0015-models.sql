-- The language model a shop may set up. `sealed_key`: of the endpoint, sealed with the tenant's key.
CREATE TABLE ballast.model_uses (
  tenant uuid NOT NULL,
  use text NOT NULL,
  base_url text NOT NULL,
  model text NOT NULL,
  sealed_key bytea,
  is_on boolean NOT NULL,
  temperature real NOT NULL,
  max_tokens integer NOT NULL,
  budget jsonb NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, use)
);

-- The switch that stops every use at once.
CREATE TABLE ballast.model_stops (
  tenant uuid PRIMARY KEY,
  stopped boolean NOT NULL,
  at timestamptz NOT NULL
);

-- What was spent, a row a use and day (UTC). A call is charged what it may cost at most before it is made, and what it did
-- cost afterwards: a process that dies in between leaves too much on the bill, never too little. Money: minor units / 10^6.
CREATE TABLE ballast.model_spending (
  tenant uuid NOT NULL,
  use text NOT NULL,
  day date NOT NULL,
  calls bigint NOT NULL DEFAULT 0,
  tokens bigint NOT NULL DEFAULT 0,
  micros bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant, use, day)
);

-- How the last calls ended: numbers and codes, never words.
CREATE TABLE ballast.model_calls (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  use text NOT NULL,
  at timestamptz NOT NULL,
  outcome text NOT NULL,
  first_ms integer,
  ms integer NOT NULL,
  tokens_in integer NOT NULL,
  tokens_out integer NOT NULL,
  cut integer NOT NULL,
  conversation uuid,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX model_calls_by_time ON ballast.model_calls (tenant, at DESC);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['model_uses', 'model_stops', 'model_spending', 'model_calls'] LOOP
    EXECUTE format('ALTER TABLE ballast.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE ballast.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON ballast.%I TO app USING (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]))
      WITH CHECK (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ballast.%I TO app', t);
  END LOOP;
END $$;
