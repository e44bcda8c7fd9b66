import type { Gazetteer } from '../places/gazetteer.ts'
import { isNumberedHeading, isOccasion } from './headlines.ts'
import { readPiece, shareOfPairs, type Piece } from './pieces.ts'
import type { Part } from './parts.ts'

/** What a part is to its report. `stray` belongs to none. */
export type Role = 'kicker' | 'title' | 'subtitle' | 'lead' | 'body' | 'late-lead' | 'late-title' | 'stray'

export interface Placed {
  readonly piece: Piece
  readonly role: Role
  /** First part of a report. */
  readonly begins: boolean
}

/**
 * Gives every part of text a role, so that the whole scores best: a search for the best path over
 * roles, part by part (Viterbi). A report is a headline with its lead and body, in printed order or
 * with lead and headline after the body, as newspaper pages come out of extraction. Evidence that a
 * report begins or ends: headlines and what follows or precedes them, datelines, provinces named,
 * bylines and credits, numbering that goes on.
 */
export function arrange(parts: readonly Part[], gazetteer: Gazetteer): Placed[] {
  const pieces = parts.flatMap((part, index) => (part.furniture === null && part.role !== 'footnote' ? [readPiece(part, index, gazetteer)] : []))
  let paths: readonly Path[] = []
  for (let i = 0; i < pieces.length; i++) {
    const field: Field = { pieces, parts, i }
    paths = ROLES.flatMap((role) => pathsInto(field, role, paths))
  }
  const placed: Placed[] = []
  for (let path = bestOf(paths, closing); path !== null; path = path.before) {
    placed.push({ piece: pieces[path.at]!, role: path.role, begins: path.begins })
  }
  return placed.reverse()
}

/** One way to read the parts up to a point: the best of those that end in one role. */
interface Path {
  readonly score: number
  readonly at: number
  readonly role: Role
  readonly begins: boolean
  readonly before: Path | null
  readonly open: Open
}

/** The report that is open at the end of a path. */
interface Open {
  readonly first: number
  readonly title: number | null
  readonly lead: number | null
  readonly hasBody: boolean
  /** More than names and headings. */
  readonly hasProse: boolean
  readonly province: string | null
}

interface Field {
  readonly pieces: readonly Piece[]
  readonly parts: readonly Part[]
  /** The piece to place. */
  readonly i: number
}

const ROLES: readonly Role[] = ['kicker', 'title', 'subtitle', 'lead', 'body', 'late-lead', 'late-title', 'stray']

const FOLLOWS: Record<Role, readonly Role[]> = {
  kicker: [],
  title: ['kicker'],
  subtitle: ['title'],
  lead: ['title', 'subtitle'],
  body: ['title', 'subtitle', 'lead', 'body'],
  'late-lead': ['body'],
  'late-title': ['lead', 'body', 'late-lead'],
  stray: []
}

const BEGINS: ReadonlySet<Role> = new Set<Role>(['kicker', 'title', 'lead', 'body', 'stray'])

/** The best paths that give the piece this role, one for each state of the open report that later evidence turns on. */
function pathsInto(field: Field, role: Role, paths: readonly Path[]): Path[] {
  if (!canBe(field, role)) return []
  const best: Path[] = []
  const offer = (before: Path | null, score: number, begins: boolean) => {
    const state = stateOf(role, begins ? null : before)
    if (score > (best[state]?.score ?? -Infinity)) best[state] = step(field, role, { before, score, begins })
  }
  if (BEGINS.has(role)) {
    const own = beginning(field, role)
    if (field.i === 0) offer(null, own, true)
    for (const before of paths) offer(before, before.score + closing(before) + seam(field, before, role) + own, true)
  }
  for (const before of paths) {
    if (FOLLOWS[role].includes(before.role)) offer(before, before.score + continuing(field, before, role), false)
  }
  return best.filter((path) => path !== undefined)
}

/** Whether the open report has its headline, and its lead: a late one of either may still come. */
function stateOf(role: Role, before: Path | null): number {
  const open = before?.open
  const hasTitle = role === 'title' || role === 'late-title' || (open?.title ?? null) !== null
  const hasLead = role === 'lead' || role === 'late-lead' || (open?.lead ?? null) !== null
  return (hasTitle ? 1 : 0) + (hasLead ? 2 : 0)
}

function bestOf(paths: readonly Path[], more: (path: Path) => number): Path | null {
  let best: Path | null = null
  let most = -Infinity
  for (const path of paths) {
    const score = path.score + more(path)
    if (score > most) {
      most = score
      best = path
    }
  }
  return best
}

function step({ pieces, i }: Field, role: Role, { before, score, begins }: { before: Path | null; score: number; begins: boolean }): Path {
  const { province } = pieces[i]!
  const past = begins || before === null ? null : before.open
  const open: Open = {
    first: past?.first ?? i,
    title: role === 'title' || role === 'late-title' ? i : (past?.title ?? null),
    lead: role === 'lead' || role === 'late-lead' ? i : (past?.lead ?? null),
    hasProse: past?.hasProse === true || ((role === 'body' || role === 'lead' || role === 'late-lead') && !pieces[i]!.part.isHeading),
    hasBody: role === 'body' || role === 'lead' || past?.hasBody === true,
    province: past?.province ?? province
  }
  return { score, at: i, role, begins, before, open }
}

function canBe({ pieces, i }: Field, role: Role): boolean {
  const { part, headline, isLead, isForeign, opening } = pieces[i]!
  switch (role) {
    case 'kicker':
      return part.isHeading && opening === null
    case 'subtitle':
      return part.isHeading && opening === null && pieces[i + 1]?.isLead === true
    case 'title':
      return opening !== 'address' && (headline > 0 || (i === 0 && isFirstHeadline(part)))
    case 'late-title':
      return headline >= 0.3
    case 'lead':
    case 'late-lead':
      return isLead
    case 'stray':
      return isForeign
    case 'body':
      return true
  }
}

/** The first words of a file need less to be its headline. */
const isFirstHeadline = (part: Part): boolean =>
  (part.isHeading || FIRST_LINE.test(part.stretch.text)) && !isNumberedHeading(part.stretch.text) && !/^[-—–]|[：:]$/.test(part.stretch.text)

/** Up to two commas and no full stop; not the begin of a sentence that a page broke off. */
const FIRST_LINE = /^(?!\d{1,2}月|会议|近日|今天)[^。；！？]{6,60}(?<![，、,的和与及在把对将为是了])$/

/** Why a report may begin with this piece. */
function beginning(field: Field, role: Role): number {
  const { pieces, i } = field
  const piece = pieces[i]!
  if (role === 'title') return (i === 0 ? 1.2 : 0) + heading(field)
  if (role === 'kicker') return (i === 0 ? 0.7 : isIssuerAfterSignature(pieces, i) ? 0.5 : -0.3) - piece.headline
  if (role === 'lead') return 0.8
  if (role === 'stray') return 0.5
  return (piece.continuesNumbering ? -3 : 0) - 1.2 * piece.headline
}

/** 安徽省民政厅 above a title, right under the date that signs the document before. */
function isIssuerAfterSignature(pieces: readonly Piece[], i: number): boolean {
  return /(?:厅|局|委|委员会|政府|办公室|部)$/.test(pieces[i]!.part.stretch.text) && /^\d{4}年\d{1,2}月\d{1,2}日$/.test(pieces[i - 1]!.part.stretch.text)
}

/** How well a piece heads what follows it. */
function heading({ pieces, parts, i }: Field): number {
  const behind = pieces[i + 1]?.part.isHeading === true && pieces[i + 2]?.isLead === true ? i + 2 : i + 1
  const next = pieces[behind]
  const isTitle = isStatedTitle(pieces[i]!)
  let score = 2 * pieces[i]!.headline + (isTitle ? 1.5 : 0)
  if (next === undefined) return score - 2
  score += 1.5 * likeness(pieces, i, behind)
  if (next.isLead || next.opening === 'dateline') score += 0.8
  if (next.opening === 'speech') score -= 0.5
  if (next.opening === 'section' || next.continuesNumbering) score -= 0.5
  const isFormal = isFollowedByAddress(pieces, i) || isFollowedByDocumentHead(parts, pieces[i]!.index)
  if (isFormal) score += 2
  const hasOpening = isFormal || next.isLead || next.opening === 'dateline'
  return i === 0 || hasOpening || isTitle || pieces[i]!.province !== null ? score : score - 1
}

/** The format calls it a title, and it is none of the numbered headings inside. */
const isStatedTitle = ({ part }: Piece): boolean => part.role === 'title' && part.headline > 0

/** 各位代表： 现在，我代表… within a few lines, those of place, date and speaker between. */
function isFollowedByAddress(pieces: readonly Piece[], i: number): boolean {
  for (let at = i + 1; at <= i + 5 && at < pieces.length; at++) {
    if (pieces[at]!.opening !== 'address') continue
    const begin = pieces[at]!.part.stretch.text.slice(0, 80) + (pieces[at + 1]?.part.stretch.text.slice(0, 80) ?? '')
    return BEGINS_SPEECH.test(begin)
  }
  return false
}

/** 赣民字〔2025〕88号, 各设区市民政局：: what stands under the title of a document and nowhere else. */
function isFollowedByDocumentHead(parts: readonly Part[], index: number): boolean {
  const kind = parts[index + 1]?.furniture
  return kind === 'document-number' || kind === 'addressee'
}

const BEGINS_SPEECH = /我(?:受|代表)|向(?:大会|会议|代表大会)(?:作|报告)|请予审议|请审议/

/** What the place between two reports says for or against a new beginning. */
function seam({ pieces, parts, i }: Field, before: Path, role: Role): number {
  const piece = pieces[i]!
  let score = role === 'stray' ? 0 : -2.4
  for (let at = pieces[before.at]!.index + 1; at < piece.index; at++) {
    const kind = parts[at]!.furniture
    if (kind === 'attribution' || kind === 'editor' || kind === 'reporter') score += 1
  }
  if (role !== 'stray' && isPartOfTitle(pieces, before.open, i)) score -= 4
  if (role === 'body' && isUntitledSpeech(pieces, before.open, i)) score += 5
  if (before.open.province !== null && piece.province !== null && before.open.province !== piece.province) score += 0.5
  return score
}

/** 福建厦门：… under a headline that names every item of a round-up. */
function isPartOfTitle(pieces: readonly Piece[], open: Open, i: number): boolean {
  const { part } = pieces[i]!
  if (open.title === null || !part.isHeading || isFollowedByAddress(pieces, i)) return false
  return shareOfPairs(part.stretch.text, pieces[open.title]!.part.stretch.text) >= 0.8
}

/** A speech whose title is missing: ——在…会议上, then 各位代表：, deep in another report. */
function isUntitledSpeech(pieces: readonly Piece[], open: Open, i: number): boolean {
  return i - (open.title ?? open.first) > 4 && pieces[i - 1]!.headline < 0.5 && isOccasion(pieces[i]!.part.stretch.text) && isFollowedByAddress(pieces, i)
}

/** Why a piece may go on with the report that is open. */
function continuing(field: Field, before: Path, role: Role): number {
  const { pieces, i } = field
  const piece = pieces[i]!
  const { open } = before
  const isForeignProvince = piece.province !== null && open.province !== null && piece.province !== open.province
  switch (role) {
    case 'title':
      return (open.first === 0 ? 0.5 : 0) + heading(field)
    case 'subtitle':
      return -0.4
    case 'lead':
      return 1 - (isForeignProvince ? 2.5 : 0)
    case 'late-lead':
      return lateLead(field, open) - (isForeignProvince ? 2.5 : 0)
    case 'late-title': {
      if (open.title !== null) return -6
      const like = Math.max(likeness(pieces, i, i - 1), likeness(pieces, i, open.lead ?? open.first))
      return 2 * piece.headline + 1.5 * like + (isForeignProvince ? -2.5 : piece.province !== null && piece.province === open.province ? 0.5 : 0)
    }
    default: {
      const isOwnHeading = isPartOfTitle(pieces, open, i)
      return (piece.isLead && open.lead !== i - 1 ? -0.6 : 0) - (isOwnHeading ? 0 : 1.2 * piece.headline) - (isStatedTitle(piece) ? 1.5 : 0) - afterCredit(field, before)
    }
  }
}

/** A lead printed after its body: what comes before it speaks of people and a meeting not yet named. */
function lateLead({ pieces, i }: Field, open: Open): number {
  if (open.lead !== null) return -4
  const next = pieces[i + 1]
  const closes = next === undefined || next.headline > 0 || next.isLead
  const body = open.title === open.first ? open.first + 1 : open.first
  return (pieces[body]!.opening === 'speech' ? 1 : -2) + (closes ? 0.3 : -2)
}

/** Text that goes on after the credit or the editor's name that closes a report. */
function afterCredit({ pieces, parts, i }: Field, before: Path): number {
  for (let at = pieces[before.at]!.index + 1; at < pieces[i]!.index; at++) {
    const kind = parts[at]!.furniture
    if (before.open.hasBody && (kind === 'attribution' || kind === 'editor')) return 1.2
  }
  return 0
}

/** What a report lacks when nothing more comes. */
function closing({ open, role }: Path): number {
  if (role === 'stray') return 0
  if (!open.hasBody && open.lead === null) return -6
  if (!open.hasProse && open.first > 0) return -2.5
  if (open.title === null && open.lead === null) return -1.5
  return open.title === null ? -0.6 : 0
}

const likeness = (pieces: readonly Piece[], title: number, other: number): number => {
  const piece = pieces[other]
  return piece === undefined ? 0 : shareOfPairs(pieces[title]!.part.stretch.text.slice(0, 80), piece.part.stretch.text.slice(0, 200))
}
