/** One operation on formatting ("sprm"): its code and its operand. */
export interface Operation {
  readonly code: number
  readonly operand: Buffer
}

/** Length of the operand in bytes, by the upper three bits of the code; 6 says it itself. */
const operandLengths = [1, 1, 2, 4, 2, 2, 0, 3]

const tableDefinition = 0xd608
const tabStops = 0xc615

/** Operations in the order in which they are applied; ends where one leaves the bytes. */
export function operationsOf(bytes: Buffer): Operation[] {
  const operations: Operation[] = []
  let at = 0
  while (at + 2 < bytes.length) {
    const code = bytes.readUInt16LE(at)
    at += 2
    const [skip, length] = operandAt(bytes, at, code)
    if (at + skip + length > bytes.length) break
    operations.push({ code, operand: bytes.subarray(at + skip, at + skip + length) })
    at += skip + length
  }
  return operations
}

/** Bytes of the length before the operand, and bytes of the operand. */
function operandAt(bytes: Buffer, at: number, code: number): readonly [number, number] {
  const kind = code >> 13
  if (kind !== 6) return [0, operandLengths[kind]!]
  if (code === tableDefinition) return at + 2 <= bytes.length ? [2, Math.max(0, bytes.readUInt16LE(at) - 1)] : [2, 0]
  const length = bytes[at] ?? 0
  if (code !== tabStops || length !== 255) return [1, length]
  // more tab stops than a byte can count: deleted ones of 4 bytes, then added ones of 3
  const deleted = bytes[at + 1] ?? 0
  const added = bytes[at + 2 + deleted * 4] ?? 0
  return [1, 2 + deleted * 4 + added * 3]
}

/** The operand as an unsigned number, of the first one, two or four bytes it has. */
export function numberOf({ operand }: Operation): number {
  if (operand.length >= 4) return operand.readUInt32LE(0)
  return operand.length >= 2 ? operand.readUInt16LE(0) : (operand[0] ?? 0)
}
