import { CodePoints } from '../text/code-points.ts'
import type { Project, ProjectSource } from './project.ts'

/** The project with CRLF at every end of a line; positions count both. */
export const withCrlf = (project: Project): Project => ({ ...project, sources: project.sources.map(sourceWithCrlf) })

function sourceWithCrlf(source: ProjectSource): ProjectSource {
  const { text, selections } = source
  const points = new CodePoints(text)
  const ends: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) if (text[at - 1] !== '\r') ends.push(points.toPoints(at))
  const moved = (position: number): number => position + ends.filter((end) => end < position).length
  return {
    ...source,
    text: text.replaceAll(/\r?\n/g, '\r\n'),
    selections: selections.map((selection) => ({ ...selection, name: selection.name.replaceAll(/\r?\n/g, '\r\n'), start: moved(selection.start), end: moved(selection.end) }))
  }
}
