import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../../journeys/browser.ts'
import { decodePng, pngHead } from '../../../../src-main/readers/recognition/png-picture.ts'
import { openRecogniser, type GreyPicture } from '../../../../src-main/readers/recognition/recognise.ts'

const root = resolve(import.meta.dirname, '../../../..')

describe('lines of a page', () => {
  let browser: Browser
  beforeAll(async () => void (browser = await launchBrowser()), 60_000)
  afterAll(() => browser.close())

  async function draw(html: string, viewport: { width: number; height: number }): Promise<GreyPicture> {
    const page = await browser.newPage({ viewport, deviceScaleFactor: 3 })
    await page.setContent(`<html lang="zh-CN"><body style="margin:20px;font:16px 'Noto Serif CJK SC'">${html}`)
    const png = new Uint8Array(await page.screenshot())
    await page.close()
    return { ...(await decodePng(png, pngHead(png)!)), scale: 3 }
  }

  it('end where their column ends, also where only a rule parts the columns', async () => {
    const column = '民政事业高质量发展。<br>基层治理更有温度。<br>养老服务优质可及。<br>社会救助精准高效。'
    const picture = await draw(`<div style="display:flex"><div>${column}</div><div style="border-left:1px solid;margin-left:9px;padding-left:9px">${column}</div></div>`, { width: 400, height: 140 })
    const recogniser = await openRecogniser()
    const runs = await recogniser.read(picture)
    recogniser.close()
    expect(runs.map(({ text }) => text).toSorted()).toEqual([...column.split('<br>'), ...column.split('<br>')].toSorted())
    // boxes are in the page's own unit, here CSS pixels
    expect(runs.every(({ box, size }) => box.x + box.width < 400 && size > 12 && size < 20)).toBe(true)
  })

  it('that run downwards are read downwards', async () => {
    const picture = await draw(
      `<div style="writing-mode:vertical-rl;font-size:24px;float:left;height:220px">全省民政会议侧记</div><div style="margin-left:80px">养老服务优质可及，<br>社会救助精准高效。</div>`,
      { width: 320, height: 260 }
    )
    const recogniser = await openRecogniser()
    const runs = await recogniser.read(picture)
    recogniser.close()
    const vertical = runs.find(({ isVertical }) => isVertical)
    expect(vertical?.text).toBe('全省民政会议侧记')
    expect(vertical?.edges).toHaveLength(9)
    expect(vertical?.edges?.[4]).toBeCloseTo(vertical!.box.y + vertical!.box.height / 2, -1)
    expect(runs.filter(({ isVertical }) => isVertical !== true).map(({ text }) => text).toSorted()).toEqual(['养老服务优质可及，', '社会救助精准高效。'].toSorted())
  })
})

describe('the engine', () => {
  it('holds no address that anything could be reported to', () => {
    const folder = join(root, 'node_modules/onnxruntime-node/bin')
    const binaries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /onnxruntime.*\.(so|dylib|dll|node)/.test(name))
    expect(binaries.length).toBeGreaterThan(3)
    const telling = binaries.filter((name) => ['events.data.microsoft', 'OneCollector'].some((word) => readFileSync(join(folder, name)).includes(word)))
    expect(telling).toEqual([])
  })

  it.each([
    ['native', ['--allow-addons']],
    ['wasm', []]
  ] as const)('runs as %s in a process that may read nothing but the program', async (build, flags) => {
    const code = `import { openRecogniser } from ${JSON.stringify(join(root, 'src-main/readers/recognition/recognise.ts'))}
      const recogniser = await openRecogniser(['native', 'wasm'])
      const runs = await recogniser.read({ width: 64, height: 64, pixels: new Uint8Array(4096).fill(255), scale: 1 })
      console.log(recogniser.build, runs.length)
      recogniser.close()`
    const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', '--permission', `--allow-fs-read=${root}`, ...flags, '--input-type=module', '-e', code], { cwd: root })
    expect(stdout.trim()).toBe(`${build} 0`)
  })
})
