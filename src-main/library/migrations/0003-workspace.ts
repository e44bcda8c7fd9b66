/** What a person does in the window: bin, notes, words on absent themes, and the journal that undoes all of it. */
export const workspace = `
-- When a person put the report into the bin; NULL for a report of the library.
ALTER TABLE reports ADD COLUMN binned_at TEXT;
-- 发文机关, a correction included, for sorting and filtering.
ALTER TABLE reports ADD COLUMN issuer TEXT;
UPDATE reports SET issuer = json_extract(details, '$.issuer') WHERE json_valid(details);
UPDATE reports SET issuer = (SELECT json_extract(value, '$') FROM corrections WHERE report_id = reports.id AND field = 'issuer')
  WHERE EXISTS (SELECT 1 FROM corrections WHERE report_id = reports.id AND field = 'issuer' AND json_valid(value));
CREATE INDEX reports_in_bin ON reports (binned_at) WHERE binned_at IS NOT NULL;

-- What a person says of a theme that the program found nothing of in a report.
CREATE TABLE verdicts (
  report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE RESTRICT,
  theme TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('absent', 'not-applicable')),
  PRIMARY KEY (report_id, theme)
) STRICT, WITHOUT ROWID;

-- A note stands on characters of the source, which never change; the words around them find it again
-- should the source be decoded anew.
CREATE TABLE notes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE RESTRICT,
  theme TEXT,
  source_spans TEXT NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  body TEXT NOT NULL,
  written_at TEXT NOT NULL,
  edited_at TEXT NOT NULL
) STRICT;
CREATE INDEX notes_by_report ON notes (report_id);

-- Every change that can be undone: for each thing it set, what it was before and after. 'dropped' were
-- undone and then left behind by another change.
CREATE TABLE changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL,
  assignments TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX changes_by_state ON changes (state, id);
`
