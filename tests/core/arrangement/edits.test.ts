import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSame, normalised, type Arrangement } from '#core/arrangement/arrangement.ts'
import { beginArticle, leaveOutOrTakeIn, markTitle, mergeWithBefore, moveArticleOf, moveRows, rowsOf, type Page } from '#core/arrangement/edits.ts'
import { arrangementOf } from '#core/arrangement/machine-arrangement.ts'
import { unitsOf } from '#core/arrangement/units.ts'
import { sourceFromText } from '#core/source/source.ts'
import { seedText } from '../../golden/seed/seed.ts'
import { divide } from '../source/division.ts'

// 虚构样例: the places are real, the words invented.
const text = ['浙江召开民政工作会议', '2月10日，民政工作会议召开。', '会议强调甲。', '', '湖北召开民政工作会议', '2月8日，民政工作会议召开。', '会议指出乙。'].join('\n')
const source = sourceFromText(text)
const machine = arrangementOf(divide(text), text)
const page: Page = { arrangement: machine, units: unitsOf(source, [machine]) }

/** Articles as the first characters of their rows; the left-over last, behind a bar. */
const shown = (arrangement: Arrangement): string => {
  const rows = rowsOf({ ...page, arrangement })
  const words = (article: number | null) => rows.filter((row) => row.article === article).map(({ start }) => text.slice(start, start + 2).trim())
  const leftOver = words(null)
  return [...arrangement.articles.map((_, n) => words(n).join(' ')), ...(leftOver.length === 0 ? [] : [`| ${leftOver.join(' ')}`])].join(' / ')
}

const row = (words: string): number => rowsOf(page).findIndex(({ start }) => text.startsWith(words, start))
const one = (words: string) => ({ first: row(words), last: row(words) })

describe('what a person does to the articles of a page (虚构样例)', () => {
  it('begins with the machine’s division, blank lines going with what stands before them', () => {
    expect(shown(machine)).toBe('浙江 2月 会议 / 湖北 2月 会议')
    expect(page.units.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
  })

  it('begins a new article at a row', () => {
    expect(shown(beginArticle(page, row('会议强调')))).toBe('浙江 2月 / 会议 / 湖北 2月 会议')
    expect(shown(beginArticle(page, row('浙江')))).toBe(shown(machine))
  })

  it('merges an article with the one before', () => {
    expect(shown(mergeWithBefore(page, row('会议指出')))).toBe('浙江 2月 会议 湖北 2月 会议')
    expect(shown(mergeWithBefore(page, row('浙江')))).toBe(shown(machine))
  })

  it('moves a row up and down, over the border of an article too', () => {
    expect(shown(moveRows(page, one('会议强调'), -1))).toBe('浙江 会议 2月 / 湖北 2月 会议')
    expect(shown(moveRows(page, one('会议强调'), 1))).toBe('浙江 2月 / 会议 湖北 2月 会议')
    expect(shown(moveRows(page, one('湖北'), -1))).toBe('浙江 2月 会议 湖北 / 2月 会议')
    expect(shown(moveRows(page, one('浙江'), -1))).toBe(shown(machine))
  })

  it('moves several rows at once, in their order, and all of an article into the next', () => {
    expect(shown(moveRows(page, { first: row('2月8日'), last: row('会议指出') }, -1))).toBe('浙江 2月 会议 / 2月 会议 湖北')
    expect(shown(moveRows(page, { first: row('浙江'), last: row('会议强调') }, 1))).toBe('浙江 2月 会议 湖北 2月 会议')
  })

  it('leaves a row out, and takes it in again where it stood', () => {
    const without = leaveOutOrTakeIn(page, one('2月10日'))
    expect(shown(without)).toBe('浙江 会议 / 湖北 2月 会议 / | 2月')
    const rows = rowsOf({ ...page, arrangement: without })
    const again = leaveOutOrTakeIn({ ...page, arrangement: without }, { first: rows.length - 1, last: rows.length - 1 })
    expect(isSame(again, machine)).toBe(true)
  })

  it('makes an article of what was left over', () => {
    const without = leaveOutOrTakeIn(page, { first: row('2月10日'), last: row('会议强调') })
    expect(shown(beginArticle({ ...page, arrangement: without }, 4))).toBe('浙江 / 2月 会议 / 湖北 2月 会议')
  })

  it('puts the articles in another order', () => {
    expect(shown(moveArticleOf(page, row('会议指出'), -1))).toBe('湖北 2月 会议 / 浙江 2月 会议')
    expect(shown(moveArticleOf(page, row('会议指出'), 1))).toBe(shown(machine))
  })

  it('marks a row as headline, and takes the mark away', () => {
    const marked = markTitle(page, one('会议强调'))
    expect(marked.articles[0]!.title).toMatchObject({ start: text.indexOf('会议强调') })
    expect(markTitle({ ...page, arrangement: marked }, one('会议强调')).articles[0]!.title).toBeUndefined()
  })
})

type Step = readonly [name: number, a: number, b: number]
const steps: fc.Arbitrary<Step[]> = fc.array(fc.tuple(fc.nat(6), fc.nat(200), fc.nat(200)), { maxLength: 12 })

function stepped(start: Page, [name, a, b]: Step): Arrangement {
  const rows = rowsOf(start).length
  const [first, last] = [Math.min(a % rows, b % rows), Math.max(a % rows, b % rows)]
  const doing = [
    () => beginArticle(start, first),
    () => mergeWithBefore(start, first),
    () => moveRows(start, { first, last: first }, 1),
    () => moveRows(start, { first, last }, -1),
    () => moveArticleOf(start, first, 1),
    () => leaveOutOrTakeIn(start, { first, last: Math.min(last, first + 2) }),
    () => markTitle(start, { first, last: first })
  ]
  return doing[name]!()
}

describe('any number of steps, on the seed', () => {
  const seed = sourceFromText(seedText)
  const begin = arrangementOf(divide(seedText), seedText)
  const units = unitsOf(seed, [begin])

  it('leaves every unit in exactly one row, and the arrangement in its one form', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        let arrangement = begin
        for (const step of taken) arrangement = stepped({ arrangement, units }, step)
        const rows = rowsOf({ arrangement, units })
        expect(rows.map(({ start }) => start).sort((a, b) => a - b)).toEqual(units.map(({ start }) => start))
        expect(normalised(arrangement, seedText)).toEqual(arrangement)
      }),
      { numRuns: 300 }
    )
  })
})
