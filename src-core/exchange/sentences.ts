import type { Bilingual } from '../codebook/codebook.ts'
import type { ExchangeLoss } from '../codebook/exchange-codes.ts'
import type { Counting } from './counted-places.ts'
import type { NotTaken } from './project-of-elements.ts'
import type { Lost, WorkLoss } from './project-of-work.ts'
import type { Doubt } from './received.ts'

/** What a file of a codebook does not hold: 不含…, it does not hold …. */
export const codebookLosses = {
  words: ['自动识别用的词', 'the words that themes are recognised by'],
  context: ['共用词表', 'what is common to all themes'],
  'dark-colors': ['深色底上的颜色', 'colours on dark paper'],
  governs: ['标题是否管辖其下', 'whether a heading speaks for what stands under it'],
  'name-and-version': ['编码本的名称与版本', 'the name and version of the codebook'],
  sets: ['代码集（Set）', 'sets of codes']
} as const satisfies Record<ExchangeLoss, readonly [string, string]>

/** Sentences on what a file of work does not hold. */
const workLosses: Readonly<Record<Exclude<WorkLoss, ExchangeLoss>, readonly [string, string]>> = {
  scores: ['不含程序识读的得分与依据的字。', 'The scores of the machine’s reading and its evidence are not in it.'],
  'rejected-as-comments': ['“不属于该主题”的决定写成不带编码的选段说明。', 'Rejected themes are comments on selections without a code.'],
  'highlights-as-comments': ['高亮写成不带编码的选段说明。', 'Highlights are comments on selections without a code.'],
  'unplaced-notes': ['失去位置的批注挂在整篇报告上，带旧原文。', 'Notes that stand nowhere any more are on the whole report, with their old words.'],
  'unknown-themes': ['编码本里没有的主题的编码、核实与摘要未写入。', 'Codings, verdicts and summaries on themes that the codebook does not have were left out.'],
  texts: ['不含报告全文，只有引文与位置。', 'The texts of the reports are not in it: quotations and places only.'],
  'machine-codings': ['不含程序识读的编码。', 'What the program itself read is not in it.'],
  codebook: ['不含编码本，只有主题的名称与编号。', 'The codebook is not in it: names and numbers of themes only.'],
  corrections: ['不含更正（包括对识读的更正）、篇目划分与编码轮次。', 'Corrections (of readings too), divisions by hand and coding rounds are not in it.'],
  divisions: ['不含篇目划分与编码轮次。', 'Divisions by hand and coding rounds are not in it.'],
  rounds: ['不含编码轮次本身（其中的编码在内）。', 'Coding rounds as such are not in it; the codings made in them are.'],
  readings: ['不含对程序识读的类型、目标、项目与小标题的更正。', 'Corrections of kinds, targets, programmes and headings that the program read are not in it.'],
  links: ['选段之间的连接未写入。', 'Links between passages were left out.'],
  'other-codebooks': ['其他编码本的编码、核实、摘要与批注主题未写入。', 'Codings, verdicts, summaries and themes of notes that are of other codebooks were left out.'],
  work: ['只有文献信息，不含批注与编码。', 'It holds the sources alone, without notes and codings.'],
  'gone-codings': ['原文已不在报告里的编码未写入。', 'Codings whose words are not in the report any more were left out.']
}

/** What a file of work does not hold, in one sentence. */
export function lossSentence({ what, count }: Lost): Bilingual {
  if (what in codebookLosses) {
    const [zh, en] = codebookLosses[what as ExchangeLoss] // `in` says so
    return { zh: `不含${zh}。`, en: `It does not hold ${en}.` }
  }
  const [zh, en] = workLosses[what as keyof typeof workLosses] // all others
  return count === null ? { zh, en } : { zh: `${zh}（${count}）`, en: `${en} (${count})` }
}

/** One sentence on something doubtful in a file. */
export function doubtSentence(doubt: Doubt): Bilingual {
  switch (doubt.what) {
    case 'mismatch':
      return { zh: `${doubt.source}：选段名“${doubt.said}”与该处原文“${doubt.found}”不符。`, en: `${doubt.source}: the words there, “${doubt.found}”, are not those of the selection’s name, “${doubt.said}”.` }
    case 'no-place':
      return { zh: `${doubt.source}：选段“${doubt.said}”的位置不在文字里，未取。`, en: `${doubt.source}: the place of the selection “${doubt.said}” is not in the text; it was left out.` }
    case 'counting':
      return { zh: `${doubt.source}：位置按另一种数法（${countedBy(doubt.counting, 0).join('，')}）才与原文相符，已照此读取。`, en: `${doubt.source}: places agree with the text only by another way of counting (${countedBy(doubt.counting, 1).join(', ')}), which was taken.` }
    case 'machine-codings':
      return { zh: `程序识读的编码 ${doubt.count} 处未取，本程序会自行识读。`, en: `${doubt.count} codings by the program itself were not taken: it reads anew.` }
    case 'unknown-code':
      return { zh: `编码 ${doubt.count} 处没有对应的代码，未取。`, en: `${doubt.count} codings are of codes that are not defined; they were left out.` }
    case 'loose-note':
      return { zh: `备忘 ${doubt.count} 条不在任何文字上，未取。`, en: `${doubt.count} notes are on no text; they were left out.` }
    case 'loose-link':
      return { zh: `连接 ${doubt.count} 处的两端不都是批注，未取。`, en: `${doubt.count} links do not join two notes; they were left out.` }
    case 'unread-lines':
      return { zh: `有 ${doubt.count} 行不是批注，未取。`, en: `${doubt.count} lines are no annotations; they were left out.` }
    case 'not-taken':
      return { zh: `“${doubt.name}”未取：${notTaken[doubt.kind][0]}。`, en: `“${doubt.name}” was not taken in: ${notTaken[doubt.kind][1]}.` }
    case 'unknown-codebook':
      return {
        zh: `编码本“${doubt.codebook}”不在这里：它的编码 ${doubt.codings} 处未取，${doubt.notes} 条批注的主题暂不显示。`,
        en: `The codebook “${doubt.codebook}” is not here: ${doubt.codings} of its codings were left out, and the themes of ${doubt.notes} notes are not shown.`
      }
    case 'coded-apart':
      return {
        zh: `有 ${doubt.reports} 份报告正由几个人分别编码：对方在这些报告上的编码 ${doubt.codings} 处、批注 ${doubt.notes} 条暂未并入。编码者都完成后，请再并入一次。`,
        en: `${doubt.reports} reports are being coded apart by several persons: ${doubt.codings} codings and ${doubt.notes} notes on them were not merged yet. Merge the file again when all coders are done.`
      }
  }
}

const notTaken: Readonly<Record<NotTaken, readonly [string, string]>> = {
  picture: ['是图片', 'it is a picture'],
  audio: ['是录音', 'it is a recording'],
  video: ['是视频', 'it is a video'],
  'pdf-without-text': ['是没有文字的 PDF', 'it is a PDF without text'],
  'text-missing': ['没有附上文字', 'its text did not come with it'],
  'without-guid': ['没有标识（GUID）', 'it has no GUID']
}

/** In what a way of counting is not the standard's. */
function countedBy({ unit, lineEnd, byteOrderMark, end }: Counting, language: 0 | 1): string[] {
  const said: (readonly [string, string] | false)[] = [
    unit === 'utf-16' && ['以 UTF-16 码元计数', 'in UTF-16 units'],
    lineEnd === 1 && ['回车换行计作一个字符', 'with a CRLF as one character'],
    byteOrderMark === 1 && ['计入开头的字节序标记', 'with the byte order mark at the beginning'],
    end === 'inclusive' && ['结束位置是最后一个字符', 'with the last character as the end']
  ]
  return said.flatMap((words) => (words === false ? [] : [words[language]]))
}
