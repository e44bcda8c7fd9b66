import { describe, expect, it } from 'vitest'
import type { ReportView } from '#core/contract/calls.ts'
import { originalKind } from '../../../../src-renderer/screens/reader/original-form.ts'
import { pixelsPerPointFor } from '../../../../src-renderer/screens/reader/page-pictures.ts'
import { zoomStep } from '../../../../src-renderer/screens/reader/page-zoom.ts'

const source = (more: Partial<ReportView['source']>): ReportView['source'] => ({
  id: '1', fileName: '虚构.pdf', sha256: '0'.repeat(64), folders: [], mediaType: 'application/pdf', encoding: null,
  pages: [{ width: 595, height: 842 }], hasPictures: true, warnings: [], lines: [], leftOver: [], ...more
})
const line = { number: 1, start: 0, end: 2, text: '甲乙', page: 1 }

describe('an original is shown', () => {
  it('as pages where it has pictures of them, or places for its text', () => {
    expect(originalKind(source({}))).toBe('pages')
    expect(originalKind(source({ hasPictures: false, lines: [{ ...line, box: { x: 0, y: 0, width: 20, height: 10 } }] }))).toBe('pages')
    expect(originalKind(source({ hasPictures: false, lines: [line] }))).toBe('lines')
  })

  it('as paragraphs where the format keeps those, else as lines', () => {
    expect(originalKind(source({ pages: null, hasPictures: false, lines: [{ ...line, page: null, endsParagraph: true }] }))).toBe('paragraphs')
    expect(originalKind(source({ pages: null, hasPictures: false, lines: [{ ...line, page: null }] }))).toBe('lines')
  })
})

describe('the width of a page', () => {
  it('goes up and down by steps, and stops at the last', () => {
    expect(zoomStep(1, 1)).toBe(1.25)
    expect(zoomStep(1, -1)).toBe(0.75)
    expect(zoomStep(6, 1)).toBe(6)
    expect(zoomStep(0.5, -1)).toBe(0.5)
  })

  it('asks for a picture that is sharp on the screen, from a few sizes', () => {
    expect(pixelsPerPointFor(0.6, 1)).toBe(1)
    expect(pixelsPerPointFor(0.6, 2)).toBe(1.5)
    expect(pixelsPerPointFor(20, 2)).toBe(6)
  })
})
