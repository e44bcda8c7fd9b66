import { refuse } from '../refusals.ts'

/** One part of an MHTML file. */
export interface MimePart {
  /** `text/html`, lower case. */
  readonly type: string
  /** As the part declares it, or null. */
  readonly charset: string | null
  readonly id: string | null
  /** Its transfer encoding undone. */
  bytes(): Uint8Array
}

export interface MimeParts {
  /** In the order of the file, those inside other multiparts too. */
  readonly parts: readonly MimePart[]
  /** Content-ID of the part that the file names as its main one, or null. */
  readonly start: string | null
  /** Every multipart has its end mark. */
  readonly isWhole: boolean
}

const deepest = 8
const mostParts = 20_000

/**
 * The parts of a file of RFC 2557 (MHTML), as Chrome, Edge, IE and WPS save a page with all that
 * belongs to it.
 *
 * @throws Refusal nested-too-deep, too-many-parts, damaged-page (no parts at all)
 */
export function mimeParts(bytes: Uint8Array, place: string): MimeParts {
  // one character for each byte: the parts have encodings of their own
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const parts: MimePart[] = []
  let isWhole = true
  const open = (entity: string, depth: number): void => {
    if (depth > deepest) throw refuse('nested-too-deep', place, { levels: deepest })
    const { headers, body } = entityOf(entity)
    const type = headers.get('content-type') ?? 'text/plain'
    const boundary = parameterOf(type, 'boundary')
    if (!/^\s*multipart\//i.test(type) || boundary === null) {
      if (parts.push(partOf(headers, type, body)) > mostParts) throw refuse('too-many-parts', place, { count: mostParts })
      return
    }
    const inner = between(body, boundary)
    isWhole &&= inner.isWhole
    for (const each of inner.entities) open(each, depth + 1)
  }
  const { headers } = entityOf(text)
  open(text, 0)
  if (parts.length === 0) throw refuse('damaged-page', place)
  return { parts, start: parameterOf(headers.get('content-type') ?? '', 'start'), isWhole }
}

interface Entity {
  /** By lower case name; folded lines joined; of two alike the first. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

function entityOf(text: string): Entity {
  let begin = 0
  while (begin < text.length && ' \t\r\n'.includes(text[begin]!)) begin++
  const end = /\r?\n[ \t]*\r?\n/.exec(text.slice(begin))
  const head = end === null ? text.slice(begin) : text.slice(begin, begin + end.index)
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? []
    if (name !== undefined && value !== undefined && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value)
  }
  return { headers, body: end === null ? '' : text.slice(begin + end.index + end[0].length) }
}

/** What stands between the marks of a multipart. */
function between(body: string, boundary: string): { readonly entities: readonly string[]; readonly isWhole: boolean } {
  const mark = `--${boundary}`
  const entities: string[] = []
  let begin: number | null = null
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) {
    if (at > 0 && body[at - 1] !== '\n') continue
    const end = body.indexOf('\n', at)
    const rest = body.slice(at + mark.length, end === -1 ? undefined : end).trim()
    if (rest !== '' && rest !== '--') continue
    if (begin !== null) entities.push(body.slice(begin, at).replace(/\r?\n$/, ''))
    if (rest === '--') return { entities, isWhole: true }
    begin = end === -1 ? body.length : end + 1
  }
  if (begin !== null) entities.push(body.slice(begin))
  return { entities, isWhole: false }
}

function partOf(headers: ReadonlyMap<string, string>, type: string, body: string): MimePart {
  const transfer = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()
  return {
    type: /^[^;\s]*/.exec(type.trim())![0].toLowerCase(),
    charset: parameterOf(type, 'charset'),
    id: headers.get('content-id')?.trim() ?? null,
    bytes: () => (transfer === 'base64' ? Buffer.from(body, 'base64') : Buffer.from(transfer === 'quoted-printable' ? unquoted(body) : body, 'latin1'))
  }
}

const unquoted = (text: string): string =>
  text.replace(/=[ \t]*\r?\n/g, '').replace(/=([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

function parameterOf(header: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header)
  return found?.[1] ?? found?.[2] ?? null
}
