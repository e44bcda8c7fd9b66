import type { Handlers } from '#core/contract/calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { searchText } from '../library/search.ts'
import type { Library } from '../library/sql.ts'

export function searchHandlers({ read }: Library): Pick<Handlers, 'search.text'> {
  return {
    'search.text': ({ query, limit }) => {
      const wanted = query.trim()
      if (wanted === '') throw nothingToSearch()
      const { total, hits } = searchText(read, wanted, limit)
      return {
        query: wanted,
        total,
        hits: hits.map(({ report, ...hit }) => ({
          ...hit,
          report: String(report),
          province: hit.jurisdiction?.province ?? null
        }))
      }
    }
  }
}

const nothingToSearch = (): Refusal =>
  new Refusal({
    kind: 'bad-request',
    message: { zh: '请输入要查找的字词。', en: 'Enter the words to look for.' },
    place: 'search.text.query'
  })
