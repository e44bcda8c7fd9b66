import type { Theme } from '../codebook/codebook.ts'
import { ancestorsOf, inTreeOrder } from '../codebook/tree.ts'
import type { Passage } from '../compare/comparison.ts'
import { NOTHING, column, plainRow, shortHash, type Drafting } from './ground.ts'
import type { PaperTable } from './paper.ts'

/** T2: the themes of the comparison and those above them, with what is counted in and what is not. */
export function codebookTable(drafting: Drafting): PaperTable {
  const { codebook, comparison, labels, words, options } = drafting
  const { language } = options
  const parents = new Map(codebook.themes.map(({ id, parent }) => [id, parent]))
  const wanted = new Set(comparison.rows.flatMap(({ theme }) => [theme, ...ancestorsOf(parents, theme)]))
  const { version, sha256 } = comparison.codebook
  return {
    template: 'T2',
    title: words.titles.T2,
    columns: [
      column(drafting, 'theme', ['label', 8]), column(drafting, 'definition', ['text', 16]), column(drafting, 'include', ['text', 15]), column(drafting, 'exclude', ['text', 15]),
      column(drafting, 'example', ['text', 22])
    ],
    rows: inTreeOrder(codebook)
      .filter(({ theme }) => wanted.has(theme.id))
      .map(({ theme, depth }) =>
        plainRow([
          '　'.repeat(depth) + theme.name[language],
          theme.definition[language] || NOTHING,
          labels.words.clauses(theme.include) || NOTHING,
          labels.words.clauses(theme.exclude) || NOTHING,
          theme.group === true ? NOTHING : exampleOf(theme, drafting)
        ])
      ),
    notes: [
      words.codebookStamp(codebook.name[language], version, shortHash(sha256)),
      ...(codebook.themes.some(({ parent }) => parent !== undefined) ? [words.notes.codebook] : []),
      words.notes.example
    ]
  }
}

function exampleOf(theme: Theme, { comparison, members, labels, words }: Drafting): string {
  if (theme.examples !== undefined) return theme.examples.join('\n')
  const row = comparison.rows.find((candidate) => candidate.theme === theme.id)
  const shortest = row?.cells.flatMap(({ passages }) => passages).reduce<Passage | null>((best, passage) => (best === null || passage.characters < best.characters ? passage : best), null)
  if (shortest === null || shortest === undefined) return NOTHING
  return shortest.text + words.exampleFrom(labels.citation(members.get(shortest.report)!, shortest))
}
