/**
 * Several codebooks in one library. What a codebook makes of a report is kept under the hash of what
 * decides it (`decisiveParts`), for each codebook beside that of others; targets and programmes have
 * their themes there too. Until now all codings were of the one codebook whose hashes stand below; one
 * that is not known here is given its own hash, which no codebook reads by, and its reports are coded anew.
 *
 * A person's note under a theme belongs to the codebook of that theme: by its id, so that it stays with it
 * through its versions.
 */
export const codebooks = `
ALTER TABLE codebooks ADD COLUMN reading TEXT NOT NULL DEFAULT '';
UPDATE codebooks SET reading = CASE sha256
  WHEN 'cf772fec26708b23c8e07170f3e28fa2f219bffdfc7c447d4f2764f9f980468d' THEN '09b14663082d061d2938171b7b6477bb21a6d52029cf165835df3ac18c8fd1ba'
  ELSE sha256 END;
CREATE TABLE codings (
  report_id INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  reading TEXT NOT NULL,
  statements TEXT NOT NULL,
  themes TEXT NOT NULL,
  named TEXT NOT NULL,
  PRIMARY KEY (report_id, reading)
) STRICT;
INSERT INTO codings (report_id, reading, statements, themes, named)
  SELECT m.report_id, c.reading, m.statements, m.themes,
         CASE WHEN json_valid(r.details) THEN json_array(
           json((SELECT json_group_array(value ->> '$.theme') FROM json_each(r.details, '$.targets'))),
           json((SELECT json_group_array(value ->> '$.theme') FROM json_each(r.details, '$.programmes')))) ELSE '[[],[]]' END
  FROM machine_codings m JOIN codebooks c ON c.sha256 = m.codebook JOIN reports r ON r.id = m.report_id;
DROP TABLE machine_codings;
ALTER TABLE codings RENAME TO machine_codings;
CREATE INDEX codings_to_list ON machine_codings (report_id, reading, themes);
ALTER TABLE library ADD COLUMN codebook TEXT REFERENCES codebooks (sha256);
UPDATE library SET codebook = (SELECT codebook FROM sources GROUP BY codebook ORDER BY count(*) DESC, codebook LIMIT 1);
CREATE TABLE codebook_versions (
  codebook TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  sha256 TEXT NOT NULL REFERENCES codebooks (sha256),
  made_at TEXT NOT NULL,
  PRIMARY KEY (codebook, number)
) STRICT, WITHOUT ROWID;
ALTER TABLE notes ADD COLUMN codebook TEXT;
UPDATE notes SET codebook = 'civil-affairs' WHERE theme IS NOT NULL;
`
