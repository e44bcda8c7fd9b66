/** A drawing as a value: what the window draws and what a saved file holds come from the same one. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}

/** Names of the window's inks, or a theme's colour (`theme:<id>`). */
export type Paint = 'ink' | 'ink-2' | 'ink-3' | 'line' | 'line-strong' | 'sheet' | `theme:${string}`

export type Shape = Box | Path | Dot | Words

interface Common {
  /** The theme whose it is: when one theme is lit, what belongs to others steps back. */
  readonly theme?: string
}

export interface Box extends Common {
  readonly kind: 'box'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly fill: Paint
  /** Number of the hatch that is laid over it, for eyes that do not tell colours apart. */
  readonly hatch?: number
}

export interface Path extends Common {
  readonly kind: 'path'
  readonly d: string
  readonly stroke: Paint
  readonly thickness: number
  readonly isDashed?: boolean
}

export interface Dot extends Common {
  readonly kind: 'dot'
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly fill: Paint
  readonly stroke: Paint
}

export interface Words extends Common {
  readonly kind: 'words'
  readonly x: number
  /** Of the base line. */
  readonly y: number
  readonly text: string
  readonly size: number
  readonly fill: Paint
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly isBold?: boolean
  readonly isSerif?: boolean
  /** Drawn with an edge of paper round it, where lines run under it. */
  readonly hasEdge?: boolean
}

/** A shape somewhere else. Paths must be made of absolute M, C, H and V. */
export function moved(shape: Shape, dx: number, dy: number): Shape {
  if (shape.kind !== 'path') return { ...shape, x: shape.x + dx, y: shape.y + dy }
  const d = shape.d.replace(/([MCHV])([^MCHV]*)/g, (_, command: string, numbers: string) => {
    const values = numbers.trim().split(/\s+/).map(Number)
    return command + values.map((value, index) => value + (command === 'V' || (command !== 'H' && index % 2 === 1) ? dy : dx)).join(' ')
  })
  return { ...shape, d }
}

/** As many patterns as themes can be told apart by; a larger codebook begins again. */
export const hatchCount = 16

export const hatchTile = 8

/** The lines of a hatch within its tile; '' is plain. The first ones are the most unlike. */
export const hatchPath = (number: number): string => hatches[number % hatchCount]!

const hatches: readonly string[] = [
  '',
  'M-2 2 2-2M-2 10 10-2M6 10 10 6',
  'M0 4H8',
  'M4 0V8',
  'M-2 6 2 10M-2-2 10 10M6-2 10 2',
  'M2 4h4',
  'M0 4H8M4 0V8',
  'M-2 2 2-2M-2 10 10-2M6 10 10 6M-2 6 2 10M-2-2 10 10M6-2 10 2',
  'M0 2H8M0 6H8',
  'M2 0V8M6 0V8',
  'M4 3v2',
  'M0 6 4 2 8 6',
  'M2 0 6 4 2 8',
  'M1 2h3M5 6h3',
  'M2 1v3M6 5v3',
  'M2 4h4M4 2v4'
]

const fonts = {
  serif: "'Source Han Serif SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'Songti SC', SimSun, serif",
  sans: "'Source Han Sans SC', 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif"
} as const

/** Colours of a saved picture: ink on white paper, whatever the window looks like. */
const printedInks: Readonly<Record<Exclude<Paint, `theme:${string}`>, string>> = {
  ink: '#1f1d1a',
  'ink-2': '#5d584f',
  'ink-3': '#6f695d',
  line: '#e4e0d8',
  'line-strong': '#cfc9bd',
  sheet: '#ffffff'
}

/** The picture as an SVG file. `colors`: theme id -> `#rrggbb`. */
export function svgText({ width, height, shapes }: Picture, colors: ReadonlyMap<string, string>): string {
  const ink = (paint: Paint): string => (paint.startsWith('theme:') ? (colors.get(paint.slice(6)) ?? printedInks['ink-3']) : printedInks[paint as keyof typeof printedInks])
  const used = [...new Set(shapes.flatMap((shape) => (shape.kind === 'box' && shape.hatch !== undefined ? [shape.hatch % hatchCount] : [])))].filter((n) => hatchPath(n) !== '')
  const patterns = used.map(
    (n) => `<pattern id="h${n}" width="${hatchTile}" height="${hatchTile}" patternUnits="userSpaceOnUse"><path d="${hatchPath(n)}" fill="none" stroke="${printedInks.sheet}" stroke-opacity=".75" stroke-width="1.4"/></pattern>`
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${figure(width)}" height="${figure(height)}" viewBox="0 0 ${figure(width)} ${figure(height)}" font-family="${fonts.sans}">`,
    ...(patterns.length > 0 ? [`<defs>${patterns.join('')}</defs>`] : []),
    `<rect width="100%" height="100%" fill="${printedInks.sheet}"/>`,
    ...shapes.map((shape) => shapeText(shape, ink)),
    '</svg>\n'
  ].join('\n')
}

function shapeText(shape: Shape, ink: (paint: Paint) => string): string {
  switch (shape.kind) {
    case 'box': {
      const place = `x="${figure(shape.x)}" y="${figure(shape.y)}" width="${figure(shape.width)}" height="${figure(shape.height)}"`
      const hatched = shape.hatch !== undefined && hatchPath(shape.hatch) !== '' ? `<rect ${place} fill="url(#h${shape.hatch % hatchCount})"/>` : ''
      return `<rect ${place} fill="${ink(shape.fill)}"/>${hatched}`
    }
    case 'path':
      return `<path d="${shape.d}" fill="none" stroke="${ink(shape.stroke)}" stroke-width="${shape.thickness}"${shape.isDashed === true ? ' stroke-dasharray="3 4"' : ''}/>`
    case 'dot':
      return `<circle cx="${figure(shape.x)}" cy="${figure(shape.y)}" r="${figure(shape.radius)}" fill="${ink(shape.fill)}" stroke="${ink(shape.stroke)}" stroke-width="1.5"/>`
    case 'words': {
      const anchor = shape.anchor === undefined || shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`
      const face = `${shape.isSerif === true ? ` font-family="${fonts.serif}"` : ''}${shape.isBold === true ? ' font-weight="600"' : ''}`
      const edge = shape.hasEdge === true ? ` stroke="${printedInks.sheet}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"` : ''
      return `<text x="${figure(shape.x)}" y="${figure(shape.y)}" font-size="${shape.size}" fill="${ink(shape.fill)}"${anchor}${face}${edge}>${escaped(shape.text)}</text>`
    }
  }
}

const figure = (value: number): string => String(Math.round(value * 100) / 100)

/** XML has no control characters and no lone surrogates. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
