import type { Bilingual, Theme } from './codebook.ts'
import { joinedItems, splitItems } from './exchange-text.ts'

export type ExchangeLanguage = 'zh' | 'en'

/** What stands before each part of a description; a part reaches to the next. */
const labels = {
  nameEn: '英文名称 English name：',
  nameZh: '中文名称 Chinese name：',
  definitionEn: '英文定义 English definition：',
  definitionZh: '中文定义 Chinese definition：',
  include: '纳入 Include：',
  exclude: '排除 Exclude：',
  examples: '示例 Examples：',
  into: '并入 Merged into：'
} as const
type Label = keyof typeof labels

/** What a code's name does not say of a theme, as a person reads it in another program. */
export function describeTheme({ name, definition, include, exclude, examples = [] }: Theme, language: ExchangeLanguage, into: string | null): string {
  const parts: readonly (readonly [Label, string])[] = [
    language === 'zh' ? ['nameEn', name.en] : ['nameZh', name.zh],
    language === 'zh' ? ['definitionEn', definition.en] : ['definitionZh', definition.zh],
    ['include', joinedItems(include)],
    ['exclude', joinedItems(exclude)],
    ['examples', joinedItems(examples)],
    ['into', into ?? '']
  ]
  return [definition[language], ...parts.filter(([, text]) => text !== '').map(([label, text]) => `${labels[label]}\n${text}`)].join('\n')
}

interface Described {
  readonly name: Bilingual
  readonly definition: Bilingual
  readonly include: string[]
  readonly exclude: string[]
  readonly examples: string[]
  readonly into: string | null
}

/** What `describeTheme` wrote; a description of another program is the definition. What is in one language only stands for both. */
export function readDescription({ name, description, guid }: { readonly name: string; readonly description: string; readonly guid: string }): Described {
  const parts = partsOf(description)
  const own = name.trim() === '' ? guid : name
  const definition = parts.get(null)?.trim() || own
  const isEnglish = parts.has('nameZh') || parts.has('definitionZh')
  const other = (label: Label) => parts.get(label)?.trim()
  return {
    name: isEnglish ? { zh: other('nameZh') ?? own, en: own } : { zh: own, en: other('nameEn') ?? own },
    definition: isEnglish ? { zh: other('definitionZh') ?? definition, en: definition } : { zh: definition, en: other('definitionEn') ?? definition },
    include: splitItems(parts.get('include') ?? ''),
    exclude: splitItems(parts.get('exclude') ?? ''),
    examples: splitItems(parts.get('examples') ?? ''),
    into: other('into') ?? null
  }
}

function partsOf(description: string): Map<Label | null, string> {
  const byText = new Map<string, Label>(Object.entries(labels).map(([label, text]) => [text, label as Label])) // keys of the same object
  const parts = new Map<Label | null, string>()
  let label: Label | null = null
  for (const line of description.replaceAll('\r\n', '\n').split('\n')) {
    const opens = byText.get(line.trimEnd())
    if (opens === undefined) parts.set(label, parts.has(label) ? `${parts.get(label)}\n${line}` : line)
    else label = opens
  }
  return parts
}
