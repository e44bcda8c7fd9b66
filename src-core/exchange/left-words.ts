import type { Bilingual } from '../codebook/codebook.ts'
import { correctedFields, judged, stated, summaryWords } from './conflict-sentences.ts'
import type { Verdict } from '../compare/comparison.ts'
import type { WorkCorrection, WorkSummary } from './work.ts'

/** A word on a report as a whole that could not be merged, because the report is not that whole here. */
export type LeftWord = Left & (
  | { readonly kind: 'correction'; readonly field: WorkCorrection['field']; readonly value: string | null }
  | { readonly kind: 'verdict'; readonly theme: Bilingual; readonly verdict: Verdict }
  | { readonly kind: 'summary'; readonly theme: Bilingual; readonly part: WorkSummary['part']; readonly body: string }
)

interface Left {
  readonly report: string
  /** It is several reports here; it is one with others here; its file could not be read; what it is corrected to is not known here. */
  readonly why: 'divided' | 'joined' | 'not-read' | 'unknown-value'
}

const whys: Readonly<Record<Left['why'], Bilingual>> = {
  divided: { zh: '这份报告在这里分成了几份', en: 'the report is several reports here' },
  joined: { zh: '这份报告在这里与别的报告合为一份', en: 'the report is one with others here' },
  'not-read': { zh: '它的文件没能读取', en: 'its file could not be read' },
  'unknown-value': { zh: '这里不认得这个值', en: 'this value is not known here' }
}

/** What was left of which report, and why, in one sentence. */
export function leftSentence(left: LeftWord): Bilingual {
  const { report, why } = left
  const said = saidOf(left)
  return { zh: `${report}：${said.zh}，未并入：${whys[why].zh}。`, en: `${report}: ${said.en} was left out: ${whys[why].en}.` }
}

function saidOf(left: LeftWord): Bilingual {
  switch (left.kind) {
    case 'correction': {
      const [field, value] = [correctedFields[left.field], stated(left.value)]
      return { zh: `${field.zh}更正为“${value.zh}”`, en: `the ${field.en} corrected to “${value.en}”` }
    }
    case 'verdict': {
      const verdict = judged(left.verdict)
      return { zh: `主题“${left.theme.zh}”核实为“${verdict.zh}”`, en: `the verdict “${verdict.en}” on theme “${left.theme.en}”` }
    }
    case 'summary': {
      const part = summaryWords[left.part]
      return { zh: `主题“${left.theme.zh}”的${part.zh}“${left.body}”`, en: `${part.en} on theme “${left.theme.en}”, “${left.body}”,` }
    }
  }
}
