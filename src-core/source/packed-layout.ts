import { sourceFromText, type Box, type LineRole, type PageSize, type Source, type SourceLine, type SourceRecord } from './source.ts'

/**
 * What a source knows of its lines besides the text, as a library keeps it: flat JSON arrays, numbers
 * rounded to hundredths of a point. `null` where the text alone gives the lines back (plain text).
 */
interface PackedLayout {
  /** Start and length of each line, flat; the start as the gap to the end of the line before. */
  readonly lines: readonly number[]
  /** Page of each line, 0 for none; absent: none has one. */
  readonly pages?: readonly number[]
  /** Width and height of each page, flat. */
  readonly sizes?: readonly number[]
  /** Flat: x, y, width, height for each line that has a box; one null for one that has none. */
  readonly boxes?: readonly (number | null)[]
  /** By index of the line. Steps from the first edge on, where the characters are not of one width. */
  readonly edges?: Readonly<Record<number, readonly number[]>>
  readonly vertical?: readonly number[]
  readonly roles?: Readonly<Partial<Record<LineRole, readonly number[]>>>
  /** Indices of lines that end a paragraph, and of those that do not. */
  readonly ends?: readonly number[]
  readonly runsOn?: readonly number[]
  /** Confidence of each line in thousandths, -1 for none. */
  readonly confidence?: readonly number[]
  readonly records?: readonly SourceRecord[]
}

/** Edges this near to equal parts of the box are not kept: less than anybody sees. */
const sameEdge = 0.4

/** @returns JSON, or null where `sourceFromText` gives the same lines */
export function packLayout(source: Source): string | null {
  if (isPlain(source)) return null
  const { lines, pages, records } = source
  const packed: PackedLayout = {
    lines: lines.flatMap(({ start, end }, n) => [start - (lines[n - 1]?.end ?? 0), end - start]),
    ...(lines.some(({ page }) => page !== null) ? { pages: lines.map(({ page }) => page ?? 0) } : {}),
    ...(pages === undefined ? {} : { sizes: pages.flatMap(({ width, height }) => [hundredths(width), hundredths(height)]) }),
    ...(lines.some(({ box }) => box !== undefined) ? { boxes: lines.flatMap(packBox) } : {}),
    ...packEdges(lines),
    ...indices('vertical', lines, ({ isVertical }) => isVertical === true),
    ...packRoles(lines),
    ...indices('ends', lines, ({ endsParagraph }) => endsParagraph === true),
    ...indices('runsOn', lines, ({ endsParagraph }) => endsParagraph === false),
    ...(lines.some(({ confidence }) => confidence !== undefined)
      ? { confidence: lines.map(({ confidence }) => (confidence === undefined ? -1 : Math.round(confidence * 1000))) }
      : {}),
    ...(records === undefined ? {} : { records })
  }
  return JSON.stringify(packed)
}

/** The source of a text and what `packLayout` made of its lines. @throws SyntaxError where `layout` is something else */
export function unpackSource(text: string, fileName: string, layout: string | null): Source {
  if (layout === null) return sourceFromText(text, fileName)
  const packed = JSON.parse(layout) as PackedLayout
  const { sizes, records } = packed
  return {
    fileName,
    text,
    lines: unpackLines(packed),
    ...(sizes === undefined ? {} : { pages: pageSizes(sizes) }),
    ...(records === undefined ? {} : { records })
  }
}

function isPlain(source: Source): boolean {
  if (source.pages !== undefined || source.records !== undefined) return false
  const plain = sourceFromText(source.text).lines
  return (
    plain.length === source.lines.length &&
    source.lines.every((line, n) => line.start === plain[n]!.start && line.end === plain[n]!.end && line.page === null && Object.keys(line).every((key) => plainKeys.has(key)))
  )
}

const plainKeys: ReadonlySet<string> = new Set(['start', 'end', 'page'])

const hundredths = (value: number): number => Math.round(value * 100) / 100

const packBox = ({ box }: SourceLine): (number | null)[] => (box === undefined ? [null] : [box.x, box.y, box.width, box.height].map(hundredths))

/** Sparse lists of line indices, as gaps: most neighbours have the same. */
function indices<K extends 'vertical' | 'ends' | 'runsOn'>(key: K, lines: readonly SourceLine[], has: (line: SourceLine) => boolean): Partial<Record<K, number[]>> {
  const found: number[] = []
  let before = 0
  lines.forEach((line, n) => {
    if (!has(line)) return
    found.push(n - before)
    before = n
  })
  return found.length === 0 ? {} : ({ [key]: found } as Partial<Record<K, number[]>>) // the key is K
}

function ungapped(gaps: readonly number[] | undefined): Set<number> {
  const found = new Set<number>()
  let at = 0
  for (const gap of gaps ?? []) found.add((at += gap))
  return found
}

function packEdges(lines: readonly SourceLine[]): { edges?: Record<number, number[]> } {
  const edges: Record<number, number[]> = {}
  lines.forEach((line, n) => {
    const { edges: own } = line
    if (own === undefined || isEven(line, own)) return
    edges[n] = own.map((edge, k) => (k === 0 ? hundredths(edge) : hundredths(edge - own[0]!)))
  })
  return Object.keys(edges).length === 0 ? {} : { edges }
}

function isEven({ box, isVertical }: SourceLine, edges: readonly number[]): boolean {
  if (box === undefined) return false
  const [from, length] = isVertical === true ? [box.y, box.height] : [box.x, box.width]
  const step = length / (edges.length - 1)
  return edges.every((edge, k) => Math.abs(edge - from - k * step) <= sameEdge)
}

function packRoles(lines: readonly SourceLine[]): { roles?: Partial<Record<LineRole, number[]>> } {
  const roles: Partial<Record<LineRole, number[]>> = {}
  lines.forEach(({ role }, n) => {
    if (role !== undefined) (roles[role] ??= []).push(n)
  })
  return Object.keys(roles).length === 0 ? {} : { roles }
}

function pageSizes(flat: readonly number[]): PageSize[] {
  const sizes: PageSize[] = []
  for (let i = 0; i < flat.length; i += 2) sizes.push({ width: flat[i]!, height: flat[i + 1]! })
  return sizes
}

function boxAt(flat: readonly (number | null)[], at: number): Box | null {
  const x = flat[at]
  return x === null || x === undefined ? null : { x, y: flat[at + 1]!, width: flat[at + 2]!, height: flat[at + 3]! }
}

function unpackLines(packed: PackedLayout): SourceLine[] {
  const roles = new Map<number, LineRole>()
  for (const [role, lines] of Object.entries(packed.roles ?? {})) for (const n of lines) roles.set(n, role as LineRole) // keys of `roles`
  const [vertical, ends, runsOn] = [ungapped(packed.vertical), ungapped(packed.ends), ungapped(packed.runsOn)]
  const lines: SourceLine[] = []
  let end = 0
  let boxPosition = 0
  for (let n = 0; n * 2 < packed.lines.length; n++) {
    const start = end + packed.lines[2 * n]!
    end = start + packed.lines[2 * n + 1]!
    const role = roles.get(n)
    const edges = packed.edges?.[n]
    const confidence = packed.confidence?.[n] ?? -1
    const box = packed.boxes === undefined ? null : boxAt(packed.boxes, boxPosition)
    lines.push({
      start,
      end,
      page: packed.pages?.[n] || null,
      ...(box === null ? {} : { box }),
      ...(edges === undefined ? {} : { edges: edges.map((edge, k) => (k === 0 ? edge : edge + edges[0]!)) }),
      ...(vertical.has(n) ? { isVertical: true } : {}),
      ...(role === undefined ? {} : { role }),
      ...(ends.has(n) ? { endsParagraph: true } : runsOn.has(n) ? { endsParagraph: false } : {}),
      ...(confidence < 0 ? {} : { confidence: confidence / 1000 })
    })
    boxPosition += box === null ? 1 : 4
  }
  return lines
}
