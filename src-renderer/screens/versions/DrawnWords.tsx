import type { ComparedVersions } from '#core/contract/version-calls.ts'
import type { Span } from '#core/text/span.ts'
import { useWords } from '../../use-words.ts'
import { pieceData, type DrawnPiece, type VersionSide } from './pieces.ts'
import { useVersionsView } from './versions-state.ts'

interface DrawnWordsProps {
  readonly compared: ComparedVersions
  readonly side: VersionSide
  readonly span: Span
  readonly kind: 'same' | 'deleted' | 'added'
  readonly change: number | null
  readonly isFigure?: boolean
}

/** Words of one version: taken out, put in, or in both. A click opens them in the original; a change can have the focus. */
export function DrawnWords({ compared, side, span, kind, change, isFigure = false }: DrawnWordsProps) {
  const words = useWords()
  const isCurrent = useVersionsView((view) => change !== null && view.change === change)
  const { report, text } = compared[side]
  const data = pieceData(report.id, span, change)
  const shown = text.slice(span.start, span.end)
  if (kind === 'same') return <span {...data}>{shown}</span>
  const Mark = kind === 'deleted' ? 'del' : 'ins'
  return (
    <Mark
      {...data}
      {...(isCurrent ? { 'data-at': '' } : {})}
      className={`${isFigure ? 'is-figure' : ''}${isCurrent ? ' is-current' : ''}`}
      title={isFigure ? words.versions.figure : undefined}
      tabIndex={isCurrent ? 0 : -1}
    >
      {shown}
    </Mark>
  )
}

/** The pieces of a row as one version has them, or both in one line. */
export function Pieces({ compared, pieces, side }: { readonly compared: ComparedVersions; readonly pieces: readonly DrawnPiece[]; readonly side: VersionSide | 'both' }) {
  return pieces.map((piece) => {
    const own: VersionSide = piece.kind === 'deleted' ? 'before' : piece.kind === 'added' ? 'after' : side === 'before' ? 'before' : 'after'
    if (side !== 'both' && own !== side) return null
    return <DrawnWords key={`${piece.before.start} ${piece.after.start} ${piece.kind}`} compared={compared} side={own} span={piece[own]} kind={piece.kind} change={piece.change} isFigure={piece.isFigure} />
  })
}
