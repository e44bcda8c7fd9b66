/** Links that a person draws between two passages. Each end is a note: it keeps its place as notes do. */
export const links = `
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
`
