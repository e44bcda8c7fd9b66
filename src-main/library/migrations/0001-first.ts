/** The first schema. A migration is never edited once released: the next version is a new file. */
export const first = `
CREATE TABLE library (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  created_at TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

-- A codebook that something here was coded by, whole: a library explains itself.
CREATE TABLE codebooks (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  id TEXT NOT NULL,
  version TEXT NOT NULL,
  definition TEXT NOT NULL
) STRICT;

-- A file as it came: its bytes, and the text they were decoded to. Neither ever changes. read_by and
-- codebook say which reader and which codebook its reports are from.
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
) STRICT;

-- What the program read. province_code, iso_date, title_text and meeting are what holds, a person's
-- correction included, for sorting and filtering; the JSON columns are the machine's reading.
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
) STRICT;
CREATE INDEX reports_by_source ON reports (source_id, position);
CREATE INDEX reports_by_place_and_date ON reports (province_code, iso_date);

-- Statements with their themes, as the machine coded them: one row for a report, replaced as a whole.
CREATE TABLE machine_codings (
  report_id INTEGER PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
  codebook TEXT NOT NULL REFERENCES codebooks (sha256),
  statements TEXT NOT NULL,
  themes TEXT NOT NULL
) STRICT;

-- A person's decision on a theme. It stands on the characters of the source, which never change, so
-- reading the source again cannot move it.
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
) STRICT;
CREATE INDEX person_codings_by_report ON person_codings (report_id);

-- A person's value of a field that the machine reads: it wins over every reading, earlier or later.
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

-- Each character a token (see folded-text.ts): finds words of one and two characters, exactly.
CREATE VIRTUAL TABLE report_index USING fts5 (
  tokens, content = '', contentless_delete = 1, tokenize = 'ascii'
);
`
