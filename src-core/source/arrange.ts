import { findPlaces, type Gazetteer } from '../places/gazetteer.ts'
import type { Group } from './assemble.ts'
import { openingAt, type Opening } from './openings.ts'
import type { Part } from './parts.ts'

/** Which parts make which report, and in what order they read. */
export interface Arrangement {
  readonly groups: readonly Group[]
  readonly leftOver: readonly Part[]
}

/** A part of text as the division sees it. */
interface Piece {
  readonly part: Part
  readonly index: number
  readonly opening: Opening | null
  readonly isLead: boolean
  /** Six-digit code of the province it names first in its opening, or null. */
  readonly province: string | null
}

type Role = 'title' | 'lead' | 'body' | 'late-lead' | 'late-title'

const EVENT = /召开|举行|举办|开幕|闭幕|召集|组织|印发|发布|出席|主持/

export function arrange(parts: readonly Part[], gazetteer: Gazetteer): Arrangement {
  const pieces = parts.flatMap((part, index) => (part.furniture === null ? [readPiece(part, index, gazetteer)] : []))
  if (pieces.length === 0) return { groups: [], leftOver: parts }
  const path = bestPath(pieces, parts)
  return { groups: groupsOf(path, pieces, parts), leftOver: [] }
}

function readPiece(part: Part, index: number, gazetteer: Gazetteer): Piece {
  const { text } = part.stretch
  const opening = openingAt(text, 0)
  const isLead = (opening === 'dateline' && EVENT.test(text.slice(0, 90))) || opening === 'agency'
  const province = part.headline > 0 || isLead ? provinceIn(text.slice(0, 80), gazetteer) : null
  return { part, index, opening, isLead, province }
}

/** The first words of a file need less to be its headline. */
const isFirstHeadline = ({ part }: Piece): boolean => part.isHeading && !/^[-—–]|[：:]$/.test(part.stretch.text)

function provinceIn(text: string, gazetteer: Gazetteer): string | null {
  return findPlaces(gazetteer, text).find((mention) => !mention.isInName && !mention.isAmbiguous)?.place.province.code ?? null
}

/** One way to read the parts up to a point: the best of those that end in one role. */
interface Path {
  readonly score: number
  readonly role: Role
  readonly begins: boolean
  readonly before: Path | null
  /** Of the report that is open at this point. */
  readonly province: string | null
  readonly first: number
  readonly title: number | null
}

function bestPath(pieces: readonly Piece[], parts: readonly Part[]): Path {
  let paths: Path[] = []
  for (let i = 0; i < pieces.length; i++) {
    const next: Path[] = []
    for (const role of ROLES) {
      const best = bestInto({ pieces, parts, paths }, i, role)
      if (best !== null) next.push(best)
    }
    paths = next
  }
  return paths.reduce((best, path) => (path.score > best.score ? path : best))
}

const ROLES: readonly Role[] = ['title', 'lead', 'body', 'late-lead', 'late-title']

const FOLLOWS: Record<Role, readonly Role[]> = {
  title: ['title'],
  lead: ['title'],
  body: ['title', 'lead', 'body'],
  'late-lead': ['body'],
  'late-title': ['lead', 'body', 'late-lead']
}

interface Field {
  readonly pieces: readonly Piece[]
  readonly parts: readonly Part[]
  readonly paths: readonly Path[]
}

function bestInto(field: Field, i: number, role: Role): Path | null {
  const { pieces, parts, paths } = field
  const piece = pieces[i]!
  if ((role === 'title' || role === 'late-title') && piece.part.headline === 0 && !(role === 'title' && i === 0 && isFirstHeadline(piece))) return null
  if ((role === 'lead' || role === 'late-lead') && !piece.isLead) return null
  let best: Path | null = null
  const consider = (path: Path) => {
    if (best === null || path.score > best.score) best = path
  }
  const own = scoreOf(field, i, role)
  if (role !== 'late-lead' && role !== 'late-title') {
    if (i === 0) consider({ score: own, role, begins: true, before: null, province: piece.province, first: 0, title: role === 'title' ? 0 : null })
    for (const before of paths) {
      if (before.role === 'title') continue
      const seam = seamScore(parts, pieces[i - 1]!.index, piece.index)
      consider({ score: before.score + own + seam, role, begins: true, before, province: piece.province, first: i, title: role === 'title' ? i : null })
    }
  }
  for (const before of paths) {
    if (!FOLLOWS[role].includes(before.role)) continue
    if (role === 'title') continue
    const fit = fitScore(field, before, { i, role })
    consider({
      score: before.score + own + fit, role, begins: false, before,
      province: before.province ?? piece.province, first: before.first, title: role === 'late-title' ? i : before.title
    })
  }
  return best
}

function scoreOf({ pieces }: Field, i: number, role: Role): number {
  const piece = pieces[i]!
  switch (role) {
    case 'title':
      return i === 0 ? 2 + piece.part.headline : 2.2 * piece.part.headline + alike(pieces, i, i + 1)
    case 'lead':
      return 1
    case 'late-lead':
      return 0.5
    case 'late-title':
      return 2 * piece.part.headline + alike(pieces, i, i - 1)
    case 'body':
      return (piece.isLead ? -0.8 : 0) - 1.2 * piece.part.headline
  }
}

/** What furniture says of a new report beginning between two parts. */
function seamScore(parts: readonly Part[], from: number, to: number): number {
  let score = -2.4
  for (let i = from + 1; i < to; i++) {
    const kind = parts[i]!.furniture
    if (kind === 'attribution' || kind === 'editor' || kind === 'reporter') score += 1
  }
  return score
}

function fitScore({ pieces }: Field, before: Path, { i, role }: { i: number; role: Role }): number {
  const piece = pieces[i]!
  let score = 0
  if (piece.province !== null && before.province !== null && piece.province !== before.province) score -= 2.5
  if (role === 'late-title' && before.title !== null) score -= 4
  if (role === 'late-lead' && pieces[before.first]!.opening !== 'speech') score -= 2
  if (role === 'lead') score += alike(pieces, i, i - 1)
  return score
}

/** 0..1: share of the character pairs of part `i` that occur in the opening of part `j`. */
function alike(pieces: readonly Piece[], i: number, j: number): number {
  const other = pieces[j]
  if (other === undefined) return 0
  const text = pieces[i]!.part.stretch.text.slice(0, 80)
  const opening = other.part.stretch.text.slice(0, 160)
  let shared = 0
  for (let at = 0; at + 1 < text.length; at++) if (opening.includes(text.slice(at, at + 2))) shared++
  return shared / Math.max(1, text.length - 1)
}

function groupsOf(last: Path, pieces: readonly Piece[], parts: readonly Part[]): Group[] {
  const roles: Path[] = []
  for (let path: Path | null = last; path !== null; path = path.before) roles.push(path)
  roles.reverse()
  const starts = roles.flatMap((path, i) => (path.begins ? [i] : []))
  return starts.map((from, n): Group => {
    const to = starts[n + 1] ?? roles.length
    const own = pieces.slice(from, to).map((piece, k) => ({ part: piece.part, role: roles[from + k]!.role }))
    const title = own.find((each) => each.role === 'title' || each.role === 'late-title')?.part ?? null
    const late = own.filter((each) => each.role === 'late-lead').map((each) => each.part)
    const text = own.filter((each) => each.role === 'lead' || each.role === 'body').map((each) => each.part)
    const partFrom = n === 0 ? 0 : furnitureStart(parts, pieces[from]!.index)
    const partTo = to === roles.length ? parts.length : furnitureStart(parts, pieces[to]!.index)
    return {
      title,
      text: [...late, ...text],
      furniture: parts.slice(partFrom, partTo).filter((part) => part.furniture !== null),
      confidence: starts.length === 1 ? 1 : 0.8,
      evidence: []
    }
  })
}

/** Furniture before a report that is its own: the byline above it. What closes the report before stays there. */
function furnitureStart(parts: readonly Part[], index: number): number {
  let start = index
  while (start > 0 && parts[start - 1]!.furniture === 'reporter') start--
  return start
}
