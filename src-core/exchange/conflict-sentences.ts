import type { Bilingual } from '../codebook/codebook.ts'
import type { ReadingPart, Said, TargetFields } from '../report/reading-words.ts'
import { words } from '../table/words.ts'
import type { WorkConflict } from './conflicts.ts'

/** What is said otherwise here and in a file, in words. */
export interface ConflictWords {
  /** Of what. */
  readonly subject: Bilingual
  readonly mine: Bilingual
  readonly theirs: Bilingual
}

export function conflictWords(conflict: WorkConflict): ConflictWords {
  switch (conflict.kind) {
    case 'note':
      return { subject: { zh: `${quoted(conflict).zh}，批注`, en: `${quoted(conflict).en}, note` }, ...asWritten(conflict) }
    case 'coding': {
      const { theme, coder, isOfRound, mine, theirs } = conflict
      const who = coder === 'person' ? (['', ''] as const) : ([`，编码者 ${coder}`, `, coder ${coder}`] as const)
      const round = isOfRound ? (['（这里的是编码轮次中的编码，不会改动）', ' (what is here was coded in a round and does not give way)'] as const) : (['', ''] as const)
      return {
        subject: { zh: `${quoted(conflict).zh}，主题“${theme.zh}”${who[0]}${round[0]}`, en: `${quoted(conflict).en}, theme “${theme.en}”${who[1]}${round[1]}` },
        mine: decided[mine], theirs: decided[theirs]
      }
    }
    case 'correction': {
      const field = correctedFields[conflict.field]
      return { subject: { zh: `${conflict.report}：更正${field.zh}`, en: `${conflict.report}: corrected ${field.en}` }, mine: stated(conflict.mine), theirs: stated(conflict.theirs) }
    }
    case 'reading': {
      const { part, mine, theirs } = conflict
      return { subject: { zh: `${quoted(conflict).zh}，${readParts[part].zh}`, en: `${quoted(conflict).en}, ${readParts[part].en}` }, mine: read(part, mine), theirs: read(part, theirs) }
    }
    case 'verdict':
      return { subject: onTheme(conflict, { zh: '核实', en: 'verdict' }), mine: judged(conflict.mine), theirs: judged(conflict.theirs) }
    case 'summary':
      return { subject: onTheme(conflict, summaryWords[conflict.part]), ...asWritten(conflict) }
    case 'codebook':
      return { subject: { zh: `编码本“${conflict.name.zh}”的版本`, en: `versions of the codebook “${conflict.name.en}”` }, ...asWritten(conflict) }
    case 'division':
      return { subject: { zh: `${conflict.file}：篇目划分`, en: `${conflict.file}: division into reports` }, mine: articles(conflict.mine), theirs: articles(conflict.theirs) }
  }
}

/** The same in one sentence. */
export function conflictSentence(conflict: WorkConflict): Bilingual {
  const { subject, mine, theirs } = conflictWords(conflict)
  return { zh: `${subject.zh}，这里：${mine.zh} / 对方：${theirs.zh}`, en: `${subject.en}, here: ${mine.en} / theirs: ${theirs.en}` }
}

const same = (said: string): Bilingual => ({ zh: said, en: said })

const quoted = ({ report, words: said }: { readonly report: string; readonly words: string }): Bilingual => ({ zh: `${report}：“${said}”`, en: `${report}: “${said}”` })

const asWritten = ({ mine, theirs }: { readonly mine: string; readonly theirs: string }): Pick<ConflictWords, 'mine' | 'theirs'> => ({ mine: same(mine), theirs: same(theirs) })

const onTheme = ({ report, theme }: { readonly report: string; readonly theme: Bilingual }, of: Bilingual): Bilingual => ({
  zh: `${report}：主题“${theme.zh}”的${of.zh}`,
  en: `${report}: ${of.en} on theme “${theme.en}”`
})

const decided = { assigned: { zh: '属于', en: 'assigned' }, rejected: { zh: '不属于', en: 'rejected' } } as const

/** What a person may put right of a report, in words. */
export const correctedFields = {
  title: { zh: '标题', en: 'title' }, jurisdiction: { zh: '地区', en: 'jurisdiction' }, date: { zh: '日期', en: 'date' }, meeting: { zh: '会议', en: 'meeting' }, issuer: { zh: '发文机关', en: 'issuer' }
} as const

export const stated = (value: string | null): Bilingual => (value === null ? { zh: '没有写明', en: 'not stated' } : same(value))

const readParts: Readonly<Record<ReadingPart, Bilingual>> = {
  kind: { zh: '语句的类型', en: 'kind of statement' }, target: { zh: '目标', en: 'target' }, programme: { zh: '项目名称', en: 'programme' }, outline: { zh: '小标题', en: 'heading' }
}

type Kind = Extract<Said, { part: 'kind' }>['value']

function read(part: ReadingPart, value: Said['value']): Bilingual {
  if (value === null) return { zh: `不是${readParts[part].zh}`, en: `no ${readParts[part].en}` }
  if (typeof value === 'string') return part === 'kind' ? { zh: words.zh.kinds[value as Kind], en: words.en.kinds[value as Kind] } : same(value) // a kind's value is one
  if ('level' in value) return { zh: `第 ${value.level} 级：${value.label}${value.heading}`, en: `level ${value.level}: ${value.label}${value.heading}` }
  return { zh: targetWords(value, 'zh'), en: targetWords(value, 'en') }
}

/** Each field that it has, in the order of the form. */
function targetWords({ operator, value, upper, unit, deadline, deadlineYear }: TargetFields, language: 'zh' | 'en'): string {
  const by = deadline ?? (deadlineYear === null ? null : String(deadlineYear))
  const amount = value === null ? null : `${value}${upper === null ? '' : `–${upper}`}`
  return [words[language].operators[operator], amount, unit, by].filter((each) => each !== null).join(' ')
}

export const judged = (verdict: keyof (typeof words)['zh']['verdicts']): Bilingual => ({ zh: words.zh.verdicts[verdict], en: words.en.verdicts[verdict] })

export const summaryWords = { report: { zh: '摘要', en: 'summary' }, common: { zh: '共同点', en: 'what is common' }, difference: { zh: '差异', en: 'differences' } } as const

const articles = (count: number): Bilingual => ({ zh: `${count} 篇`, en: `${count} reports` })
