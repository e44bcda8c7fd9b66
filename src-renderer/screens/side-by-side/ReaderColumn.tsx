import { memo } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import { dateLabel, number, themeName } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { BlockText, ColumnBlock, type TextOfColumn } from './ColumnBlock.tsx'
import { placeWords } from './place-words.ts'
import { foldKey, type Entry, type FoldEntry } from './reading.ts'
import { foldAgain, unfold } from '../../state/side-by-side.ts'

interface ReaderColumnProps extends TextOfColumn {
  readonly index: number
  readonly name: string
  readonly entries: readonly Entry[]
  readonly themes: readonly Theme[]
  /** Ref of every body whose height matters. */
  readonly watch: (body: HTMLElement | null) => (() => void) | undefined
  readonly onGo: (column: number, key: string) => void
  readonly onPhrase: (column: number, position: number) => void
}

/** One report from top to bottom: its blocks, what is folded, and a place for each theme that it lacks. */
export const ReaderColumn = memo(function ReaderColumn(props: ReaderColumnProps) {
  const { index, name, entries, themes, watch, onGo, onPhrase, ...text } = props
  const words = useWords()
  return (
    <div
      className="reader-column"
      id={`reader-column-${index}`}
      data-column={index}
      tabIndex={0}
      role="region"
      aria-label={words.readerView.column(index + 1, name)}
      onClick={(event) => {
        const run = event.target instanceof Element ? event.target.closest<HTMLElement>('.mark-shared') : null
        if (run !== null && getSelection()?.isCollapsed !== false) onPhrase(index, Number(run.dataset['start']))
      }}
    >
      <div data-item="head">
        <ColumnTitle {...text} watch={watch} />
      </div>
      {entries.map((entry) => (
        <div
          key={entry.key}
          data-item={entry.key}
          data-level={'level' in entry && entry.level !== null ? entry.level : undefined}
          data-units={'unit' in entry ? entry.unit : undefined}
          data-stretch={entry.kind === 'absent' ? '' : undefined}
          className={`entry of-${entry.kind}`}
          style={{ '--c': colorOf(entry, text) }}
        >
          <div ref={watch} className="entry-body">
            <EntryBody entry={entry} name={name} themes={themes} onGo={(key) => onGo(index, key)} {...text} />
          </div>
        </div>
      ))}
      <div data-end aria-hidden="true" />
    </div>
  )
})

function colorOf(entry: Entry, { of }: TextOfColumn): string | undefined {
  const theme = entry.kind === 'block' ? of.blocks[entry.block]!.theme : entry.kind === 'absent' ? entry.theme : null
  return theme === null ? undefined : `var(--theme-${theme})`
}

interface EntryBodyProps extends TextOfColumn, Pick<ReaderColumnProps, 'name' | 'themes'> {
  readonly entry: Entry
  readonly onGo: (key: string) => void
}

function EntryBody({ entry, name, themes, onGo, ...text }: EntryBodyProps) {
  const words = useWords()
  const language = useLanguage()
  const nameOf = (id: string): string => themeName(themes, id, language)
  if (entry.kind === 'fold') return <FoldLine entry={entry} report={text.of.view.id} nameOf={nameOf} />
  if (entry.kind === 'aside') return <BlockText span={entry} {...text} />
  if (entry.kind === 'absent') {
    const passing = entry.passing === null ? null : text.of.blocks[entry.passing]!
    if (passing === null) {
      return (
        <p className="absent-block" data-stop tabIndex={-1} title={words.readerView.absentNote(name, nameOf(entry.theme))}>
          <span>{nameOf(entry.theme)}</span> {words.readerView.absent}
        </p>
      )
    }
    return (
      <p className="absent-block in-passing">
        <span>{nameOf(entry.theme)}</span> {words.readerView.noBlock}{' '}
        <button type="button" className="link" data-stop onClick={() => onGo(`b${passing.start}`)}>
          {words.readerView.inPassing(placeWords(text.of.counted, passing, words))}
        </button>
      </p>
    )
  }
  const block = text.of.blocks[entry.block]!
  return (
    <ColumnBlock
      {...text}
      block={block}
      themes={themes}
      isCrossing={entry.isCrossing}
      onGo={() => onGo(entry.key)}
    />
  )
}

function FoldLine({ entry, report, nameOf }: { readonly entry: FoldEntry; readonly report: string; readonly nameOf: (id: string) => string }) {
  const words = useWords()
  const key = foldKey(report, entry.start)
  const names = entry.themes.map((theme) => (theme === null ? words.readerView.noTheme : nameOf(theme)))
  return (
    <button type="button" className="fold-line" aria-expanded={entry.isOpen} onClick={() => (entry.isOpen ? foldAgain(key) : unfold(key))}>
      {entry.isOpen ? `⋯ ${words.readerView.unfolded}` : words.readerView.folded(number(entry.paragraphs), number(entry.characters))}
      {!entry.isOpen && <small>{words.readerView.foldedThemes(names.slice(0, 4))}</small>}
    </button>
  )
}

function ColumnTitle({ of, notes, watch }: TextOfColumn & Pick<ReaderColumnProps, 'watch'>) {
  const words = useWords()
  const { report } = of.view
  const date = dateLabel(report.date, words)
  const facts = [report.place, report.meeting, words.characters(number(of.counted.characters))]
  const whole = notes.filter(({ quote, place }) => quote === '' || place === null)
  return (
    <div ref={watch} className="column-title">
      <h3 lang="zh-CN">{report.title?.text ?? words.untitled}</h3>
      <p>
        {date.text}
        {date.mark !== null && <span className="inferred">{words.inBrackets(date.mark)}</span>}
        {facts.filter((fact) => fact !== null && fact !== '').map((fact) => ` · ${fact}`)}
      </p>
      {whole.map((note) => (
        <p key={note.id} className="hand whole-note">
          {note.quote !== '' && <q>{note.quote}</q>} {note.body}
        </p>
      ))}
    </div>
  )
}
