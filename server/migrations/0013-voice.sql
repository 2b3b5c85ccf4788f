-- The voice of the brand: how the bot says what it says. `scope`: all, channel:<id> or inbox:<id>.
CREATE TABLE ballast.voices (
  tenant uuid NOT NULL,
  scope text NOT NULL,
  voice jsonb NOT NULL,
  version integer NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, scope)
);
ALTER TABLE ballast.voices ENABLE ROW LEVEL SECURITY;
ALTER TABLE ballast.voices FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON ballast.voices TO app
  USING ((tenant = ANY ((SELECT ballast.current_tenants())::uuid[])) IS TRUE);
GRANT SELECT, INSERT, UPDATE, DELETE ON ballast.voices TO app;
