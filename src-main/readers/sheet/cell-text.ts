/**
 * The characters of one string of a workbook, whether plain or in runs: those of its `t` elements,
 * without the reading aids (`rPh`) that stand above them.
 */
export class CellText {
  #text = ''
  #inText = false
  #inReading = false

  begin(): void {
    this.#text = ''
    this.#inText = false
    this.#inReading = false
  }

  open(name: string): void {
    if (name === 't') this.#inText = !this.#inReading
    else if (name === 'rPh') this.#inReading = true
  }

  add(piece: string): void {
    if (this.#inText) this.#text += piece
  }

  close(name: string): void {
    if (name === 't') this.#inText = false
    else if (name === 'rPh') this.#inReading = false
  }

  end(): string {
    return unescaped(this.#text)
  }
}

/** `_x000D_`: a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))) : text
