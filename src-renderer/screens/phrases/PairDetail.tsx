import type { Input } from '#core/contract/calls.ts'
import type { Span } from '#core/text/span.ts'
import { useLastingCall } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { openPlace } from '../../routes.ts'
import { useLanguage, useWords } from '../../use-words.ts'

interface PairDetailProps {
  readonly asked: Input<'phrases.pair'>
  readonly title: string
  readonly sums: string
  /** Of the reports, by id. */
  readonly names: ReadonlyMap<string, string>
}

/** What two reports have word for word in common, longest first, each phrase with its places in both. */
export function PairDetail({ asked, title, sums, names }: PairDetailProps) {
  const words = useWords()
  const w = words.phrases
  const language = useLanguage()
  const { value: common, problem } = useLastingCall('phrases.pair', asked)
  const [one, other] = asked.pair
  return (
    <section className="phrases-detail" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <p>{sums}</p>
      </header>
      <h3>{common === null ? (problem?.message[language] ?? w.working) : w.common}</h3>
      {common?.phrases.length === 0 && <p className="nothing">{w.noneInCommon}</p>}
      <ul className="phrases-common">
        {common?.phrases.map(({ text, own, other: there }) => (
          <li key={text}>
            <q>{text}</q>
            <small>{words.characters(number([...text].length))}</small>
            <Places report={one} name={names.get(one) ?? w.left} spans={own} />
            <Places report={other} name={names.get(other) ?? w.right} spans={there} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface PlacesProps {
  readonly report: string
  readonly name: string
  readonly spans: readonly Span[]
}

function Places({ report, name, spans }: PlacesProps) {
  const words = useWords()
  return (
    <span className="phrases-sides">
      <small>{name}</small>
      {spans.map(({ start, end }, index) => (
        <button type="button" key={start} className="phrases-place" aria-label={words.phrases.openIn(name, index + 1)} title={words.matrix.openSource} onClick={() => openPlace({ report, start, end, theme: null })}>
          {index + 1}
        </button>
      ))}
    </span>
  )
}
