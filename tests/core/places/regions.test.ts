import { describe, expect, it } from 'vitest'
import { buildGazetteer } from '#core/places/gazetteer.ts'
import { regionOf, regions } from '#core/places/regions.ts'
import { divisions } from '../../../src-main/host/divisions.ts'

describe('the seven regions', () => {
  const { provinces } = buildGazetteer(divisions)

  it('hold every provincial unit of the code table, each once', () => {
    for (const { code, name } of provinces) expect(regionOf(code), name).not.toBeNull()
    const prefixes = regions.flatMap((region) => [...region.provinces])
    expect(new Set(prefixes).size).toBe(prefixes.length)
    expect(prefixes.sort()).toEqual(provinces.map(({ code }) => code.slice(0, 2)).sort())
  })

  it.each([
    ['330000', '华东'], ['420000', '华中'], ['450000', '华南'], ['150000', '华北'], ['230000', '东北'], ['540000', '西南'], ['650000', '西北'],
    ['360000', '华东'], ['460000', '华南'], ['710000', '华东'], ['820000', '华南'], ['330100', '华东']
  ])('%s lies in %s', (code, name) => expect(regionOf(code)?.name.zh).toBe(name))

  it('hold neither the whole country nor an unknown code', () => {
    expect(regionOf('000000')).toBeNull()
    expect(regionOf('990000')).toBeNull()
  })
})
