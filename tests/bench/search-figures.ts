import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { searchHandlers } from '../../src-main/host/search.ts'
import { browserShell } from '../../src-main/host/shell.ts'
import { openLibrary } from '../../src-main/library/open.ts'
import { elapsed, median, type Figure } from './figures.ts'

/** What people type: a rare phrase, words that every report has, one character, nothing, letters of an unfinished pinyin. */
const queries = ['残疾人两项补贴', '养老服务', '服务', '老', '没有这样的话', "fu'wu"]
const rounds = 5
const restMs = 25

/** Milliseconds, and how many places there are. */
interface Row {
  readonly query: string
  readonly page: number
  readonly counts: number
  readonly like: number
  readonly grep: number
  readonly total: number
}

type Search = ReturnType<typeof searchHandlers>

/**
 * Search as one types, over a library file of many reports (it is copied, not touched): first page of the
 * concordance with its exact total, exact counts, longest pause of the host; beside it, in the same round,
 * SQLite's LIKE over the same texts and grep over the same texts as files.
 *
 * @param library path of a library; `reports` is how many it has, for the words of the figures
 */
export async function searchFigures(library: string, reports: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-search-'))
  try {
    const copy = join(folder, 'searched.duizhao')
    copyFileSync(library, copy)
    return await measured(copy, { folder, reports })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measured(path: string, { folder, reports }: { folder: string; reports: number }): Promise<Figure[]> {
  const opened = openLibrary({ path, now: new Date().toISOString() })
  const peers = new Peers(path, folder)
  try {
    const search = searchHandlers({ library: opened, shell: browserShell, now: () => new Date() })
    const pause = new LongestPause()
    const ready = await elapsed(() => search['search.prepare']({}))
    const preparing = pause.take()
    const rows: Row[] = []
    for (let round = 0; round < rounds; round++) for (const query of queries) rows.push({ query, ...(await oneRound(search, peers, query)) })
    const at = (query: string, of: (row: Row) => number): number => median(rows.filter((row) => row.query === query).map(of))
    const longest = pause.take()
    pause.end()
    return [
      ...queries.map((query): Figure => {
        const ms = at(query, (row) => row.page)
        return {
          what: `search ${query}: first page and exact total of ${reports} reports`,
          measured: `${ms.toFixed(1)} ms`,
          goal: '< 50 ms',
          isMet: ms < 50,
          note: `${at(query, (row) => row.total)} places; counts ${at(query, (row) => row.counts).toFixed(1)} ms; LIKE ${at(query, (row) => row.like).toFixed(0)} ms (reports only), grep ${at(query, (row) => row.grep).toFixed(0)} ms (lines only)`
        }
      }),
      {
        what: 'search against SQLite LIKE, the slowest of these words',
        measured: `${Math.min(...queries.map((query) => at(query, (row) => row.like / row.page))).toFixed(1)} × as fast`,
        goal: '≥ 2 ×',
        isMet: queries.every((query) => at(query, (row) => row.like / row.page) >= 2)
      },
      { what: 'longest pause of the host while it searches', measured: `${longest.toFixed(0)} ms`, goal: '< 50 ms', isMet: longest < 50, note: 'peers run while nothing is measured' },
      { what: 'texts taken into memory, once', measured: `${ready.toFixed(0)} ms`, goal: '< 3000 ms', isMet: ready < 3000, note: `longest pause ${preparing.toFixed(0)} ms; begun when the search field gets the focus` }
    ]
  } finally {
    peers.close()
    opened.close()
  }

  async function oneRound(search: Search, peer: Peers, query: string): Promise<Omit<Row, 'query'>> {
    const asked = { query, part: 'text' as const, provinces: [], years: [], themes: [], kinds: [] }
    const lines = { ...asked, order: 'document' as const, width: 30, offset: 0, limit: 100 }
    // a word nobody looks for, so that the last one is not still known
    for (let other = 0; other < 7; other++) await search['search.lines']({ ...lines, query: `${other}无${other}` })
    let total = 0
    const page = await elapsed(async () => {
      total = (await search['search.lines'](lines)).total
    })
    const counts = await elapsed(() => search['search.counts'](asked))
    return { page, counts, total, ...(await peer.ask(query)) }
  }
}

/** How others find a word in the same texts. */
class Peers {
  readonly #database: Database.Database
  readonly #files: string

  constructor(path: string, folder: string) {
    this.#database = new Database(path, { readonly: true })
    this.#files = join(folder, 'texts')
    mkdirSync(this.#files)
    for (const { id, text } of this.#database.prepare<[], { id: number; text: string }>('SELECT id, text FROM reports').iterate()) {
      writeFileSync(join(this.#files, `${id}.txt`), text)
    }
  }

  async ask(query: string): Promise<{ like: number; grep: number }> {
    const like = await blocking(() => this.#database.prepare('SELECT count(*) FROM reports WHERE text LIKE ?').get(`%${query}%`))
    const grep = await blocking(() => spawnSync('grep', ['-rcF', query, this.#files], { maxBuffer: 1 << 28, env: { ...process.env, LC_ALL: 'C' } }))
    return { like, grep }
  }

  close(): void {
    this.#database.close()
  }
}

/** Of the event loop, but for the peers, which block it. */
class LongestPause {
  #longest = 0
  #last = performance.now()
  readonly #timer = setInterval(() => {
    const now = performance.now()
    if (!isPeerRunning) this.#longest = Math.max(this.#longest, now - this.#last - restMs)
    isPeerRunning = false
    this.#last = now
  }, restMs)

  /** Since it was asked last. */
  take(): number {
    const longest = this.#longest
    this.#longest = 0
    return longest
  }

  end(): void {
    clearInterval(this.#timer)
  }
}

let isPeerRunning = false

function blocking(work: () => unknown): Promise<number> {
  isPeerRunning = true
  return elapsed(work)
}
