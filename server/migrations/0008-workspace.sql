-- Whether a workspace has been set up: new ones begin with the first steps, those that work already do not.
ALTER TABLE ballast.tenants ADD COLUMN set_up boolean NOT NULL DEFAULT true;
ALTER TABLE ballast.tenants ALTER COLUMN set_up SET DEFAULT false;
