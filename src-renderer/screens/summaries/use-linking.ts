import { useMemo, useState } from 'react'
import type { Reply } from '#core/contract/problem.ts'
import { useScreenCommands, type Command } from '../../commands.ts'
import { useAskAgain, useHost } from '../../host/use-call.ts'
import type { Words } from '../../language/zh.ts'
import { noticeRefusal } from '../../state/notices.ts'
import { usePreferences } from '../../state/preferences.ts'
import { selectedSource, type SourceWords } from './selected-source.ts'
import type { SummaryCell } from './summary-cells.ts'
import { saveDrafts } from './summary-drafts.ts'

export interface Linking {
  /** The words that are selected beside, or the passage that has the keyboard. */
  readonly linkSelected: () => void
  /** `instead`: in the place of this link. */
  readonly link: (source: SourceWords, instead?: number) => void
  readonly unlink: (link: number) => void
  /** Read out: what was just done. */
  readonly news: string
}

/** Ties the summary of a cell to what it is written from. */
export function useLinking({ place }: SummaryCell, words: Words): Linking {
  const host = useHost()
  const askAgain = useAskAgain()
  const [news, tell] = useState('')
  const { codebook, theme, part, reports } = place
  const set = reports.join(' ')
  const linking = useMemo(() => {
    const of = { codebook, theme, part, reports: set.split(' ') }
    const seen = async (reply: Reply<unknown>): Promise<boolean> => {
      if (!reply.ok) noticeRefusal(reply.problem)
      await askAgain('summaries.list')
      return reply.ok
    }
    const link = async ({ report, start, end, words: there }: SourceWords, instead?: number): Promise<void> => {
      await saveDrafts() // what was typed is a step before this one
      const reply = await host.call('summaries.link', { ...of, report, start, end, words: there, instead: instead ?? null, author: usePreferences.getState().author })
      if (await seen(reply)) tell(words.summaries.linked)
    }
    const unlink = async (id: number): Promise<void> => {
      await saveDrafts()
      const reply = await host.call('summaries.unlink', { ...of, link: id })
      await seen(reply)
    }
    const linkSelected = (): void => {
      const source = selectedSource()
      if (source === null) tell(words.summaries.selectFirst)
      else void link(source)
    }
    return { linkSelected, link: (source: SourceWords, instead?: number) => void link(source, instead), unlink: (id: number) => void unlink(id) }
  }, [host, askAgain, codebook, theme, part, set, words])
  const { linkSelected } = linking
  useScreenCommands(useMemo((): readonly Command[] => [{ id: 'summary-link', group: 'comparison', label: (w) => w.summaries.link, keys: ['Alt+L'], run: linkSelected }], [linkSelected]))
  return { ...linking, news }
}
