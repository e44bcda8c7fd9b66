/** The list of ten thousand reports at once: indexes that hold all it shows, so that no text is walked past. */
export const list = `
CREATE INDEX reports_to_list ON reports
  (binned_at, province_code, iso_date, id, source_id, title_text, meeting, issuer, characters, confidence, recognised, jurisdiction, date);
CREATE INDEX codings_to_list ON machine_codings (report_id, themes);
CREATE INDEX sources_to_list ON sources (id, file_name, folders, media_type, imported_at);
`
