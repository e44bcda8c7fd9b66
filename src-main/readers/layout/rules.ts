import { around, sharedU, sharedV, type Area } from './area.ts'

/** Lines that are drawn on a page, and the closed boxes that they make. */
export interface Rules {
  /** Along the lines of text, as segments of no thickness. */
  readonly along: readonly Area[]
  /** Across them, sorted by u. */
  readonly across: readonly Area[]
  readonly grids: readonly Grid[]
}

/** Rules that close a rectangle, with those that part it. */
export interface Grid extends Area {
  /** Cells from top to bottom and left to right; one for a plain frame. */
  readonly cells: readonly GridCell[]
}

export interface GridCell extends Area {
  readonly row: number
  readonly column: number
}

/** More crossings than a printed table has: the rules of a map or a drawing. */
const MOST_CELLS = 20_000
const MOST_RULES = 4_000

/** @param em height of the common type of the page, by which thin and long are told */
export function rulesOf(drawn: readonly Area[], em: number): Rules {
  const along: Area[] = []
  const across: Area[] = []
  for (const area of drawn.length > MOST_RULES ? [] : drawn) {
    const width = area.u1 - area.u0
    const height = area.v1 - area.v0
    if (height <= 0.5 * em && width >= 1.5 * em) along.push(level(area))
    else if (width <= 0.5 * em && height >= 1.2 * em) across.push(upright(area))
    else if (width >= 1.5 * em && height >= 1.2 * em) {
      along.push(level({ ...area, v1: area.v0 }), level({ ...area, v0: area.v1 }))
      across.push(upright({ ...area, u1: area.u0 }), upright({ ...area, u0: area.u1 }))
    }
  }
  const long = mergedLevel(along, 0.3 * em)
  const high = mergedLevel(across.map(swapped), 0.3 * em).map(swapped)
  const grids = components(long, high, 0.4 * em).flatMap(([h, v]) => gridOf(h, v, 0.6 * em))
  return { along: long, across: high.sort((a, b) => a.u0 - b.u0), grids }
}

function level({ u0, v0, u1, v1 }: Area): Area {
  return { u0, u1, v0: (v0 + v1) / 2, v1: (v0 + v1) / 2 }
}

function upright({ u0, v0, u1, v1 }: Area): Area {
  return { u0: (u0 + u1) / 2, u1: (u0 + u1) / 2, v0, v1 }
}

const swapped = ({ u0, v0, u1, v1 }: Area): Area => ({ u0: v0, v0: u0, u1: v1, v1: u1 })

/** Pieces of one level rule, as programs draw it cell by cell, as one. */
function mergedLevel(rules: readonly Area[], near: number): Area[] {
  const sorted = [...rules].sort((a, b) => a.v0 - b.v0)
  const merged: Area[] = []
  for (let first = 0; first < sorted.length; ) {
    let after = first + 1
    while (after < sorted.length && sorted[after]!.v0 - sorted[after - 1]!.v0 <= near / 3) after++
    let last: Area | null = null
    for (const rule of sorted.slice(first, after).sort((a, b) => a.u0 - b.u0)) {
      if (last !== null && rule.u0 <= last.u1 + near) last.u1 = Math.max(last.u1, rule.u1)
      else merged.push((last = { ...rule }))
    }
    first = after
  }
  return merged
}

/** Rules that touch each other, as groups of level and upright ones. */
function components(along: readonly Area[], across: readonly Area[], near: number): [Area[], Area[]][] {
  const parent = [...along, ...across].map((_, n) => n)
  const root = (n: number): number => {
    while (parent[n] !== n) n = parent[n] = parent[parent[n]!]!
    return n
  }
  along.forEach((level, n) => {
    across.forEach((upright, m) => {
      if (sharedU(level, upright) >= -near && sharedV(level, upright) >= -near) parent[root(n)] = root(along.length + m)
    })
  })
  const groups = new Map<number, [Area[], Area[]]>()
  const groupOf = (n: number): [Area[], Area[]] => {
    const key = root(n)
    const group = groups.get(key) ?? [[], []]
    groups.set(key, group)
    return group
  }
  along.forEach((level, n) => groupOf(n)[0].push(level))
  across.forEach((upright, m) => groupOf(along.length + m)[1].push(upright))
  return [...groups.values()]
}

/** The grid that rules make which close a rectangle; tables open at both sides count as closed. */
function gridOf(along: readonly Area[], across: readonly Area[], near: number): Grid[] {
  if (along.length < 2 || across.length === 0) return []
  const bounds = around([...along, ...across])
  const covers = (rules: readonly Area[], v: number) =>
    rules.filter((rule) => Math.abs(rule.v0 - v) <= near).reduce((sum, rule) => sum + rule.u1 - rule.u0, 0) >= 0.9 * (bounds.u1 - bounds.u0)
  if (!covers(along, bounds.v0) || !covers(along, bounds.v1)) return []
  const sides = across.map(swapped)
  const closes = (u: number) =>
    sides.filter((rule) => Math.abs(rule.v0 - u) <= near).reduce((sum, rule) => sum + rule.u1 - rule.u0, 0) >= 0.9 * (bounds.v1 - bounds.v0)
  const isOpenTable = along.length >= 3 && along.every((rule) => rule.u1 - rule.u0 >= 0.9 * (bounds.u1 - bounds.u0))
  if (!(closes(bounds.u0) && closes(bounds.u1)) && !isOpenTable) return []
  const us = positions([bounds.u0, bounds.u1, ...across.map((rule) => rule.u0)], near)
  const vs = positions([bounds.v0, bounds.v1, ...along.map((rule) => rule.v0)], near)
  if (us.length * vs.length > MOST_CELLS) return []
  return [{ ...bounds, cells: cellsOf({ us, vs }, { along, across, near }) }]
}

/** Distinct positions, in order. */
function positions(values: readonly number[], near: number): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.filter((value, n) => n === 0 || value - sorted[n - 1]! > near)
}

interface Lattice {
  readonly us: readonly number[]
  readonly vs: readonly number[]
}

/** Fields of the lattice, joined where no rule parts them. */
function cellsOf({ us, vs }: Lattice, { along, across, near }: { along: readonly Area[]; across: readonly Area[]; near: number }): GridCell[] {
  const columns = us.length - 1
  const rows = vs.length - 1
  const parent = Array.from({ length: columns * rows }, (_, n) => n)
  const root = (n: number): number => {
    while (parent[n] !== n) n = parent[n] = parent[parent[n]!]!
    return n
  }
  const isPartedAcross = (u: number, v: number) => across.some((rule) => Math.abs(rule.u0 - u) <= near && rule.v0 <= v && rule.v1 >= v)
  const isPartedAlong = (u: number, v: number) => along.some((rule) => Math.abs(rule.v0 - v) <= near && rule.u0 <= u && rule.u1 >= u)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const u = (us[column]! + us[column + 1]!) / 2
      const v = (vs[row]! + vs[row + 1]!) / 2
      const own = row * columns + column
      if (column + 1 < columns && !isPartedAcross(us[column + 1]!, v)) parent[root(own + 1)] = root(own)
      if (row + 1 < rows && !isPartedAlong(u, vs[row + 1]!)) parent[root(own + columns)] = root(own)
    }
  }
  const cells = new Map<number, { u0: number; v0: number; u1: number; v1: number; row: number; column: number }>()
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const key = root(row * columns + column)
      const field = { u0: us[column]!, v0: vs[row]!, u1: us[column + 1]!, v1: vs[row + 1]! }
      const cell = cells.get(key)
      cells.set(key, cell === undefined ? { ...field, row, column } : { ...around([cell, field]), row: cell.row, column: Math.min(cell.column, column) })
    }
  }
  return [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column)
}
