-- The role with which the service works in PostgreSQL, beside the one that owns the tables:
--   psql -U OWNER -d tuyen -f roles.sql      after `tuyen-server verify --database '… user=OWNER'` made the tables
--
-- The owner makes the tables once, and again with a version that changes them. The role tuyen_service can
-- append entries, and neither change nor remove one, nor take the triggers away that refuse it. Give it a login
-- and a proof: peer on the same machine, else a certificate (sslcert, sslkey) or a password in PGPASSFILE.
\set ON_ERROR_STOP on
BEGIN;
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'tuyen_service') THEN
    CREATE ROLE tuyen_service LOGIN;
  END IF;
END $$;
REVOKE ALL ON SCHEMA tuyen FROM PUBLIC;
GRANT USAGE ON SCHEMA tuyen TO tuyen_service;
REVOKE ALL ON ALL TABLES IN SCHEMA tuyen FROM tuyen_service;
GRANT SELECT ON ALL TABLES IN SCHEMA tuyen TO tuyen_service;
GRANT INSERT ON tuyen.entry, tuyen.answer, tuyen.resource_version TO tuyen_service;
GRANT UPDATE ON tuyen.audit_head, tuyen.probe TO tuyen_service;
GRANT INSERT, UPDATE ON tuyen.account, tuyen.access_key TO tuyen_service;
GRANT INSERT, UPDATE, DELETE ON tuyen.session TO tuyen_service;
COMMIT;
