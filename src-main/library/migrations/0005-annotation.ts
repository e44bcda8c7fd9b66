/**
 * A note keeps the hash of the text it was made on and its place there (NULL of notes older than this),
 * whose hand it is of, a colour (with an empty body it is a highlight), tags (JSON array), and the place
 * that a person gave it when its words had changed (JSON, the same as it keeps of its first place).
 */
export const annotation = `
ALTER TABLE notes ADD COLUMN text_sha256 TEXT CHECK (length(text_sha256) = 64);
ALTER TABLE notes ADD COLUMN text_start INTEGER CHECK (text_start >= 0);
ALTER TABLE notes ADD COLUMN text_end INTEGER CHECK (text_end >= text_start);
ALTER TABLE notes ADD COLUMN author TEXT NOT NULL DEFAULT '';
ALTER TABLE notes ADD COLUMN color TEXT;
ALTER TABLE notes ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE notes ADD COLUMN approved TEXT;
`
