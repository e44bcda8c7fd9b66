import { useState } from 'react'
import type { CodebookChange, ThemeFields } from '#core/codebook/changes.ts'
import type { CodebookEffect, CodebookView, DraftedCodebook, ThemeWork } from '#core/contract/codebook-calls.ts'
import type { Theme } from '#core/codebook/codebook.ts'
import type { Problem } from '#core/contract/problem.ts'
import { useAskAgain, useCall, useHost } from '../../host/use-call.ts'
import { themeName } from '../../language/labels.ts'
import type { Words } from '../../language/zh.ts'
import { ProblemText } from '../../ProblemText.tsx'
import { dropChange, dropDraft } from '../../state/codebook-draft.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { applyDraft, findEffect, keyOfDraft, stopEffect, useDraftEffect } from './effect-of-draft.ts'
import { EffectFound, EffectProgress } from './EffectFound.tsx'

interface DraftPaneProps {
  readonly view: CodebookView
  readonly changes: readonly CodebookChange[]
  readonly drafted: DraftedCodebook | null
  /** Why nothing can be said of the draft. */
  readonly problem: Problem | null
  /** As the draft has them; those of the version where it cannot be made. */
  readonly themes: readonly Theme[]
}

/** What was changed and is not applied yet, what it would do to the reports, and the way to apply it. */
export function DraftPane({ view, changes, drafted, problem, themes }: DraftPaneProps) {
  const words = useWords()
  const w = words.codebookScreen
  const { id } = view.codebook
  return (
    <section className="draft-pane" aria-label={w.draft.title}>
      <h2>
        {w.draft.title} {changes.length > 0 && <small>{changes.length}</small>}
      </h2>
      {changes.length === 0 ? (
        <p className="draft-none">{w.draft.none}</p>
      ) : (
        <>
          <ChangeList view={view} changes={changes} themes={themes} />
          {drafted !== null && 'problem' in drafted && <Impossible drafted={drafted} themes={themes} />}
          {problem !== null && (
            <div className="field-problem" role="alert">
              <ProblemText problem={problem} />
            </div>
          )}
          <button type="button" className="link draft-drop" onClick={() => dropDraft(id)}>
            {w.draft.dropAll}
          </button>
          {drafted !== null && 'difference' in drafted && <Ready key={view.sha256} view={view} changes={changes} drafted={drafted} />}
        </>
      )}
    </section>
  )
}

function ChangeList({ view, changes, themes }: Pick<DraftPaneProps, 'view' | 'changes' | 'themes'>) {
  const { codebookScreen: w, comma } = useWords()
  const language = useLanguage()
  const nameOf = (theme: string): string => themeName([...view.codebook.themes, ...themes], theme, language)
  return (
    <ol className="draft-changes">
      {changes.map((change, index) => {
        const said = w.change(change, nameOf, change.kind === 'edit' ? partsOf(change.fields, w).join(comma) : '')
        const kept = keptNote(change, { w, nameOf, work: view.work })
        return (
          <li key={`${index} ${said}`}>
            <span>{said}</span>
            <button type="button" className="plain draft-out" aria-label={w.draft.drop(said)} onClick={() => dropChange(view.codebook.id, index)}>
              ×
            </button>
            {kept !== null && <p className="hand">{kept}</p>}
          </li>
        )
      })}
    </ol>
  )
}

const partsOf = (fields: ThemeFields, w: Words['codebookScreen']): string[] => (Object.keys(fields) as (keyof ThemeFields)[]).map((part) => w.parts[part]) // keys of the type

interface KeptGround {
  readonly w: Words['codebookScreen']
  readonly nameOf: (theme: string) => string
  readonly work: Readonly<Record<string, ThemeWork>>
}

/** What becomes of what the person said under a theme. */
function keptNote(change: CodebookChange, { w, nameOf, work }: KeptGround): string | null {
  if (change.kind !== 'merge' && change.kind !== 'retire' && change.kind !== 'split') return null
  const own = work[change.theme]
  if (own === undefined) return null
  const list = w.work(own)
  return change.kind === 'merge' ? w.kept.merge(list, nameOf(change.into)) : w.kept[change.kind](list)
}

function Impossible({ drafted: { problem, change }, themes }: { readonly drafted: Extract<DraftedCodebook, { problem: unknown }>; readonly themes: readonly Theme[] }) {
  const { codebookScreen: w } = useWords()
  const language = useLanguage()
  const why = problem.kind === 'invalid' ? w.invalid(problem.faults[0]?.message ?? '') : w.problem(problem.kind, themeName(themes, problem.theme, language))
  return (
    <p className="field-problem" role="alert">
      {w.cannot(change + 1, why)}
    </p>
  )
}

interface ReadyProps {
  readonly view: CodebookView
  readonly changes: readonly CodebookChange[]
  readonly drafted: Extract<DraftedCodebook, { difference: unknown }>
}

/** A draft that can be applied. */
function Ready({ view, changes, drafted }: ReadyProps) {
  const { codebookScreen: w } = useWords()
  const language = useLanguage()
  const host = useHost()
  const askAgain = useAskAgain()
  const [isApplying, setApplying] = useState(false)
  const [name, setName] = useState(`${view.codebook.name[language]}${w.draft.ownSuffix}`)
  const draft = { codebook: view.codebook.id, base: view.sha256, changes: [...changes] }
  const known = useDraftEffect((state) => state.known)
  const effect = known?.of === keyOfDraft(draft) ? known : null
  const isNothing = drafted.difference.themes.length === 0 && !drafted.difference.context && drafted.difference.renamed === undefined
  if (isNothing) return <p>{w.draft.nothing}</p>
  const find = async (): Promise<void> => {
    await findEffect(host, draft)
    await askAgain('codebooks.counts') // reports may have been coded for it
  }
  const apply = async (): Promise<void> => {
    setApplying(true)
    await applyDraft(host, view.isOwn || name.trim() === '' ? draft : { ...draft, name })
    setApplying(false)
  }
  return (
    <>
      {effect?.state === 'working' ? (
        <EffectProgress job={effect.job} onStop={(job) => stopEffect(host, job)} />
      ) : (
        effect?.state !== 'found' && (
          <button type="button" className="draft-effect" onClick={() => void find()}>
            {w.draft.effect}
          </button>
        )
      )}
      {effect?.state === 'stopped' && <p role="status">{w.draft.stopped}</p>}
      {effect?.state === 'found' && <Stale effect={effect.effect!} onAgain={() => void find()} />}
      {effect?.state === 'found' && <EffectFound job={effect.job!} effect={effect.effect!} themes={drafted.codebook.themes} />}
      <footer className="draft-apply">
        {!view.isOwn && (
          <label>
            <span>{w.draft.ownName}</span>
            <input type="text" value={name} maxLength={200} onChange={({ target }) => setName(target.value)} />
          </label>
        )}
        <button type="button" className="main" disabled={isApplying} onClick={() => void apply()}>
          {isApplying ? w.draft.applying : w.draft.apply}
        </button>
      </footer>
    </>
  )
}

/** What was found out before the library was changed says so. */
function Stale({ effect, onAgain }: { readonly effect: CodebookEffect; readonly onAgain: () => void }) {
  const { codebookScreen: w } = useWords()
  const now = useCall('library.state', {}).value
  if (now === null || now.savedAt === effect.savedAt) return null
  return (
    <p role="status">
      {w.draft.stale}{' '}
      <button type="button" className="link" onClick={onAgain}>
        {w.draft.again}
      </button>
    </p>
  )
}
