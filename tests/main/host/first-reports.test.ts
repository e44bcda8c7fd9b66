import { describe, expect, it } from 'vitest'
import { followList } from '#core/listing/follow-list.ts'
import { unpackSummaries } from '#core/listing/packed-summaries.ts'
import type { Jurisdiction } from '#core/report/report.ts'
import { ReportList } from '../../../src-main/host/report-list.ts'
import { sql, type Library } from '../../../src-main/library/sql.ts'
import { storeReports } from '../library/stored.ts'
import { newLibrary } from '../library/temporary-library.ts'

// 虚构样例
const place = (code: string, level: Jurisdiction['level'] = 'county'): Jurisdiction => ({ level, code, name: code, province: { code: `${code.slice(0, 2)}0000`, name: code.slice(0, 2) }, basis: 'title' })
const national: Jurisdiction = { level: 'national', code: '000000', name: '全国', province: null, basis: 'title' }

/** So many reports of each place; null: of none that is known. */
function libraryOf(places: readonly (readonly [Jurisdiction | null, number])[]): Library {
  const library = newLibrary()
  library.write((write) => {
    for (const [index, [jurisdiction, count]] of places.entries()) storeReports(write, Array.from({ length: count }, (_, n) => `虚构${index}之${n}。`), { jurisdiction })
  })
  return library
}

const first = (library: Library): readonly { readonly id: string }[] => unpackSummaries(new ReportList(library).first())
const whole = (library: Library): readonly { readonly id: string }[] => followList(null, new ReportList(library).answer(null), (_, now) => now)

describe('the first reports of a large library', () => {
  it('are those that the list begins with: by code across the dates and sources, the whole country first', () => {
    const library = libraryOf([[place('330106'), 400], [null, 150], [place('130102'), 90], [place('110105'), 30], [place('110000', 'province'), 20], [national, 3], [place('420000', 'province'), 400]])
    expect(first(library)).toHaveLength(100)
    expect(first(library)).toEqual(whole(library).slice(0, 100))
  })

  it('are without those in the bin', () => {
    const library = libraryOf([[place('110105'), 120], [place('330106'), 1000]])
    const [binned] = whole(library)
    library.write((write) => write.run(sql`INSERT INTO bin (report_id, binned_at) VALUES (${Number(binned!.id)}, '2026-03-01T08:00:00.000Z')`))
    expect(first(library)).toEqual(whole(library).slice(0, 100))
    expect(first(library)).not.toContainEqual(binned)
  })

  it('are looked for again once the library has changed', () => {
    const library = libraryOf([[place('110105'), 120], [place('330106'), 1000]])
    const list = new ReportList(library)
    const [before] = unpackSummaries(list.first())
    library.write((write) => write.run(sql`INSERT INTO bin (report_id, binned_at) VALUES (${Number(before!.id)}, '2026-03-01T08:00:00.000Z')`))
    expect(unpackSummaries(list.first())).not.toContainEqual(before)
  })

  it('are none where the list comes as soon: a small library, one province with most of it, no province', () => {
    expect(first(libraryOf([[place('110105'), 300]]))).toEqual([])
    expect(first(libraryOf([[place('110105'), 3200]]))).toEqual([])
    expect(first(libraryOf([[null, 1200]]))).toEqual([])
  })
})
