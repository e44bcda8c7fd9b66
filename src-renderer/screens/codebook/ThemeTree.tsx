import { useState, type DragEvent, type KeyboardEvent } from 'react'
import type { CodebookChange } from '#core/codebook/changes.ts'
import type { Codebook, Theme } from '#core/codebook/codebook.ts'
import { inTreeOrder, type PlacedTheme } from '#core/codebook/tree.ts'
import { number } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import type { Direction } from './theme-edits.ts'
import { dropOf, dropPartAt, type DropPart } from './tree-drop.ts'

interface ThemeTreeProps {
  /** As the draft has it. */
  readonly codebook: Codebook
  /** Ids of themes that the draft changes. */
  readonly changed: ReadonlySet<string>
  /** null: not counted yet. */
  readonly statements: Readonly<Record<string, number>> | null
  readonly chosen: string
  readonly onChoose: (theme: string) => void
  readonly onStep: (theme: Theme, direction: Direction) => void
  readonly onRetire: (theme: Theme) => void
  readonly onMove: (change: CodebookChange) => void
}

/** The themes as a tree. One element has the focus, and says which theme is chosen. */
export function ThemeTree({ codebook, changed, statements, chosen, onChoose, onStep, onRetire, onMove }: ThemeTreeProps) {
  const { codebookScreen: w } = useWords()
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [drag, setDrag] = useState<{ readonly theme: Theme; readonly over: { readonly on: Theme; readonly part: DropPart } | null } | null>(null)
  const shown = unfolded(inTreeOrder(codebook), folded)
  const at = Math.max(0, shown.findIndex(({ theme }) => theme.id === chosen))
  const here = shown[at]
  const isParent = (id: string): boolean => codebook.themes.some(({ parent }) => parent === id)
  const fold = (id: string, isFolded: boolean): void => setFolded((before) => new Set(isFolded ? [...before, id] : [...before].filter((other) => other !== id)))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (here === undefined || event.ctrlKey || event.metaKey) return
    const { theme } = here
    const step = event.altKey ? steps[event.key] : undefined
    const go = (to: number): void => onChoose(shown[Math.min(Math.max(to, 0), shown.length - 1)]!.theme.id)
    const byKey: Readonly<Record<string, () => void>> = event.altKey
      ? {}
      : {
          ArrowUp: () => go(at - 1),
          ArrowDown: () => go(at + 1),
          Home: () => go(0),
          End: () => go(shown.length - 1),
          ArrowLeft: () => (isParent(theme.id) && !folded.has(theme.id) ? fold(theme.id, true) : theme.parent !== undefined && onChoose(theme.parent)),
          ArrowRight: () => (folded.has(theme.id) ? fold(theme.id, false) : isParent(theme.id) && go(at + 1)),
          Enter: () => focusField('theme-name', false),
          F2: () => focusField('theme-name', true),
          Delete: () => onRetire(theme)
        }
    const run = step === undefined ? byKey[event.key] : () => onStep(theme, step)
    if (run === undefined) return
    event.preventDefault()
    run()
  }
  return (
    <div className="theme-tree" role="tree" tabIndex={0} data-at="theme-tree" aria-label={w.tree} aria-describedby="tree-keys" aria-activedescendant={here === undefined ? undefined : `tree-${here.theme.id}`} onKeyDown={onKeyDown}>
      {shown.map((placed, index) => (
        <TreeLine
          key={placed.theme.id}
          placed={placed}
          isChosen={index === at}
          isExpanded={isParent(placed.theme.id) ? !folded.has(placed.theme.id) : null}
          isChanged={changed.has(placed.theme.id)}
          count={statements === null ? null : (statements[placed.theme.id] ?? 0)}
          onChoose={() => onChoose(placed.theme.id)}
          onFold={() => fold(placed.theme.id, !folded.has(placed.theme.id))}
          dropPart={drag?.over?.on.id === placed.theme.id ? drag.over.part : null}
          onDragStart={() => setDrag({ theme: placed.theme, over: null })}
          onDragEnd={() => setDrag(null)}
          onDragOver={(event) => {
            if (drag === null) return
            const { top, height } = event.currentTarget.getBoundingClientRect()
            const over = { on: placed.theme, part: dropPartAt((event.clientY - top) / height) }
            const isRoom = dropOf(codebook, drag.theme, over) !== null
            if (isRoom) event.preventDefault()
            if (drag.over?.on !== over.on || drag.over.part !== over.part) setDrag({ ...drag, over: isRoom ? over : null })
          }}
          onDrop={(event) => {
            event.preventDefault()
            setDrag(null)
            if (drag === null || drag.over === null) return
            const change = dropOf(codebook, drag.theme, drag.over)
            if (change !== null) onMove(change)
          }}
        />
      ))}
    </div>
  )
}

const steps: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' }

/** Without what stands under a folded theme. */
function unfolded(placed: readonly PlacedTheme[], folded: ReadonlySet<string>): PlacedTheme[] {
  const shown: PlacedTheme[] = []
  let hiddenBelow = Infinity
  for (const each of placed) {
    if (each.depth > hiddenBelow) continue
    hiddenBelow = folded.has(each.theme.id) ? each.depth : Infinity
    shown.push(each)
  }
  return shown
}

export function focusField(at: string, selects: boolean): void {
  const field = document.querySelector<HTMLElement>(`[data-at="${at}"]`)
  field?.focus()
  if (selects && field instanceof HTMLInputElement) field.select()
}

interface TreeLineProps {
  readonly placed: PlacedTheme
  readonly isChosen: boolean
  /** null: nothing stands under it. */
  readonly isExpanded: boolean | null
  readonly isChanged: boolean
  readonly count: number | null
  readonly onChoose: () => void
  readonly onFold: () => void
  /** Where a theme that is dragged over it would go; null: nowhere. */
  readonly dropPart: DropPart | null
  readonly onDragStart: () => void
  readonly onDragEnd: () => void
  readonly onDragOver: (event: DragEvent<HTMLElement>) => void
  readonly onDrop: (event: DragEvent<HTMLElement>) => void
}

function TreeLine({ placed: { theme, depth }, isChosen, isExpanded, isChanged, count, onChoose, onFold, dropPart, ...dragging }: TreeLineProps) {
  const { codebookScreen: w } = useWords()
  const language = useLanguage()
  const { id, name, retired, group } = theme
  return (
    <div
      className={['tree-line', ...(retired === undefined ? [] : ['is-retired']), ...(dropPart === null ? [] : [`drop-${dropPart}`])].join(' ')}
      draggable={retired === undefined}
      {...dragging}
      role="treeitem"
      id={`tree-${id}`}
      aria-level={depth + 1}
      aria-selected={isChosen}
      aria-expanded={isExpanded ?? undefined}
      style={{ '--c': `var(--theme-${id})`, '--depth': depth }}
      onClick={onChoose}
      ref={isChosen ? intoSight : undefined}
    >
      <span className="tree-fold" aria-hidden="true" onClick={isExpanded === null ? undefined : onFold}>
        {isExpanded === null ? '' : isExpanded ? '▾' : '▸'}
      </span>
      <i className="swatch" aria-hidden="true" />
      <span className="tree-name">{name[language]}</span>
      {isChanged && <em className="tree-changed">{w.changed}</em>}
      <small>{retired !== undefined ? w.retired : group === true ? w.group : count !== null && number(count)}</small>
    </div>
  )
}

const intoSight = (line: HTMLElement | null): void => line?.scrollIntoView({ block: 'nearest' })
