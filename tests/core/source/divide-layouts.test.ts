import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seedText } from '../../golden/seed/seed.ts'
import { divide, furnitureOf, paragraphsOf, titlesOf, withoutBreaks, wrap } from './division.ts'

const [zhejiang, hubei] = divide(seedText).articles
const both = new Map([zhejiang!, hubei!].map((article) => [article.title!.text, withoutBreaks(article)]))

const textsByTitle = (text: string) => new Map(divide(text).articles.map((article) => [article.title?.text ?? '', withoutBreaks(article)]))

/** Blocks between blank lines, each joined to one line. */
const blocks = (keepSpaces: boolean): string[] =>
  seedText.split(/\n\s*\n/).flatMap((block) => {
    const line = block.split('\n').map((part) => part.trim()).join('')
    return line === '' ? [] : [keepSpaces ? line : line.replaceAll(' ', '')]
  })

interface Layout {
  readonly width: number
  readonly blank: boolean
  readonly indent: string
  readonly end: string
}

const layouts: fc.Arbitrary<Layout> = fc.record({
  width: fc.oneof(fc.integer({ min: 6, max: 200 }), fc.constant(Infinity)),
  blank: fc.boolean(),
  indent: fc.constantFrom('', '　　', '    '),
  end: fc.constantFrom('\n', '\r\n')
})

type Order = 'headline first' | 'headline last' | 'lead and headline last'

/** A report as another newspaper would print it. */
function printed(article: typeof zhejiang & {}, order: Order, { width, blank, indent, end }: Layout): string {
  const title = article.title!.text
  const paragraphs = paragraphsOf(article).map((text) => indent + text)
  const byline = article.furniture.filter(({ kind }) => kind === 'reporter').map(({ text }) => text)
  const credit = article.furniture.filter(({ kind }) => kind === 'attribution').map(({ text }) => text)
  const parts = {
    'headline first': [title, ...byline, ...paragraphs, ...credit],
    'headline last': [...byline, ...paragraphs, ...credit, title],
    'lead and headline last': [...byline, ...paragraphs.slice(1), ...credit, paragraphs[0]!, title]
  }[order]
  return parts.map((part) => wrap(part, width).join(end)).join(blank ? end + end : end) + end
}

describe('the seed page in another layout gives the same titles and texts', () => {
  it('re-wrapped at every width from 6 to 200, with and without its stray spaces and blank lines', () => {
    for (let width = 6; width <= 200; width++) {
      for (const keepSpaces of [true, false]) {
        for (const gap of ['\n\n', '\n']) {
          const text = blocks(keepSpaces).map((block) => wrap(block, width).join('\n')).join(gap)
          expect(textsByTitle(text), `width ${width}, spaces ${keepSpaces}, gap ${gap.length}`).toEqual(both)
        }
      }
    }
  })

  it('printed plainly, headlines first or last, in either order', () => {
    fc.assert(
      fc.property(layouts, fc.constantFrom<Order>('headline first', 'headline last'), fc.boolean(), (layout, order, swapped) => {
        const pages = [zhejiang!, hubei!].map((article) => printed(article, order, layout))
        expect(textsByTitle((swapped ? pages.reverse() : pages).join(layout.end))).toEqual(both)
      }),
      { numRuns: 250 }
    )
  })

  it('with the lead and headline of one report behind its body', () => {
    fc.assert(
      fc.property(layouts, fc.boolean(), (layout, swapped) => {
        const pages = [printed(zhejiang!, 'lead and headline last', layout), printed(hubei!, 'headline last', layout)]
        expect(textsByTitle((swapped ? pages.reverse() : pages).join(layout.end))).toEqual(both)
      }),
      { numRuns: 250 }
    )
  })

  it('each in a file of its own', () => {
    fc.assert(
      fc.property(layouts, fc.constantFrom<Order>('headline first', 'headline last'), (layout, order) => {
        for (const article of [zhejiang!, hubei!]) {
          expect(textsByTitle(printed(article, order, layout))).toEqual(new Map([[article.title!.text, withoutBreaks(article)]]))
        }
      }),
      { numRuns: 150 }
    )
  })
})

describe('the seed page', () => {
  it('is two reports, each with the headline that stands behind it', () => {
    expect(titlesOf(divide(seedText))).toEqual(['浙江召开全省民政工作座谈会', '湖北召开全省民政工作会议'])
    expect(divide(seedText).leftOver).toEqual([])
  })

  it('gives the lead that stands behind its body back to the front', () => {
    expect(paragraphsOf(zhejiang!).map((text) => text.slice(0, 6))).toEqual(['2月10日，', '王文序指出，', '王文序要求，', '王文序强调，', '会上，杭州市', '会议以视频会'])
    expect(zhejiang!.evidence).toContain('lead-after-text')
  })

  it('keeps the byline, the credit and the lone mark out of the text', () => {
    expect(furnitureOf(zhejiang!)).toEqual(['reporter ■ 本报记者 李庆', 'attribution （据浙江省民政厅）', 'stray-mark ”'])
  })
})
