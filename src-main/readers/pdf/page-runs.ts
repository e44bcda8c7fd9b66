import type { PrintedRun } from '../layout/printed-page.ts'
import { boxAround } from './geometry.ts'
import type { Glyph } from './glyphs.ts'

interface Line {
  readonly glyphs: Glyph[]
  readonly isStack: boolean
}

/** Runs of a page in the order of its content. */
export function pageRuns(glyphs: readonly Glyph[]): PrintedRun[] {
  return stacks(joined(painted(glyphs))).flatMap(printed)
}

/** In em: characters of one text object may stand this far apart (letters spaced out), other things not. */
const [farApart, nearby, overlap] = [1, 0.15, 0.6]
const chinese = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\ud840-\ud888]/

/**
 * Bold that is made by painting text twice, a hair apart, and shadows: once on the page, and bold then.
 * Only a text object all of whose characters are there already is such a second coat.
 */
function painted(glyphs: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = []
  const places = new Map<number, number[]>()
  for (let first = 0; first < glyphs.length; ) {
    let after = first
    while (after < glyphs.length && glyphs[after]!.object === glyphs[first]!.object) after++
    const own = glyphs.slice(first, after)
    const twins = own.filter(({ text }) => text !== ' ').map((glyph) => twinOf(glyph, kept, places))
    if (twins.length > 0 && !twins.includes(null)) for (const twin of twins) if (twin !== null) kept[twin] = coated(kept[twin]!, own[0]!)
    if (twins.length === 0 || twins.includes(null)) {
      own.forEach((glyph, n) => {
        const place = placeOf(glyph, 0, 0)
        const there = places.get(place)
        if (there === undefined) places.set(place, [kept.length + n])
        else there.push(kept.length + n)
      })
      kept.push(...own)
    }
    first = after
  }
  return kept
}

function coated(lower: Glyph, upper: Glyph): Glyph {
  if (lower.isInvisible !== upper.isInvisible) return { ...lower, isInvisible: false }
  return { ...lower, isBold: lower.isBold || !lower.isInvisible }
}

/** Which square of a grid of 4 points a glyph begins in. */
function placeOf({ box }: Glyph, dx: number, dy: number): number {
  return (Math.floor(box.x / 4) + dx) * 1_048_576 + Math.floor(box.y / 4) + dy
}

/** Index of the same character of another text object within a fifth of its size. */
function twinOf(glyph: Glyph, kept: readonly Glyph[], places: ReadonlyMap<number, readonly number[]>): number | null {
  const near = 0.2 * glyph.size
  const reach = Math.min(4, Math.ceil(near / 4))
  for (let dx = -reach; dx <= reach; dx++) {
    for (let dy = -reach; dy <= reach; dy++) {
      for (const at of places.get(placeOf(glyph, dx, dy)) ?? []) {
        const { text, size, box } = kept[at]!
        if (text === glyph.text && Math.abs(box.x - glyph.box.x) < near && Math.abs(box.y - glyph.box.y) < near && Math.abs(size - glyph.size) < 0.1 * size) return at
      }
    }
  }
  return null
}

/** Characters that follow each other without a gap, on one base line and alike. */
function joined(glyphs: readonly Glyph[]): Line[] {
  const lines: Line[] = []
  for (const glyph of glyphs) {
    const line = lines.at(-1)
    const last = line?.glyphs.at(-1)
    if (line !== undefined && last !== undefined && continues(last, glyph)) line.glyphs.push(glyph)
    else lines.push({ glyphs: [glyph], isStack: false })
  }
  return lines
}

function continues(last: Glyph, next: Glyph): boolean {
  if (last.direction !== next.direction || last.isUpright !== next.isUpright) return false
  if (last.isBold !== next.isBold || last.isInvisible !== next.isInvisible) return false
  const size = Math.max(last.size, next.size)
  if (Math.abs(last.size - next.size) > 0.05 * size || Math.abs(last.base - next.base) > 0.08 * size) return false
  const isOneObject = last.object === next.object
  if (isOneObject && next.begin === last.begin) return true
  const gap = next.begin - last.begin - last.advance
  if (next.begin <= last.begin || gap < -overlap * size) return false
  return gap <= (isOneObject && chinese.test(last.text) && chinese.test(next.text) ? farApart : nearby) * size
}

/** Upright characters one below the other, each set on its own: a column of vertical writing. */
function stacks(lines: readonly Line[]): Line[] {
  const result: Line[] = []
  for (let first = 0; first < lines.length; ) {
    const step = stepBelow(lines[first], lines[first + 1])
    let after = first + 1
    while (step !== null && isStepAlike(step, stepBelow(lines[after - 1], lines[after]))) after++
    // a tight column is one from three characters on, a loose one (a title down a cover) from four
    if (after - first >= 4 || (after - first === 3 && step !== null && step < 1.2)) {
      result.push({ glyphs: lines.slice(first, after).flatMap(({ glyphs }) => glyphs), isStack: true })
    } else result.push(...lines.slice(first, after))
    first = after
  }
  return result
}

/** Tight steps vary with marks that take half a square; loose ones are even. */
function isStepAlike(first: number, step: number | null): boolean {
  if (step === null) return false
  return (first < 1.2 && step < 1.2) || Math.abs(step - first) < 0.1 * first
}

/** How far the next line begins below the last character of this one, in em; null: it is no column. */
function stepBelow(upper: Line | undefined, lower: Line | undefined): number | null {
  if (upper === undefined || lower === undefined || !isStackable(upper) || !isStackable(lower)) return null
  const [last, next] = [upper.glyphs.at(-1)!, lower.glyphs[0]!]
  if (last.isBold !== next.isBold || last.isInvisible !== next.isInvisible || Math.abs(last.size - next.size) > 0.1 * last.size) return null
  const middle = ({ box }: Glyph): number => box.x + box.width / 2
  const step = (next.box.y - last.box.y) / last.size
  return Math.abs(middle(last) - middle(next)) < 0.3 * last.size && step > 0.45 && step < 1.6 ? step : null
}

function isStackable({ glyphs }: Line): boolean {
  const [{ direction, isUpright, text }] = glyphs as [Glyph]
  if (direction === 'down') return isUpright
  return direction === 'right' && glyphs.length === 1 && !/[\s!-~]/.test(text)
}

/** As runs: none for white space alone. */
function printed({ glyphs, isStack }: Line): PrintedRun[] {
  const own = withoutSoftHyphens(trimmed(glyphs))
  if (own.length === 0) return []
  const [{ direction, isBold, isUpright }] = own as [Glyph]
  const isVertical = isStack || direction === 'down' || direction === 'up'
  const corners = own.flatMap(({ box }) => [box.x, box.y, box.x + box.width, box.y + box.height])
  const box = boxAround(corners)
  return [
    {
      text: own.map(({ text }) => text).join(''),
      box,
      // what runs left or up has its first character at the far end: its characters share the box
      ...(direction === 'right' || direction === 'down' ? { edges: edgesOf(own, { isStack: isStack || isUpright, end: isVertical ? box.y + box.height : box.x + box.width }) } : {}),
      size: own.reduce((sum, { size }) => sum + size, 0) / own.length,
      ...(isBold ? { isBold } : {}),
      ...(isVertical ? { isVertical } : {})
    }
  ]
}

function trimmed(glyphs: readonly Glyph[]): readonly Glyph[] {
  let [first, after] = [0, glyphs.length]
  while (first < after && glyphs[first]!.text.trim() === '') first++
  while (after > first && glyphs[after - 1]!.text.trim() === '') after--
  return glyphs.slice(first, after)
}

/** At the end of a line it parts a word and is no character of the text; inside of one, some fonts mean a hyphen by it. */
function withoutSoftHyphens(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (!glyphs.some(({ text }) => text === '\u00ad')) return glyphs
  return glyphs.flatMap((glyph, i) => (glyph.text !== '\u00ad' ? [glyph] : i === glyphs.length - 1 ? [] : [{ ...glyph, text: '-' }]))
}

/** Where each code unit begins; those of one glyph share it in equal parts. Ascending whatever the file says. */
function edgesOf(glyphs: readonly Glyph[], { isStack, end }: { isStack: boolean; end: number }): number[] {
  const beginOf = (glyph: Glyph): number => (isStack ? glyph.box.y : glyph.begin)
  const edges: number[] = []
  for (let first = 0; first < glyphs.length; ) {
    const begin = Math.max(beginOf(glyphs[first]!), edges.at(-1) ?? -Infinity)
    let [after, units] = [first, 0]
    while (after < glyphs.length && (after === first || beginOf(glyphs[after]!) <= begin)) units += glyphs[after++]!.text.length
    const next = after < glyphs.length ? beginOf(glyphs[after]!) : Math.max(end, begin)
    for (let unit = 0; unit < units; unit++) edges.push(begin + ((next - begin) * unit) / units)
    first = after
  }
  return [...edges, Math.max(end, edges.at(-1) ?? end)]
}
