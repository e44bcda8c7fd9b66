import { verdicts, type Verdict } from '../compare/comparison.ts'
import { words } from '../table/words.ts'
import type { ProjectVariable } from './project.ts'

/** What a person says of a theme in a report is a variable of the source for each theme: other programs compare cases by these. */
export const verdictVariable = (guid: string, code: { readonly name: string; readonly guid: string }): ProjectVariable => ({
  guid, name: `核实 Verdict：${code.name}`, type: 'Text', description: `${label}${code.name.replaceAll(/\s+/g, ' ')} {${code.guid}}`
})

const label = '核实的主题 Theme of verdict：'

/** The code that such a variable is of; null of any other variable. */
export const themeOfVerdicts = ({ description }: ProjectVariable): string | null =>
  description.startsWith(label) ? (/ \{([0-9a-f-]{36})\}$/.exec(description.trimEnd())?.[1] ?? null) : null

export const verdictValue = (verdict: Verdict): string => `${words.zh.verdicts[verdict]} ${words.en.verdicts[verdict]}`

/** What `verdictValue` wrote; null of anything else. */
export const readVerdict = (value: string): Verdict | null => verdicts.find((verdict) => verdictValue(verdict) === value.trim()) ?? null
