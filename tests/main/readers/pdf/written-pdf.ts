import { Buffer } from 'node:buffer'

/** One page of a PDF that a test writes by hand: its content stream and what its dictionary says besides. */
export interface WrittenPage {
  readonly content: string
  /** `0 0 595 842` */
  readonly mediaBox?: string
  /** ` /Rotate 90` */
  readonly more?: string
}

const songti = '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>'
const descendant =
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 >>'
const descriptor =
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>'
// one black pixel
const picture = '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n\0\nendstream'

/** A PDF with the font /F1 (Chinese, not embedded), /F2 (Helvetica) and the picture /P1. */
export function writtenPdf(pages: readonly WrittenPage[]): Uint8Array {
  const firstPage = 8
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${String(pages.length)} /Kids [${pages.map((_, i) => `${String(firstPage + 2 * i)} 0 R`).join(' ')}] >>`,
    songti,
    descendant,
    descriptor,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    picture,
    ...pages.flatMap(({ content, mediaBox = '0 0 595 842', more = '' }, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox}]${more} /Resources << /Font << /F1 3 0 R /F2 6 0 R >> /XObject << /P1 7 0 R >> >> /Contents ${String(firstPage + 2 * i + 1)} 0 R >>`,
      `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`
    ])
  ]
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, i) => {
    const offset = file.length
    file += `${String(i + 1)} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = String(objects.length + 1)
  return Buffer.from(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(file.length)}\n%%EOF\n`, 'latin1')
}

/** The operand of Tj for a text in /F1. */
export function songtiText(text: string): string {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0'))
  return `<${units.join('')}>`
}
