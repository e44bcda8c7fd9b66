import { describe, expect, it } from 'vitest'
import { buildGazetteer, findPlaces, isWithin } from '#core/places/gazetteer.ts'
import { divisions } from '../../../src-main/host/divisions.ts'

const gazetteer = buildGazetteer(divisions)

/** `所写=区划名`, `?` where nothing says which of several, `#` inside another name. */
const named = (text: string): string[] =>
  findPlaces(gazetteer, text).map(
    (m) => `${text.slice(m.start, m.end)}=${m.place.name}${m.isAmbiguous ? '?' : ''}${m.isInName ? '#' : ''}`
  )

describe('the divisions', () => {
  it('are 31 provincial units, Taiwan, Hong Kong, Macau, and the Corps of Xinjiang', () => {
    expect(gazetteer.provinces).toHaveLength(35)
    expect(gazetteer.byCode.get('660000')?.name).toBe('新疆生产建设兵团')
    expect(gazetteer.byCode.get('330000')?.name).toBe('浙江省')
  })

  it('lie within each other by code', () => {
    const yuexi = gazetteer.byCode.get('513434')!
    expect(isWithin(yuexi, gazetteer.byCode.get('513400')!)).toBe(true)
    expect(isWithin(yuexi, gazetteer.byCode.get('510000')!)).toBe(true)
    expect(isWithin(yuexi, gazetteer.byCode.get('520000')!)).toBe(false)
    expect(yuexi.province.name).toBe('四川省')
  })
})

describe('places in a text (虚构样例)', () => {
  it('are read longest first, from the left', () => {
    expect(named('辽宁夏日')).toEqual(['辽宁=辽宁省'])
    expect(named('海南省、海南州')).toEqual(['海南省=海南省', '海南州=海南藏族自治州'])
    expect(named('内蒙古兴安盟科尔沁右翼前旗')).toEqual(['内蒙古=内蒙古自治区', '兴安盟=兴安盟', '科尔沁右翼前旗=科尔沁右翼前旗'])
    expect(named('陕西与山西')).toEqual(['陕西=陕西省', '山西=山西省'])
    expect(named('浙江西部')).toEqual(['浙江=浙江省'])
  })

  it('go by their short forms', () => {
    expect(named('四川凉山州越西县')).toEqual(['四川=四川省', '凉山州=凉山彝族自治州', '越西县=越西县'])
    expect(named('新疆和田、西藏昌都、青海黄南')).toEqual([
      '新疆=新疆维吾尔自治区', '和田=和田地区', '西藏=西藏自治区', '昌都=昌都市', '青海=青海省', '黄南=黄南藏族自治州'
    ])
    expect(named('新疆生产建设兵团某师')).toEqual(['新疆生产建设兵团=新疆生产建设兵团'])
  })

  it('of a county are short only beside what holds them', () => {
    expect(named('浙江德清')).toEqual(['浙江=浙江省', '德清=德清县'])
    expect(named('湖北（武汉）')).toEqual(['湖北=湖北省', '武汉=武汉市'])
    expect(named('山西晋城城区')).toEqual(['山西=山西省', '晋城=晋城市', '城区=城区'])
    expect(named('广西资源丰富，甘肃合作广泛')).toEqual(['广西=广西壮族自治区', '甘肃=甘肃省'])
  })

  it('are not cut out of ordinary words', () => {
    for (const text of ['提高县域水平', '城区改造与郊区建设', '创新乡村治理', '境内江河', '重大同步工程', '确保长治久安', '增进健康县区', '新增城市绿地', '适应城市发展', '守护来宾']) {
      expect(named(text), text).toEqual([])
    }
  })

  it('with a name that several bear are settled by their neighbours, else left open', () => {
    expect(named('朝阳区召开会议')).toEqual(['朝阳区=朝阳区?'])
    expect(findPlaces(gazetteer, '北京市朝阳区')[1]?.place.province.name).toBe('北京市')
    expect(findPlaces(gazetteer, '朝阳区的经验由长春市推广')[0]?.place.province.name).toBe('吉林省')
    expect(findPlaces(gazetteer, '辽宁朝阳')[1]?.place.level).toBe('prefecture')
  })

  it('named like their province are told from it', () => {
    expect(named('吉林省吉林市')).toEqual(['吉林省=吉林省', '吉林市=吉林市'])
    expect(named('吉林全省')).toEqual(['吉林=吉林省'])
    expect(named('河北河北省')).toEqual(['河北=河北省', '河北省=河北省'])
  })

  it('inside the name of an institution are marked so', () => {
    expect(named('四川大学华西医院西藏医院')).toEqual(['四川=四川省#', '西藏=西藏自治区#'])
    expect(named('北京时间、南京路')).toEqual(['北京=北京市#', '南京=南京市#'])
  })

  it('of older days are found under today’s name', () => {
    expect(named('襄樊市')).toEqual(['襄樊市=襄阳市'])
  })
})
