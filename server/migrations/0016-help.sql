-- Answers that show: steps, and pictures and videos of the shop's own. Help of a product by QR code.

ALTER TABLE ballast.knowledge_entries ADD COLUMN steps jsonb NOT NULL DEFAULT '[]';
ALTER TABLE ballast.knowledge_versions ADD COLUMN steps jsonb NOT NULL DEFAULT '[]';
CREATE INDEX knowledge_entries_of_products ON ballast.knowledge_entries USING gin ((audience -> 'products'));

-- Pictures and videos of entries: the shop's, nobody's person. The content lies beside the files of messages.
CREATE TABLE ballast.media (
  tenant uuid NOT NULL,
  id uuid NOT NULL,
  staff_id uuid,
  kind text NOT NULL CHECK (kind IN ('image', 'video')),
  mime text NOT NULL,
  name text NOT NULL,
  bytes int NOT NULL,
  width int,
  height int,
  sha256 bytea NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX media_by_id ON ballast.media (id);

-- What a QR code says. `title` and `image`: as the shop had them, for when it no longer has the product.
CREATE TABLE ballast.help_codes (
  tenant uuid NOT NULL,
  code text NOT NULL,
  inbox_id uuid NOT NULL,
  product_id text NOT NULL,
  title jsonb NOT NULL,
  image text,
  is_on boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, code)
);
CREATE UNIQUE INDEX help_codes_by_code ON ballast.help_codes (code);
CREATE UNIQUE INDEX help_codes_of_product ON ballast.help_codes (tenant, inbox_id, product_id);

CREATE TABLE ballast.help_usage (
  tenant uuid NOT NULL,
  code text NOT NULL,
  day date NOT NULL,
  scans int NOT NULL DEFAULT 0,
  questions int NOT NULL DEFAULT 0,
  unknown int NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant, code, day)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['media', 'help_codes', 'help_usage'] LOOP
    EXECUTE format('ALTER TABLE ballast.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE ballast.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own ON ballast.%I TO app USING (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]))
      WITH CHECK (tenant = ANY ((SELECT ballast.current_tenants())::uuid[]))', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ballast.%I TO app', t);
  END LOOP;
END $$;

-- Whose it is, for those who come with nothing but an address.
CREATE FUNCTION ballast.tenant_of_help_code(code text) RETURNS TABLE (tenant uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ballast, pg_temp
  AS 'SELECT h.tenant, h.inbox_id FROM ballast.help_codes h WHERE h.code = tenant_of_help_code.code';
CREATE FUNCTION ballast.tenant_of_media(medium uuid) RETURNS TABLE (tenant uuid, id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ballast, pg_temp
  AS 'SELECT m.tenant, m.id FROM ballast.media m WHERE m.id = tenant_of_media.medium';
REVOKE ALL ON FUNCTION ballast.tenant_of_help_code(text), ballast.tenant_of_media(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ballast.tenant_of_help_code(text), ballast.tenant_of_media(uuid) TO app;
