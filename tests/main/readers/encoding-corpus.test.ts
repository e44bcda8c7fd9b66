import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeText, type Encoding } from '../../../src-main/readers/encoding.ts'
import { encodeAs, isInBig5 } from './encode.ts'

const meetings = new URL('../../../../shared/data/meetings/', import.meta.url)
const seeds = new URL('../../../seeds/', import.meta.url)

// 虚构样例
const simplified = `云岭省民政工作会议在澄江市召开。会议指出，过去一年，全省困难群众救助标准稳步提高，城市低保平均标准达到每人每月七百八十元。
会议要求，要着力健全分层分类的社会救助体系，积极应对人口老龄化，加快补齐农村养老服务短板，新增护理型床位三千张。
要扎实做好儿童福利和未成年人保护工作，规范社会组织管理，深化殡葬改革，提升婚姻登记服务水平。省厅领导班子成员、各市州民政局长参加会议。
苍梧市民政局副局长在发言中介绍，本市以“一刻钟服务圈”为抓手，建成示范社区四十六个，居民满意度为98.6%。`
const traditional = `青湖縣社會福利工作會議在縣政府大禮堂召開。會議指出，過去一年長者服務據點增加十二處，照顧兒童與身心障礙者的經費逐年成長。
縣長表示，未來將持續擴大長期照顧服務網絡，結合醫療院所與民間團體，讓每一位長輩都能在熟悉的社區安心生活。
會議決議，各鄉鎮公所應於三個月內完成弱勢家庭訪視，並將結果送交社會處彙整；對於隔代教養家庭，應優先提供課後照顧。
與會代表建議簡化申請手續，增設單一窗口，並且運用資訊系統縮短審核時間，使補助款項能夠即時撥付到需要的人手中。`
const figures = 'province,region,year,value\r\nYL,Chengjiang,2023,45.6\r\nhttp://www.example.gov.cn/art/2023/2/10/art_1229.html\r\nTable 3: GDP growth (%) 6.1 5.2 4.8; CPI 0.2\r\n'

const encodings: readonly Encoding[] = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']

/** What has been done to a text and its bytes. */
const variants = ['as it is', 'with a mark', 'cut inside characters', 'mostly ASCII', 'damaged', 'short', 'traditional'] as const
type Variant = (typeof variants)[number]

/** The same numbers on every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * below)
  }
}

interface Sample {
  readonly bytes: Uint8Array
  readonly encoding: Encoding
  readonly variant: Variant
}

/** Files of 200 bytes and more. */
function samplesOf(texts: readonly string[], count: number): Sample[] {
  const below = numbers(count)
  const samples: Sample[] = []
  for (const encoding of encodings) {
    for (const variant of variants) {
      for (let n = 0; n < count; n++) {
        const isTraditional = variant === 'traditional' || encoding === 'big5'
        const text = isTraditional ? traditional : texts[below(texts.length)]!
        const bytes = sampleBytes(text, { encoding, variant, below })
        if (bytes.length >= 200) samples.push({ bytes, encoding, variant })
      }
    }
  }
  return samples
}

function sampleBytes(text: string, { encoding, variant, below }: { encoding: Encoding; variant: Variant; below: (limit: number) => number }): Uint8Array {
  const longest = variant === 'short' ? (encoding === 'utf-8' ? 70 : 110) : 150 + below(700)
  const start = below(Math.max(1, text.length - longest))
  let piece = text.slice(start, start + longest)
  if (variant === 'mostly ASCII') {
    piece = Array.from({ length: 6 }, (_, n) => figures.slice(below(60), 80 + below(80)) + text.slice(start + n * 8, start + n * 8 + 6)).join('')
  }
  const clean = Array.from(piece.toWellFormed().replaceAll('\ufffd', '')).filter((character) => encoding !== 'big5' || isInBig5(character))
  const bytes = encodeAs(clean.join(''), encoding, { mark: variant === 'with a mark' })
  // UTF-16 cannot begin inside a character: that would be the other byte order
  if (variant === 'cut inside characters') return bytes.subarray(encoding.startsWith('utf-16') ? 0 : below(2), bytes.length - 1)
  if (variant === 'damaged') for (let n = 0; n < 3; n++) bytes[below(bytes.length)] = n === 0 ? 0xff : below(256)
  return bytes
}

function wrong(samples: readonly Sample[]): string[] {
  return samples.flatMap(({ bytes, encoding, variant }) => {
    const found = decodeText(bytes)?.encoding ?? null
    return found === encoding ? [] : [`${encoding}, ${variant}: taken for ${String(found)}`]
  })
}

describe('虚构样例: the encoding of a file is told without asking', () => {
  it('of 300 and more files in five encodings, whole, cut, damaged, short and mostly ASCII, 995 in 1000 are right', () => {
    const seed = readdirSync(seeds).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(new URL(name, seeds), 'utf8'))
    const samples = samplesOf([simplified, ...seed], 24)
    expect(samples.length).toBeGreaterThan(300)
    const mistakes = wrong(samples)
    expect(mistakes.length, mistakes.join('\n')).toBeLessThanOrEqual(samples.length * 0.005)
  })

  it.skipIf(!existsSync(meetings))('the same on real reports', () => {
    const texts = readdirSync(meetings).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(new URL(name, meetings), 'utf8'))
    const samples = samplesOf(texts, 31)
    expect(samples.length).toBeGreaterThan(300)
    const mistakes = wrong(samples)
    expect(mistakes.length, mistakes.join('\n')).toBeLessThanOrEqual(samples.length * 0.005)
  })
})
