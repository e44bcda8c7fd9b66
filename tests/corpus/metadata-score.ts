import { readFileSync } from 'node:fs'
import { buildGazetteer } from '#core/places/gazetteer.ts'
import { readMetadata, type Metadata } from '#core/report/metadata.ts'
import type { Official } from '#core/report/report.ts'
import { divideSource } from '#core/source/divide.ts'
import { sourceFromText } from '#core/source/source.ts'
import { divisions } from '../../src-main/host/divisions.ts'

/** How well province, date and officials are read, over the labelled texts of a data folder. */
export interface MetadataScore {
  readonly texts: number
  /** Share of texts whose province (none, for national and round-ups) is right. */
  readonly province: number
  /** Share of texts whose day or month is right and whose year, where one is given, is right too. */
  readonly date: number
  /** F1 over pairs of name and title; a title that contains the other counts half. */
  readonly officials: number
  readonly misses: readonly string[]
}

interface Label {
  readonly file: string
  readonly province: string | null
  readonly year: number
  readonly dateAsWritten: string | null
  readonly officials: readonly Pick<Official, 'name' | 'title'>[]
}

interface RawRecord {
  readonly file: string
  readonly province: string
  readonly level: string
  readonly year: number
  readonly date_as_written?: string | null
  readonly delivered_as_written?: string
  readonly officials?: readonly { readonly name: string; readonly title: string | null }[]
  readonly speaker?: string
  readonly speaker_title?: string
}

/** @param data the folder that holds `meetings/labels.json` and `long/index.json`. */
export function scoreMetadata(data: URL): MetadataScore {
  const gazetteer = buildGazetteer(divisions)
  const tally = { texts: 0, province: 0, date: 0, found: 0, wanted: 0, hits: 0 }
  const misses: string[] = []
  for (const [folder, list] of [['meetings/', 'labels.json'], ['long/', 'index.json']] as const) {
    const { records } = JSON.parse(readFileSync(new URL(folder + list, data), 'utf8')) as { records: readonly RawRecord[] }
    for (const record of records) {
      const label = toLabel(record)
      const read = readFirst(new URL(folder + record.file, data), gazetteer)
      const miss = judge(label, read, tally)
      if (miss.length > 0) misses.push(`${record.file}: ${miss.join('; ')}`)
    }
  }
  const precision = tally.hits / Math.max(1, tally.found)
  const recall = tally.hits / Math.max(1, tally.wanted)
  return {
    texts: tally.texts,
    province: tally.province / tally.texts,
    date: tally.date / tally.texts,
    officials: (2 * precision * recall) / Math.max(1e-9, precision + recall),
    misses
  }
}

function toLabel(record: RawRecord): Label {
  const hasProvince = record.level !== 'national' && record.level !== 'multi'
  const speaker = record.speaker === undefined ? [] : [{ name: record.speaker, title: record.speaker_title ?? null }]
  return {
    file: record.file,
    province: hasProvince ? record.province : null,
    year: record.year,
    dateAsWritten: record.date_as_written ?? record.delivered_as_written ?? null,
    officials: record.officials ?? speaker
  }
}

function readFirst(file: URL, gazetteer: ReturnType<typeof buildGazetteer>): Metadata | null {
  const name = decodeURIComponent(file.pathname.split('/').at(-1)!)
  const text = new TextDecoder(name.includes('gbk') ? 'gb18030' : 'utf-8').decode(readFileSync(file))
  const { articles } = divideSource(sourceFromText(text, name), gazetteer)
  return readMetadata(articles, name, gazetteer)[0] ?? null
}

type Tally = { texts: number; province: number; date: number; found: number; wanted: number; hits: number }

function judge(label: Label, read: Metadata | null, tally: Tally): string[] {
  const misses: string[] = []
  tally.texts++
  const province = read?.jurisdiction?.province?.name ?? null
  if (province === label.province) tally.province++
  else misses.push(`province ${province ?? 'none'}, not ${label.province ?? 'none'}`)
  if (isRightDate(label, read)) tally.date++
  else misses.push(`date ${read?.date?.asWritten ?? 'none'} (${read?.date?.iso ?? 'no year'}), not ${label.dateAsWritten ?? 'none'} of ${label.year}`)
  const officials = read?.officials ?? []
  tally.found += officials.length
  tally.wanted += label.officials.length
  const hits = label.officials.reduce((sum, wanted) => sum + agreement(wanted, officials), 0)
  tally.hits += hits
  if (hits < Math.max(label.officials.length, officials.length)) {
    misses.push(`officials ${describe(officials)}, not ${describe(label.officials)}`)
  }
  return misses
}

/** Same digits of month and day; the year may be unknown, but not wrong. Years alone count for undated texts. */
function isRightDate(label: Label, read: Metadata | null): boolean {
  const date = read?.date ?? null
  const iso = date?.iso ?? null
  if (iso !== null && !iso.startsWith(String(label.year))) return false
  if (label.dateAsWritten === null) return date === null || date.precision === 'year' || iso !== null
  return date !== null && bare(date.asWritten) === bare(label.dateAsWritten)
}

const bare = (written: string): string => written.replace(/(?:上午|下午|晚上?)$/, '')

function agreement(wanted: Pick<Official, 'name' | 'title'>, officials: readonly Official[]): number {
  const read = officials.find((official) => official.name === wanted.name)
  if (read === undefined) return 0
  const [a, b] = [wanted.title ?? '', read.title ?? '']
  if (a === b || a.startsWith(`${b} (`)) return 1
  return a.includes(b) || b.includes(a) ? 0.5 : 0
}

const describe = (officials: readonly Pick<Official, 'name' | 'title'>[]): string =>
  officials.map(({ name, title }) => `${name}/${title ?? ''}`).join(' ') || 'none'
