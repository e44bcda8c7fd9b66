import { levelGaps } from '#core/compare/level.ts'
import type { ColumnPlace, SyncMode } from '../../state/side-by-side.ts'
import { drawBands, drawMaps, layMaps, type DrawnColumn } from './stage-drawing.ts'
import { measureColumns, placeColumns, type StageColumn } from './stage-columns.ts'

/** What the stage is to keep up. */
export interface StageOrder {
  readonly mode: SyncMode
  /** Column -> key of an entry -> for each column the key of the entry that answers it there, or null. */
  readonly answers: readonly ReadonlyMap<string, readonly (string | null)[]>[]
}

export interface StageNews {
  /** Which entry of which column is being read. */
  readonly onCurrent: (current: Pick<ColumnPlace, 'column' | 'key'>) => void
  /** Scrolling has come to rest. */
  readonly onRest: (place: ColumnPlace) => void
}

const restMs = 200
/** Part of the way that a column goes in one frame when the one read goes on to a block that stands elsewhere in it. */
const stride = 0.3

/**
 * Keeps the columns level and together. It lives outside React: heights, scrolling and bands change
 * with every frame, and belong to the page itself. Nothing is guessed: room is left between blocks
 * after their heights were measured, and again whenever one of them changes.
 */
export class StageKeeper {
  readonly #news: StageNews
  readonly #observer = new ResizeObserver(() => this.#relevel())
  #root: HTMLElement | null = null
  #order: StageOrder = { mode: 'theme', answers: [] }
  #columns: readonly StageColumn[] = []
  /** The column that the person moves; the others follow. */
  #leader = 0
  #anchor: ColumnPlace | null
  /** Where each column was put by us: a scroll event that finds it there tells nothing new. */
  #expected: number[] = []
  /** An entry that the person went to by name; it stays current until she scrolls. */
  #pinned: Pick<ColumnPlace, 'column' | 'key'> | null = null
  /** Column -> how far it stands from the one being read, and how far it has come in going there. */
  readonly #offsets = new Map<number, number>()
  readonly #gliding = new Map<number, number>()
  #told = ''
  #frame = 0
  #rest: ReturnType<typeof setTimeout> | undefined

  constructor(news: StageNews, place: ColumnPlace | null) {
    this.#news = news
    this.#anchor = place
    this.#leader = place?.column ?? 0
  }

  /** Ref of the stage. */
  readonly attach = (root: HTMLElement | null): (() => void) | undefined => {
    if (root === null) return
    this.#root = root
    const onScroll = (event: Event): void => this.#scrolled(event.target)
    const onOver = (event: Event): void => this.#light(event.target)
    const onWheel = (event: WheelEvent): void => this.#wheel(event)
    const onDown = (event: Event): void => this.#touched(event.target)
    root.addEventListener('scroll', onScroll, { capture: true, passive: true })
    root.addEventListener('pointerover', onOver)
    root.addEventListener('focusin', onOver)
    root.addEventListener('focusin', onDown)
    root.addEventListener('pointerdown', onDown)
    root.addEventListener('wheel', onWheel, { passive: true })
    this.#observer.observe(root)
    return () => {
      root.removeEventListener('scroll', onScroll, { capture: true })
      root.removeEventListener('pointerover', onOver)
      root.removeEventListener('focusin', onOver)
      root.removeEventListener('focusin', onDown)
      root.removeEventListener('pointerdown', onDown)
      root.removeEventListener('wheel', onWheel)
      cancelAnimationFrame(this.#frame)
      clearTimeout(this.#rest)
      this.#observer.disconnect()
      this.#root = null
    }
  }

  /** Ref of the body of each entry. */
  readonly watch = (body: HTMLElement | null): (() => void) | undefined => {
    if (body === null) return
    this.#observer.observe(body)
    return () => this.#observer.unobserve(body)
  }

  /** After entries came or went, or another way to scroll was chosen. */
  obey(order: StageOrder): void {
    this.#order = order
    this.#relevel()
  }

  get active(): number {
    return Math.min(this.#leader, Math.max(0, this.#columns.length - 1))
  }

  focusColumn(column: number): void {
    const scroller = this.#columns[column]?.scroller
    if (scroller === undefined) return
    this.#lead(column)
    scroller.focus({ preventScroll: true })
    this.#tell()
  }

  /** To the next or previous block of the column being read; the others come along. The focus goes there. */
  step(by: 1 | -1): void {
    const column = this.#columns[this.active]
    if (column === undefined) return
    const stops = column.items.filter(({ units }) => units.length > 0)
    const now = this.#pinned?.column === this.active ? this.#pinned.key : this.#readEntry()?.key
    const at = stops.findIndex(({ key }) => key === now)
    const next = at < 0 ? stops[0] : stops[Math.max(0, Math.min(stops.length - 1, at + by))]
    if (next === undefined) return
    this.goTo(this.active, next.key)
    next.element.querySelector<HTMLElement>('[data-stop]')?.focus({ preventScroll: true })
  }

  /** Brings an entry to the reading line, and what answers it to the same height. */
  goTo(index: number, key: string): void {
    const column = this.#columns[index]
    const item = column?.items.find((other) => other.key === key)
    if (column === undefined || item === undefined) return
    this.#lead(index)
    const together = this.#order.mode === 'theme' ? this.#answersTo(index, key) : []
    // a block near the top of its report cannot come down further than it stands
    const line = Math.min(readingLine(column), item.top, ...together.map((other) => other?.top ?? Infinity))
    this.#scrollTo(index, item.top - line)
    this.#pin(index, key)
    this.#follow(false)
    this.#draw()
  }

  /** Brings what answers the entry being read to its height, whatever the way of scrolling. */
  match(): void {
    const read = this.#pinned?.column === this.active ? this.#columns[this.active]?.items.find(({ key }) => key === this.#pinned?.key) : this.#readEntry()
    const column = this.#columns[this.active]
    if (read === undefined || column === undefined) return
    this.#answersTo(this.active, read.key).forEach((item, index) => {
      if (index !== this.active && item !== null) this.#scrollTo(index, item.top - (read.top - column.scroller.scrollTop))
    })
    this.#draw()
  }

  /** Scrolls a column until a piece of its text is in sight at the reading line. */
  reveal(index: number, element: Element | null): void {
    const column = this.#columns[index]
    if (column === undefined || element === null) return
    this.#lead(index)
    this.#pinned = null
    const top = element.getBoundingClientRect().top - column.scroller.getBoundingClientRect().top
    this.#scrollTo(index, column.scroller.scrollTop + top - readingLine(column))
    this.#remember()
    this.#follow(false)
    this.#draw()
  }

  /** Scrolls a column to a part of its whole height, as its map asks. */
  scrollToShare(index: number, share: number): void {
    const column = this.#columns[index]
    if (column === undefined) return
    this.#lead(index)
    this.#pinned = null
    this.#scrollTo(index, share * column.scroller.scrollHeight)
    this.#remember()
    this.#follow(false)
    this.#draw()
  }

  #relevel(): void {
    const root = this.#root
    if (root === null) return
    this.#columns = measureColumns(root)
    const isLevel = this.#order.mode === 'theme'
    const gaps = levelGaps(this.#columns.map(({ items }) => items.map(({ height, level }) => ({ height, level: isLevel ? level : null }))))
    placeColumns(this.#columns, gaps, isLevel)
    layMaps(root, this.#drawn())
    this.#restore()
    this.#follow(false)
    this.#draw()
  }

  /** After the columns were laid anew, what was being read stays where it was. */
  #restore(): void {
    const anchor = this.#anchor
    const column = anchor === null ? undefined : this.#columns[anchor.column]
    const item = column?.items.find(({ key }) => key === anchor?.key)
    if (anchor !== null && item !== undefined) this.#scrollTo(anchor.column, item.top - anchor.offset)
    this.#expected = this.#columns.map(({ scroller }) => scroller.scrollTop)
  }

  #scrolled(target: EventTarget | null): void {
    const index = this.#columns.findIndex(({ scroller }) => scroller === target)
    const column = this.#columns[index]
    if (column === undefined) return
    if (Math.abs(column.scroller.scrollTop - (this.#expected[index] ?? 0)) > 1) {
      this.#expected[index] = column.scroller.scrollTop
      this.#lead(index)
      this.#pinned = null
      this.#remember()
      this.#follow(true)
    }
    this.#draw()
  }

  #remember(): void {
    const column = this.#columns[this.#leader]
    const read = this.#readItem()
    if (column === undefined || read === undefined) return
    // the very top stays the top
    this.#anchor = column.scroller.scrollTop < 1 ? { column: this.#leader, key: column.items[0]!.key, offset: 0 } : { column: this.#leader, key: read.key, offset: read.top - column.scroller.scrollTop }
    clearTimeout(this.#rest)
    const place = this.#anchor
    this.#rest = setTimeout(() => this.#news.onRest(place), restMs)
  }

  #pin(column: number, key: string): void {
    this.#pinned = { column, key }
    this.#remember()
    const at = this.#columns[column]!
    const item = at.items.find((other) => other.key === key)!
    this.#anchor = { column, key, offset: item.top - at.scroller.scrollTop }
  }

  /** The other columns go where the one being read leads them: with it, or gliding, where it came to a block that stands elsewhere in them. */
  #follow(isGradual: boolean): void {
    cancelAnimationFrame(this.#frame)
    const leader = this.#columns[this.#leader]
    if (leader === undefined || this.#order.mode === 'off') return
    const glides = isGradual && this.#order.mode === 'theme' && !matchMedia('(prefers-reduced-motion: reduce)').matches
    this.#columns.forEach((column, index) => {
      if (index === this.#leader) return
      const wanted = this.#wanted(index, leader, column)
      this.#scrollTo(index, glides ? this.#glide(index, wanted, leader.scroller.scrollTop) : wanted)
      if (!glides) this.#gliding.delete(index)
      if (!glides) this.#offsets.set(index, wanted - leader.scroller.scrollTop)
    })
    if (this.#gliding.size === 0) return
    this.#frame = requestAnimationFrame(() => {
      this.#follow(true)
      this.#draw()
    })
  }

  /** @returns where the column is to be in this frame */
  #glide(index: number, wanted: number, lead: number): number {
    const offset = wanted - lead
    const now = this.#gliding.get(index) ?? this.#offsets.get(index) ?? offset
    this.#offsets.set(index, offset)
    const next = now + (offset - now) * stride
    if (Math.abs(offset - next) < 1) {
      this.#gliding.delete(index)
      return wanted
    }
    this.#gliding.set(index, next)
    return lead + next
  }

  #lead(index: number): void {
    if (index === this.#leader) return
    this.#leader = index
    this.#gliding.clear()
    const lead = this.#columns[index]?.scroller.scrollTop ?? 0
    this.#columns.forEach(({ scroller }, other) => this.#offsets.set(other, scroller.scrollTop - lead))
  }

  #wanted(index: number, leader: StageColumn, column: StageColumn): number {
    const { scrollTop, scrollHeight, clientHeight } = leader.scroller
    if (this.#order.mode === 'proportion') {
      const most = scrollHeight - clientHeight
      return most <= 0 ? 0 : (scrollTop / most) * (column.scroller.scrollHeight - column.scroller.clientHeight)
    }
    const read = this.#pinned?.column === this.#leader ? leader.items.find(({ key }) => key === this.#pinned?.key) : this.#readItem()
    const answer = read === undefined ? null : this.#answersTo(this.#leader, read.key)[index]
    return read === undefined || answer === null || answer === undefined ? scrollTop : answer.top - (read.top - scrollTop)
  }

  #answersTo(index: number, key: string) {
    const keys = this.#order.answers[index]?.get(key)
    return this.#columns.map(({ items }, column) => items.find((item) => item.key === keys?.[column]) ?? null)
  }

  #scrollTo(index: number, top: number): void {
    const { scroller } = this.#columns[index]!
    scroller.scrollTop = top
    this.#expected[index] = scroller.scrollTop
  }

  /** The entry at the reading line of the column being read. */
  #readItem() {
    const column = this.#columns[this.active]
    if (column === undefined) return undefined
    const line = column.scroller.scrollTop + readingLine(column)
    return column.items.findLast(({ top }) => top <= line) ?? column.items[0]
  }

  /** The same, of those that stand for a theme. */
  #readEntry() {
    const column = this.#columns[this.active]
    if (column === undefined) return undefined
    const line = column.scroller.scrollTop + readingLine(column) + 1
    return column.items.findLast(({ top, units }) => units.length > 0 && top <= line) ?? column.items.find(({ units }) => units.length > 0)
  }

  #draw(): void {
    if (this.#root === null) return
    const drawn = this.#drawn()
    drawBands(this.#root, drawn)
    drawMaps(this.#root, drawn)
    this.#tell()
  }

  #drawn(): DrawnColumn[] {
    return this.#columns.map(({ scroller, byKey }) => ({ items: byKey, scrollTop: scroller.scrollTop, height: scroller.clientHeight, whole: scroller.scrollHeight }))
  }

  #tell(): void {
    const current = this.#pinned ?? { column: this.active, key: this.#readEntry()?.key ?? '' }
    const told = `${current.column} ${current.key}`
    if (told === this.#told || current.key === '') return
    this.#told = told
    this.#news.onCurrent({ column: current.column, key: current.key })
  }

  #touched(target: EventTarget | null): void {
    const index = this.#columns.findIndex(({ scroller }) => target instanceof Node && scroller.contains(target))
    if (index < 0 || index === this.#leader) return
    this.#lead(index)
    this.#tell()
  }

  /** What speaks of one theme lights up together; the names are of the page, not of React. */
  #light(target: EventTarget | null): void {
    const units = target instanceof Element ? (target.closest<HTMLElement>('[data-units]')?.dataset['units'] ?? '') : ''
    const wanted = new Set(units.split(' ').filter((unit) => unit !== ''))
    for (const element of this.#root?.querySelectorAll<HTMLElement | SVGElement>('[data-units]') ?? []) {
      const isLit = (element.dataset['units'] ?? '').split(' ').some((unit) => wanted.has(unit))
      if (isLit !== (element.dataset['lit'] === 'true')) element.dataset['lit'] = String(isLit)
    }
  }

  /** Between the columns the wheel turns the one being read. */
  #wheel(event: WheelEvent): void {
    if (event.target instanceof Element && event.target.closest('[data-column]') === null) this.#columns[this.active]?.scroller.scrollBy({ top: event.deltaY })
  }
}

/** A little below the top edge: where the eye rests. */
const readingLine = ({ scroller }: StageColumn): number => Math.min(160, scroller.clientHeight * 0.25)
