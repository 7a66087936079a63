-- What QGIS may see of a board in PostgreSQL, as points: psql -v facilities=facilities.csv -f qgis.sql
--
-- Optional. Needs PostGIS (Debian: postgresql-15-postgis-3). The places of facilities come from the
-- directory, which is not in the database: write them first with
--   tuyen export --format csv …    (columns id, name, lat, lon)
-- and run this again after the directory changes. A role of its own reads this schema and nothing else.
\set ON_ERROR_STOP on
BEGIN;
CREATE EXTENSION IF NOT EXISTS postgis;
CREATE SCHEMA IF NOT EXISTS tuyen_map;

CREATE TABLE IF NOT EXISTS tuyen_map.facility (
  number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  id text PRIMARY KEY,
  name text NOT NULL,
  lat double precision NOT NULL,
  lon double precision NOT NULL
);

-- The newest report of each facility that speaks of traffic and has not expired: unknown is no row.
-- An entry that an undo names does not count. QGIS needs a whole number as key, and a typed geometry.
CREATE OR REPLACE VIEW tuyen_map.status AS
WITH report AS (
  SELECT e.number, e.received, convert_from(e.payload, 'UTF8')::jsonb AS said
  FROM tuyen.entry AS e
  WHERE e.kind IN ('status.report', 'status.diversion')
    AND NOT EXISTS (
      SELECT 1 FROM tuyen.entry AS u
      WHERE u.kind = 'undo' AND u.subject = e.subject
        AND (convert_from(u.payload, 'UTF8')::jsonb ->> 'entry')::bigint = e.number)
), newest AS (
  SELECT DISTINCT ON (said ->> 'facility')
    said ->> 'facility' AS facility, said ->> 'traffic' AS traffic,
    coalesce(said ->> 'diversion', CASE said ->> 'traffic' WHEN 'closed' THEN 'hard' ELSE 'soft' END)
      AS diversion,
    coalesce((said ->> 'reported')::timestamptz, to_timestamp(received)) AS reported,
    (said ->> 'expires')::timestamptz AS expires, number AS entry
  FROM report WHERE said ? 'traffic'
  ORDER BY said ->> 'facility', coalesce((said ->> 'reported')::timestamptz, to_timestamp(received)) DESC,
    number DESC
)
SELECT f.number, f.id, f.name, n.traffic, n.diversion, n.reported, n.expires, n.entry,
  st_setsrid(st_makepoint(f.lon, f.lat), 4326)::geometry(Point, 4326) AS point
FROM tuyen_map.facility AS f
LEFT JOIN newest AS n ON n.facility = f.id AND n.expires > now();

DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'tuyen_map') THEN
    CREATE ROLE tuyen_map NOLOGIN;
  END IF;
END $$;
REVOKE ALL ON SCHEMA tuyen FROM PUBLIC;
GRANT USAGE ON SCHEMA tuyen_map TO tuyen_map;
GRANT SELECT ON tuyen_map.status TO tuyen_map;
COMMIT;
