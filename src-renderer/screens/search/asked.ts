import type { Input } from '#core/contract/calls.ts'
import type { Searching } from '../../state/searching.ts'

export type Asked = Pick<Searching, 'query' | 'part' | 'provinces' | 'years' | 'themes' | 'kinds'>

/** The question without what only tells how its answer is shown. Statements are chosen in texts only. */
export const askedOf = ({ query, part, provinces, years, themes, kinds }: Asked): Asked => ({
  query, part, provinces, years, ...(part === 'text' ? { themes, kinds } : { themes: [], kinds: [] })
})

export const linesAtOnce = 100

/** The first line of the page that holds a line. */
export const pageStart = (line: number): number => line - (line % linesAtOnce)

/** More rows than this no browser scrolls; exports have all of them. */
export const mostRows = 1_000_000

export type LinesInput = Input<'search.lines'>

/** The lists of a call are its own. */
export const callOf = ({ provinces, years, themes, kinds, ...asked }: Asked) => ({
  ...asked, provinces: [...provinces], years: [...years], themes: [...themes], kinds: [...kinds]
})
