import type { PageSize, Source, SourceLine, SourceRecord } from './source.ts'

/** What a reader knows of a line besides its characters. */
export type LineFacts = Omit<SourceLine, 'start' | 'end' | 'page'> & { readonly page?: number | null }

/**
 * The text of a source as a reader puts it together, line by line. Characters are taken as they
 * come, one code unit for one: a line end inside a line, a NUL and a lone surrogate are replaced
 * (by a space, and by U+FFFD), so that every position the reader knows stays right.
 */
export class SourceText {
  readonly #parts: string[] = []
  readonly #lines: SourceLine[] = []
  #length = 0
  /** How many characters were replaced by U+FFFD. */
  replaced = 0

  /** Number of lines so far: the index of the next one. */
  get lineCount(): number {
    return this.#lines.length
  }

  /** Code units so far. */
  get length(): number {
    return this.#length
  }

  /** Adds one line. @returns its span in the text of the source */
  line(text: string, facts: LineFacts = {}): SourceLine {
    const own = this.#clean(text)
    if (this.#lines.length > 0) this.#length += 1
    const { page = null, ...others } = facts
    const line: SourceLine = { ...others, start: this.#length, end: this.#length + own.length, page }
    this.#parts.push(own)
    this.#lines.push(line)
    this.#length = line.end
    return line
  }

  /** A paragraph that may hold line ends of its own: one line for each. The last ends it; of the others the text must tell, for people break lines where they mean paragraphs. */
  paragraph(text: string, facts: LineFacts = {}): void {
    const lines = text.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/)
    lines.forEach((line, n) => void this.line(line, n === lines.length - 1 || line.trim() === '' ? { ...facts, endsParagraph: true } : facts))
  }

  source(of: { fileName: string; folders?: readonly string[]; pages?: readonly PageSize[]; records?: readonly SourceRecord[] }): Source {
    return { ...of, text: this.#parts.join('\n'), lines: this.#lines.length > 0 ? this.#lines : [{ start: 0, end: 0, page: null }] }
  }

  #clean(text: string): string {
    const wellFormed = text.isWellFormed() ? text : text.toWellFormed()
    if (wellFormed !== text) for (let at = 0; at < text.length; at++) if (wellFormed[at] !== text[at]) this.replaced++
    return wellFormed.replace(/[\0\r\n\f\v\u0085\u2028\u2029]/g, (found) => {
      if (found !== '\0') return ' '
      this.replaced++
      return '\ufffd'
    })
  }
}
