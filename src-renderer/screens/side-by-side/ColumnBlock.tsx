import type { Theme } from '#core/codebook/codebook.ts'
import type { ThemeBlock } from '#core/compare/theme-blocks.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import type { Span } from '#core/text/span.ts'
import { themeName } from '../../language/labels.ts'
import { MarkedText } from '../../text-view/MarkedText.tsx'
import { noteMark, type Mark } from '../../text-view/marks.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { BlockLines } from './BlockLines.tsx'
import { PlaceButton } from './PlaceButton.tsx'
import type { ColumnText } from './reading.ts'

export interface TextOfColumn {
  readonly of: ColumnText
  readonly marks: readonly Mark[]
  readonly notes: readonly Note[]
  readonly asLines: boolean
}

interface ColumnBlockProps extends TextOfColumn {
  readonly block: ThemeBlock
  readonly themes: readonly Theme[]
  readonly isCrossing: boolean
  readonly onGo: () => void
}

/** A block of one theme, with where it stands; its name goes to it, its place opens the source. */
export function ColumnBlock({ block, themes, isCrossing, onGo, ...text }: ColumnBlockProps) {
  const words = useWords()
  const language = useLanguage()
  const { theme, others } = block
  const name = theme === null ? words.readerView.noTheme : themeName(themes, theme, language)
  return (
    <div className="theme-block" role="group" aria-label={name}>
      <header>
        <button type="button" className="plain block-theme" data-stop onClick={onGo}>
          {name}
        </button>
        {others.length > 0 && (
          <small className="block-others">
            {words.readerView.and} {others.slice(0, 3).map((id) => themeName(themes, id, language)).join(words.comma)}
          </small>
        )}
        {isCrossing && <small className="block-crossing">⤮ {words.readerView.crossing}</small>}
        <PlaceButton of={text.of} block={block} />
      </header>
      <BlockText span={block} {...text} />
    </div>
  )
}

/** The words of a stretch, as clean paragraphs or as the lines of the original; notes beside them. */
export function BlockText({ of, span, marks, notes, asLines }: TextOfColumn & { readonly span: Span }) {
  const words = useWords()
  const { paragraphs } = of.view.report
  const here = notes.filter(({ place }) => place !== null && place.start >= span.start && place.start < span.end)
  return (
    <div className="block-text" lang="zh-CN" data-words-of={of.view.id}>
      {asLines ? (
        <BlockLines view={of.view} span={span} />
      ) : (
        paragraphs
          .filter(({ start, end }) => start < span.end && end > span.start)
          .map(({ start, end }) => (
            <p key={start}>
              <MarkedText text={of.text} span={{ start: Math.max(start, span.start), end: Math.min(end, span.end) }} marks={[...marks, ...here.map(({ place, color, body }): Mark => ({ ...place!, kind: noteMark(color), note: body === '' ? words.notes.highlight : body }))]} />
            </p>
          ))
      )}
      {here.length > 0 && (
        <ul className="margin-notes" aria-label={words.readerView.notes}>
          {here.map((note) => (
            <li key={note.id}>
              <q>{note.quote.length > 12 ? `${note.quote.slice(0, 12)}…` : note.quote}</q>
              {note.body}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
