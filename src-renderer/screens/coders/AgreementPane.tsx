import type { CodingRound } from '#core/contract/coder-calls.ts'
import { TableFileMenu } from '../../TableFileMenu.tsx'
import { useCall, useHost } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'

/** How far the coders of a round agree, for all themes pooled and theme by theme: what table R1 holds. */
export function AgreementPane({ round }: { readonly round: CodingRound }) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const { value: facts, problem } = useCall('coders.agreement', { round: round.id })
  const { coders: w } = words
  if (facts === null) return <p className="pane-message">{problem?.message[language] ?? w.loading}</p>
  if (facts.reports.length === 0) return <p className="pane-message">{w.waiting}</p>
  const names = new Map(facts.themes.map(({ id, name }) => [id, name[language]]))
  const statements = facts.reports.reduce((sum, report) => sum + report.statements, 0)
  return (
    <div className="coders-scroll" data-scroller tabIndex={0} role="region" aria-label={w.tableName}>
      <TableFileMenu
        rows={facts.rows.length}
        words={w.file}
        ask={(format) => host.call('coders.export', { round: round.id, format, language })}
        word={{ label: w.wordFile, ask: () => host.call('coders.export', { round: round.id, format: 'docx', language }) }}
      />
      <table className="coders-table is-figures" aria-label={w.tableName}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {w.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.rows.map(({ theme, coders, units, assigned, shared, percent, kappa, holsti, alpha }) => (
            <tr key={`${theme ?? ''} ${coders.join()}`} className={theme === null ? 'is-total' : undefined}>
              <th scope="row" style={theme === null ? undefined : { '--c': `var(--theme-${theme})` }}>
                {theme !== null && <i className="swatch" />}
                {theme === null ? w.all : (names.get(theme) ?? theme)}
              </th>
              <td>{coders.map((coder) => facts.coders[coder]).join('–')}</td>
              <td>{number(units)}</td>
              <td>{assigned.map((count) => number(count)).join(' · ')}</td>
              <td>{number(shared)}</td>
              <td>{percent === undefined ? '' : percent === null ? '—' : `${(percent * 100).toFixed(1)}%`}</td>
              {[kappa, holsti, alpha].map((figure, index) => (
                <td key={columns[6 + index]} title={figure === null ? w.noVariance : undefined}>
                  {figure === undefined ? '' : (figure?.toFixed(3) ?? '—')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="coders-note">
        {w.about({
          reports: number(facts.reports.length),
          statements: number(statements),
          themes: number(facts.themes.length),
          units: number(statements * facts.themes.length),
          start: w.open.starts[facts.start],
          codebook: `${facts.codebook.id} ${facts.codebook.version} (${facts.codebook.sha256.slice(0, 8)})`,
          waiting: facts.waiting === 0 ? null : number(facts.waiting)
        })}
      </p>
    </div>
  )
}

const columns = ['theme', 'coders', 'units', 'assigned', 'shared', 'percent', 'kappa', 'holsti', 'alpha'] as const
