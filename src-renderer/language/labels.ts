import type { Theme } from '#core/codebook/codebook.ts'
import type { Jurisdiction, ReportDate, Target } from '#core/report/report.ts'
import type { ChangeLabel } from '#core/contract/change-calls.ts'
import type { RestorePoint } from '#core/contract/restore-point-calls.ts'
import { provinceName, type Language } from './provinces.ts'
import type { Words } from './zh.ts'

/** What names and sentences are made with. */
export interface Tongue {
  readonly language: Language
  readonly words: Words
}

/** 12,345 in both languages, without the locale of the machine. */
export function number(value: number, digits = 0): string {
  const [whole = '', fraction] = value.toFixed(digits).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** `share` is 0..1: 4.9 %, and < 0.1 % for a trace. */
export function percent(share: number): string {
  if (share > 0 && share < 0.001) return '< 0.1 %'
  return `${number(share * 100, 1)} %`
}

export interface DateLabel {
  readonly text: string
  /** The word that marks an inferred or unknown year, or null where the text states it. */
  readonly mark: string | null
  /** The same in less room. */
  readonly shortMark: string | null
}

export function dateLabel(date: ReportDate | null, words: Words): DateLabel {
  if (date === null) return { text: words.noDate, mark: null, shortMark: null }
  if (date.iso === null) return { text: date.asWritten, mark: words.yearUnknown, shortMark: words.yearUnknownShort }
  if (date.yearBasis === 'text' || date.yearBasis === 'field' || date.yearBasis === 'person') return { text: date.iso, mark: null, shortMark: null }
  return { text: date.iso, mark: words.yearInferred, shortMark: words.yearInferredShort }
}

/** The date with its mark, in one line; null where there is none. */
export function datedNote(date: ReportDate | null, words: Words): string | null {
  if (date === null) return null
  const { text, shortMark } = dateLabel(date, words)
  return shortMark === null ? text : `${text} ${shortMark}`
}

/** The name a report goes by in a list: the province, with the prefecture or county where it is one. */
export function jurisdictionName(of: Jurisdiction | null, language: Language, words: Words): string {
  if (of === null) return words.noProvince
  if (of.province === null || of.level === 'province') return provinceName(of, language)
  return `${provinceName(of.province, language)} · ${of.name}`
}

/** A file with the folders that it was imported with. */
export const filePath = ({ folders, fileName }: { readonly folders: readonly string[]; readonly fileName: string }): string => [...folders, fileName].join('/')

/** The name of a theme; its id where the codebook has no such theme. */
export const themeName = (themes: readonly Pick<Theme, 'id' | 'name'>[], id: string, language: Language): string => themes.find((theme) => theme.id === id)?.name[language] ?? id

const operatorMarks: Readonly<Record<Target['operator'], string>> = {
  '>=': '≥ ', '<=': '≤ ', '>': '> ', '<': '< ', '=': '', '+': '+', '-': '−', x: '× ', range: '', coverage: '', about: '≈ '
}

/** ≥ 75 ％ · 2025; full coverage, and what has no number, in its own words. */
export function targetLabel(target: Target & { readonly text: string }): string {
  const deadline = target.deadlineYear === null ? (target.deadline ?? '') : String(target.deadlineYear)
  const isInWords = target.value === null || target.operator === 'coverage'
  const amount = isInWords ? clipped(target.text.replace(target.deadline ?? '', ''), 14) : amountOf(target, target.value)
  return deadline === '' ? amount : `${amount} · ${deadline}`
}

function amountOf(target: Target, value: number): string {
  const figure = target.upper === null ? plain(value) : `${plain(value)}–${plain(target.upper)}`
  return `${operatorMarks[target.operator]}${figure}${target.unit === null ? '' : ` ${target.unit}`}`
}

const plain = (value: number): string => (Number.isInteger(value) ? number(value) : String(value))

export const clipped = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length)}…`

/** 08:12 by the clock of this machine. */
export function clockTime(iso: string): string {
  const time = new Date(iso)
  return [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}

/** Local day and time: 2026-11-26 14:03. */
export function dayAndTime(iso: string): string {
  const day = new Date(iso)
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')} ${clockTime(iso)}`
}

/** What a change did, in a few words. */
export function changeLabel({ kind, what, count }: ChangeLabel, words: Words): string {
  // a file is called by its name; its folder says nothing here
  const name = kind === 'import' ? (what.split(/[\\/]/).at(-1) ?? what) : what
  return words.around.changes.label(kind, name, count)
}

/** As its person called it, or what the program kept it before. */
export const pointName = ({ name, before }: RestorePoint, { around: { changes } }: Words): string =>
  name !== '' || before === null ? name : changes.points.before(changes.kinds[before])

/** How many things of each kind are not as they were then. */
export const sinceLabel = ({ since }: RestorePoint, { around: { changes: { points } } }: Words): string =>
  since.map(({ thing, count }) => points.things[thing](number(count))).join(points.join)
