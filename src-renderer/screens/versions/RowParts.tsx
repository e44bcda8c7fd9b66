import type { Stretch, VersionRow } from '#core/versions/versions.ts'
import { useWords } from '../../use-words.ts'
import { DrawnWords, Pieces } from './DrawnWords.tsx'
import { MoveLink } from './MoveLink.tsx'
import { drawnPieces, numberedRow, type RowGround, type VersionSide } from './pieces.ts'

export interface RowProps {
  readonly ground: RowGround
  readonly index: number
}

/** Numbers of paragraphs in the margin; a version that lacks the paragraph has a point. */
export function Gutter({ stretches }: { readonly stretches: readonly (Stretch | null)[] }) {
  return (
    <span className="version-gutter" aria-hidden="true">
      {stretches.map((stretch, at) => (
        <span key={at}>{stretch === null ? '·' : stretch.first === stretch.last ? stretch.first : `${stretch.first}–${stretch.last}`}</span>
      ))}
    </span>
  )
}

/** Where it moved, and how coarsely it was compared. */
export function RowHead({ ground, index }: RowProps) {
  const { versions: w } = useWords()
  const row = ground.compared.rows[index]!
  const isMove = row.kind === 'moved-away' || row.kind === 'moved-here'
  const isCoarse = row.way === 'sentences' || row.way === 'whole'
  if (!isMove && !isCoarse) return null
  return (
    <>
      {isMove && <MoveLink row={row} change={ground.firstChange.get(numberedRow(row, index)) ?? null} />}
      {isCoarse && <small className="version-way">{row.way === 'sentences' ? w.bySentences : w.asWhole}</small>}
    </>
  )
}

/** The words of a row: as one version has them, or both in one line. */
export function Body({ ground, index, side }: RowProps & { readonly side: VersionSide | 'both' }) {
  const row = ground.compared.rows[index]!
  if (row.pieces.length > 0) return <Pieces compared={ground.compared} pieces={drawnPieces(ground, index)} side={side} />
  const own: VersionSide = row.after === null || side === 'before' ? 'before' : 'after'
  return <DrawnWords compared={ground.compared} side={own} span={row[own]!} kind={wholeKind(row)} change={wholeKind(row) === 'same' ? null : (ground.firstChange.get(index) ?? null)} />
}

const wholeKind = ({ kind }: VersionRow): 'same' | 'deleted' | 'added' => (kind === 'removed' ? 'deleted' : kind === 'added' ? 'added' : 'same')
