import type { Browser, Page } from 'playwright-core'

/** 虚构样例: nothing here was ever printed. */
export const inventedParagraphs = [
  '本报讯（记者 林知远）2月18日，青岚省民政工作会议在临川市召开，副省长苏明远出席会议并讲话。',
  '会议指出，2022年全省新建社区养老服务站328个，改造乡镇敬老院46所，城乡低保标准分别提高到每月812元和654元。一年来，各地守住了基本民生底线，成绩来之不易。',
  '会议强调，要着力健全“一老一小”服务体系。一是完善县（市、区）、乡镇（街道）、村（居）三级养老网络；二是加强困境儿童关爱保护，推动未成年人救助站全覆盖；三是规范社会组织管理，引导慈善力量参与基层治理。',
  '苏明远要求，各级民政部门要把准政治方向，优化资源配置，强化数字赋能，办好群众“关键小事”，让发展成果更多更公平惠及全体人民。'
] as const

export interface TrueLine {
  readonly text: string
  /** Pixels of the picture. */
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface ScannedPage {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
  /** Column by column. */
  readonly lines: readonly TrueLine[]
  /** The characters in the order of reading, without white space. */
  readonly text: string
}

/** Size in CSS pixels: 158 mm × 106 mm, or 1875 × 1250 pixels at 300 dpi. */
const size = { width: 600, height: 400 }
const dotsPerPixel = 300 / 96

/** A headline over two columns, as a scanner of 300 dpi would see it. */
export async function scanPage(browser: Browser, paragraphs: readonly string[] = inventedParagraphs): Promise<ScannedPage> {
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: dotsPerPixel })
  try {
    await page.setContent(`<html lang="zh-CN"><style>
      body { margin: 24px; background: #fff; font: 9.5pt/1.6 'Noto Serif CJK SC', serif }
      h1 { margin: 0 0 14px; font-size: 20pt; text-align: center }
      main { columns: 2; column-gap: 24px; text-align: justify }
      p { margin: 0; text-indent: 2em }</style>
      ${paragraphs.length > 0 ? '<h1>全省民政工作会议召开</h1>' : ''}<main>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</main>`)
    const lines = (await linesOf(page)).map((line) => ({
      text: line.text,
      left: line.left * dotsPerPixel,
      right: line.right * dotsPerPixel,
      top: line.top * dotsPerPixel,
      bottom: line.bottom * dotsPerPixel
    }))
    const png = new Uint8Array(await page.screenshot())
    return { png, width: size.width * dotsPerPixel, height: size.height * dotsPerPixel, lines, text: lines.map(({ text }) => text).join('') }
  } finally {
    await page.close()
  }
}

/** The lines as the browser broke them, without their white space. */
function linesOf(page: Page): Promise<TrueLine[]> {
  return page.evaluate(() => {
    const lines: { text: string; left: number; right: number; top: number; bottom: number }[] = []
    const range = document.createRange()
    for (const block of document.querySelectorAll('h1, p')) {
      const node = block.firstChild as Text
      for (let n = 0; n < node.length; n++) {
        range.setStart(node, n)
        range.setEnd(node, n + 1)
        const box = [...range.getClientRects()].at(-1)
        if (box === undefined || node.data[n]!.trim() === '') continue
        const line = lines.at(-1)
        if (line !== undefined && Math.abs(line.top - box.top) < 3 && Math.abs(box.left - line.right) < 30) {
          line.text += node.data[n]!
          line.right = box.right
        } else lines.push({ text: node.data[n]!, left: box.left, right: box.right, top: box.top, bottom: box.bottom })
      }
    }
    return lines
  })
}

export interface Redrawing {
  readonly type: 'image/png' | 'image/jpeg'
  /** Clockwise. */
  readonly degrees: number
  /** Spread of grey noise, of 255. */
  readonly noise?: number
  readonly quality?: number
}

/** The same picture turned about its middle, with noise, in another format. Quarter turns change the sides. */
export async function redraw(browser: Browser, png: Uint8Array, { type, degrees, noise = 0, quality = 0.9 }: Redrawing): Promise<Uint8Array> {
  const page = await browser.newPage()
  try {
    const url = await page.evaluate(
      async (wish) => {
        const image = new Image()
        image.src = wish.source
        await image.decode()
        const isQuarter = Math.abs(wish.degrees) === 90
        const canvas = document.createElement('canvas')
        canvas.width = isQuarter ? image.height : image.width
        canvas.height = isQuarter ? image.width : image.height
        const context = canvas.getContext('2d')!
        context.fillStyle = wish.noise > 0 ? '#e8e8e8' : '#fff'
        context.fillRect(0, 0, canvas.width, canvas.height)
        context.translate(canvas.width / 2, canvas.height / 2)
        context.rotate((wish.degrees * Math.PI) / 180)
        context.globalCompositeOperation = 'multiply'
        context.drawImage(image, -image.width / 2, -image.height / 2)
        if (wish.noise > 0) {
          const data = context.getImageData(0, 0, canvas.width, canvas.height)
          // the same noise in every run
          let state = 1
          for (let at = 0; at < data.data.length; at += 4) {
            state = (state * 1103515245 + 12345) % 2147483648
            const shade = data.data[at]! + (state / 2147483648 - 0.5) * 2 * wish.noise
            data.data.fill(shade, at, at + 3)
          }
          context.putImageData(data, 0, 0)
        }
        return canvas.toDataURL(wish.type, wish.quality)
      },
      { source: `data:image/png;base64,${Buffer.from(png).toString('base64')}`, type, degrees, noise, quality }
    )
    return new Uint8Array(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'))
  } finally {
    await page.close()
  }
}

/** Share of the characters that were read rightly: 1 − edit distance / length. */
export function shareRight(truth: string, read: string): number {
  let row = Array.from({ length: read.length + 1 }, (_, n) => n)
  for (let a = 1; a <= truth.length; a++) {
    const next = [a]
    for (let b = 1; b <= read.length; b++) next.push(Math.min(row[b]! + 1, next[b - 1]! + 1, row[b - 1]! + (truth[a - 1] === read[b - 1] ? 0 : 1)))
    row = next
  }
  return 1 - row[read.length]! / truth.length
}
