import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locateSharedPhrases, sharedPhrases } from '#core/compare/shared-phrases.ts'
import { isWordCharacter } from '#core/compare/word-character.ts'

describe('phrases that passages of several columns share (虚构样例)', () => {
  it('finds the longest common wording, longest first, and says which columns have it', () => {
    const shared = sharedPhrases([
      ['聚焦云杉养老驿站和云杉养老产业发展，推进山区食堂建设'],
      ['着力推动云杉养老驿站和云杉养老产业协同', '推进山区食堂建设再提速'],
      ['谋划云杉养老驿站']
    ])
    expect(shared).toEqual([
      { phrase: '云杉养老驿站和云杉养老产业', columns: [0, 1] },
      { phrase: '推进山区食堂建设', columns: [0, 1] },
      { phrase: '云杉养老驿站', columns: [0, 1, 2] }
    ])
  })

  it('does not count four characters, nor what one column says twice', () => {
    expect(sharedPhrases([['山区食堂'], ['山区食堂']])).toEqual([])
    expect(sharedPhrases([['推进山区食堂建设', '推进山区食堂建设'], ['另一回事']])).toEqual([])
  })

  it('counts from four characters, or from twelve, where a person asks for that', () => {
    const columns = [['推进山区食堂，云杉养老驿站和云杉养老产业'], ['山区食堂建设，云杉养老驿站和云杉养老产业']]
    const phrases = (shortest: number) => sharedPhrases(columns, shortest).map(({ phrase }) => phrase)
    expect(phrases(4)).toEqual(['云杉养老驿站和云杉养老产业', '山区食堂'])
    expect(phrases(12)).toEqual(['云杉养老驿站和云杉养老产业'])
    expect(phrases(14)).toEqual([])
  })

  it('takes marks off the ends, keeps them inside, and counts what is left', () => {
    expect(sharedPhrases([['，“云杉驿站”建设。'], ['甲，“云杉驿站”建设。乙']])).toEqual([
      { phrase: '云杉驿站”建设', columns: [0, 1] }
    ])
    expect(sharedPhrases([['。“云杉驿站”。'], ['。“云杉驿站”。']])).toEqual([])
  })

  it('does not run over the end of a passage or a paragraph', () => {
    expect(sharedPhrases([['推进山区', '食堂建设'], ['推进山区食堂建设']])).toEqual([])
    expect(sharedPhrases([['推进山区\n食堂建设'], ['推进山区\n食堂建设']])).toEqual([])
  })

  it('drops a phrase that stands only inside longer shared ones, and keeps it where it stands alone', () => {
    const inside = sharedPhrases([['甲山区食堂建设乙丙'], ['甲山区食堂建设丁'], ['戊山区食堂建设乙']])
    expect(inside.map(({ phrase }) => phrase)).toEqual(['甲山区食堂建设', '山区食堂建设乙'])
    const alone = sharedPhrases([['甲山区食堂建设乙'], ['甲山区食堂建设丁'], ['戊山区食堂建设己']])
    expect(alone).toEqual([
      { phrase: '甲山区食堂建设', columns: [0, 1] },
      { phrase: '山区食堂建设', columns: [0, 1, 2] }
    ])
  })

  it('counts a character outside the basic plane once and never halves it', () => {
    expect(sharedPhrases([['𠮷𠮷𠮷𠮷'], ['𠮷𠮷𠮷𠮷']])).toEqual([])
    // 𠮷 and 𠮶 have the same first half.
    expect(sharedPhrases([['山区食堂𠮷'], ['山区食堂𠮶']])).toEqual([])
    expect(sharedPhrases([['山区食堂𠮷'], ['山区食堂𠮷']])).toEqual([{ phrase: '山区食堂𠮷', columns: [0, 1] }])
  })

  const passages = fc.array(fc.array(fc.string({ unit: fc.constantFrom('山', '水', '云', '，', '𠮷'), maxLength: 40 }), { maxLength: 3 }), { maxLength: 4 })

  it('agrees with the definition, tried character by character', () => {
    fc.assert(
      fc.property(passages, (columns) => {
        expect(sharedPhrases(columns).map(({ phrase, columns: having }) => [phrase, having])).toEqual(
          expect.arrayContaining(byDefinition(columns))
        )
        expect(sharedPhrases(columns)).toHaveLength(byDefinition(columns).length)
      }),
      { numRuns: 300 }
    )
  })

  it('is near linear where everything is shared: ten equal texts of 20,000 characters', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * i * 31 + i * 7) % 397))).join('')
    const begun = performance.now()
    expect(sharedPhrases(Array.from({ length: 10 }, () => [text]))[0]?.phrase).toBe(text)
    expect(performance.now() - begun).toBeLessThan(2000)
  })
})

describe('where shared phrases stand in a passage (虚构样例)', () => {
  it('gives every occurrence but those inside a longer one, in order', () => {
    const phrases = [
      { phrase: '云杉养老驿站和产业', columns: [0, 1] },
      { phrase: '云杉养老驿站', columns: [0, 2] },
      { phrase: '别处才有的话', columns: [1, 2] }
    ]
    const text = '建云杉养老驿站，兴云杉养老驿站和产业，别处才有的话'
    const found = locateSharedPhrases(text, phrases, 0)
    expect(found.map(({ start, end, phrase }) => [text.slice(start, end), phrase])).toEqual([
      ['云杉养老驿站', 1],
      ['云杉养老驿站和产业', 0]
    ])
  })
})

/** Quadratic, from the words of the definition. */
function byDefinition(columns: readonly (readonly string[])[]): [string, number[]][] {
  const having = (phrase: string) => columns.flatMap((texts, column) => (texts.some((text) => text.includes(phrase)) ? [column] : []))
  const whole = (text: string, at: number) => !/[\ud800-\udbff]/.test(text[at - 1] ?? '') || !/[\udc00-\udfff]/.test(text[at] ?? '')
  const phrases = new Set<string>()
  for (const text of columns.flat()) {
    const spans: { start: number; end: number }[] = []
    for (let start = 0; start < text.length; start++) {
      for (let end = text.length; end > start; end--) {
        const phrase = text.slice(start, end)
        const bounded = isWordCharacter(phrase.charCodeAt(0)) && isWordCharacter(phrase.charCodeAt(phrase.length - 1))
        if (!bounded || !whole(text, start) || !whole(text, end) || [...phrase].length < 5) continue
        if (having(phrase).length < 2) continue
        if (!spans.some((span) => span.start <= start && end <= span.end)) spans.push({ start, end })
        break
      }
    }
    for (const { start, end } of spans) phrases.add(text.slice(start, end))
  }
  return [...phrases].map((phrase) => [phrase, having(phrase)])
}
