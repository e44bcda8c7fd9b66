/** An entry on the page. `top` is of the column's content; `height` without the room above. */
export interface StageItem {
  readonly key: string
  readonly element: HTMLElement
  readonly height: number
  readonly level: number | null
  readonly units: readonly string[]
  readonly top: number
}

/** An empty place is drawn as tall as what it answers, as far as there is room. */
function stretchPlaces(columns: readonly StageColumn[]): void {
  columns.map(({ items }, index) => {
    const drawn = new Map<string, number>()
    items.forEach((item, at) => {
      if (item.element.dataset['stretch'] === undefined) return
      const answered = columns.flatMap((other, column) => (column === index || item.level === null ? [] : other.items.filter(({ level }) => level === item.level)))
      const room = (items[at + 1]?.top ?? Infinity) - item.top
      const height = Math.max(item.height, Math.min(room, ...answered.map((other) => other.height)))
      item.element.style.setProperty('--stretch', `${height}px`)
      drawn.set(item.key, height)
    })
    return drawn
  }).forEach((drawn, index) => columns[index]!.drawAs(drawn))
}

/** Puts everything where it goes. `gaps`: room above each item of each column, and a last one that makes all end together. */
export function placeColumns(columns: readonly StageColumn[], gaps: readonly (readonly number[])[], isLevel: boolean): void {
  columns.forEach((column, index) => column.place(gaps[index]!, isLevel))
  stretchPlaces(columns)
}

/** A column on the page, as measured. */
export class StageColumn {
  readonly scroller: HTMLElement
  items: readonly StageItem[]
  /** The items by their keys, as they were placed last and as tall as they are drawn. */
  byKey: ReadonlyMap<string, StageItem> = new Map()
  readonly #end: HTMLElement | null

  constructor(scroller: HTMLElement) {
    this.scroller = scroller
    this.#end = scroller.querySelector<HTMLElement>('[data-end]')
    this.items = [...scroller.querySelectorAll<HTMLElement>('[data-item]')].map((element) => ({
      key: element.dataset['item'] ?? '',
      element,
      height: element.firstElementChild?.getBoundingClientRect().height ?? 0,
      level: element.dataset['level'] === undefined ? null : Number(element.dataset['level']),
      units: (element.dataset['units'] ?? '').split(' ').filter((unit) => unit !== ''),
      top: 0
    }))
  }

  /** Leaves the room asked for above each entry, and below the last one enough that it can come up to the reading line. */
  place(gaps: readonly number[], isLevel: boolean): void {
    let bottom = 0
    this.items = this.items.map((item, index) => {
      const gap = gaps[index] ?? 0
      item.element.style.paddingTop = gap === 0 ? '' : `${gap}px`
      const top = bottom + gap
      bottom = top + item.height
      return { ...item, top }
    })
    const last = isLevel ? (gaps[this.items.length] ?? 0) : 0
    if (this.#end !== null) this.#end.style.height = `${last + this.scroller.clientHeight * 0.7}px`
  }

  /** Of empty places, which take up one line and are drawn taller. */
  drawAs(heights: ReadonlyMap<string, number>): void {
    this.byKey = new Map(this.items.map((item) => [item.key, { ...item, height: heights.get(item.key) ?? item.height }]))
  }
}

export const measureColumns = (root: HTMLElement): StageColumn[] => [...root.querySelectorAll<HTMLElement>('[data-column]')].map((scroller) => new StageColumn(scroller))
