import { extentOf } from '../source/assemble.ts'
import { openingAt } from '../source/openings.ts'
import { partOf, type Part } from '../source/parts.ts'
import { isSentenceEnd } from '../text/sentences.ts'
import type { Piece } from './pieces.ts'

/**
 * Pieces of text in a person's order as paragraphs. What the machine read as one paragraph stays one
 * while its parts follow each other; a sentence that is open where a stretch ends goes on in the next
 * stretch (columns that were printed in another order).
 */
export function paragraphsOf(text: string, pieces: readonly Piece[]): Part[] {
  const chains: Piece[][] = []
  for (const piece of pieces) {
    const chain = chains.at(-1)
    if (chain !== undefined && goesOn(text, chain, piece)) chain.push(piece)
    else chains.push([piece])
  }
  return chains.flatMap((chain) => joined(text, chain))
}

function joined(text: string, chain: readonly Piece[]): Part[] {
  const [first] = chain
  if (first !== undefined && chain.length === 1) return [first.part]
  const part = partOf(text, chain.flatMap(({ lines }) => lines))
  if (part === null || first === undefined) return []
  const isWhole = chain.every(({ origin }) => origin === first.origin) && part.stretch.text === first.origin.stretch.text
  return [isWhole ? first.origin : part]
}

function goesOn(text: string, chain: readonly Piece[], next: Piece): boolean {
  const last = chain.at(-1)!
  if (last.mark !== next.mark) return false
  if (last.origin === next.origin) return next.start >= last.end
  if (last.span === next.span || isSentenceEnd(text, last.end)) return false
  const { role } = last.part
  if (role !== next.part.role || role === 'title' || role === 'cell') return false
  return isOpen(chain, last) && isContinuation(text, next)
}

/** The machine's paragraph went on behind it, or it is no heading and no paragraph whose end the format states. */
function isOpen(chain: readonly Piece[], last: Piece): boolean {
  if (last.end < extentOf(last.origin).end) return true
  return last.lines.at(-1)?.endsParagraph !== true && (chain.length > 1 || !last.part.isHeading)
}

/** The machine's paragraph began before it, or it opens nothing. */
function isContinuation(text: string, { start, origin, part }: Piece): boolean {
  return start > extentOf(origin).start || (!part.isHeading && part.headline < 0.5 && openingAt(text, start) === null)
}
