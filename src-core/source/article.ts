import type { OffsetMap } from '../text/offset-map.ts'
import type { Span } from '../text/span.ts'

/**
 * One stretch of a source that is a report, put into reading order, before anything is read out of it.
 *
 * What belongs where: `本报讯（记者 …）`, `央视网消息（新闻联播）：` and other agency words carry the
 * dateline and stay in the text; a byline, credit or editor's name on its own, or in brackets after the
 * last sentence of a paragraph, is furniture. Under the title of a speech the line of its occasion
 * (——2026年1月20日在…会议上), the speaker's line and 各位代表： are the first paragraphs of the text.
 * Of an official document the annex and the signature (office and date) are its last paragraphs;
 * letterhead, 发文字号 and 主送机关 are furniture. Second headlines and subtitles are `kicker`s.
 */
export interface Article {
  /** Headline in reading form, or null. `spans` are its exact ranges in the source. */
  readonly title: TracedText | null
  /** The reading text: lead first, title and furniture left out, paragraphs separated by `\n`. */
  readonly text: string
  /** Reading text -> source text. */
  readonly map: OffsetMap
  /** Spans of `text`, in order; they cover it but for the `\n` between them. */
  readonly paragraphs: readonly Span[]
  /** Begins of the paragraphs that are cells of tables, where the format says so: no headings, whatever they look like. */
  readonly cells?: readonly number[]
  /** Where in `text` the footnotes begin, which close it; absent where there are none. */
  readonly notesStart?: number
  /** What the file itself says of this report in fields beside its text (the columns of a sheet); absent where it has none. */
  readonly stated?: Stated
  /** What stands around the text on the page and belongs to this report. */
  readonly furniture: readonly Furniture[]
  /** 0..1: how sure the splitter is of bounds and order. 1 where the source is one plain article. */
  readonly confidence: number
  /** What the order was decided by, for the person who checks it (`headline`, `dateline`, …). */
  readonly evidence: readonly string[]
}

/** The words of fields that say something of a report; null where a field is missing. */
export interface Stated {
  readonly province: string | null
  readonly date: string | null
}

/** Text read from the source with spaces and wraps dropped, and where it stands there. */
export interface TracedText {
  readonly text: string
  readonly spans: readonly Span[]
}

export type FurnitureKind =
  | 'reporter' // ■ 本报记者 李庆; （记者 张三）
  | 'attribution' // （据浙江省民政厅）; 来源：…
  | 'publication-date' // 发布时间：2023-02-10; 时间：…
  | 'editor' // 责任编辑：…
  | 'document-number' // 民发〔2023〕12号
  | 'letterhead' // 江南省民政厅文件
  | 'addressee' // 各市、州、县人民政府：
  | 'page-number'
  | 'running-head'
  | 'continuation' // 上接第×版, 下转第×版
  | 'stray-mark' // a lone quotation mark
  | 'site-furniture' // menus, font size buttons, 打印, 分享, 上一篇
  | 'caption' // under a picture: 某某作政府工作报告。本报记者 张三 摄
  | 'kicker' // 引题, 副题, pull quote that repeats the text
  | 'attachment' // name of a file that came with the page
  | 'field' // a cell that says something of the report: province, date

export interface Furniture extends TracedText {
  readonly kind: FurnitureKind
}

/** How a source divides. Every character of the source that is not white space is in exactly one place. */
export interface Division {
  readonly articles: readonly Article[]
  /** What belongs to no report, with its place in the source. */
  readonly leftOver: readonly TracedText[]
}
