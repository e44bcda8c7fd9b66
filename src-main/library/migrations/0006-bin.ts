/**
 * The bin as a table of its own. A row of `reports` has whole texts in it, and is written anew with all
 * its pages when a column of it changes: ten thousand reports thrown away at once were a hundred
 * megabytes. The column stays, empty: taking it out would write every text of the library anew.
 */
export const bin = `
CREATE TABLE bin (
  report_id INTEGER PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
  binned_at TEXT NOT NULL
) STRICT;
INSERT INTO bin (report_id, binned_at) SELECT id, binned_at FROM reports WHERE binned_at IS NOT NULL;
UPDATE reports SET binned_at = NULL WHERE binned_at IS NOT NULL;
DROP INDEX reports_in_bin;
DROP INDEX reports_to_list;
CREATE INDEX reports_to_list ON reports
  (province_code, iso_date, id, source_id, title_text, meeting, issuer, characters, confidence, recognised, jurisdiction, date);
`
