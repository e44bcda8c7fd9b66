import type { Change } from '../versions/changes.ts'
import type { TargetChange } from '../versions/target-changes.ts'
import { themeChangeRule, type ThemeChangeKind } from '../versions/theme-changes.ts'
import type { Language } from './words.ts'

/** What the tables of a comparison of versions say. */
export interface VersionWords {
  readonly titles: Readonly<Record<'changes' | 'themes' | 'targets', string>>
  readonly before: string
  readonly after: string
  readonly headers: Readonly<Record<'change' | 'words' | 'place' | 'lines' | 'passages' | 'characters' | 'share' | 'difference' | 'metric' | 'theme' | 'start', string>>
  readonly changes: Readonly<Record<Change['kind'], string>>
  readonly themes: Readonly<Record<ThemeChangeKind, string>>
  readonly targets: Readonly<Record<TargetChange['kind'], string>>
  readonly base: string
  readonly versionNote: (side: string, title: string, date: string) => string
  readonly sentencesNote: (pairs: number) => string
  readonly notes: Readonly<Record<'changes' | 'anchors' | 'themes' | 'targets', string>>
}

const percent = `${Math.round(themeChangeRule.points * 1000) / 10}`

const zh: VersionWords = {
  titles: { changes: '改动清单', themes: '主题消长', targets: '目标变化' },
  before: '前',
  after: '后',
  headers: { change: '改动', words: '原文', place: '段落', lines: '原文位置', passages: '条数', characters: '字数', share: '占比', difference: '占比之差', metric: '指标', theme: '主题', start: '起' },
  changes: { replaced: '改写', deleted: '删去', added: '增补', removed: '整段删去', 'put-in': '整段新增', moved: '移动' },
  themes: { new: '新增', dropped: '不再提及', strengthened: '加强', weakened: '减弱', steady: '大致持平' },
  targets: { changed: '改变', dropped: '不再提出', new: '新提出' },
  base: '报告字数（基数）',
  versionNote: (side, title, date) => `${side}：${title}（${date}）。`,
  sentencesNote: (pairs) => `有 ${pairs} 对段落差异很大，改按句比对，所列改动以整句计。`,
  notes: {
    changes: '先对齐段落（二元字组余弦不低于 0.4，移动不低于 0.6），再在对齐的段落内逐词比对；两处改动之间不足 2 字的相同字样并入改动。起为该字样在各自阅读文本中的位置。',
    anchors: '段落很多，先以各出现一次的相同段落为锚，再在锚间对齐。',
    themes: `加强：占比不低于此前的 ${themeChangeRule.ratio} 倍，且至少高 ${percent} 个百分点；减弱反之。占比 = 该主题引文字数 ÷ 报告字数；按现行编码（含人工更正）计。所说的是篇幅，不是力度。`,
    targets: '同一处文字或被改写处的目标，单位或指标相同者视为同一目标；数值、上限、单位、关系、期限之一不同即列为改变；“今年”之类字面相同的期限不算改变，只改措辞者不列。'
  }
}

const en: VersionWords = {
  titles: { changes: 'List of changes', themes: 'Themes between versions', targets: 'Targets between versions' },
  before: 'Before',
  after: 'After',
  headers: { change: 'Change', words: 'original text', place: 'paragraph', lines: 'original lines', passages: 'passages', characters: 'characters', share: 'share', difference: 'Difference of shares', metric: 'Metric', theme: 'Theme', start: 'start' },
  changes: { replaced: 'replaced', deleted: 'deleted', added: 'added', removed: 'paragraph removed', 'put-in': 'paragraph added', moved: 'moved' },
  themes: { new: 'new', dropped: 'no longer mentioned', strengthened: 'strengthened', weakened: 'weakened', steady: 'about the same' },
  targets: { changed: 'changed', dropped: 'no longer set', new: 'newly set' },
  base: 'Characters of report (base)',
  versionNote: (side, title, date) => `${side}: ${title} (${date}).`,
  sentencesNote: (pairs) => `${pairs} pairs of paragraphs differ so much that they were compared by sentences: their changes are whole sentences.`,
  notes: {
    changes: 'Paragraphs are aligned first (cosine of character bigrams at least 0.4; 0.6 for a move), then words within aligned paragraphs; a run in common of fewer than 2 characters between two changes belongs to the change. Start is the position in the reading text of that version.',
    anchors: 'There are very many paragraphs: equal ones that stand once in each were aligned first, then what lies between them.',
    themes: `Strengthened: the share is at least ${themeChangeRule.ratio} times what it was, and at least ${percent} percentage points higher; weakened the other way round. Share = characters of the theme ÷ characters of the report, by the codings in force (a person's corrections among them). It speaks of space, not of resolve.`,
    targets: 'Targets in the same or the replaced words are one target where unit or metric is the same; it is changed where value, upper bound, unit, relation or deadline differ; a deadline in the same words (“this year”) is the same. What is only worded differently is not listed.'
  }
}

export const versionWords: Readonly<Record<Language, VersionWords>> = { zh, en }
