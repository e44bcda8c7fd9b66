import type { AlignedUnit, Alignment, BlockedText } from './align.ts'
import { hasNone } from './align.ts'

/** What a column shows, from top to bottom: its blocks, and a place for each level unit of whose theme it has no block. */
export type LevelItem =
  | { readonly kind: 'block'; readonly unit: number; readonly block: number; readonly isLevel: boolean }
  | { readonly kind: 'none'; readonly unit: number }

export interface LevelPlan {
  /** The units that stand at one height in all columns, from top to bottom. */
  readonly level: readonly number[]
  /** The units of two or more columns that cannot, because they stand in another order. */
  readonly crossing: readonly number[]
  readonly columns: readonly (readonly LevelItem[])[]
}

/**
 * Which units can stand level while every report keeps its own order, and what each column shows then.
 *
 * Units are taken in by how many columns they join and by their length, as long as no two columns
 * would have to be read in different orders; those left over cross. So the long passages stand level.
 * A unit of one column of whose theme another has no block is level with an empty place there.
 *
 * @param isShown units of which false is answered stay in the columns, but neither level nor with a place.
 */
export function planLevels(columns: readonly BlockedText[], alignment: Alignment, isShown: (unit: AlignedUnit) => boolean): LevelPlan {
  const { units, unitOf } = alignment
  const shown = units.map((unit, index) => ({ unit, index })).filter(({ unit }) => unit.theme !== null && isShown(unit))
  const joining = shown.filter(({ unit }) => present(unit) > 1)
  const order = new LevelOrder(unitOf)
  const weights = new Map(joining.map(({ unit, index }) => [index, weightOf(columns, unit)]))
  const crossing: number[] = []
  for (const { index } of [...joining].sort((a, b) => weights.get(b.index)! - weights.get(a.index)! || a.index - b.index)) {
    if (!order.take(units[index]!)) crossing.push(index)
  }
  for (const { unit } of shown) {
    if (present(unit) === 1 && columns.some((column) => hasNone(column, unit.theme!))) order.take(unit)
  }
  const level = order.sorted(units)
  return {
    level,
    crossing: crossing.sort((a, b) => a - b),
    columns: columns.map((_, column) => itemsOf({ columns, alignment, level }, column))
  }
}

const present = ({ blocks }: AlignedUnit): number => blocks.filter((block) => block !== null).length

/** A unit of three columns comes before any of two; then the one with more to read level. */
function weightOf(columns: readonly BlockedText[], unit: AlignedUnit): number {
  const lengths = unit.blocks.flatMap((block, column) => (block === null ? [] : [columns[column]!.blocks[block]!.characters]))
  return present(unit) * 1e9 + lengths.reduce((sum, length) => sum + length, 0)
}

interface ItemGround {
  readonly columns: readonly BlockedText[]
  readonly alignment: Alignment
  readonly level: readonly number[]
}

function itemsOf({ columns, alignment: { units, unitOf }, level }: ItemGround, column: number): LevelItem[] {
  const items: LevelItem[] = []
  const mine = unitOf[column]!
  const isLevel = new Set(level)
  let next = 0
  const goTo = (end: number): void => {
    for (; next < end; next++) items.push({ kind: 'block', unit: mine[next]!, block: next, isLevel: isLevel.has(mine[next]!) })
  }
  for (const unit of level) {
    const { blocks, theme } = units[unit]!
    const block = blocks[column]
    if (block !== null && block !== undefined) goTo(block + 1)
    else if (theme !== null && hasNone(columns[column]!, theme)) items.push({ kind: 'none', unit })
  }
  goTo(mine.length)
  return items
}

/** Units taken in so far, and in which order the columns have them: never in a circle. */
class LevelOrder {
  readonly #unitOf: readonly (readonly number[])[]
  /** Column -> blocks of units taken in, ascending. */
  readonly #taken: number[][]

  constructor(unitOf: readonly (readonly number[])[]) {
    this.#unitOf = unitOf
    this.#taken = unitOf.map(() => [])
  }

  /** @returns false where two columns would have to be read in different orders */
  take({ blocks }: AlignedUnit): boolean {
    const before = new Set<number>()
    const open: number[] = []
    blocks.forEach((block, column) => {
      if (block === null) return
      const at = placeOf(this.#taken[column]!, block)
      const previous = this.#taken[column]![at - 1]
      const next = this.#taken[column]![at]
      if (previous !== undefined) before.add(this.#unitOf[column]![previous]!)
      if (next !== undefined) open.push(this.#unitOf[column]![next]!)
    })
    if (this.#leads(open, before)) return false
    blocks.forEach((block, column) => {
      if (block !== null) this.#taken[column]!.splice(placeOf(this.#taken[column]!, block), 0, block)
    })
    return true
  }

  /** Whether one of `targets` comes after one of `open` in any column, at any number of steps. */
  #leads(open: number[], targets: ReadonlySet<number>): boolean {
    const seen = new Set<number>()
    for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
      if (targets.has(unit)) return true
      if (seen.has(unit)) continue
      seen.add(unit)
      open.push(...this.#after(unit))
    }
    return false
  }

  #after(unit: number): number[] {
    return this.#taken.flatMap((taken, column) => {
      const at = taken.findIndex((block) => this.#unitOf[column]![block] === unit)
      const next = at < 0 ? undefined : taken[at + 1]
      return next === undefined ? [] : [this.#unitOf[column]![next]!]
    })
  }

  /** In an order that every column keeps; where it is free, by how far down its own column a unit stands. */
  sorted(units: readonly AlignedUnit[]): number[] {
    const all = [...new Set(this.#taken.flatMap((taken, column) => taken.map((block) => this.#unitOf[column]![block]!)))]
    const waits = new Map(all.map((unit) => [unit, 0]))
    for (const unit of all) for (const next of this.#after(unit)) waits.set(next, waits.get(next)! + 1)
    const depth = (unit: number): number =>
      Math.min(...units[unit]!.blocks.flatMap((block, column) => (block === null ? [] : [block / this.#unitOf[column]!.length])))
    const ready = all.filter((unit) => waits.get(unit) === 0)
    const sorted: number[] = []
    while (ready.length > 0) {
      const unit = ready.reduce((best, other) => (depth(other) < depth(best) ? other : best))
      ready.splice(ready.indexOf(unit), 1)
      sorted.push(unit)
      for (const next of this.#after(unit)) {
        waits.set(next, waits.get(next)! - 1)
        if (waits.get(next) === 0) ready.push(next)
      }
    }
    return sorted
  }
}

/** Where a block goes among ascending ones. */
function placeOf(taken: readonly number[], block: number): number {
  const at = taken.findIndex((other) => other > block)
  return at < 0 ? taken.length : at
}

/** An item as it was measured, and the level it stands on (0, 1, …), if any. */
export interface MeasuredItem {
  readonly height: number
  readonly level: number | null
}

/**
 * The room to leave above each item, so that items of one level begin at one height in all columns
 * while none moves up: the least that does it. A last number for each column makes all end together.
 */
export function levelGaps(columns: readonly (readonly MeasuredItem[])[]): number[][] {
  const gaps = columns.map((items) => items.map(() => 0))
  const next = columns.map(() => 0)
  const bottom = columns.map(() => 0)
  const passTo = (column: number, end: number): void => {
    for (; next[column]! < end; next[column]!++) bottom[column]! += columns[column]![next[column]!]!.height
  }
  const levels = new Set(columns.flatMap((items) => items.flatMap(({ level }) => (level === null ? [] : [level]))))
  for (const level of [...levels].sort((a, b) => a - b)) {
    const at = columns.map((items) => items.findIndex((item) => item.level === level))
    at.forEach((index, column) => index >= 0 && passTo(column, index))
    const top = Math.max(...at.map((index, column) => (index < 0 ? 0 : bottom[column]!)))
    at.forEach((index, column) => {
      if (index < 0) return
      gaps[column]![index] = top - bottom[column]!
      bottom[column] = top
    })
  }
  columns.forEach((items, column) => passTo(column, items.length))
  const end = Math.max(...bottom)
  return gaps.map((list, column) => [...list, end - bottom[column]!])
}
