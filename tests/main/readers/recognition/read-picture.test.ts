import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SourceLine } from '#core/source/source.ts'
import { launchBrowser } from '../../../journeys/browser.ts'
import { decodePng, pngHead } from '../../../../src-main/readers/recognition/png-picture.ts'
import { drawPicture } from '../../../../src-main/readers/recognition/draw-picture.ts'
import { readWell, refusalOf, withoutSpace } from './ground.ts'
import { redraw, scanPage, shareRight, type ScannedPage } from './scanned-page.ts'
import { writeTiff } from './write-tiff.ts'

let browser: Browser
let page: ScannedPage
let upright: Uint8Array

beforeAll(async () => {
  browser = await launchBrowser()
  page = await scanPage(browser)
  upright = await redraw(browser, page.png, { type: 'image/jpeg', degrees: 0, quality: 0.6 })
}, 60_000)
afterAll(() => browser.close())

describe('a page of two columns as PNG', () => {
  it('gives its characters in the order of reading, each line with its place and its confidence, and says that it is recognised', async () => {
    const { file, progress } = await readWell(page.png)
    const { source } = file
    expect(shareRight(page.text, withoutSpace(source.text))).toBeGreaterThanOrEqual(0.98)
    expect(file).toMatchObject({ mediaType: 'image/png', encoding: null })
    expect(source.pages).toEqual([{ width: page.width, height: page.height }])
    const lines = source.lines.filter((line) => line.end > line.start)
    expect(lines.every(({ confidence = 0 }) => confidence > 0.8 && confidence <= 1)).toBe(true)
    for (const truth of page.lines) {
      const line = lines.find((own) => withoutSpace(source.text.slice(own.start, own.end)) === truth.text)
      if (line !== undefined) expectPlace(line, truth)
    }
    expect(lines.filter((line) => page.lines.some(({ text }) => text === source.text.slice(line.start, line.end))).length).toBeGreaterThan(0.8 * page.lines.length)
    expect(progress.map((one) => [one.page, one.pages])).toEqual([[0, 1], [1, 1]])
    expect(withoutSpace(progress[1]!.text)).toContain('青岚省')
    expect(file.warnings).toHaveLength(1)
    expect(file.warnings[0]).toMatchObject({ kind: 'recognised' })
    expect(file.warnings[0]!.message.zh).toMatch(/^文字由图像识别得出（平均置信度 9\d%），请对照原图核对。$/)
  })

  function expectPlace(line: SourceLine, truth: ScannedPage['lines'][number]): void {
    const { box, edges } = line
    const type = truth.bottom - truth.top
    expect(Math.abs(box!.y + box!.height / 2 - (truth.top + truth.bottom) / 2)).toBeLessThan(0.25 * type)
    // a mark at the end of a line fills half of its square
    expect(Math.abs(box!.x - truth.left)).toBeLessThan(0.6 * type)
    expect(Math.abs(box!.x + box!.width - truth.right)).toBeLessThan(0.6 * type)
    expect(edges).toHaveLength(truth.text.length + 1)
    const pitch = (truth.right - truth.left) / truth.text.length
    if (/^\p{Script=Han}+$/u.test(truth.text)) edges!.forEach((edge, n) => void expect(Math.abs(edge - (truth.left + n * pitch))).toBeLessThan(0.5 * pitch))
  }
})

describe('a page that was laid askew on a poor scanner', () => {
  it('is read at 3° and through noise', async () => {
    const jpeg = await redraw(browser, page.png, { type: 'image/jpeg', degrees: -3, noise: 30, quality: 0.6 })
    const { file } = await readWell(jpeg)
    expect(shareRight(page.text, withoutSpace(file.source.text))).toBeGreaterThanOrEqual(0.98)
  })
})

describe('JPEG', () => {
  it('is turned as its EXIF says', async () => {
    const lying = await redraw(browser, page.png, { type: 'image/jpeg', degrees: -90 })
    const { file } = await readWell(withOrientation(lying, 6))
    expect(file.mediaType).toBe('image/jpeg')
    expect(file.source.pages).toEqual([{ width: page.width, height: page.height }])
    expect(shareRight(page.text, withoutSpace(file.source.text))).toBeGreaterThanOrEqual(0.98)
  })

  it('goes to the window as it is', async () => {
    expect(await drawPicture(upright, 1)).toEqual({ width: page.width, height: page.height, mediaType: 'image/jpeg', bytes: upright })
  })
})

describe('TIFF', () => {
  it('is read page by page, however each is packed', async () => {
    const top = await topOf(page)
    const tiff = writeTiff([
      { ...top, packing: 'lzw' },
      { ...top, packing: 'deflate' },
      { ...top, packing: 'none' },
      { width: page.width, height: page.height, packing: 'jpeg', data: upright }
    ])
    const { file, progress } = await readWell(tiff)
    expect(file.mediaType).toBe('image/tiff')
    expect(progress.map((one) => one.page)).toEqual([0, 1, 2, 3, 4])
    const titles = file.source.lines.filter((line) => file.source.text.slice(line.start, line.end) === '全省民政工作会议召开')
    expect(titles.map((line) => line.page)).toEqual([1, 2, 3, 4])
    expect(file.source.pages?.[3]).toEqual({ width: page.width, height: page.height })
    const drawn = await drawPicture(tiff, 2)
    expect(drawn).toMatchObject({ width: top.width, height: top.height, mediaType: 'image/png' })
    const again = await decodePng(drawn.bytes, pngHead(drawn.bytes)!)
    expect(Buffer.compare(again.pixels, top.data)).toBe(0)
  })

  it('keeps the pages that can be read when the picture of one is damaged', async () => {
    const top = await topOf(page)
    const { file } = await readWell(writeTiff([{ ...top, packing: 'deflate' }, { ...top, packing: 'jpeg', data: upright.subarray(0, 400) }]))
    expect(file.source.text).toContain('全省民政工作会议召开')
    expect(file.warnings.map(({ kind }) => kind)).toEqual(['recognised', 'page-without-text'])
    expect(file.warnings[1]!.message.zh).toContain('第 2 页')
  })

  it('that is packed in a way nobody knows is refused by name', async () => {
    const refusal = await refusalOf(writeTiff([{ ...(await topOf(page)), packing: 'none', tags: { 259: 34712 } }]))
    expect(refusal.problem).toMatchObject({ kind: 'unsupported-format' })
    expect(refusal.problem.message.zh).toContain('34712')
  })
})

describe('what cannot be read', () => {
  it('a truncated picture is damaged', async () => {
    const tiff = writeTiff([{ ...(await topOf(page)), packing: 'none' }])
    for (const whole of [page.png, upright, tiff]) {
      const refusal = await refusalOf(whole.subarray(0, whole.length * 0.6))
      expect(refusal.problem).toMatchObject({ kind: 'damaged-file', message: { zh: '图片已损坏，无法读出。请从原处重新取一份。' } })
    }
  })

  it('directories that run in a circle are damage', async () => {
    const tiff = writeTiff([{ ...(await topOf(page)), packing: 'none' }])
    const view = new DataView(tiff.buffer)
    const directory = view.getUint32(4, true)
    view.setUint32(directory + 2 + 12 * view.getUint16(directory, true), directory, true)
    expect((await refusalOf(tiff)).problem.kind).toBe('damaged-file')
  })

  it('a picture of ten thousand megapixels is refused before anything is decoded', async () => {
    const huge = page.png.slice()
    new DataView(huge.buffer).setUint32(16, 100_000)
    new DataView(huge.buffer).setUint32(20, 100_000)
    const started = performance.now()
    expect((await refusalOf(huge)).problem).toMatchObject({ kind: 'page-too-large', message: { zh: expect.stringContaining('100000 × 100000') as string } })
    expect(performance.now() - started).toBeLessThan(500)
  })

  it('a picture without text has none', async () => {
    const blank = await scanPage(browser, [])
    expect((await refusalOf(blank.png)).problem.kind).toBe('no-text')
  })
})

/** The headline and the first lines, in grey. */
async function topOf({ png }: ScannedPage): Promise<{ width: number; height: number; data: Uint8Array }> {
  const { width, pixels } = await decodePng(png, pngHead(png)!)
  const height = 300
  return { width, height, data: pixels.subarray(0, width * height) }
}

/** Puts an EXIF segment with nothing but the orientation behind the start of a JPEG. */
function withOrientation(jpeg: Uint8Array, orientation: number): Uint8Array {
  const tiff = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1, 0, content.length + 2]), content, jpeg.subarray(2)]))
}
