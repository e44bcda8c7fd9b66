import { Refusal } from '#core/contract/problem.ts'

/** Enough for a write to be worth its while. */
const pieceLength = 64 * 1024

/** The result of a command, on stdout. Resolves when it is handed on: a slow reader slows the program, it does not fill it. */
export async function print(result: string | Uint8Array | Iterable<string> | AsyncIterable<string>): Promise<void> {
  if (typeof result === 'string' || result instanceof Uint8Array) return write(result)
  let gathered = ''
  for await (const piece of result) {
    gathered += piece
    if (gathered.length < pieceLength) continue
    await write(gathered)
    gathered = ''
  }
  await write(gathered)
}

function write(piece: string | Uint8Array): Promise<void> {
  if (piece.length === 0) return Promise.resolve()
  return new Promise((done, failed) => {
    process.stdout.write(piece, (error) => {
      if (error) failed(cannotPrint(error))
      else done()
    })
  })
}

function cannotPrint(error: Error): Refusal {
  const code = 'code' in error ? String(error.code) : error.message
  return new Refusal({
    kind: 'cannot-write',
    message: { zh: `结果写不出去（${code}）。`, en: `The result could not be written (${code}).` },
    place: 'stdout'
  })
}

/** What lies below (the arrays of a report) is written many members at once. */
const deepestOpened = 5
const membersAtOnce = 256

/**
 * JSON as `JSON.stringify(value, null, 2)` writes it, in pieces: a result may be longer than a string
 * can be, and its arrays may be made while they are written.
 */
export function* jsonPieces(value: unknown): Generator<string> {
  yield* piecesOf(value, '\n', 0)
  yield '\n'
}

/** `jsonPieces` of `head` with one more entry, a list whose members come one after the other. */
export async function* jsonPiecesOfList(head: Readonly<Record<string, unknown>>, name: string, members: AsyncIterable<unknown>): AsyncGenerator<string> {
  const fields = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${indented(value, '\n  ')},\n`)
  yield `{\n${fields.join('')}  ${JSON.stringify(name)}: `
  let before = '['
  for await (const member of members) {
    yield `${before}\n    `
    yield* piecesOf(member, '\n    ', 2)
    before = ','
  }
  yield before === '[' ? '[]\n}\n' : '\n  ]\n}\n'
}

function* piecesOf(value: unknown, lineStart: string, depth: number): Generator<string> {
  if (typeof value !== 'object' || value === null) yield JSON.stringify(value)
  else if (depth >= deepestOpened) yield* Array.isArray(value) ? arrayPieces(value, lineStart) : [indented(value, lineStart)]
  else if (Symbol.iterator in value) yield* membersOf(unnamed(value as Iterable<unknown>), ['[', ']'], { lineStart, depth })
  else yield* membersOf(Object.entries(value), ['{', '}'], { lineStart, depth })
}

const indented = (value: unknown, lineStart: string): string => JSON.stringify(value, null, 2).replaceAll('\n', lineStart)

function* arrayPieces(values: readonly unknown[], lineStart: string): Generator<string> {
  if (values.length === 0) yield '[]'
  for (let from = 0; from < values.length; from += membersAtOnce) {
    const part = indented(values.slice(from, from + membersAtOnce), lineStart)
    // without the brackets: `[` before the first line and a line of its own for `]`
    yield (from === 0 ? '[' : ',') + part.slice(1, -1 - lineStart.length)
  }
  if (values.length > 0) yield `${lineStart}]`
}

type Member = readonly [name: string | null, value: unknown]

function* unnamed(values: Iterable<unknown>): Generator<Member> {
  for (const value of values) yield [null, value]
}

function* membersOf(
  members: Iterable<Member>,
  [open, close]: readonly [string, string],
  { lineStart, depth }: { readonly lineStart: string; readonly depth: number }
): Generator<string> {
  const inner = `${lineStart}  `
  let before = open
  for (const [name, value] of members) {
    if (value === undefined) continue
    yield before + inner + (name === null ? '' : `${JSON.stringify(name)}: `)
    yield* piecesOf(value, inner, depth + 1)
    before = ','
  }
  yield before === open ? open + close : lineStart + close
}
