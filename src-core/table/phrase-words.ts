import type { PhraseOrigin } from '../phrases/phrases.ts'
import type { Language } from './words.ts'

type Header = 'phrase' | 'origins' | 'reports' | 'count' | 'since' | 'users' | 'themes' | 'report' | 'theme' | 'characters' | 'common' | 'local' | 'share'

/** What the tables of phrases say. */
export interface PhraseWords {
  readonly titles: Readonly<Record<'phrases' | 'phrases-common' | 'phrases-local', string>>
  readonly headers: Readonly<Record<Header, string>>
  readonly origins: Readonly<Record<PhraseOrigin, string>>
  readonly whole: string
  readonly noTheme: string
  readonly noYear: string
  readonly times: (count: number) => string
  readonly of: (theme: string) => string
  readonly baseline: (report: string) => string
  readonly shown: (shown: number, total: number) => string
  readonly notes: Readonly<{
    phrases: (reports: number, undated: number) => string
    shared: (shortest: number) => string
    least: (least: number) => string
    common: (shortest: number) => string
    local: (shortest: number) => string
  }>
}

const zh: PhraseWords = {
  titles: { phrases: '提法', 'phrases-common': '共同文字', 'phrases-local': '地方用语' },
  headers: { phrase: '提法', origins: '类别', reports: '报告数', count: '次数', since: '最早见于', users: '使用者', themes: '主题', report: '报告', theme: '主题', characters: '字数', common: '与基准相同', local: '地方用语', share: '地方用语占比' },
  origins: { own: '自定名称', programme: '专项名称', quoted: '引号提法', shared: '共同表述' },
  whole: '全文',
  noTheme: '未归主题',
  noYear: '年份不详',
  times: (count) => `${count} 次`,
  of: (theme) => `主题：${theme}`,
  baseline: (report) => `基准文件：${report}`,
  shown: (shown, total) => `共 ${total} 条提法，列出前 ${shown} 条。`,
  notes: {
    phrases: (reports, undated) => `n = ${reports} 份报告。次数：正文中与提法逐字相同的全部位置，包括含在更长提法之中的。最早见于：使用它的报告里日期最早的一份；${undated === 0 ? '各份报告年份均已知' : `${undated} 份报告年份不详，不参与先后`}。`,
    shared: (shortest) => `共同表述：两份以上报告同一主题下逐字相同、不能再延长的文字，至少 ${shortest} 字，首尾标点不计。`,
    least: (least) => `只列至少 ${least} 份报告使用的提法。`,
    common: (shortest) => `共同文字占比 =（甲中与乙相同的字数 + 乙中与甲相同的字数）÷（甲字数 + 乙字数）；相同：同一主题下至少 ${shortest} 字逐字相同；空白不计。`,
    local: (shortest) => `地方用语 = 字数 − 与基准文件任何一处至少 ${shortest} 字逐字相同的字数；空白不计。`
  }
}

const en: PhraseWords = {
  titles: { phrases: 'Phrases', 'phrases-common': 'Text in common', 'phrases-local': 'Local language' },
  headers: { phrase: 'Phrase', origins: 'Kind', reports: 'Reports', count: 'Times', since: 'First seen', users: 'Used by', themes: 'Themes', report: 'Report', theme: 'Theme', characters: 'Characters', common: 'As in the baseline', local: 'Local', share: 'Share that is local' },
  origins: { own: 'own name', programme: 'programme', quoted: 'quoted wording', shared: 'shared wording' },
  whole: 'whole text',
  noTheme: 'no theme',
  noYear: 'year unknown',
  times: (count) => `${count} ×`,
  of: (theme) => `Theme: ${theme}`,
  baseline: (report) => `Baseline document: ${report}`,
  shown: (shown, total) => `${total} phrases; the first ${shown} are listed.`,
  notes: {
    phrases: (reports, undated) => `n = ${reports} reports. Times: all places of the text with the very characters, those inside longer phrases too. First seen: the earliest dated report that uses it; ${undated === 0 ? 'the year of every report is known' : `the year of ${undated} is unknown, and these are not counted as first`}.`,
    shared: (shortest) => `Shared wording: text of one theme that two reports or more have character by character and that cannot be made longer, at least ${shortest} characters, marks at its ends not counted.`,
    least: (least) => `Only phrases that at least ${least} reports use.`,
    common: (shortest) => `Share in common = (characters of A that B has too + characters of B that A has too) ÷ (characters of A + characters of B); the same: at least ${shortest} characters of the same theme, character by character; white space not counted.`,
    local: (shortest) => `Local = characters − those in stretches of at least ${shortest} characters that stand somewhere in the baseline document; white space not counted.`
  }
}

export const phraseWords: Readonly<Record<Language, PhraseWords>> = { zh, en }
