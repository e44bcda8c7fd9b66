import { useCallback, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { ComparedVersions } from '#core/contract/version-calls.ts'
import type { Change } from '#core/versions/changes.ts'
import { number } from '../../language/labels.ts'
import { useWords } from '../../use-words.ts'
import { blocksOf } from './blocks.ts'
import { noteWhere, returnTo } from './going.ts'
import { openDrawn, rowGround } from './pieces.ts'
import { VersionRowLine } from './VersionRowLine.tsx'
import { toggleFold, useVersionsView } from './versions-state.ts'

interface VersionTextProps {
  readonly compared: ComparedVersions
  readonly changes: readonly Change[]
}

const restMs = 150

/** The two texts, row by row. Rows out of sight are not laid out, so that sixty pages scroll like one. */
export function VersionText({ compared, changes }: VersionTextProps) {
  const { versions: w } = useWords()
  const mode = useVersionsView((view) => view.mode)
  const unfolded = useVersionsView((view) => view.unfolded)
  const ground = useMemo(() => rowGround(compared, changes), [compared, changes])
  const blocks = useMemo(() => blocksOf(compared, unfolded), [compared, unfolded])
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const begin = useCallback((element: HTMLDivElement | null): void => {
    if (element !== null) returnTo(element, useVersionsView.getState().place)
  }, [])
  const onScroll = (scroller: HTMLDivElement): void => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = setTimeout(() => scroller.isConnected && noteWhere(scroller), restMs)
  }
  const onClick = ({ target }: MouseEvent): void => {
    // who marks words with the mouse does not ask for the original
    if (window.getSelection()?.isCollapsed !== false) openDrawn(target)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLElement) || event.target instanceof HTMLButtonElement) return
    if (openDrawn(event.target)) event.preventDefault()
  }
  return (
    <div
      key={mode}
      className={`version-text is-${mode}`}
      data-scroller
      role="region"
      aria-label={w.textOf}
      tabIndex={0}
      ref={begin}
      onScroll={(event) => onScroll(event.currentTarget)}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <ol>
        {blocks.map((block) =>
          'fold' in block ? (
            <li key={`fold ${block.fold}`} className="version-fold" {...(block.isOpen ? {} : { 'data-row': block.fold })}>
              <button type="button" className="plain" aria-expanded={block.isOpen} onClick={() => toggleFold(block.fold)}>
                {w.folded(number(block.rows.length), number(block.characters))}
              </button>
            </li>
          ) : (
            <VersionRowLine key={block.row} ground={ground} index={block.row} mode={mode} />
          )
        )}
      </ol>
    </div>
  )
}
