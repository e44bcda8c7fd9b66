import type { Handlers } from '#core/contract/calls.ts'
import { decidePair, offeredPairs } from '../library/near-duplicates.ts'
import { markSaved } from '../library/reports.ts'
import { idOf } from './ids.ts'
import type { ImportGround } from './import-ground.ts'

export function duplicateHandlers({ library, now, news }: ImportGround): Pick<Handlers, 'duplicates.list' | 'duplicates.decide'> {
  return {
    'duplicates.list': () => offeredPairs(library.read),
    'duplicates.decide': ({ first, second, state }) => {
      const at = now().toISOString()
      const pair = library.write((writable) => {
        markSaved(writable, at)
        return decidePair(writable, [idOf(first), idOf(second)], { state, at })
      })
      news.changed(at)
      news.flush()
      return pair
    }
  }
}
