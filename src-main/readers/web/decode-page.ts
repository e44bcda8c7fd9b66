import { plausibility } from '../common-characters.ts'
import { decodeAs, decodeText, isUtf8, markOf, type DecodedText, type Encoding } from '../encoding.ts'

/** Where a page may declare its encoding. */
const headBytes = 4096
/** A declaration is believed against the detector where its reading is no worse than this. */
const believed = 0.1

const labels: readonly (readonly [RegExp, Encoding])[] = [
  [/^(?:utf-?8|unicode-1-1-utf-8|x-unicode20utf8)$/, 'utf-8'],
  [/^(?:x-)?(?:gb_?2312(?:-80)?|gbk|gb18030|chinese|csgb2312|cp936|ms936|windows-936|iso-ir-58)$/, 'gb18030'],
  [/^(?:x-x-)?(?:big5(?:-hkscs)?|cn-big5|csbig5|cp950)$/, 'big5'],
  [/^(?:utf-?16(?:le)?|unicode|ucs-2)$/, 'utf-16le'],
  [/^utf-?16be$/, 'utf-16be']
]

/** The encoding that goes by a label of the web, or null. */
export function encodingOfLabel(label: string): Encoding | null {
  const own = label.trim().toLowerCase()
  return labels.find(([pattern]) => pattern.test(own))?.[1] ?? null
}

/**
 * A page or an XML file: as a person chose; by its mark; as UTF-8 where it is valid; as it is
 * declared where the bytes are plausible in it; else by the detector. A page that declares GB2312
 * and is UTF-8 is UTF-8.
 *
 * @param outer encoding that what holds the page declares for it (a part of an MHTML file), or null
 * @returns null where the bytes are text in no encoding of Chinese
 */
export function decodeMarkup(bytes: Uint8Array, { chosen, outer = null }: { chosen: Encoding | null; outer?: Encoding | null }): DecodedText | null {
  if (chosen !== null) return decodeAs(bytes, chosen)
  const guessed = decodeText(bytes)
  if (markOf(bytes) !== null || isUtf8(bytes)) return guessed
  for (const declared of [outer, declaredIn(bytes)]) {
    // who can read the declaration as ASCII does not read UTF-16
    if (declared === null || declared.startsWith('utf-16')) continue
    const decoded = decodeAs(bytes, declared)
    if (guessed === null || guessed.encoding === declared || proseOf(decoded) >= proseOf(guessed) - believed) {
      return guessed === null && proseOf(decoded) < believed ? null : decoded
    }
  }
  return guessed
}

/** Tags are the same in every encoding: what is not ASCII tells them apart. */
const proseOf = ({ text }: DecodedText): number => {
  const foreign = text.slice(0, 256 * 1024).replace(/[\0-\x7f]+/g, '')
  return foreign === '' ? 1 : plausibility(foreign)
}

function declaredIn(bytes: Uint8Array): Encoding | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headBytes)).toString('latin1')
  const label = /<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head)?.[1] ?? /<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1]
  return label === undefined ? null : encodingOfLabel(label)
}
