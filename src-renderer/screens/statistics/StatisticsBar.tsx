import { corrections } from '#core/compare/keyness.ts'
import { statisticsMeasures } from '#core/compare/statistics-facts.ts'
import { companyBounds, companyForms } from '#core/compare/term-company.ts'
import { likenessForms } from '#core/compare/term-likeness.ts'
import { termUnits } from '#core/compare/terms.ts'
import { useCall } from '../../host/use-call.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import { prefer, usePreferences, type Grouping } from '../../state/preferences.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import type { Group } from './groups.ts'
import { PickField } from '../../parts/PickField.tsx'
import { companyTops, leasts, scopes, setStatistics, shortests, sizes, tops, useStatistics, type Reference } from './statistics-state.ts'

interface StatisticsBarProps {
  readonly groups: readonly Group[]
  readonly target: Group | null
  readonly children: React.ReactNode
}

const groupings: readonly Grouping[] = ['report', 'province', 'year', 'region']

/** What is reckoned, of which reports, and how. */
export function StatisticsBar({ groups, target, children }: StatisticsBarProps) {
  const words = useWords()
  const w = words.statistics
  const state = useStatistics()
  const grouping = usePreferences((p) => p.grouping)
  const { measure, unit } = state
  const isOfTerms = measure !== 'cross'
  return (
    <div className="statistics-bar" role="toolbar" aria-label={w.name}>
      <Segmented leading label={w.measure} value={measure} options={statisticsMeasures.map((value) => ({ value, label: w.measures[value], title: w.measureNotes[value] }))} onChange={(value) => setStatistics({ measure: value })} />
      {measure !== 'cross' && <Segmented label={w.unit} value={unit} options={termUnits.map((value) => ({ value, label: w.units[value] }))} onChange={(value) => setStatistics({ unit: value })} />}
      <Segmented label={w.scope} value={state.scope} options={scopes.map((value) => ({ value, label: w.scopes[value] }))} onChange={(value) => setStatistics({ scope: value })} />
      <PickField label={words.matrix.grouping} value={grouping} options={groupings.map((value) => ({ value, label: w.groupings[value] }))} onPick={(value) => prefer({ grouping: value })} />
      {measure === 'keyness' && <Opposed groups={groups} target={target} />}
      {measure === 'cross' && <Crossed />}
      {isOfTerms && unit === 'characters' && <PickField label={w.size} value={state.size} options={sizes.map((value) => ({ value, label: w.characters(value) }))} onPick={(size) => setStatistics({ size })} />}
      {measure === 'keyness' && <PickField label={w.correction} value={state.correction} options={corrections.map((value) => ({ value, label: w.corrections[value] }))} onPick={(correction) => setStatistics({ correction })} />}
      {measure === 'likeness' && <PickField label={w.form} value={state.likeness} options={likenessForms.map((value) => ({ value, label: w.likeness[value] }))} onPick={(likeness) => setStatistics({ likeness })} />}
      {measure === 'company' && (
        <>
          <PickField label={w.form} value={state.company} options={companyForms.map((value) => ({ value, label: w.company[value] }))} onPick={(company) => setStatistics({ company })} />
          <PickField label={w.within} value={state.within} options={companyBounds.map((value) => ({ value, label: w.bounds[value] }))} onPick={(within) => setStatistics({ within })} />
        </>
      )}
      {isOfTerms && <PickField label={w.least} value={state.least} options={leasts.map((value) => ({ value, label: w.times(value) }))} onPick={(least) => setStatistics({ least })} />}
      {isOfTerms && unit === 'words' && <PickField label={w.shortest} value={state.shortest} options={shortests.map((value) => ({ value, label: w.characters(value) }))} onPick={(shortest) => setStatistics({ shortest })} />}
      {measure === 'company' && <PickField label={w.top} value={state.companyTop} options={companyTops.map((value) => ({ value, label: String(value) }))} onPick={(companyTop) => setStatistics({ companyTop })} />}
      {isOfTerms && measure !== 'likeness' && measure !== 'company' && <PickField label={w.top} value={state.top} options={tops.map((value) => ({ value, label: String(value) }))} onPick={(top) => setStatistics({ top })} />}
      <span className="statistics-bar-end">{children}</span>
    </div>
  )
}

/** The codebooks of the rows and of the columns. */
function Crossed() {
  const w = useWords().statistics
  const language = useLanguage()
  const { x, y } = useStatistics()
  const { value: codebooks } = useCall('codebooks.list', {})
  const options = (codebooks ?? []).map(({ id, name }) => ({ value: id, label: name[language] }))
  return (
    <>
      <PickField label={w.rows} value={x} options={options} onPick={(id) => setStatistics({ x: id })} />
      <PickField label={w.columns} value={y} options={[{ value: '', label: w.inUse }, ...options]} onPick={(id) => setStatistics({ y: id })} />
    </>
  )
}

/** Target and reference of keyness. */
function Opposed({ groups, target }: Pick<StatisticsBarProps, 'groups' | 'target'>) {
  const w = useWords().statistics
  const reference = useStatistics((s) => s.reference)
  const others = groups.filter((group) => group !== target)
  const options: readonly { readonly value: Reference; readonly label: string }[] = [
    { value: 'rest', label: w.rest },
    { value: 'library', label: w.library },
    ...others.map(({ key, name }) => ({ value: `group:${key}` as const, label: name }))
  ]
  return (
    <span className="statistics-pair">
      <PickField label={w.target} value={target?.key ?? ''} options={groups.map(({ key, name }) => ({ value: key, label: name }))} onPick={(key) => setStatistics({ target: key })} />
      <PickField label={w.reference} value={options.some(({ value }) => value === reference) ? reference : 'rest'} options={options} onPick={(value) => setStatistics({ reference: value })} />
    </span>
  )
}
