import { useMemo } from 'react'
import type { Input } from '#core/contract/calls.ts'
import type { Reply } from '#core/contract/problem.ts'
import type { ReadingPart } from '#core/report/reading-words.ts'
import type { Span } from '#core/text/span.ts'
import { useHost } from './host/use-call.ts'
import { noticeRefusal } from './state/notices.ts'

/** Words of a report, as they are seen. */
export type WordsOfReport = Span & { readonly report: string; readonly words: string }

/** What a person does to the program's readings. Each answers whether it was done; a refusal is noticed. */
export interface ReadingCalls {
  readonly say: (place: WordsOfReport, said: Input<'readings.say'>['said']) => Promise<boolean>
  readonly takeBack: (place: WordsOfReport, part: ReadingPart) => Promise<boolean>
  readonly remove: (word: string) => Promise<boolean>
}

export function useReadingCalls(): ReadingCalls {
  const host = useHost()
  return useMemo(() => {
    const seen = async (asked: Promise<Reply<null>>): Promise<boolean> => {
      const reply = await asked
      if (!reply.ok) noticeRefusal(reply.problem)
      return reply.ok
    }
    return {
      say: (place, said) => seen(host.call('readings.say', { ...place, said })),
      takeBack: (place, part) => seen(host.call('readings.takeBack', { ...place, part })),
      remove: (word) => seen(host.call('readings.remove', { word }))
    }
  }, [host])
}
