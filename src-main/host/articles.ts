import { normalised, type Arrangement, type KeptArrangement } from '#core/arrangement/arrangement.ts'
import type { Handlers, Output } from '#core/contract/calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { idsFor, workWithout } from '../library/reparse.ts'
import { readChoices, readSource, reportsOfSource, type StoredSource } from '../library/sources.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import type { Divided } from '../parser/messages.ts'
import { labelOf } from './edits.ts'
import { idOf } from './ids.ts'
import { noSource } from './reading.ts'
import type { SourcesGround } from './sources.ts'

/** How a file divides into its reports, by a person's hand. */
export function articlesHandlers(ground: SourcesGround): Pick<Handlers, 'articles.read' | 'articles.preview' | 'articles.arrange'> {
  const { read, journal, reading, current } = ground
  return {
    'articles.read': async ({ source }) => {
      const stored = pageOf(read, source)
      const kept = readChoices(read, stored.id)?.articles ?? null
      const { units, arrangement, machine } = await divided(ground, stored, kept)
      const isByHand = kept?.characters === stored.source.text.length
      return { source, fileName: stored.source.fileName, units, arrangement, machine, isByHand }
    },
    'articles.preview': async ({ source, arrangement }) => {
      const stored = pageOf(read, source)
      return preview(read, stored.id, await divided(ground, stored, keptFor(stored, arrangement)))
    },
    'articles.arrange': async ({ source, arrangement }) => {
      const stored = pageOf(read, source)
      await current
      const { articles: _, ...others } = readChoices(read, stored.id) ?? {}
      const kept = keptFor(stored, arrangement)
      const value = await reading.valueFor(stored.id, kept === null ? others : { ...others, articles: kept })
      await journal.change(labelOf('articles', 1, stored.source.fileName), [{ subject: 'reading', key: String(stored.id), value }])
      return { reports: reportsOfSource(read, stored.id).map(String) }
    }
  }
}

/** @throws Refusal not-found; bad-request for a sheet, whose rows are its reports */
function pageOf(read: ReadableLibrary, id: string): StoredSource {
  const stored = readSource(read, idOf(id))
  if (stored === null) throw noSource(id)
  if (stored.source.records !== undefined) throw rowsAreReports(stored.source.fileName)
  return stored
}

/** In its one form. @throws Refusal where nothing of it is in the text */
function keptFor({ source: { text, fileName } }: StoredSource, arrangement: Arrangement | null): KeptArrangement | null {
  if (arrangement === null) return null
  const { articles } = normalised(arrangement, text)
  if (articles.length === 0) throw noArticle(fileName)
  return { articles, characters: text.length }
}

async function divided({ desk }: SourcesGround, { source, layout }: StoredSource, arrangement: KeptArrangement | null): Promise<Divided> {
  const { fileName, text, folders = [] } = source
  const result = await desk.ask({ kind: 'divide', name: fileName, text, layout, folders, arrangement })
  if (result.kind !== 'divided') throw new Error(`A division was answered by ${result.kind}`)
  return result.divided
}

function preview(read: ReadableLibrary, source: number, { reports, leftOver }: Divided): Output<'articles.preview'> {
  const ids = idsFor(read, source, { maps: reports.map(({ map }) => map), by: 'same-characters' })
  return {
    reports: reports.map(({ map: _, ...report }, n) => ({ ...report, keeps: ids[n]?.toString() ?? null })),
    leftOver,
    lost: workWithout(read, source, ids).map(({ id, title }) => ({ report: String(id), title }))
  }
}

const rowsAreReports = (place: string): Refusal =>
  new Refusal({
    kind: 'bad-request',
    message: { zh: '表格的每一行就是一份报告，不能另外划分。', en: 'Each row of a sheet is a report; it cannot be divided otherwise.' },
    place
  })

const noArticle = (place: string): Refusal =>
  new Refusal({ kind: 'bad-request', message: { zh: '至少要有一篇文章。', en: 'There must be one article at least.' }, place })
