/** Every format: what a reader knows of lines and pages, how a file was read, and reports that are nearly the same. */
export const formats = `
-- The folders a file lay in, below what the person gave: a JSON array, outermost first.
ALTER TABLE sources ADD COLUMN folders TEXT NOT NULL DEFAULT '[]';
-- packLayout: pages, boxes, roles; NULL where the text alone gives the lines.
ALTER TABLE sources ADD COLUMN layout TEXT;
-- What a person chose for the reading (encoding, columns): JSON.
ALTER TABLE sources ADD COLUMN choices TEXT NOT NULL DEFAULT '{}';

-- Mean confidence where the text was recognised from a picture.
ALTER TABLE reports ADD COLUMN recognised REAL CHECK (recognised BETWEEN 0 AND 1);

-- textSignature (32-bit numbers, little-endian) and its bands, by which near-duplicates are found.
CREATE TABLE report_signatures (
  report_id INTEGER PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
  signature BLOB NOT NULL,
  -- 0 while the report has not been compared with those that share a band
  is_compared INTEGER NOT NULL DEFAULT 0 CHECK (is_compared IN (0, 1))
) STRICT;
CREATE INDEX reports_to_compare ON report_signatures (report_id) WHERE is_compared = 0;
CREATE TABLE signature_bands (
  band INTEGER NOT NULL,
  report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  PRIMARY KEY (band, report_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX signature_bands_by_report ON signature_bands (report_id);

-- Two reports that are nearly the same, and what a person says they are.
CREATE TABLE report_pairs (
  first INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  second INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  likeness REAL NOT NULL CHECK (likeness BETWEEN 0 AND 1),
  state TEXT NOT NULL CHECK (state IN ('offered', 'same', 'version', 'different')),
  decided_at TEXT,
  PRIMARY KEY (first, second),
  CHECK (first < second)
) STRICT;
CREATE INDEX report_pairs_by_second ON report_pairs (second);

-- The program's settings for this library: JSON values.
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
`
