import { codebookTable } from './codebook-table.ts'
import { frequencyTable } from './frequency-table.ts'
import { draftingOf, type Drafting } from './ground.ts'
import { methodsParagraph } from './methods-paragraph.ts'
import { paperTemplates, type MethodsParagraph, type Paper, type PaperGround, type PaperOptions, type PaperTable, type PaperTemplate } from './paper.ts'
import { quotationTable } from './quotation-table.ts'
import { sampleTable } from './sample-table.ts'
import { targetTable } from './target-table.ts'
import { unitsTable } from './units-table.ts'

const makers: Readonly<Partial<Record<PaperTemplate, (drafting: Drafting) => PaperTable>>> = {
  T1: sampleTable,
  T2: codebookTable,
  T3: unitsTable,
  T4: frequencyTable,
  T5: quotationTable,
  T7: targetTable
}

/** The tables asked for, in the order of the catalogue, each with the program and the day below it; those without a row are left out. */
export function paperOf(ground: PaperGround, options: PaperOptions): Paper & { readonly methods: MethodsParagraph } {
  const drafting = draftingOf(ground, options)
  const { words } = drafting
  const wanted = new Set(options.templates ?? paperTemplates)
  const source = words.source(options.program ?? '对照 duizhao', options.madeOn)
  const tables = paperTemplates.flatMap((template) => {
    if (!wanted.has(template)) return []
    const table = makers[template]?.(drafting) ?? ground.ownTables.find((own) => own.template === template)
    return table === undefined || table.rows.length === 0 ? [] : [{ ...table, notes: [...table.notes, source] }]
  })
  return { title: words.title, tables, methods: methodsParagraph(drafting) }
}
