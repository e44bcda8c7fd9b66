/** Precision, recall and F1 over counted decisions. */
export class FScore {
  hits = 0
  extra = 0
  missed = 0

  /** Counts two sets of labels against each other; a label in `ignored` counts neither way. */
  countSets(found: ReadonlySet<string>, wanted: ReadonlySet<string>, ignored: ReadonlySet<string> = new Set()): void {
    for (const label of found) {
      if (ignored.has(label)) continue
      if (wanted.has(label)) this.hits += 1
      else this.extra += 1
    }
    for (const label of wanted) if (!found.has(label) && !ignored.has(label)) this.missed += 1
  }

  get precision(): number {
    return this.hits === 0 ? 0 : this.hits / (this.hits + this.extra)
  }

  get recall(): number {
    return this.hits === 0 ? 0 : this.hits / (this.hits + this.missed)
  }

  get f1(): number {
    return this.hits === 0 ? 0 : (2 * this.hits) / (2 * this.hits + this.extra + this.missed)
  }

  toString(): string {
    return `F1 ${this.f1.toFixed(3)}  P ${this.precision.toFixed(3)}  R ${this.recall.toFixed(3)}  (${this.hits} right, ${this.extra} extra, ${this.missed} missed)`
  }
}
