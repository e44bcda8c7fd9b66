import { Refusal } from '#core/contract/problem.ts'
import type { PrintedRun } from '../layout/printed-page.ts'
import type { PageRecogniser, ReadingGround } from '../reader.ts'
import type { OfdPackage } from './ofd-package.ts'
import type { ReadPages } from './ofd-pages.ts'
import type { ShownPicture } from './page-objects.ts'
import { recogniserFor } from '../recognition/recogniser-for.ts'
import { meanConfidence } from '../recognition/recognised-warning.ts'

/** A picture of a smaller share of its page is no scan of it. */
const leastShare = 0.2

/** 0-based pages that hold no text but a picture as large as a scan, with that picture. */
function scansOf({ pages, pictures }: ReadPages): Map<number, ShownPicture> {
  const scans = new Map<number, ShownPicture>()
  pages.forEach(({ runs, width, height }, index) => {
    if (runs.some(({ text }) => text.trim() !== '')) return
    const largest = [...pictures[index]!].sort((a, b) => areaOf(b) - areaOf(a))[0]
    if (largest !== undefined && areaOf(largest) >= leastShare * width * height) scans.set(index, largest)
  })
  return scans
}

/** In square points. */
const areaOf = ({ matrix: [a, b, c, d] }: ShownPicture): number => Math.abs(a * d - b * c)

/**
 * Puts what is recognised on scans in the place of their pages' text, and tells how far it is.
 * @returns the runs that were recognised, and how many scans could not be decoded
 */
export async function recogniseScans(ofd: OfdPackage, read: ReadPages, ground: ReadingGround): Promise<{ runs: PrintedRun[]; lost: number }> {
  const scans = scansOf(read)
  const all: PrintedRun[] = []
  let lost = 0
  if (scans.size === 0) return { runs: all, lost }
  const { fileName, pageProgress } = ground
  const pages = read.pages.length
  pageProgress({ page: 0, pages, text: '', confidence: null })
  const recogniser = await recogniserFor(ground)
  try {
    for (const [index, picture] of scans) {
      const runs = await runsOfScan(ofd, picture, { recogniser, fileName })
      if (runs === null) lost++
      else read.pages[index] = { ...read.pages[index]!, runs }
      all.push(...(runs ?? []))
      pageProgress({ page: index + 1, pages, text: (runs ?? []).map(({ text }) => text).join('\n'), confidence: meanConfidence(runs ?? []) })
    }
  } finally {
    recogniser.close()
  }
  return { runs: all, lost }
}

/** null where the picture cannot be decoded, or lies askew. */
async function runsOfScan(ofd: OfdPackage, { part, matrix }: ShownPicture, { recogniser, fileName }: { recogniser: PageRecogniser; fileName: string }): Promise<PrintedRun[] | null> {
  const [a, b, c, d, e, f] = matrix
  if (Math.abs(b) > Math.abs(a) * 0.02 || Math.abs(c) > Math.abs(d) * 0.02 || a <= 0 || d <= 0) return null
  const bytes = await ofd.bytes(part)
  if (bytes === null) return null
  const { openPicture } = await import('../recognition/open-picture.ts')
  try {
    const page = openPicture(bytes, fileName).pages[0]!
    const found = await recogniser.read(await page.grey())
    const [across, down] = [a / page.width, d / page.height]
    return found.map((run) => ({
      ...run,
      box: { x: e + run.box.x * across, y: f + run.box.y * down, width: run.box.width * across, height: run.box.height * down },
      ...(run.edges === undefined ? {} : { edges: run.edges.map((edge) => (run.isVertical === true ? f + edge * down : e + edge * across)) }),
      size: run.size * (run.isVertical === true ? across : down)
    }))
  } catch (error) {
    // a picture in a format that is not read, or a damaged one: the other pages are still there
    if (error instanceof Refusal) return null
    throw error
  }
}
