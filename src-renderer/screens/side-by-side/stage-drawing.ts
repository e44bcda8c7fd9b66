import { bandPath, type Edge } from './band-path.ts'
import type { StageItem } from './stage-columns.ts'

/** A column as it is now: what stands where in it, and what of it is in sight. */
export interface DrawnColumn {
  readonly items: ReadonlyMap<string, StageItem>
  readonly scrollTop: number
  readonly height: number
  readonly whole: number
}

/** The bands of every gutter, from the left block to the right one. */
export function drawBands(root: HTMLElement, columns: readonly DrawnColumn[]): void {
  for (const gutter of root.querySelectorAll<SVGSVGElement>('[data-gutter]')) {
    const index = Number(gutter.dataset['gutter'])
    const width = gutter.clientWidth
    for (const band of gutter.querySelectorAll<SVGGElement>('[data-left]')) {
      const left = edgeOf(columns[index], band.dataset['left'])
      const right = edgeOf(columns[index + 1], band.dataset['right'])
      const height = columns[index]?.height ?? 0
      const isSeen = left !== null && right !== null && Math.max(left.bottom, right.bottom) > 0 && Math.min(left.top, right.top) < height
      band.style.display = isSeen ? '' : 'none'
      if (!isSeen) continue
      const path = bandPath(left, right, width)
      for (const shape of band.querySelectorAll('path')) shape.setAttribute('d', path)
      placeLabel(band, { left, right, width, height })
    }
  }
}

interface LabelGround {
  readonly left: Edge
  readonly right: Edge
  readonly width: number
  readonly height: number
}

/** The name stands in the middle of the part in sight, where the band is thick enough for it: across the gutter or, a long one, down it. */
function placeLabel(band: SVGGElement, { left, right, width, height }: LabelGround): void {
  const label = band.querySelector('text')
  if (label === null) return
  const top = Math.max((left.top + right.top) / 2, 0)
  const bottom = Math.min((left.bottom + right.bottom) / 2, height)
  const length = Number(label.dataset['length'])
  const isAcross = length <= width - 6
  label.style.display = bottom - top < (isAcross ? 18 : length + 8) ? 'none' : ''
  label.style.writingMode = isAcross ? '' : 'vertical-rl'
  label.setAttribute('x', String(width / 2))
  label.setAttribute('y', String((top + bottom) / 2))
}

function edgeOf(column: DrawnColumn | undefined, key: string | undefined): Edge | null {
  const item = column?.items.get(key ?? '')
  return column === undefined || item === undefined ? null : { top: item.top - column.scrollTop, bottom: item.top - column.scrollTop + item.height }
}

/** The maps: where each block stands in the whole. It stays so until the columns are laid anew. */
export function layMaps(root: HTMLElement, columns: readonly DrawnColumn[]): void {
  for (const { map, column } of mapsOf(root, columns)) {
    for (const part of map.querySelectorAll<HTMLElement>('[data-of]')) {
      const item = column.items.get(part.dataset['of'] ?? '')
      part.style.top = share(item?.top ?? 0, column)
      part.style.height = item === undefined ? '0' : share(item.height, column)
    }
  }
}

/** The maps: what is in sight. */
export function drawMaps(root: HTMLElement, columns: readonly DrawnColumn[]): void {
  for (const { map, column } of mapsOf(root, columns)) {
    const view = map.querySelector<HTMLElement>('[data-view]')
    if (view !== null) {
      view.style.top = share(column.scrollTop, column)
      view.style.height = share(column.height, column)
    }
    const most = column.whole - column.height
    map.setAttribute('aria-valuenow', String(most <= 0 ? 0 : Math.round((column.scrollTop / most) * 100)))
  }
}

const share = (pixels: number, { whole }: DrawnColumn): string => `${(pixels / whole) * 100}%`

function mapsOf(root: HTMLElement, columns: readonly DrawnColumn[]): { readonly map: HTMLElement; readonly column: DrawnColumn }[] {
  return [...root.querySelectorAll<HTMLElement>('[data-map]')].flatMap((map) => {
    const column = columns[Number(map.dataset['map'])]
    return column === undefined || column.whole === 0 ? [] : [{ map, column }]
  })
}
