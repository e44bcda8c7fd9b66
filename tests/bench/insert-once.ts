import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { searchTokens } from '../../src-main/library/folded-text.ts'
import { batchFiles } from '../../src-main/parser/run.ts'

// Only storing: the same files, read and decoded, into one table with the same index, the same
// durability and as many files a transaction as an import. `insert-once.ts FOLDER LIBRARY-FOLDER`.

const [folder, into] = process.argv.slice(2) as [string, string]
const database = new Database(join(into, 'insert.db'))
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec('CREATE TABLE texts (id INTEGER PRIMARY KEY, name TEXT NOT NULL, text TEXT NOT NULL) STRICT')
database.exec("CREATE VIRTUAL TABLE text_index USING fts5 (tokens, content = '', contentless_delete = 1, tokenize = 'ascii')")
const insertText = database.prepare('INSERT INTO texts (name, text) VALUES (?, ?)')
const insertTokens = database.prepare('INSERT INTO text_index (rowid, tokens) VALUES (?, ?)')

const start = performance.now()
const names = readdirSync(folder).sort()
const store = database.transaction((some: readonly string[]) => {
  for (const name of some) {
    const text = readFileSync(join(folder, name), 'utf8')
    const { lastInsertRowid } = insertText.run(name, text)
    insertTokens.run(lastInsertRowid, searchTokens(text))
  }
})
for (let i = 0; i < names.length; i += batchFiles) store(names.slice(i, i + batchFiles))
const seconds = (performance.now() - start) / 1000
database.close()
console.log(JSON.stringify({ reports: names.length, seconds }))
