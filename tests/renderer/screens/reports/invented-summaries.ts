import type { ReportSummary } from '#core/contract/calls.ts'
import { packThemes } from '#core/listing/packed-themes.ts'
import type { Jurisdiction, ReportDate } from '#core/report/report.ts'

interface Invented {
  readonly id?: string
  readonly at?: Jurisdiction | null
  readonly on?: string | null
  readonly title?: string | null
  readonly themes?: readonly string[]
  readonly notes?: number
  readonly recognised?: number | null
  readonly machine?: ReportSummary['machine']
  readonly characters?: number
}

/** 虚构样例 */
export function invented({ id = '1', at = zhejiang, on = '2023-02-10', title = '虚构样例', ...rest }: Invented = {}): ReportSummary {
  return {
    id,
    title,
    jurisdiction: at,
    date: dateOf(on),
    meeting: null,
    issuer: null,
    characters: rest.characters ?? 1000,
    themes: packThemes((rest.themes ?? []).map((theme) => [theme, 10])),
    source: { id, fileName: `${id}.txt`, folders: [], mediaType: 'text/plain' },
    confidence: 1,
    recognised: rest.recognised ?? null,
    links: [],
    importedAt: '2026-01-01T00:00:00.000Z',
    notes: rest.notes ?? 0,
    machine: rest.machine ?? {}
  }
}

function dateOf(iso: string | null): ReportDate | null {
  if (iso === null) return null
  return { iso, precision: iso.length === 4 ? 'year' : iso.length === 7 ? 'month' : 'day', asWritten: iso, yearBasis: 'text' }
}

export const province = (code: string, name: string): Jurisdiction => ({ level: 'province', code, name, province: { code, name }, basis: 'title' })
export const zhejiang = province('330000', '浙江省')
export const hubei = province('420000', '湖北省')
export const corps = province('660000', '新疆生产建设兵团')
export const national: Jurisdiction = { level: 'national', code: '000000', name: '全国', province: null, basis: 'title' }
export const hangzhou: Jurisdiction = { level: 'prefecture', code: '330100', name: '杭州市', province: { code: '330000', name: '浙江省' }, basis: 'title' }
