import { describe, expect, it } from 'vitest'
import { findDivisions } from '#core/places/find-divisions.ts'
import { buildGazetteer } from '#core/places/gazetteer.ts'
import { provincialUnits } from '#core/places/provincial-units.ts'
import { divisions } from '../../../src-main/host/divisions.ts'

const gazetteer = buildGazetteer(divisions)
const names = (text: string, limit = 5): string[] => findDivisions(gazetteer, text, limit).map(({ name }) => name)

describe('choosing a division', () => {
  it('begins with the provincial units', () => {
    expect(names('', 40)).toHaveLength(35)
    expect(names('', 2)).toEqual(['北京市', '天津市'])
  })

  it('finds by the beginning of a name, the higher division first', () => {
    expect(names('浙江')[0]).toBe('浙江省')
    expect(names('杭州')[0]).toBe('杭州市')
    expect(names('吉林').slice(0, 2)).toEqual(['吉林省', '吉林市'])
  })

  it('finds by code, in full-width digits too', () => {
    expect(names('330000')).toEqual(['浙江省'])
    expect(names('３３０１')[0]).toBe('杭州市')
  })

  it('tells divisions of one name apart by the province written before', () => {
    const gulou = findDivisions(gazetteer, '鼓楼区', 20).filter(({ name }) => name === '鼓楼区')
    expect(gulou.length).toBeGreaterThan(2)
    expect(findDivisions(gazetteer, '福建 鼓楼', 5).map(({ name, province }) => province.name + name)).toEqual(['福建省鼓楼区'])
    expect(findDivisions(gazetteer, '福建省鼓楼区', 5).map(({ code }) => code)).toEqual(['350102'])
  })

  it('finds nothing for what is no division', () => {
    expect(names('江湖')).toEqual([])
  })
})

describe('the provincial units', () => {
  it('are those of the table of divisions, without the Corps and the three others', () => {
    const known = gazetteer.provinces.map(({ code, name }) => ({ code, name })).filter(({ code }) => code < '660000')
    expect(provincialUnits).toEqual(known)
    expect(provincialUnits).toHaveLength(31)
  })
})
