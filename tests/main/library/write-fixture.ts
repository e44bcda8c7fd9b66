import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { libraryVersion } from '../../../src-main/library/migrations/versions.ts'
import { createLibrary } from '../../../src-main/library/open.ts'
import { sql } from '../../../src-main/library/sql.ts'
import { useCodebook } from '../../../src-main/library/codebooks.ts'
import { codebookHash, now, storedCodebook, storeReports } from './stored.ts'

// Writes the stored library of the present version, once, when a version is released; it is never
// written again: `node tests/main/library/write-fixture.ts`

const folder = join(import.meta.dirname, 'fixtures')
const text = '会议要求，健全养老服务体系。发展慈善事业。'
const path = join(folder, `version-${libraryVersion}.duizhao`)
mkdirSync(folder, { recursive: true })
const library = createLibrary({ path, now })
library.write((writable) => {
  useCodebook(writable, storedCodebook)
  storeReports(writable, [text], {
    title: { text: '云岭省召开民政工作会议', spans: [] },
    jurisdiction: { code: '530000', name: '云岭省', level: 'province', province: { code: '530000', name: '云岭省' }, basis: 'title' },
    date: { iso: '2026-03-01', precision: 'day', asWritten: '2026年3月1日', yearBasis: 'text' }
  })
  storeReports(writable, ['推进社区治理。'])
  writable.run(
    sql`INSERT INTO person_codings (report_id, codebook, theme, decision, source_spans, quote, coder, coded_at)
        VALUES (1, ${codebookHash}, 'charity', 'assigned', '[{"start":14,"end":21}]', '发展慈善事业。', '甲', ${now})`
  )
  writable.run(
    sql`INSERT INTO corrections (report_id, field, value, corrected_by, corrected_at) VALUES (1, 'place', '"云岭"', '甲', ${now})`
  )
  writable.run(
    sql`INSERT INTO notes (report_id, theme, codebook, source_spans, exact, prefix, suffix, body, written_at, edited_at, text_sha256, text_start, text_end, author, color, tags)
        VALUES (1, 'charity', 'test', '[{"start":14,"end":21}]', '发展慈善事业。', '会议要求，健全养老服务体系。', '', '只有一句', ${now}, ${now},
                ${createHash('sha256').update(text).digest('hex')}, 14, 21, '甲', 'yellow', '["待查"]')`
  )
  writable.run(
    sql`INSERT INTO notes (report_id, theme, source_spans, exact, prefix, suffix, body, written_at, edited_at) VALUES (2, NULL, '[]', '社区治理', '推进', '。', '', ${now}, ${now})`
  )
  writable.run(sql`INSERT INTO links (from_note, to_note, author, linked_at) VALUES (1, 2, '甲', ${now})`)
  writable.run(sql`INSERT INTO verdicts (report_id, codebook, theme, verdict) VALUES (2, 'civil-affairs', 'charity', 'absent')`)
  writable.run(
    sql`INSERT INTO summaries (codebook, theme, part, reports, report_id, body, is_filled, links, author, written_at, edited_at)
        VALUES ('civil-affairs', 'charity', 'report', '[1]', 1, '只提一句慈善事业', 0, '[]', '甲', ${now}, ${now})`
  )
  writable.run(sql`INSERT INTO restore_points (name, before, change, not_done, made_at) VALUES ('初稿', NULL, 0, '[]', ${now})`)
  writable.run(
    sql`INSERT INTO coding_rounds (name, start, coders, codebook, opened_at, closed_at) VALUES ('试编码', 'draft', '["甲","乙"]', ${codebookHash}, ${now}, ${now})`
  )
  writable.run(sql`INSERT INTO round_reports (round_id, position, report_id) VALUES (1, 0, 2)`)
  writable.run(sql`INSERT INTO round_done (round_id, report_id, coder, done_at) VALUES (1, 2, '甲', ${now})`)
  writable.run(sql`INSERT INTO merges (name, report, label, merged_at) VALUES ('m', '{}', '{}', ${now})`)
  writable.run(sql`INSERT INTO merge_conflicts (merge, n, report_id, conflict, proposal, taken) VALUES ('m', 0, 2, '{}', NULL, 0)`)
})
library.close()
// as one file: no log beside it
const database = new Database(path)
database.pragma('journal_mode = DELETE')
database.exec('VACUUM')
database.close()
for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true })
