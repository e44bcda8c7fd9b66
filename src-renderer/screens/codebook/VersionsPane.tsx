import { useState } from 'react'
import { codebookDifference, type CodebookDifference, type ThemeDifference, type ThemeWord } from '#core/codebook/difference.ts'
import type { Theme } from '#core/codebook/codebook.ts'
import type { CodebookView, ListedVersion } from '#core/contract/codebook-calls.ts'
import { useCall } from '../../host/use-call.ts'
import { dayAndTime, themeName } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'

/** All versions of a codebook, and what differs between any two. */
export function VersionsPane({ view }: { readonly view: CodebookView }) {
  const { codebookScreen: w } = useWords()
  const { versions, codebook } = view
  const [picked, setPicked] = useState<{ readonly older: string; readonly newer: string } | null>(null)
  const has = (sha256: string | undefined): boolean => versions.some((version) => version.sha256 === sha256)
  const newer = has(picked?.newer) ? picked!.newer : versions[0]!.sha256
  const older = has(picked?.older) ? picked!.older : (versions[1] ?? versions[0])!.sha256
  return (
    <div className="versions-pane">
      <table className="versions-table">
        <caption className="visually-hidden">{w.versions.title}</caption>
        <thead>
          <tr>
            <th scope="col">{w.versions.title}</th>
            <th scope="col" />
            {versions.length > 1 && (
              <>
                <th scope="col">{w.versions.older}</th>
                <th scope="col">{w.versions.newer}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {versions.map((version, index) => (
            <tr key={`${version.sha256} ${index}`}>
              <th scope="row">{version.version}</th>
              <td>
                {version.madeAt === null ? w.versions.shipped : dayAndTime(version.madeAt)} {index === 0 && <small>{w.versions.now}</small>}
              </td>
              {versions.length > 1 && (
                <>
                  <Pick side="older" version={version} chosen={older} onPick={(sha256) => setPicked({ newer, older: sha256 })} />
                  <Pick side="newer" version={version} chosen={newer} onPick={(sha256) => setPicked({ older, newer: sha256 })} />
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {versions.length === 1 ? <p className="draft-none">{w.versions.only}</p> : <Difference codebook={codebook.id} versions={versions} older={older} newer={newer} />}
    </div>
  )
}

interface PickProps {
  readonly side: 'older' | 'newer'
  readonly version: ListedVersion
  readonly chosen: string
  readonly onPick: (sha256: string) => void
}

function Pick({ side, version: { sha256, version }, chosen, onPick }: PickProps) {
  const { codebookScreen: w } = useWords()
  return (
    <td>
      <input type="radio" name={`version-${side}`} aria-label={`${w.versions[side]} ${version}`} checked={sha256 === chosen} onChange={() => onPick(sha256)} />
    </td>
  )
}

interface DifferenceProps {
  readonly codebook: string
  readonly versions: readonly ListedVersion[]
  readonly older: string
  readonly newer: string
}

function Difference({ codebook, versions, older, newer }: DifferenceProps) {
  const { codebookScreen: w } = useWords()
  const before = useCall('codebooks.read', { codebook, version: older }).value
  const after = useCall('codebooks.read', { codebook, version: newer }).value
  if (before === null || after === null) return <p className="draft-none">{w.loading}</p>
  const nameOf = (sha256: string): string => versions.find((version) => version.sha256 === sha256)?.version ?? ''
  return (
    <section className="version-difference" aria-label={w.versions.differences(nameOf(older), nameOf(newer))}>
      <h2>{w.versions.differences(nameOf(older), nameOf(newer))}</h2>
      <Themes difference={codebookDifference(before.codebook, after.codebook)} themes={[...after.codebook.themes, ...before.codebook.themes]} />
    </section>
  )
}

function Themes({ difference: { themes: changed, context, renamed }, themes }: { readonly difference: CodebookDifference; readonly themes: readonly Theme[] }) {
  const { codebookScreen: w } = useWords()
  const language = useLanguage()
  if (changed.length === 0 && !context && renamed === undefined) return <p>{w.versions.same}</p>
  return (
    <ul>
      {renamed !== undefined && <li>{w.versions.codebookRenamed(renamed.from[language], renamed.to[language])}</li>}
      {changed.map((theme) => (
        <li key={theme.id}>
          <ThemeLine changed={theme} themes={themes} />
        </li>
      ))}
      {context && <li>{w.versions.context}</li>}
    </ul>
  )
}

function ThemeLine({ changed: { name, change, into, renamed, moved, words, rewritten }, themes }: { readonly changed: ThemeDifference; readonly themes: readonly Theme[] }) {
  const all = useWords()
  const language = useLanguage()
  const w = all.codebookScreen
  const placeOf = (id: string | null): string => (id === null ? w.versions.top : themeName(themes, id, language))
  const listed = (list: readonly ThemeWord[]): string => list.map(({ word }) => word).join(all.listComma)
  return (
    <>
      <p>
        <b>{name[language]}</b> <em>{w.versions.fates[change]}</em> {into !== undefined && themeName(themes, into, language)}
      </p>
      {renamed !== undefined && <p>{w.versions.renamed(renamed.from[language], renamed.to[language])}</p>}
      {moved !== undefined && <p>{w.versions.moved(placeOf(moved.from), placeOf(moved.to))}</p>}
      {rewritten !== undefined && <p>{w.versions.rewritten(rewritten.map((part) => w.parts[part]).join(all.listComma))}</p>}
      {words !== undefined && words.added.length > 0 && (
        <p>
          {w.versions.added} <ins>{listed(words.added)}</ins>
        </p>
      )}
      {words !== undefined && words.removed.length > 0 && (
        <p>
          {w.versions.removed} <del>{listed(words.removed)}</del>
        </p>
      )}
    </>
  )
}
