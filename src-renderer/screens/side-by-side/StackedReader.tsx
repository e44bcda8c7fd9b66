import { hasNone, inPassing } from '#core/compare/align.ts'
import { themeName } from '../../language/labels.ts'
import type { Mark } from '../../text-view/marks.ts'
import { targetMarks } from '../../text-view/target-marks.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { BlockText } from './ColumnBlock.tsx'
import { ColumnHead } from './ColumnHead.tsx'
import { PlaceButton } from './PlaceButton.tsx'
import type { ReaderStageProps } from './ReaderStage.tsx'
import { isBlockShown, type ColumnText, type Shown } from './reading.ts'
import { forgetAim, useSideBySide, type AimedPlace } from '../../state/side-by-side.ts'
import { bringToTop } from '../../text-view/bring-into-sight.ts'

type StackedReaderProps = Omit<ReaderStageProps, 'onAdd'>

/** Where columns would be too narrow: theme by theme, one report under the other. */
export function StackedReader({ reading, names, choices, notes, themes, chosenThemes }: StackedReaderProps) {
  const words = useWords()
  const language = useLanguage()
  const asLines = useSideBySide((s) => s.asLines)
  const aim = useSideBySide((s) => s.aim)
  const shown: Shown = { themes: chosenThemes, mode: 'none', unfolded: [] }
  const ids = reading.columns.map(({ view }) => view.id)
  const inOrder = [...new Set(reading.columns.flatMap(({ blocks }) => blocks.filter((block) => isBlockShown(block, shown)).map(({ theme }) => theme)))]
  return (
    <div className="side-by-side stacked" data-scroller tabIndex={0} role="region" aria-label={words.readerView.title} onWheel={forgetAim} onTouchMove={forgetAim} onKeyDown={forgetAim}>
      <p className="stacked-note">{words.readerView.stacked}</p>
      <div className="stacked-heads">
        {ids.map((id, index) => (
          <ColumnHead key={id} index={index} name={names[index]!} shown={ids} choices={choices} asLines={asLines.includes(id)} />
        ))}
      </div>
      {[...inOrder.filter((theme) => theme !== null), null].map((theme) => (
        <section key={theme ?? ''} className="stacked-theme" style={{ '--c': theme === null ? undefined : `var(--theme-${theme})` }}>
          <h3>
            <i className="swatch" /> {theme === null ? words.readerView.rest : themeName(themes, theme, language)}
          </h3>
          {reading.columns.map((of, column) => (
            <div key={of.view.id} className="stacked-report">
              <h4>{names[column]}</h4>
              {theme !== null && hasNone(of, theme) && <NoBlock of={of} theme={theme} />}
              {of.blocks
                .filter((block) => block.theme === theme || (theme === null && !inOrder.includes(block.theme)))
                .map((block) => (
                  <div key={block.start} ref={aim?.report === of.view.id && block.start <= aim.start && aim.start < block.end ? bringToTop : undefined}>
                    <PlaceButton of={of} block={block} />
                    <BlockText of={of} span={block} marks={marksOf(of, { aim, target: words.readerView.target, byHand: words.readings.byHand })} notes={notes.filter(({ report }) => report === of.view.id)} asLines={asLines.includes(of.view.id)} />
                  </div>
                ))}
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}

const marksOf = (of: ColumnText, { aim, ...notes }: { readonly aim: AimedPlace | null; readonly target: string; readonly byHand: string }): Mark[] => [
  ...targetMarks(of.view.report.targets, notes),
  ...(aim?.report === of.view.id ? [{ start: aim.start, end: aim.end, kind: 'place' as const }] : [])
]

function NoBlock({ of, theme }: { readonly of: ColumnText; readonly theme: string }) {
  const words = useWords()
  const passing = inPassing(of, theme)
  return (
    <div className="absent-block">
      {passing === null ? words.readerView.absent : words.readerView.noBlock} {passing !== null && <PlaceButton of={of} block={of.blocks[passing]!} />}
    </div>
  )
}
