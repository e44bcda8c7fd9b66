import { memo } from 'react'
import type { Stretch } from '#core/versions/versions.ts'
import { useWords } from '../../use-words.ts'
import type { VersionSide } from './pieces.ts'
import { RowNotes } from './RowNotes.tsx'
import { Body, Gutter, RowHead, type RowProps } from './RowParts.tsx'
import type { VersionMode } from './versions-state.ts'

/** One row of the comparison, in the mode that is chosen. */
export const VersionRowLine = memo(function VersionRowLine({ ground, index, mode }: RowProps & { readonly mode: VersionMode }) {
  const row = ground.compared.rows[index]!
  const characters = Math.max(length(row.before), length(row.after))
  return (
    <li className={`version-row is-${row.kind}`} data-row={index} style={{ containIntrinsicSize: `auto ${Math.ceil(characters / (mode === 'split' ? 26 : 48)) * 28 + 20}px` }}>
      {mode === 'split' ? <Split ground={ground} index={index} /> : mode === 'inline' ? <Inline ground={ground} index={index} /> : <RowNotes ground={ground} index={index} />}
    </li>
  )
})

const length = (stretch: Stretch | null): number => (stretch === null ? 0 : stretch.end - stretch.start)

function Split({ ground, index }: RowProps) {
  return (
    <>
      <Cell ground={ground} index={index} side="before" />
      <Cell ground={ground} index={index} side="after" />
    </>
  )
}

/** What a row has on one side; nothing where the paragraph stands elsewhere there, or nowhere. */
function Cell({ ground, index, side }: RowProps & { readonly side: VersionSide }) {
  const { versions: w } = useWords()
  const row = ground.compared.rows[index]!
  const stretch = row[side]
  const isElsewhere = row.kind === (side === 'before' ? 'moved-here' : 'moved-away')
  if (stretch === null || isElsewhere) {
    return (
      <div className="version-cell is-empty">
        <span className="visually-hidden">{w.nothingHere}</span>
      </div>
    )
  }
  const paragraph = w.paragraph(stretch.first, stretch.last)
  return (
    <div className="version-cell" role="group" aria-label={`${w.side(w.sides[side], paragraph)} ${w.kinds[row.kind]}`}>
      <Gutter stretches={[stretch]} />
      <p>
        <RowHead ground={ground} index={index} />
        <Body ground={ground} index={index} side={side} />
      </p>
    </div>
  )
}

function Inline({ ground, index }: RowProps) {
  const { versions: w } = useWords()
  const row = ground.compared.rows[index]!
  const sides = (['before', 'after'] as const).filter((side) => row[side] !== null)
  const label = sides.map((side) => w.side(w.sides[side], w.paragraph(row[side]!.first, row[side]!.last))).join(' ')
  return (
    <div className="version-cell" role="group" aria-label={`${label} ${w.kinds[row.kind]}`}>
      <Gutter stretches={[row.before, row.after]} />
      <p>
        <RowHead ground={ground} index={index} />
        <Body ground={ground} index={index} side={row.kind === 'moved-away' ? 'before' : row.kind === 'removed' ? 'before' : 'both'} />
      </p>
    </div>
  )
}
