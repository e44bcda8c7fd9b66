import { annotationLines, annotationsOf } from '#core/exchange/annotations.ts'
import { citationsOf } from '#core/exchange/citations.ts'
import type { WorkFormat } from '#core/exchange/work-formats.ts'
import { People } from '#core/exchange/people.ts'
import { ofItsCodebook } from '#core/exchange/one-codebook.ts'
import { projectOfWork, type Lost } from '#core/exchange/project-of-work.ts'
import type { Schema } from '#core/exchange/schema.ts'
import type { Work } from '#core/exchange/work.ts'
import { bundleBytes, type BundledFile } from './bundle.ts'
import { codebookGuids } from './codebook-files.ts'
import { qdpxBytes } from './qdpx.ts'

/** GUIDs of what is no code: codes have theirs by their codebook. */
const projectGuids = codebookGuids('duizhao/project')

export interface WorkFileOptions {
  readonly format: WorkFormat
  readonly language: 'zh' | 'en'
  readonly lineEnds: 'lf' | 'crlf'
  /** Of REFI-QDA projects. */
  readonly schema: Schema
  /** How many links join passages of these reports, to reports that are not among them too. */
  readonly links: number
  /** For each report the file that it is of. */
  readonly files: () => readonly BundledFile[]
}

export interface WorkFile {
  readonly bytes: Uint8Array
  readonly losses: readonly Lost[]
  /** Of its name. */
  readonly ending: string
}

/** Reports and the work on them as a file of another program. */
export async function workFile(work: Work, { format, language, lineEnds, schema, links, files }: WorkFileOptions): Promise<WorkFile> {
  const options = { language, guidOf: projectGuids, codeGuidOf: codebookGuids(work.codebook.id) }
  const unlinked = links > work.links.length ? [lost('links', links - work.links.length)] : []
  switch (format) {
    case 'qdpx': {
      const own = ofItsCodebook(work)
      const { project, losses } = projectOfWork(own.work, options, new People(projectGuids))
      return { bytes: await qdpxBytes(project, { schema, lineEnds }), losses: [...losses, ...otherCodebooks(own), lost('divisions'), ...readingsOf(work), ...unlinked], ending: 'qdpx' }
    }
    case 'jsonld': {
      const own = ofItsCodebook(work)
      const losses = [lost('texts'), lost('machine-codings'), lost('codebook'), ...otherCodebooks(own), lost('corrections'), ...unlinked]
      return { bytes: Buffer.from(annotationLines(annotationsOf(own.work, options))), losses, ending: 'jsonld' }
    }
    case 'bundle':
      return { bytes: await bundleBytes(work, files()), losses: [lost('rounds'), ...unlinked], ending: 'duizhao.zip' }
    case 'csl':
      return { bytes: Buffer.from(`${JSON.stringify(citationsOf(work), null, 2)}\n`), losses: [lost('work')], ending: 'csl.json' }
  }
}

const lost = (what: Lost['what'], count: number | null = null): Lost => ({ what, count })

function readingsOf({ reports }: Work): Lost[] {
  const count = reports.reduce((sum, { readings }) => sum + readings.length, 0)
  return count === 0 ? [] : [lost('readings', count)]
}

const otherCodebooks = ({ others }: { readonly others: number }): Lost[] => (others === 0 ? [] : [lost('other-codebooks', others)])
