import type { Handlers } from '#core/contract/calls.ts'
import { People } from '#core/exchange/people.ts'
import { projectOfWork } from '#core/exchange/project-of-work.ts'
import { codebookGuids } from '../writers/codebook-files.ts'
import { qdpxBytes } from '../writers/qdpx.ts'
import type { CodedGround } from './comparisons.ts'
import { libraryWork } from './library-work.ts'
import { localDay } from './local-day.ts'
import { projectSchema } from './project-schema.ts'

/** GUIDs of what is no code: codes have theirs by their codebook. */
const projectGuids = codebookGuids('duizhao/project')

export function exchangeHandlers(ground: CodedGround): Pick<Handlers, 'exchange.export'> {
  return {
    'exchange.export': async ({ reports, language, lineEnds }) => {
      await ground.current
      const { codebook, shell, now } = ground
      const work = await libraryWork(ground, reports)
      const { project, losses } = projectOfWork(work, { language, guidOf: projectGuids, codeGuidOf: codebookGuids(codebook.id) }, new People(projectGuids))
      const saved = await shell.save(`${work.name} ${localDay(now())}.qdpx`, await qdpxBytes(project, { schema: projectSchema(), lineEnds }))
      return saved === null ? null : { ...saved, losses }
    }
  }
}
