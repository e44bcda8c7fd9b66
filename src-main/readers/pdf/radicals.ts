/**
 * U+2E80–U+2EF3 in order, each as its unified ideograph by EquivalentUnifiedIdeograph.txt 15.0.0 of
 * the Unicode Character Database (© Unicode, Inc., https://www.unicode.org/terms_of_use.html).
 * `·`: none, or one beyond the BMP, which would need two code units for one.
 */
const supplement =
  '·厂乛乚乙亻冂·刀刂卜㔾小小兀尣尢·巳幺彑·忄心扌攵·旡日月歺母民氵氺灬爫爫丬牛犭王·目示礻·糹纟罓罒㓁冗·羊··耂肀聿肉·艹艹艹虎衤覀西见角·讠贝·车辶辶辶邑钅長镸长门·阝雨青韦页风飞食·飠饣·马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟'

const supplementFirst = 0x2e80
const kangxiFirst = 0x2f00
const kangxiLast = 0x2fd5

/**
 * A character as one writes it: PDFs whose fonts map several code points to one glyph (Noto CJK as
 * Chromium prints it) give radicals instead of the ideographs they look like. One code unit for one.
 */
export function foldRadical(code: number): number {
  if (code < supplementFirst || code > kangxiLast) return code
  // NFKC knows the Kangxi radicals, each as one ideograph of the BMP; of the supplement it knows two
  if (code >= kangxiFirst) return String.fromCharCode(code).normalize('NFKC').charCodeAt(0)
  const folded = supplement[code - supplementFirst]
  return folded === undefined || folded === '·' ? code : folded.charCodeAt(0)
}
