import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import type { ReportView } from '#core/contract/calls.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import { sourceFromText } from '#core/source/source.ts'
import { read, seedText } from '../../../golden/seed/seed.ts'

vi.stubGlobal('location', { hash: '' })
vi.stubGlobal('window', { addEventListener: () => undefined })
const { BlockText } = await import('../../../../src-renderer/screens/side-by-side/ColumnBlock.tsx')
const { bandsBetween, layOut, readingOf } = await import('../../../../src-renderer/screens/side-by-side/reading.ts')

const { lines } = sourceFromText(seedText)
const views = read(seedText).map((report, index): ReportView => {
  const source = { id: 's', fileName: 'seed.txt', sha256: '0'.repeat(64), folders: [], mediaType: 'text/plain', encoding: 'utf-8', pages: null, hasPictures: false, warnings: [], leftOver: [] }
  return { id: `r${index}`, report, source: { ...source, lines: lines.map((line, n) => ({ ...line, number: n + 1, text: seedText.slice(line.start, line.end) })) } } as unknown as ReportView
})
const reading = readingOf(views)

describe('a block side by side', () => {
  const column = reading.columns.findIndex(({ text }) => text.includes('提升居家养老服务水平'))
  const of = reading.columns[column]!
  const start = of.text.indexOf('提升居家养老服务水平')
  const block = of.blocks.find((other) => other.start <= start && start < other.end)!
  const note: Note = { id: '1', report: of.view.id, theme: 'elderly_care', place: { start, end: start + 10 }, anchoring: { state: 'anchored', basis: 'same-text', place: { start, end: start + 10 } }, around: { prefix: '', suffix: '' }, firstQuote: null, author: '', color: null, tags: [], quote: '提升居家养老服务水平', body: '与湖北比较', writtenAt: '', editedAt: '' }
  const drawn = (span: { start: number; end: number }): string => renderToStaticMarkup(<BlockText of={of} span={span} marks={[]} notes={[note]} asLines={false} />)

  it('has the notes on its words beside it, and no others', () => {
    expect(drawn(block)).toMatch(/class="margin-notes".*提升居家养老服务水平.*与湖北比较/)
    expect(drawn(of.blocks[0]!)).not.toContain('与湖北比较')
  })
})

describe('what is laid out', () => {
  it('holds every character of every report once, whatever is chosen or folded', () => {
    for (const mode of ['none', 'margin', 'all'] as const) {
      for (const themes of [[], ['elderly_care'], ['charity', 'funeral']]) {
        const { entries } = layOut(reading, { themes, mode, unfolded: [] })
        entries.forEach((list, column) => {
          const { text, blocks } = reading.columns[column]!
          const held = list.map((entry) => {
            if (entry.kind === 'absent') return ''
            const span = entry.kind === 'block' ? blocks[entry.block]! : entry
            return text.slice(span.start, span.end)
          })
          expect(held.join('')).toBe(text)
        })
      }
    }
  })
})

describe('the bands between columns', () => {
  const zhejiang = views.find(({ report }) => report.text.includes('婚姻服务'))!
  const hubei = views.find((view) => view !== zhejiang)!
  const bandsOf = (order: readonly ReportView[], column: number) => {
    const three = readingOf(order)
    return bandsBetween(three, layOut(three, { themes: [], mode: 'none', unfolded: [] }), column)
  }

  it('go on through the empty place of a middle column that does not speak of the theme', () => {
    const order = [zhejiang, hubei, { ...zhejiang, id: 'again' }]
    const [before, behind] = [bandsOf(order, 0), bandsOf(order, 1)].map((bands) => bands.filter(({ theme, isThrough }) => theme === 'marriage' && isThrough))
    expect(before).toHaveLength(1)
    expect(behind).toHaveLength(1)
    expect(before![0]!.right, 'one place, which both bands reach').toBe(behind![0]!.left)
  })

  it('end where no column further on speaks of it', () => {
    expect(bandsOf([zhejiang, hubei], 0).filter(({ isThrough }) => isThrough)).toEqual([])
    expect(bandsOf([zhejiang, hubei, { ...hubei, id: 'again' }], 1).filter(({ theme }) => theme === 'marriage')).toEqual([])
  })
})
