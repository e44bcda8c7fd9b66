/** What came of merges of which conflicts are open, so that theirs can be taken later, after a restart too. */
export const merges = `
CREATE TABLE merges (
  name TEXT PRIMARY KEY,
  -- JSON, without its conflicts
  report TEXT NOT NULL,
  -- JSON: of the change that it was
  label TEXT NOT NULL,
  merged_at TEXT NOT NULL
) STRICT;
CREATE TABLE merge_conflicts (
  merge TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  -- where it is on one; a report may be gone since, and its conflict stays to be read
  report_id INTEGER,
  -- JSON, as is what would take theirs
  conflict TEXT NOT NULL,
  proposal TEXT,
  taken INTEGER NOT NULL CHECK (taken IN (0, 1)),
  PRIMARY KEY (merge, n)
) STRICT, WITHOUT ROWID;
`
