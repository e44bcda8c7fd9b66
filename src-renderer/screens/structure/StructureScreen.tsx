import { useMemo, useState } from 'react'
import type { Comparison } from '#core/compare/comparison.ts'
import type { ReportStructure } from '#core/compare/structure.ts'
import type { ColumnNames } from '../../compared.ts'
import { useLastingCall } from '../../host/use-call.ts'
import { datedNote, number } from '../../language/labels.ts'
import type { Words } from '../../language/zh.ts'
import { useElementWidth } from '../../parts/element-size.ts'
import { Hatches } from '../../parts/PictureShapes.tsx'
import { useFigureFiles } from '../../save-figure.ts'
import { useSelection } from '../../state/selection.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { StripLegend } from './StripLegend.tsx'
import { StripList } from './StripList.tsx'
import { axisLength, axisTicks, placeStrips, type StripForm } from './strip-layout.ts'
import { stripSizes, structurePicture, type Looks, type StripHead } from './structure-picture.ts'
import { setStripView, useStructure } from './structure-state.ts'
import { StructureBar } from './StructureBar.tsx'
import '../../parts/figure.css'
import './structure.css'

interface StructureScreenProps {
  readonly comparison: Comparison
  readonly names: ColumnNames
}

/** More strips than this are no picture that an eye compares. */
const mostStrips = 60
const tickRoom = 100
const hatchId = 'strip-hatch-'

/** What each report speaks of from its first character to its last, one strip under the other. */
export function StructureScreen({ comparison, names }: StructureScreenProps) {
  const words = useWords()
  const language = useLanguage()
  const w = words.figures.structure
  const all = useMemo(() => stripHeads(comparison, names, words), [comparison, names, words])
  const heads = all.slice(0, mostStrips)
  const { value, problem } = useLastingCall('structure.read', { reports: heads.map(({ id }) => id) })
  const looks: Looks = useMemo(
    () => new Map(comparison.rows.map(({ theme, label }, hatch) => [theme, { id: theme, name: label[language], hatch }])),
    [comparison, language]
  )
  if (value === null) return <p className="pane-message">{problem === null ? w.loading : problem.message[language]}</p>
  const structures = heads.map(({ id }) => value.find(({ report }) => report === id)).filter((structure) => structure !== undefined)
  return <StructureFigure heads={heads} structures={structures} looks={looks} chosen={all.map(({ id }) => id)} comparison={comparison} />
}

interface StructureFigureProps {
  readonly heads: readonly StripHead[]
  readonly structures: readonly ReportStructure[]
  readonly looks: Looks
  /** All reports that are compared, also those that are not drawn. */
  readonly chosen: readonly string[]
  readonly comparison: Comparison
}

function StructureFigure({ heads, structures, looks, chosen, comparison }: StructureFigureProps) {
  const words = useWords()
  const w = words.figures.structure
  const { mode, view } = useStructure()
  const themes = useSelection((s) => s.themes)
  const [pointed, setPointed] = useState<string | null>(null)
  const [room, measure] = useElementWidth(4)
  const files = useFigureFiles()
  const width = Math.max(240, room - stripSizes.names - 48)
  const strips = useMemo(
    () => placeStrips(structures, { mode, view, width, nameOf: (theme) => looks.get(theme)?.name ?? theme }),
    [structures, mode, view, width, looks]
  )
  const form: Omit<StripForm, 'nameOf'> = { mode, view, width }
  const whole = axisLength(structures, mode)
  const ticks = axisTicks(whole, form, tickRoom).map(({ value: at, x }, index) => ({ x, label: index === 0 ? `${number(at)} ${w.axis[mode]}` : number(at) }))
  const lit = pointed ?? (themes.length === 1 ? (themes[0] ?? null) : null)
  const characters = structures.reduce((sum, structure) => sum + structure.characters, 0)
  const notes = [w.n(number(structures.length), number(characters)), w.modeNotes[mode], w.method, ...(chosen.length > heads.length ? [w.tooMany(number(structures.length))] : [])]
  const save = (format: 'svg' | 'png'): void => {
    const picture = structurePicture({ title: w.figure, strips, names: heads, ticks, looks, width, notes })
    void files.savePicture(w.figure, { picture, colors: new Map(comparison.rows.map((row) => [row.theme, row.color])) }, format)
  }
  return (
    <div className="figure strip-figure" ref={measure}>
      <Hatches id={hatchId} />
      <StructureBar mode={mode} view={view} whole={whole} isBusy={files.isBusy} onSave={save} />
      <StripLegend strips={strips} looks={looks} hatches={hatchId} lit={lit} onPoint={setPointed} />
      <div className="figure-scroll">
        {room > 0 && (
          <StripList structures={structures} chosen={chosen} strips={strips} heads={heads} looks={looks} form={form} lit={lit} hatches={hatchId} onZoom={setStripView}>
            {ticks.map(({ label, x }) => (
              <span key={label} style={{ left: x }}>
                {label}
              </span>
            ))}
          </StripList>
        )}
        <div className="figure-note">
          <p>{notes.map((note) => <span key={note}>{note}</span>)}</p>
          <p className="figure-keys">{w.keys}</p>
        </div>
      </div>
    </div>
  )
}

/** The reports of all columns, in order; in a column of several the date tells them apart. */
function stripHeads({ columns }: Comparison, names: ColumnNames, words: Words): StripHead[] {
  return columns.flatMap((column, index) =>
    column.members.map((member): StripHead => {
      const name = column.members.length === 1 ? names.plain[index] : (member.jurisdiction?.name ?? member.title)
      return { id: member.id, name: name ?? member.title, note: [datedNote(member.date, words), words.characters(number(member.characters))].filter((part) => part !== null).join(' · ') }
    })
  )
}
