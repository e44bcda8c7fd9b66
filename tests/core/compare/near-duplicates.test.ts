import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estimatedLikeness, isLikelyDuplicate, leastEstimate, likeness, signatureBands, textSignature } from '../../../src-core/compare/near-duplicates.ts'

// 虚构样例
const cloudReport = `云岭省召开民政工作会议部署全年任务
2月10日，云岭省民政工作会议在云岭市召开。会议以习近平新时代中国特色社会主义思想为指导，认真贯彻党中央决策部署，总结去年工作，部署今年任务。
会议指出，一年来，全省新增养老床位1.2万张，建成社区食堂三百四十所，城乡低保标准分别提高百分之五和百分之七。
会议要求，健全基本养老服务体系，推进居家适老化改造，每个县至少建成一所失能照护机构；完善社会救助制度，把临时救助的权限下放到乡镇。
会议强调，要守住安全底线，开展养老机构消防、食品安全排查，年底前完成全部隐患整改。`

const riverReport = `湖汀省民政工作视频会议召开
3月2日，湖汀省民政厅召开全省民政工作视频会议。会议以习近平新时代中国特色社会主义思想为指导，认真贯彻党中央决策部署，研究部署今年重点工作。
会议明确，今年要抓好殡葬领域突出问题整治，新建公益性公墓四十处；深化婚俗改革，在高校设立婚姻登记点。
会议要求，各地完善儿童福利机构转型方案，为孤儿和事实无人抚养儿童建立一人一档，暑期前完成全覆盖走访。
厅领导班子成员、各设区市民政局负责同志在分会场参加会议。`

const seed = readFileSync(new URL('../../../seeds/000_8625d94934d53eac.txt', import.meta.url), 'utf8')

/** Same numbers on every run: Numerical Recipes' generator. */
function random(start: number): () => number {
  let state = start
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
}

const wrongCharacters = '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经'

/** As recognition reads a scan: characters mistaken, lost and doubled. */
function misread(text: string, share: number, start = 1): string {
  const next = random(start)
  const wrong = () => wrongCharacters[Math.floor(next() * wrongCharacters.length)]!
  return Array.from(text, (character) => {
    if (/\s/.test(character) || next() >= share) return character
    const fate = next()
    return fate < 0.2 ? '' : fate < 0.35 ? character + wrong() : wrong()
  }).join('')
}

const paragraphs = (text: string): string[] => text.split(/\n+/).filter((line) => line.trim() !== '')
const reflowed = (text: string): string => text.replace(/\s+/g, '').replace(/(.{23})/gu, '$1\n')
const withoutHeadline = (text: string): string => paragraphs(text).slice(1).join('\n')
const withoutOneParagraph = (text: string, start = 1): string => {
  const all = paragraphs(text)
  const gone = 1 + Math.floor(random(start)() * (all.length - 1))
  return all.filter((_, n) => all.length < 3 || n !== gone).join('\n')
}
const withFurniture = (text: string): string =>
  '民政部门户网站 首页 机构 新闻 政务 服务 互动\n' +
  paragraphs(text).map((line, n) => (n % 4 === 3 ? `${line}\n— ${n} —\n民政工作简报 第${n}期` : line)).join('\n') +
  '\n责任编辑：某某 扫一扫在手机打开当前页 打印 关闭 上一篇：关于做好有关工作的通知 下一篇：召开专题会议'

const damages: readonly (readonly [string, (text: string, start: number) => string])[] = [
  ['its paragraphs reflowed', reflowed],
  ['3 in 100 characters wrong', (text, start) => misread(text, 0.03, start)],
  ['the furniture of a portal', withFurniture],
  ['its headline missing', withoutHeadline],
  ['one paragraph missing', withoutOneParagraph],
  ['all of it at once', (text, start) => withFurniture(misread(withoutOneParagraph(text, start), 0.03, start))]
]

const sharesBand = (a: readonly number[], b: readonly number[]): boolean => {
  const bands = new Set(signatureBands(a))
  return signatureBands(b).some((band) => bands.has(band))
}

/** As a library finds them: by the index of bands, then by signature, then by the texts. */
const isFound = (a: string, b: string): boolean => {
  const [one, other] = [textSignature(a), textSignature(b)]
  return sharesBand(one, other) && estimatedLikeness(one, other) >= leastEstimate && isLikelyDuplicate(likeness(a, b))
}

describe('likeness', () => {
  it('is the share of grams of five characters: two of four, and two of the three of each', () => {
    expect(likeness('甲乙丙丁戊己庚', '乙丙丁戊己庚辛')).toEqual({ jaccard: 2 / 4, containment: 2 / 3, shared: 2 })
  })

  it('counts a gram once, however often it occurs', () => {
    expect(likeness('甲乙丙丁戊甲乙丙丁戊', '甲乙丙丁戊')).toEqual({ jaccard: 1 / 5, containment: 1, shared: 1 })
  })

  it('does not see white space, marks, width and case', () => {
    expect(likeness('会议要求：新增ＡＢ型床位１２张。', '会议\n要求，新增 ab 型床位12张').jaccard).toBe(1)
  })

  it('is nothing for texts shorter than a gram', () => {
    expect(likeness('会议', '会议')).toEqual({ jaccard: 0, containment: 0, shared: 0 })
    expect(likeness('', cloudReport)).toEqual({ jaccard: 0, containment: 0, shared: 0 })
  })

  it('is the same both ways, 1 for a text and itself, and never more', () => {
    const text = fc.array(fc.constantFrom(...'甲乙丙丁，\n'), { maxLength: 60 }).map((characters) => characters.join(''))
    fc.assert(
      fc.property(text, text, (a, b) => {
        const alike = likeness(a, b)
        expect(likeness(b, a)).toEqual(alike)
        expect(alike.jaccard).toBeLessThanOrEqual(alike.containment)
        expect(alike.containment).toBeLessThanOrEqual(1)
        const self = likeness(a, a)
        expect(self.jaccard).toBe(self.shared > 0 ? 1 : 0)
      }),
      { seed: 31, numRuns: 200 }
    )
  })
})

describe('a signature', () => {
  it('is 120 unsigned 32-bit numbers, of the characters alone', () => {
    const signature = textSignature(cloudReport)
    expect(signature).toHaveLength(120)
    for (const number of signature) expect(Number.isInteger(number) && number >= 0 && number < 2 ** 32).toBe(true)
    expect(textSignature(reflowed(cloudReport))).toEqual(signature)
  })

  it('stays as it was stored: these numbers may never change', () => {
    expect(textSignature('健全基本养老服务体系').slice(0, 4)).toEqual([52624250, 2414428507, 124727929, 556783533])
    expect(signatureBands(textSignature('健全基本养老服务体系')).slice(0, 2)).toEqual(['3669705745', '7914958473'])
  })

  it('estimates the Jaccard index within four standard errors', () => {
    const alphabet = Array.from(wrongCharacters)
    const text = fc.array(fc.constantFrom(...alphabet), { minLength: 200, maxLength: 400 }).map((characters) => characters.join(''))
    fc.assert(
      fc.property(text, text, fc.integer({ min: 0, max: 10 }), (a, b, tenths) => {
        const other = a.slice(0, Math.round((a.length * tenths) / 10)) + b
        const { jaccard } = likeness(a, other)
        expect(Math.abs(estimatedLikeness(textSignature(a), textSignature(other)) - jaccard)).toBeLessThan(4 * 0.046)
      }),
      { seed: 32, numRuns: 100 }
    )
  })

  it('of a text shorter than a gram is of nothing, and like no other', () => {
    expect(textSignature('会议。')).toEqual([])
    expect(signatureBands([])).toEqual([])
    expect(estimatedLikeness([], [])).toBe(0)
  })

  it('has 40 bands: distinct whole numbers that any store of numbers keeps exactly', () => {
    const bands = signatureBands(textSignature(cloudReport))
    expect(new Set(bands).size).toBe(40)
    for (const band of bands) expect(String(Number(band)) === band && Number.isSafeInteger(Number(band))).toBe(true)
  })

  it('of 2,000 characters is made in 0.3 ms of one core, once warm', () => {
    const text = seed.repeat(10).slice(0, 2000)
    const batch = (): number => {
      const before = process.cpuUsage()
      for (let n = 0; n < 100; n++) textSignature(text)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / 1000 / 100
    }
    batch()
    expect(Math.min(...Array.from({ length: 10 }, batch))).toBeLessThan(0.3)
  })
})

describe('虚构样例: what is offered as the same report', () => {
  it.each(damages)('a copy with %s', (_, damage) => {
    for (const text of [cloudReport, riverReport, seed]) expect(isLikelyDuplicate(likeness(text, damage(text, 3)))).toBe(true)
  })

  it.each(damages.slice(0, -1))('a copy with %s is found by the index', (_, damage) => {
    for (const text of [cloudReport, riverReport, seed]) expect(isFound(text, damage(text, 3))).toBe(true)
  })

  it('an excerpt: the first half, found by its containment', () => {
    const half = cloudReport.slice(0, cloudReport.length / 2)
    expect(likeness(cloudReport, half).containment).toBe(1)
    expect(isFound(cloudReport, half)).toBe(true)
  })

  it('not: reports of two provinces with the same official phrases', () => {
    const alike = likeness(cloudReport, riverReport)
    expect(alike.shared).toBeGreaterThan(20)
    expect(isLikelyDuplicate(alike)).toBe(false)
  })

  it('not: a headline that another report quotes', () => {
    const headline = cloudReport.split('\n')[0]!
    const alike = likeness(`${riverReport}\n相关报道：${headline}`, headline)
    expect(alike.containment).toBe(1)
    expect(isLikelyDuplicate(alike)).toBe(false)
  })

  it('not: the seed and what is no copy of it', () => {
    expect(isLikelyDuplicate(likeness(seed, cloudReport))).toBe(false)
  })
})

const data = new URL('../../../../shared/data/', import.meta.url)
const isThere = existsSync(data)

const readAll = (folder: string): string[] =>
  isThere
    ? readdirSync(new URL(folder, data))
        .filter((name) => name.endsWith('.txt'))
        .map((name) => new TextDecoder(name.includes('.gbk.') ? 'gb18030' : 'utf-8').decode(readFileSync(new URL(folder + encodeURIComponent(name), data))))
    : []

describe.skipIf(!isThere)('real texts of ../shared/data (skipped where that folder is absent)', () => {
  const meetings = readAll('meetings/')
  const texts = [...meetings, ...readAll('long/provincial/'), ...readAll('long/central/'), ...readAll('long/district/')]
  const signatures = texts.map(textSignature)

  it('of all pairs none is offered: provinces in one year, one place in consecutive years', () => {
    let compared = 0
    for (let a = 0; a < texts.length; a++) {
      for (let b = a + 1; b < texts.length; b++) {
        // reading both in full takes 20 ms for work reports: short ones all, long ones where there is any doubt
        if (b >= meetings.length && estimatedLikeness(signatures[a]!, signatures[b]!) < 0.08) continue
        compared++
        const { jaccard, containment } = likeness(texts[a]!, texts[b]!)
        expect(jaccard).toBeLessThan(0.12)
        expect(containment).toBeLessThan(0.25)
      }
    }
    expect(compared).toBeGreaterThan(276)
  })

  it('few of all pairs share a band', () => {
    const pairs = signatures.flatMap((a, n) => signatures.slice(n + 1).map((b) => sharesBand(a, b)))
    expect(pairs.filter(Boolean).length / pairs.length).toBeLessThan(0.005)
  })

  it.each(damages)('a copy with %s is likely in every case, and found by the index in 97 of 100', (_, damage) => {
    const copies = meetings.flatMap((text) => [5, 6].map((start) => [text, damage(text, start)] as const))
    for (const [text, copy] of copies) expect(isLikelyDuplicate(likeness(text, copy))).toBe(true)
    expect(copies.filter(([text, copy]) => isFound(text, copy)).length / copies.length).toBeGreaterThanOrEqual(0.97)
  })
})
