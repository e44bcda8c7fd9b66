import { sharedU, type Area } from './area.ts'
import type { Block, PageStyle } from './blocks.ts'

const MARK = /^(?:[①-⑳⑴-⒇❶-❿*＊※†‡]|[[［〔【(（]\d{1,2}[\]］〕】)）]|\d{1,2}(?![\d.．、年月日%％])|注[：:\d①-⑳])/

/**
 * Notes at the foot of a page: in smaller type, with nothing but notes under them, and begun by a
 * mark or set under a short rule.
 */
export function footnotesOf(blocks: readonly Block[], style: PageStyle, along: readonly Area[]): Block[] {
  const text = blocks.filter((block) => block.kind === 'text')
  const bottom = text.reduce((most, block) => Math.max(most, block.v1), -Infinity)
  const top = text.reduce((least, block) => Math.min(least, block.v0), Infinity)
  const found = new Set<Block>()
  for (const block of [...text].sort((a, b) => b.v0 - a.v0)) {
    if (block.size > 0.93 * style.body || block.v0 < top + 0.5 * (bottom - top)) continue
    const isLast = blocks.every((other) => other === block || found.has(other) || other.v0 < block.v0 || sharedU(other, block) <= 0)
    const hasText = text.some((other) => other.size > 0.95 * style.body && other.v1 <= block.v0 + 0.5 * style.body && sharedU(other, block) > 0)
    if (isLast && hasText && (MARK.test(block.lines[0]!.words[0]!.text) || hasShortRule(block, style, along))) found.add(block)
  }
  return [...found].sort((a, b) => (sharedU(a, b) > 0 ? a.v0 - b.v0 : a.u0 - b.u0))
}

function hasShortRule(block: Block, { body }: PageStyle, along: readonly Area[]): boolean {
  return along.some((rule) => rule.v0 <= block.v0 + 0.3 * body && rule.v0 >= block.v0 - 1.5 * body && Math.abs(rule.u0 - block.u0) <= 2 * body && rule.u1 - rule.u0 <= 0.6 * (block.u1 - block.u0) + 3 * body)
}
