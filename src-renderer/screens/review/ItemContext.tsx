import type { ReportSummary, ReportView } from '#core/contract/calls.ts'
import { slice } from '#core/text/span.ts'
import { datedNote, jurisdictionName } from '../../language/labels.ts'
import { MarkedText } from '../../text-view/MarkedText.tsx'
import { useLanguage, useWords } from '../../use-words.ts'
import { elsewhere, sightOf } from './in-context.ts'
import type { Queued } from './review-queue.ts'

interface ItemContextProps {
  readonly item: Queued
  readonly view: ReportView
  readonly summary: ReportSummary | null
}

/** The words themselves, large, with what stands around them; the characters that were read are underlined. */
export function ItemContext({ item, view, summary }: ItemContextProps) {
  const words = useWords()
  const language = useLanguage()
  const { report } = view
  const sight = sightOf(report, item)
  const far = elsewhere(item, sight)
  const headings = item.span === null ? [] : report.outline.filter(({ start, end }) => start < item.span!.start && item.span!.end <= end && item.part !== 'outline').map(({ label, heading }) => `${label}${heading}`)
  const about = [jurisdictionName(summary?.jurisdiction ?? report.jurisdiction, language, words), datedNote(report.date, words), view.source.fileName]
  return (
    <div className="review-context" data-scroller tabIndex={0} role="region" aria-label={words.review.name}>
      <p className="review-about">{about.filter((one) => one !== null).join(' · ')}</p>
      <h2 className={item.part === 'title' ? 'is-subject' : undefined} lang="zh-CN">
        {report.title?.text ?? words.untitled}
      </h2>
      {headings.length > 0 && (
        <p className="review-headings" lang="zh-CN">
          {headings.join(' › ')}
        </p>
      )}
      <blockquote lang="zh-CN" className={item.span === null ? 'is-head' : undefined}>
        {sight.isCutBefore && '…'}
        <MarkedText text={report.text} span={sight.around} marks={sight.marks} />
        {sight.isCutAfter && '…'}
      </blockquote>
      {far !== null && (
        <p className="review-far" lang="zh-CN">
          {words.review.from(slice(report.text, far))}
        </p>
      )}
    </div>
  )
}
