import type { Bilingual, Codebook } from '#core/codebook/codebook.ts'
import { draftChange } from '../../state/codebook-draft.ts'
import { useWords } from '../../use-words.ts'
import { DraftField } from './DraftField.tsx'

/** What a codebook of a person's own is called, in both languages. @param codebook as the draft has it */
export function CodebookName({ codebook: { id, name } }: { readonly codebook: Codebook }) {
  const { codebookScreen: w } = useWords()
  const field = (language: keyof Bilingual) => ({
    of: `${id} name ${language}`,
    value: name[language],
    isReadOnly: false,
    faultOf: (text: string) => (text.trim() === '' ? w.faults.empty : null),
    onCommit: (text: string) => draftChange(id, { kind: 'rename', name: { ...name, [language]: text.trim() } })
  })
  return (
    <details className="codebook-name">
      <summary>{w.ownNames.title}</summary>
      <DraftField label={w.ownNames.zh} {...field('zh')} />
      <DraftField label={w.ownNames.en} {...field('en')} />
    </details>
  )
}
