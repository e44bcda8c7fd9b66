/**
 * Coding rounds: several persons code the same reports, each apart from the others. A coding that was made in a round
 * is of that round: what a coder said in an earlier one stays as it was said.
 */
export const coders = `
CREATE TABLE coding_rounds (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  start TEXT NOT NULL CHECK (start IN ('draft', 'blank')),
  coders TEXT NOT NULL,
  codebook TEXT NOT NULL REFERENCES codebooks (sha256),
  opened_at TEXT NOT NULL,
  closed_at TEXT
) STRICT;
CREATE TABLE round_reports (
  round_id INTEGER NOT NULL REFERENCES coding_rounds (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE RESTRICT,
  PRIMARY KEY (round_id, report_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX round_reports_by_report ON round_reports (report_id);
CREATE TABLE round_done (
  round_id INTEGER NOT NULL REFERENCES coding_rounds (id) DEFERRABLE INITIALLY DEFERRED,
  report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE RESTRICT,
  coder TEXT NOT NULL,
  done_at TEXT NOT NULL,
  PRIMARY KEY (round_id, report_id, coder)
) STRICT, WITHOUT ROWID;
CREATE INDEX round_done_by_report ON round_done (report_id);
ALTER TABLE person_codings ADD COLUMN round_id INTEGER REFERENCES coding_rounds (id) DEFERRABLE INITIALLY DEFERRED;
`
