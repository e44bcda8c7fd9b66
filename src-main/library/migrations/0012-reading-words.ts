/** A person's word on what the program reads inside a text: the kind of a statement, a target, a programme, a heading. It is anchored as a note is. */
export const readingWords = `
CREATE TABLE reading_words (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE RESTRICT,
  part TEXT NOT NULL CHECK (part IN ('kind', 'target', 'programme', 'outline')),
  -- JSON: what is read there; null: nothing of the sort
  value TEXT NOT NULL,
  source_spans TEXT NOT NULL,
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  text_sha256 TEXT NOT NULL CHECK (length(text_sha256) = 64),
  text_start INTEGER NOT NULL CHECK (text_start >= 0),
  text_end INTEGER NOT NULL CHECK (text_end > text_start),
  said_by TEXT NOT NULL,
  said_at TEXT NOT NULL
) STRICT;
CREATE INDEX reading_words_by_report ON reading_words (report_id);
`
