-- Generated from the migrations: node tests/main/library/write-schema.ts

CREATE TABLE library (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  created_at TEXT NOT NULL,
  saved_at TEXT NOT NULL
, codebook TEXT REFERENCES codebooks (sha256)) STRICT;

CREATE TABLE codebooks (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  definition TEXT NOT NULL
, reading TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE sources (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  encoding TEXT,
  bytes BLOB NOT NULL,
  text TEXT NOT NULL,
  warnings TEXT NOT NULL,
  left_over TEXT NOT NULL,
  read_by TEXT NOT NULL,
  codebook TEXT NOT NULL REFERENCES codebooks (sha256),
  imported_at TEXT NOT NULL
, folders TEXT NOT NULL DEFAULT '[]', layout TEXT, choices TEXT NOT NULL DEFAULT '{}') STRICT;

CREATE TABLE reports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id INTEGER NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  province_code TEXT,
  iso_date TEXT,
  title_text TEXT,
  meeting TEXT,
  characters INTEGER NOT NULL CHECK (characters >= 0),
  confidence REAL NOT NULL,
  text TEXT NOT NULL,
  map TEXT NOT NULL,
  title TEXT,
  jurisdiction TEXT,
  date TEXT,
  machine_meeting TEXT,
  details TEXT NOT NULL
, recognised REAL CHECK (recognised BETWEEN 0 AND 1), binned_at TEXT, issuer TEXT) STRICT;

CREATE INDEX reports_by_source ON reports (source_id, position);

CREATE INDEX reports_by_place_and_date ON reports (province_code, iso_date);

CREATE TABLE person_codings (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE RESTRICT,
  codebook TEXT NOT NULL REFERENCES codebooks (sha256),
  theme TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('assigned', 'rejected')),
  source_spans TEXT NOT NULL,
  quote TEXT NOT NULL,
  coder TEXT NOT NULL,
  coded_at TEXT NOT NULL
, round_id INTEGER REFERENCES coding_rounds (id) DEFERRABLE INITIALLY DEFERRED) STRICT;

CREATE INDEX person_codings_by_report ON person_codings (report_id);

CREATE TABLE corrections (
  report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE RESTRICT,
  field TEXT NOT NULL CHECK (field IN (
    'title', 'jurisdiction', 'date', 'meeting', 'place', 'officials', 'reporter', 'attribution',
    'documentNumber', 'issuer')),
  value TEXT NOT NULL,
  corrected_by TEXT NOT NULL,
  corrected_at TEXT NOT NULL,
  PRIMARY KEY (report_id, field)
) STRICT;

CREATE VIRTUAL TABLE report_index USING fts5 (
  tokens, content = '', contentless_delete = 1, tokenize = 'ascii'
);

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

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

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
, text_sha256 TEXT CHECK (length(text_sha256) = 64), text_start INTEGER CHECK (text_start >= 0), text_end INTEGER CHECK (text_end >= text_start), author TEXT NOT NULL DEFAULT '', color TEXT, tags TEXT NOT NULL DEFAULT '[]', approved TEXT, codebook TEXT) STRICT;

CREATE INDEX notes_by_report ON notes (report_id);

CREATE TABLE changes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  label TEXT NOT NULL,
  assignments TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
  made_at TEXT NOT NULL
) STRICT;

CREATE INDEX changes_by_state ON changes (state, id);

CREATE INDEX sources_to_list ON sources (id, file_name, folders, media_type, imported_at);

CREATE TABLE bin (
  report_id INTEGER PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
  binned_at TEXT NOT NULL
) STRICT;

CREATE INDEX reports_to_list ON reports
  (province_code, iso_date, id, source_id, title_text, meeting, issuer, characters, confidence, recognised, jurisdiction, date);

CREATE TABLE "verdicts" (
  report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE RESTRICT,
  -- its id: a codebook that is revised keeps it
  codebook TEXT NOT NULL,
  theme TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('absent', 'in-passing', 'not-applicable')),
  PRIMARY KEY (report_id, codebook, theme)
) STRICT, WITHOUT ROWID;

CREATE TABLE summaries (
  codebook TEXT NOT NULL,
  theme TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('report', 'common', 'difference')),
  -- JSON list of their ids, ascending
  reports TEXT NOT NULL,
  -- of part 'report' the one
  report_id INTEGER REFERENCES reports (id) ON DELETE RESTRICT,
  body TEXT NOT NULL,
  -- the program put it together from the coded text, and nobody has touched it
  is_filled INTEGER NOT NULL CHECK (is_filled IN (0, 1)),
  -- JSON: the passages it was written from, as they were read then
  links TEXT NOT NULL,
  author TEXT NOT NULL,
  written_at TEXT NOT NULL,
  edited_at TEXT NOT NULL,
  PRIMARY KEY (codebook, theme, part, reports),
  CHECK ((part = 'report') = (report_id IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX summaries_by_report ON summaries (report_id);

CREATE TABLE restore_points (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- a person's; '' where the program made it
  name TEXT NOT NULL,
  -- the kind of change that it was made before; NULL where a person made it
  before TEXT,
  -- the newest change of then, 0 where there was none
  change INTEGER NOT NULL CHECK (change >= 0),
  -- JSON: the changes up to it that were undone or dropped then
  not_done TEXT NOT NULL,
  made_at TEXT NOT NULL,
  CHECK ((name = '') = (before IS NOT NULL))
) STRICT;

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

CREATE TABLE links (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  from_note INTEGER NOT NULL REFERENCES notes (id) ON DELETE RESTRICT,
  to_note INTEGER NOT NULL REFERENCES notes (id) ON DELETE RESTRICT,
  -- '' where nobody gave a name
  author TEXT NOT NULL,
  linked_at TEXT NOT NULL,
  CHECK (from_note <> to_note)
) STRICT;

CREATE INDEX links_by_from ON links (from_note);

CREATE INDEX links_by_to ON links (to_note);

CREATE TABLE "machine_codings" (
  report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  reading TEXT NOT NULL,
  statements TEXT NOT NULL,
  themes TEXT NOT NULL,
  named TEXT NOT NULL,
  PRIMARY KEY (report_id, reading)
) STRICT;

CREATE INDEX codings_to_list ON machine_codings (report_id, reading, themes);

CREATE TABLE codebook_versions (
  codebook TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  sha256 TEXT NOT NULL REFERENCES codebooks (sha256),
  made_at TEXT NOT NULL,
  PRIMARY KEY (codebook, number)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE own_names (
  name TEXT PRIMARY KEY CHECK (length(name) BETWEEN 2 AND 40),
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

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
