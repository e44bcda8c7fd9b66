import type { Theme } from '#core/codebook/codebook.ts'
import type { ComparedVersions } from '#core/contract/version-calls.ts'
import type { ThemeChange, ThemeChangeKind } from '#core/versions/theme-changes.ts'
import { number, percent, themeName } from '../../language/labels.ts'
import { openPlace, routeNow } from '../../routes.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import type { VersionSide } from './pieces.ts'

const sides = ['before', 'after'] as const

/** A sign beside the word: nothing is told by colour. */
const signs: Readonly<Record<ThemeChangeKind, string>> = { new: '＋', dropped: '－', strengthened: '▲', weakened: '▼', steady: '≈' }

/** What became of each theme between the two, with n, characters and shares on their base. */
export function ThemeChanges({ compared, themes }: { readonly compared: ComparedVersions; readonly themes: readonly Theme[] }) {
  const words = useWords()
  const language = useLanguage()
  const { sides: sideNames, themes: w } = words.versions
  if (compared.themes.length === 0) return <p className="pane-message">{w.none}</p>
  const most = Math.max(...compared.themes.map((change) => Math.abs(change.after.share - change.before.share)))
  return (
    <div className="version-table" data-scroller role="region" aria-label={w.table} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {w.columns.theme}
            </th>
            <th scope="col" rowSpan={2}>
              {w.columns.change}
            </th>
            {(['passages', 'characters', 'share'] as const).map((column) => (
              <th key={column} scope="colgroup" colSpan={2}>
                {w.columns[column]}
              </th>
            ))}
            <th scope="col" rowSpan={2} className="is-difference">
              {w.columns.difference}
            </th>
          </tr>
          <tr>
            {(['passages', 'characters', 'share'] as const).flatMap((column) =>
              sides.map((side) => (
                <th key={`${column} ${side}`} scope="col">
                  {sideNames[side]}
                </th>
              ))
            )}
          </tr>
        </thead>
        <tbody>
          {compared.themes.map((change) => (
            <ThemeLine key={change.theme} change={change} compared={compared} name={themeName(themes, change.theme, language)} most={most} />
          ))}
          <tr className="is-total">
            <th scope="row">{w.base}</th>
            <td />
            <td />
            <td />
            {sides.map((side) => (
              <td key={side}>{number(compared[side].report.characters)}</td>
            ))}
            <td />
            <td />
            <td />
          </tr>
        </tbody>
      </table>
      <p className="version-note">{w.note}</p>
    </div>
  )
}

/** Percentage points, with their sign: what is less than a twentieth is none. */
function pointsOf(difference: number): string {
  const points = Math.abs(difference) * 100
  if (points < 0.05) return number(0, 1)
  return `${difference > 0 ? '+' : '−'}${number(points, 1)}`
}

interface ThemeLineProps {
  readonly change: ThemeChange
  readonly compared: ComparedVersions
  readonly name: string
  /** The greatest difference of shares, which the bars are drawn to. */
  readonly most: number
}

function ThemeLine({ change, compared, name, most }: ThemeLineProps) {
  const { versions } = useWords()
  const w = versions.themes
  const difference = change.after.share - change.before.share
  const openNext = (side: VersionSide): void => {
    const { passages } = change[side]
    const report = compared[side].report.id
    const { place } = routeNow()
    const open = passages.findIndex(({ start, end }) => place?.report === report && place.start === start && place.end === end)
    openPlace({ report, ...passages[(open + 1) % passages.length]!, theme: change.theme })
  }
  return (
    <tr className={`is-${change.kind}`}>
      <th scope="row">
        <span className="swatch" style={{ background: `var(--theme-${change.theme})` }} /> {name}
      </th>
      <td className="version-kind">
        <i aria-hidden="true">{signs[change.kind]}</i> {w.kinds[change.kind]}
      </td>
      {sides.map((side) => (
        <td key={side}>
          {change[side].passages.length === 0 ? (
            '0'
          ) : (
            <button type="button" className="link" title={w.openNext(versions.sides[side], name, number(change[side].passages.length))} aria-label={w.openNext(versions.sides[side], name, number(change[side].passages.length))} onClick={() => openNext(side)}>
              {number(change[side].passages.length)}
            </button>
          )}
        </td>
      ))}
      {sides.map((side) => (
        <td key={side}>{number(change[side].characters)}</td>
      ))}
      {sides.map((side) => (
        <td key={side}>{percent(change[side].share)}</td>
      ))}
      <td className="is-difference">
        <span>{pointsOf(difference)}</span>
        <span className="version-bar" aria-hidden="true">
          <span className={difference < 0 ? 'is-less' : 'is-more'} style={{ width: `${most === 0 ? 0 : (Math.abs(difference) / most) * 50}%` }} />
        </span>
      </td>
    </tr>
  )
}
