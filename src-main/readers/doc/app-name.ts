/** Property of the summary that names the program which wrote the file. */
const programProperty = 0x12
const stringKind = 0x1e

/** The program that wrote the file, as the stream `\x05SummaryInformation` says ([MS-OLEPS]); '' where it does not. */
export function programName(summary: Buffer | null): string {
  if (summary === null || summary.length < 48) return ''
  const section = summary.readUInt32LE(44)
  if (section + 8 > summary.length) return ''
  const count = Math.min(summary.readUInt32LE(section + 4), 256)
  for (let index = 0; index < count; index++) {
    const at = section + 8 + index * 8
    if (at + 8 > summary.length) return ''
    if (summary.readUInt32LE(at) === programProperty) return stringAt(summary, section + summary.readUInt32LE(at + 4))
  }
  return ''
}

function stringAt(bytes: Buffer, at: number): string {
  if (at + 8 > bytes.length || bytes.readUInt32LE(at) !== stringKind) return ''
  return bytes.subarray(at + 8, at + 8 + bytes.readUInt32LE(at + 4)).toString('latin1').replace(/\0.*$/s, '')
}
