import { describe, expect, it } from 'vitest'
import { readReports } from '#core/report/read-reports.ts'
import type { Report } from '#core/report/report.ts'
import { SourceText } from '#core/source/source-text.ts'
import { context, essence, read, seedText } from '../../golden/seed/seed.ts'

const plain = read(seedText)
const paragraphsOf = (report: Report): string[] => report.paragraphs.map(({ start, end }) => report.text.slice(start, end))

/** The reports of the seed as a reader of a format hands them over. */
const forms: Readonly<Record<string, (text: SourceText) => void>> = {
  'whole paragraphs under titles, as in Word and on web pages': (text) => writeParagraphs(text, (title) => text.line(title, { role: 'title', endsParagraph: true })),
  'whole paragraphs under headings': (text) => writeParagraphs(text, (title) => text.line(title, { role: 'heading', endsParagraph: true })),
  'whole paragraphs without any style': (text) => writeParagraphs(text, (title) => text.line(title, { endsParagraph: true })),
  'printed lines of a narrow column, with heads and numbers of pages between': writePages,
  'the headline after the text': (text) => {
    for (const report of plain) {
      for (const paragraph of paragraphsOf(report)) text.line(paragraph, { endsParagraph: true })
      text.line(report.title!.text, { role: 'title', endsParagraph: true })
    }
  }
}

function writeParagraphs(text: SourceText, writeTitle: (title: string) => void): void {
  for (const report of plain) {
    writeTitle(report.title!.text)
    for (const paragraph of paragraphsOf(report)) text.line(paragraph, { endsParagraph: true })
    if (report.attribution !== null) text.line(`（据${report.attribution}）`, { endsParagraph: true })
  }
}

function writePages(text: SourceText): void {
  const [width, height] = [19, 25]
  let page = 1
  for (const report of plain) {
    text.line(report.title!.text, { role: 'title', page })
    for (const paragraph of paragraphsOf(report)) {
      for (let at = 0; at < paragraph.length; at += width) {
        text.line(paragraph.slice(at, at + width), { endsParagraph: at + width >= paragraph.length, page })
        if (text.lineCount % height !== 0) continue
        text.line(String(page), { role: 'page-number', page })
        page++
        text.line('民政简报', { role: 'header', page })
      }
    }
  }
}

describe('the seed as formats describe it gives the reports of the seed text', () => {
  it.each(Object.entries(forms))('%s', (_, write) => {
    const text = new SourceText()
    write(text)
    const { reports, leftOver } = readReports(text.source({ fileName: 'seed' }), context)
    expect(reports.map(essence)).toEqual(plain.map(essence))
    expect(reports.map(paragraphsOf)).toEqual(plain.map(paragraphsOf))
    expect(leftOver).toEqual([])
  })
})
