import { changesOf, type Change } from '#core/versions/changes.ts'
import { standsIn } from '#core/versions/versions.ts'
import { useWords } from '../../use-words.ts'
import { DrawnWords } from './DrawnWords.tsx'
import { MoveLink } from './MoveLink.tsx'
import { drawnPieces, numberedRow, type DrawnPiece } from './pieces.ts'
import { Body, Gutter, type RowProps } from './RowParts.tsx'

/** 编注: the old clause as it stood, and under it what became of it. Where it came in, the new clause stands as a note. */
export function RowNotes(props: RowProps) {
  const { versions: w } = useWords()
  const { ground, index } = props
  const row = ground.compared.rows[index]!
  const isHere = standsIn(row, 'before')
  const stretch = isHere ? row.before! : row.after!
  const label = `${w.side(w.sides[isHere ? 'before' : 'after'], w.paragraph(stretch.first, stretch.last))} ${w.kinds[row.kind]}`
  return (
    <div className="version-cell" role="group" aria-label={label}>
      <Gutter stretches={[isHere ? row.before : null]} />
      <div>
        {isHere && <p>{row.kind === 'removed' ? <Body {...props} side="before" /> : <DrawnWords compared={ground.compared} side="before" span={row.before!} kind="same" change={null} />}</p>}
        {row.kind !== 'same' && (
          <ul className="version-notes">
            <WholeNote {...props} />
            {isHere && <PieceNotes {...props} />}
          </ul>
        )}
      </div>
    </div>
  )
}

/** What became of the paragraph as a whole. */
function WholeNote({ ground, index }: RowProps) {
  const { versions: w } = useWords()
  const row = ground.compared.rows[index]!
  if (row.kind === 'changed') return null
  if (row.kind === 'removed') return <li className="is-deleted">{w.notes.removed}</li>
  return (
    <li className={row.kind === 'added' ? 'is-added' : 'is-moved'}>
      {row.kind === 'added' ? (
        <>
          <b>{w.notes['put-in']}</b> <Body ground={ground} index={index} side="after" />
        </>
      ) : (
        <MoveLink row={row} change={ground.firstChange.get(numberedRow(row, index)) ?? null} />
      )}
    </li>
  )
}

/** One note for each thing that changed in it. */
function PieceNotes({ ground, index }: RowProps) {
  const { versions: w } = useWords()
  const row = ground.compared.rows[index]!
  const pieces = drawnPieces(ground, index)
  const inside = changesOf([{ ...row, kind: 'changed' }])
  return inside.map((change) => {
    const drawn = (side: 'before' | 'after', kind: DrawnPiece['kind']) => {
      const piece = pieces.find((each) => each.kind === kind && each[side].start === change[side]!.start)!
      return <DrawnWords compared={ground.compared} side={side} span={piece[side]} kind={kind} change={piece.change} isFigure={piece.isFigure} />
    }
    return (
      <li key={`${change.before?.start ?? ''} ${change.after?.start ?? ''}`}>
        <b>{w.notes[noteOf(change)]}</b> {change.before !== null && drawn('before', 'deleted')}
        {change.before !== null && change.after !== null && <span className="version-to"> {w.notes.to} </span>}
        {change.after !== null && drawn('after', 'added')}
      </li>
    )
  })
}

const noteOf = ({ kind }: Change): 'replaced' | 'deleted' | 'added' => (kind === 'deleted' || kind === 'added' ? kind : 'replaced')
