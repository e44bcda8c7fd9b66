import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorAll } from '#core/annotation/anchor.ts'
import type { Anchor, Anchoring } from '#core/annotation/annotation.ts'
import { quoteAt } from '#core/annotation/quote.ts'
import type { Span } from '#core/text/span.ts'

// 虚构样例: every sentence here is invented.

const text = [
  '云岭省召开民政工作座谈会，总结去年工作，安排今年任务。',
  '一是建设云杉驿站。到年底山区食堂覆盖率达到75％以上，让老人在家门口吃上热饭。',
  '二是新建湖畔学堂三百个。到年底湖区食堂覆盖率达到80％以上，让老人在家门口吃上热饭。',
  '三是云杉驿站要办好，驿站长由村里推选，任期三年，可以连任。'
].join('\n')

const spanOf = (words: string, within = text, from = 0): Span => {
  const start = within.indexOf(words, from)
  if (start === -1) throw new Error(`no ${words}`)
  return { start, end: start + words.length }
}

const anchorOn = (position: Span, on = text, hash = 'first'): Anchor => ({ quote: quoteAt(on, position), made: { hash, position }, first: { hash, position }, carried: null })

const look = (now: string, ...anchors: Anchor[]): Anchoring[] => anchorAll({ text: now, hash: now === text ? 'first' : 'other' }, anchors)

const words = (now: string, places: readonly Span[]): string[] => places.map(({ start, end }) => now.slice(start, end))

const offered = (anchoring: Anchoring): readonly Span[] => ('candidates' in anchoring ? anchoring.candidates : [])

describe('the ladder (虚构样例)', () => {
  it('1: the same text has it where it was', () => {
    const position = spanOf('食堂')
    expect(look(text, anchorOn(position))).toEqual([{ state: 'anchored', basis: 'same-text', place: position }])
  })

  it('1: a hash that agrees while the words do not is not believed', () => {
    const stray: Anchor = { ...anchorOn(spanOf('山区食堂')), made: { hash: 'first', position: { start: 0, end: 4 } } }
    expect(look(text, stray)).toEqual([{ state: 'moved', basis: 'only-place', place: spanOf('山区食堂') }])
  })

  it('2: another text that has the words at the same place', () => {
    const position = spanOf('云岭省召开')
    expect(look(`${text}完`, anchorOn(position))).toEqual([{ state: 'anchored', basis: 'same-place', place: position }])
  })

  it('3: words that moved', () => {
    const { start, end } = spanOf('湖畔学堂三百个')
    expect(look(`新的导语。\n${text}`, anchorOn({ start, end }))).toEqual([{ state: 'moved', basis: 'only-place', place: { start: start + 6, end: end + 6 } }])
  })

  it('4: of several the one whose surroundings stayed', () => {
    const second = spanOf('云杉驿站', text, 60)
    expect(look(`导语。${text}`, anchorOn(second))).toEqual([{ state: 'moved', basis: 'surroundings', place: { start: second.start + 3, end: second.end + 3 } }])
  })

  it('4: of two that are equally likely neither', () => {
    const sentence = '甲地的食堂要办好，让老人在家门口吃上热饭，让孩子放学有去处，让村里人有个说话的地方。'
    const now = `${sentence}\n${sentence}\n${sentence}`
    const [found] = look(now, anchorOn(spanOf('放学', sentence), sentence))
    expect(found).toMatchObject({ state: 'to-approve', basis: 'several' })
    expect(words(now, offered(found!))).toEqual(['放学', '放学', '放学'])
  })

  it('4: the characters of the source tell what the surroundings cannot', () => {
    const sentence = '甲地的食堂要办好，让老人在家门口吃上热饭，让孩子放学有去处，让村里人有个说话的地方。'
    const now = `${sentence}\n${sentence}`
    const carried = spanOf('放学', now, sentence.length)
    expect(look(now, { ...anchorOn(spanOf('放学', sentence), sentence), carried })).toEqual([{ state: 'anchored', basis: 'same-characters', place: carried }])
  })

  it('5: words that were changed are offered, and not placed', () => {
    const now = text.replace('任期三年，可以连任', '任期五年，不可以连任')
    const [found] = look(now, anchorOn(spanOf('任期三年，可以连任。')))
    expect(found).toMatchObject({ state: 'to-approve', basis: 'changed' })
    expect(words(now, offered(found!))).toEqual(['任期五年，不可以连任。'])
  })

  it('6: words that are gone leave an orphan', () => {
    expect(look(text.replace(/\n三是.*/, ''), anchorOn(spanOf('村里推选，任期三年')))).toEqual([{ state: 'orphan', basis: 'gone' }])
  })

  it('the report as a whole has no place to lose', () => {
    expect(look('别的文字', anchorOn({ start: 0, end: 0 }))).toEqual([{ state: 'anchored', basis: 'report', place: { start: 0, end: 0 } }])
  })
})

describe('look-alike sentences (虚构样例)', () => {
  const sentence = '食堂覆盖率达到75％以上，让老人在家门口吃上热饭。'

  it('a sentence that is gone is not found in one that differs by a number', () => {
    const now = text.replace(/\n一是.*/, '')
    expect(now).toContain('食堂覆盖率达到80％以上，让老人在家门口吃上热饭。')
    expect(look(now, anchorOn(spanOf(sentence)))[0]!.state).toBe('orphan')
  })

  it('a number that changed is offered where it stood, not taken from the sentence that has it now', () => {
    const now = text.replace('75％', '90％').replace('80％', '75％')
    const [found] = look(now, anchorOn(spanOf('75％')))
    expect(found).toMatchObject({ state: 'to-approve', basis: 'look-alike' })
    expect(words(now, offered(found!))).toEqual(['90％', '75％'])
  })

  it('a copy that kept the words does not take them from the place where they were changed', () => {
    const paragraph = text.split('\n')[1]!
    const now = `${text.replace('75％', '90％')}\n${paragraph}`
    expect(look(now, anchorOn(spanOf('75％')))[0]!.state).toBe('to-approve')
  })
})

describe('annotations that would land on one place (虚构样例)', () => {
  const twice = '一是办好食堂。\n二是办好食堂。'
  const both = [spanOf('办好食堂', twice), spanOf('办好食堂', twice, 8)].map((span) => anchorOn(span, twice))

  it('stand on two while there are two', () => {
    expect(anchorAll({ text: twice, hash: 'first' }, both).map(({ state }) => state)).toEqual(['anchored', 'anchored'])
  })

  it('are both for a person to look at', () => {
    const long = '在家门口吃上热饭，让孩子放学有去处，让村里人有个说话的地方，日子一天比一天好。'
    const now = `开头。${long}`
    const anchors = [anchorOn(spanOf('放学', long), long, 'a'), { ...anchorOn(spanOf('放学', long), long, 'a'), first: { hash: 'a', position: { start: 90, end: 92 } } }]
    const found = anchorAll({ text: now, hash: 'b' }, anchors)
    expect(found.map(({ state, basis }) => `${state} ${basis}`)).toEqual(['to-approve collision', 'to-approve collision'])
  })

  it('of several each is held against each other, not against the first alone', () => {
    const long = '前言后语。'.repeat(12) + '孩子放学有去处。' + '后语前言。'.repeat(12)
    const now = `开头。${long}`
    const on = (hash: string, start: number): Anchor => ({ ...anchorOn(spanOf('放学', long), long, hash), first: { hash, position: { start, end: start + 2 } } })
    const found = anchorAll({ text: now, hash: 'b' }, [on('older', 62), on('a', 62), on('a', 90)])
    expect(found.map(({ state, basis }) => `${state} ${basis}`)).toEqual(['to-approve collision', 'to-approve collision', 'to-approve collision'])
  })

  it('two that always stood on the same words still do', () => {
    const position = spanOf('湖畔学堂')
    expect(look(`序。${text}`, anchorOn(position), anchorOn(position)).map(({ state }) => state)).toEqual(['moved', 'moved'])
  })
})

describe('laws of every annotation (虚构样例)', () => {
  const letters = fc.string({ unit: fc.constantFrom('山', '水', '食', '堂', '，', '𠮷'), minLength: 1, maxLength: 90 })
  const noted = fc.tuple(letters, fc.nat(), fc.nat()).map(([written, a, b]) => {
    const length = written.length
    return { written, span: { start: Math.min(a % length, b % length), end: 1 + Math.max(a % length, b % length) } }
  })
  const many = { seed: 20_231_127, numRuns: 2_000 }

  it('one that has a place stands on exactly its words', () => {
    fc.assert(
      fc.property(noted, letters, ({ written, span }, other) => {
        const [found] = anchorAll({ text: other, hash: 'b' }, [anchorOn(span, written, 'a')])
        if ('place' in found!) expect(other.slice(found.place.start, found.place.end)).toBe(written.slice(span.start, span.end))
      }),
      many
    )
  })

  it('every place that is offered is within the text, and not empty', () => {
    fc.assert(
      fc.property(noted, letters, ({ written, span }, other) => {
        const [found] = anchorAll({ text: `${written.slice(0, 40)}${other}${written.slice(40)}`, hash: 'b' }, [anchorOn(span, written, 'a')])
        if (!('candidates' in found!)) return
        for (const { start, end } of found.candidates) expect(start >= 0 && start < end && end <= written.length + other.length).toBe(true)
      }),
      many
    )
  })

  it('an unchanged text keeps every one where it is', () => {
    fc.assert(
      fc.property(noted, ({ written, span }) => {
        expect(anchorAll({ text: written, hash: 'a' }, [anchorOn(span, written, 'a')])).toEqual([{ state: 'anchored', basis: 'same-text', place: span }])
      }),
      many
    )
  })

  it('one whose words stand nowhere is never placed', () => {
    fc.assert(
      fc.property(noted, letters, ({ written, span }, other) => {
        fc.pre(!other.includes(written.slice(span.start, span.end)))
        expect('place' in anchorAll({ text: other, hash: 'b' }, [anchorOn(span, written, 'a')])[0]!).toBe(false)
      }),
      many
    )
  })

  it('what surrounds words ends at whole characters', () => {
    fc.assert(
      fc.property(noted, ({ written, span }) => {
        const { start, end } = { start: written.slice(0, span.start).isWellFormed() ? span.start : span.start + 1, end: written.slice(span.end).isWellFormed() ? span.end : span.end + 1 }
        fc.pre(start < end)
        const { prefix, suffix } = quoteAt(written, { start, end })
        expect(prefix.isWellFormed() && suffix.isWellFormed()).toBe(true)
      }),
      many
    )
  })
})
