import type { Work, WorkCoding, WorkNote, WorkReport } from '#core/exchange/work.ts'
import { quoteAt } from '#core/annotation/quote.ts'
import type { Span } from '#core/text/span.ts'
import { inventedCodebook, inventedTheme } from '../codebook/invented-codebook.ts'

// Invented reports and an invented person's work on them (虚构样例). 𬭎 is two UTF-16 units.

export const workCodebook = inventedCodebook([
  inventedTheme('top', { group: true }),
  inventedTheme('one', { parent: 'top', terms: ['养老'] }),
  inventedTheme('two', { parent: 'top' }),
  inventedTheme('old', { retired: { into: 'one' } })
])

export const text = '虚构样例：张𬭎同志在甘南省召开会议，强调健全养老服务。\n会议由李𬭎主持，要求发展慈善事业 & <社区>治理。'

export const placeOf = (words: string, from = 0): Span => {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}

export const coding = (words: string, more: Partial<WorkCoding> = {}): WorkCoding => ({
  codebook: workCodebook.id, theme: 'one', decision: 'assigned', places: [placeOf(words)], coder: '甲', codedAt: '2026-01-05T08:10:00Z', ...more
})

export function note(place: Span | null, more: Partial<WorkNote> = {}): WorkNote {
  const quote = place === null ? { exact: '已经不在的话\n第二行', prefix: '', suffix: '' } : quoteAt(text, place)
  return { place, quote, codebook: more.theme === undefined || more.theme === null ? null : workCodebook.id, theme: null, body: '一条批注\n第二行', author: '乙', color: null, tags: [], writtenAt: '2026-01-05T08:10:00Z', editedAt: '2026-01-05T08:10:00Z', ...more }
}

export const report = (more: Partial<WorkReport> = {}): WorkReport => ({
  title: '甘南省召开会议 “虚构”', text, hash: 'a'.repeat(64),
  about: {
    province: { code: '620000', name: '甘肃省' }, place: { code: '620000', name: '甘肃省', level: 'province' }, date: '2026-01-04',
    meeting: null, issuer: null, documentNumber: null, reporter: null, venue: null, attribution: null, fileName: '虚构.txt'
  },
  machine: [{ place: placeOf('强调健全养老服务。'), themes: ['one'] }, { place: placeOf('会议由李𬭎主持，'), themes: [] }],
  codings: [coding('发展慈善事业 & <社区>治理。'), coding('发展慈善事业 & <社区>治理。', { theme: 'two' }), coding('强调健全养老服务。', { decision: 'rejected', theme: 'two', coder: 'person' })],
  notes: [
    note(placeOf('李𬭎'), { color: 'green', tags: ['待查', '人名、职务'], theme: 'one', editedAt: '2026-01-06T08:10:00Z' }),
    note(placeOf('𬭎同志'), { body: '', color: 'yellow' }),
    note({ start: 0, end: 0 }, { body: '整篇的话' }),
    note(null)
  ],
  corrections: [],
  verdicts: [],
  readings: [],
  ...more
})

export const inventedWork = (...reports: WorkReport[]): Work => ({ name: '虚构资料', codebook: workCodebook, reports, links: [], summaries: [], codebooks: [] })
