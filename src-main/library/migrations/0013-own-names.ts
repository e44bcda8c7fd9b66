/** Names that the researcher has given: each is one word wherever words are cut, and is looked for as a wording. */
export const ownNames = `
CREATE TABLE own_names (
  name TEXT PRIMARY KEY CHECK (length(name) BETWEEN 2 AND 40),
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`
