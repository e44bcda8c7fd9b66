import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SourceText } from '#core/source/source-text.ts'
import { readReports } from '#core/report/read-reports.ts'
import type { Report } from '#core/report/report.ts'
import { addPages } from '../../../../src-main/readers/layout/page-lines.ts'
import { withDocument } from '../../../../src-main/readers/pdf/document.ts'
import { readPages } from '../../../../src-main/readers/pdf/printed-pages.ts'
import { context, read, seedText } from '../../../golden/seed/seed.ts'
import { launchBrowser } from '../../../journeys/browser.ts'
import { flat } from './printing.ts'

/** The reports of the seed, laid out by a browser as newspaper pages and printed to PDF, are the reports of the seed. */

const seed = read(seedText)
const [one, other] = seed as [Report, Report]

const paragraphs = (report: Report): string => report.paragraphs.map(({ start, end }) => `<p>${report.text.slice(start, end)}</p>`).join('')
const headline = (report: Report): string => `<h1>${report.title?.text ?? ''}</h1>`
const article = (report: Report, columns: number): string => `${headline(report)}<p class=byline>■ 本报记者 李庆</p><div style="columns:${columns};column-gap:7mm">${paragraphs(report)}</div>`

const style = (own: string): string => `<meta charset=utf-8><style>
@page{size:390mm 540mm;margin:12mm} body{margin:0;font:10pt/1.45 "Noto Serif CJK SC"}
h1{font-size:30pt;line-height:1.2;text-align:center;margin:6pt 0 10pt} p{margin:0;text-indent:2em;text-align:justify}
.byline{text-indent:0;text-align:center;margin:0 0 4pt} ${own}</style>`

const layouts: Record<string, string> = {
  'four columns under headlines across them': style('') + article(one, 4) + article(other, 4),
  'headlines that begin at the left edge and are shorter than the columns': style('h1{text-align:left}') + article(one, 4) + article(other, 4),
  'two articles side by side, each of two columns': style('.pair{display:grid;grid-template-columns:1fr 1fr;gap:7mm} h1{font-size:22pt}') + `<div class=pair><div>${article(one, 2)}</div><div>${article(other, 2)}</div></div>`,
  'one article in a frame': style('.frame{border:1px solid;padding:5mm;margin:4mm 0}') + `<div class=frame>${article(one, 4)}</div>${article(other, 4)}`,
  'rules between the columns and over the headlines': style('div{column-rule:1px solid} h1{border-top:2px solid;padding-top:6pt}') + article(one, 4) + article(other, 4),
  'titles set downwards at the side': style('.beside{display:grid;grid-template-columns:50pt 1fr;gap:8mm;margin-bottom:8mm} h1{writing-mode:vertical-rl;text-align:left;margin:0}') +
    [one, other].map((report) => `<div class=beside>${headline(report)}<div style="columns:4;column-gap:7mm">${paragraphs(report)}</div></div>`).join(''),
  'a line with the name of the page, the date and its number over it all': style('.top{border-bottom:1px solid;font-size:11pt;display:flex;justify-content:space-between}') + `<div class=top><span>地方新闻</span><span>2023年2月11日 星期六</span><span>3</span></div>${article(one, 4)}${article(other, 4)}`
}

describe('the seed as a printed newspaper page', () => {
  let browser: Browser
  beforeAll(async () => void (browser = await launchBrowser()), 60_000)
  afterAll(() => browser.close())

  for (const [name, html] of Object.entries(layouts)) {
    it(name, async () => {
      const tab = await browser.newPage()
      await tab.setContent(html)
      const pdf = await tab.pdf({ preferCSSPageSize: true, printBackground: true })
      await tab.close()
      const pages = await withDocument(pdf, 'seed.pdf', (opened) => readPages(opened, 'seed.pdf'))
      const into = new SourceText()
      addPages(into, pages.flatMap((page) => (page === null ? [] : [page.printed])))
      const { reports } = readReports(into.source({ fileName: 'seed.pdf' }), context)
      expect(reports.map((report) => report.title?.text)).toEqual(seed.map((report) => report.title?.text))
      expect(reports.map((report) => flat(report.text))).toEqual(seed.map((report) => flat(report.text)))
    }, 60_000)
  }
})
