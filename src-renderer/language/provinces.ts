import type { Bilingual } from '#core/codebook/codebook.ts'
import type { Division } from '#core/report/report.ts'

export type Language = keyof Bilingual

/** By the first two digits of the division code: the one-character short name, and the English name. */
const names: Readonly<Record<string, readonly [short: string, english: string]>> = {
  11: ['京', 'Beijing'], 12: ['津', 'Tianjin'], 13: ['冀', 'Hebei'], 14: ['晋', 'Shanxi'], 15: ['蒙', 'Inner Mongolia'],
  21: ['辽', 'Liaoning'], 22: ['吉', 'Jilin'], 23: ['黑', 'Heilongjiang'],
  31: ['沪', 'Shanghai'], 32: ['苏', 'Jiangsu'], 33: ['浙', 'Zhejiang'], 34: ['皖', 'Anhui'], 35: ['闽', 'Fujian'], 36: ['赣', 'Jiangxi'], 37: ['鲁', 'Shandong'],
  41: ['豫', 'Henan'], 42: ['鄂', 'Hubei'], 43: ['湘', 'Hunan'], 44: ['粤', 'Guangdong'], 45: ['桂', 'Guangxi'], 46: ['琼', 'Hainan'],
  50: ['渝', 'Chongqing'], 51: ['川', 'Sichuan'], 52: ['贵', 'Guizhou'], 53: ['云', 'Yunnan'], 54: ['藏', 'Tibet'],
  61: ['陕', 'Shaanxi'], 62: ['甘', 'Gansu'], 63: ['青', 'Qinghai'], 64: ['宁', 'Ningxia'], 65: ['新', 'Xinjiang'], 66: ['兵', 'Xinjiang Corps'],
  71: ['台', 'Taiwan'], 81: ['港', 'Hong Kong'], 82: ['澳', 'Macau']
}

const ending = /(省|市|特别行政区|(?:壮族|回族|维吾尔)?自治区)$/
const corps = '新疆生产建设兵团'

/** 浙江省 -> 浙江, 广西壮族自治区 -> 广西; in English the English name where we have one. */
export function provinceName(province: Division, language: Language): string {
  if (language === 'en') return english(province) ?? province.name
  return province.name === corps ? '兵团' : province.name.replace(ending, '')
}

/** 浙, 鄂; in English the first letters of the name. */
export function provinceMark(province: Division, language: Language): string {
  if (language === 'en') return (english(province) ?? province.name).slice(0, 3)
  return province.name === corps ? '兵' : (names[province.code.slice(0, 2)]?.[0] ?? province.name.slice(0, 1))
}

function english(province: Division): string | undefined {
  return province.name === corps ? names['66']?.[1] : names[province.code.slice(0, 2)]?.[1]
}
