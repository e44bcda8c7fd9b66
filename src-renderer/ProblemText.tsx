import type { Problem } from '#core/contract/problem.ts'
import { useLanguage, useWords } from './use-words.ts'

/** What went wrong, what it is about, and what to do next. */
export function ProblemText({ problem }: { readonly problem: Problem }) {
  const words = useWords()
  const language = useLanguage()
  const next = words.around.next[problem.kind]
  return (
    <>
      <p>{problem.message[language]}</p>
      {next !== undefined && <p className="next-step">{next}</p>}
    </>
  )
}
