/**
 * A person's own sentences on what reports say of a theme, and words on themes of several codebooks; a
 * theme may be mentioned in passing. What was said before was said of the themes of civil affairs.
 */
export const summaries = `
CREATE TABLE verdicts_by_codebook (
  report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE RESTRICT,
  -- its id: a codebook that is revised keeps it
  codebook TEXT NOT NULL,
  theme TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('absent', 'in-passing', 'not-applicable')),
  PRIMARY KEY (report_id, codebook, theme)
) STRICT, WITHOUT ROWID;
INSERT INTO verdicts_by_codebook (report_id, codebook, theme, verdict) SELECT report_id, 'civil-affairs', theme, verdict FROM verdicts;
DROP TABLE verdicts;
ALTER TABLE verdicts_by_codebook RENAME TO verdicts;

-- Of one report ('report'), or of what the reports compared have in common and where they differ.
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
`
