import type { Overlap } from './overlap.ts'

/**
 * Likeness of two sets: |A ∩ B| / √(|A| |B|), 0 to 1; the cosine of two sets. Of co-occurring words: how often both
 * stand in one unit, set against how often each of them does, so that frequent words are not drawn together by that alone.
 *
 * Source: A. Ochiai (1957), Zoogeographical Studies on the Soleoid Fishes Found in Japan and its Neighbouring Regions,
 * Bulletin of the Japanese Society of Scientific Fisheries 22, 526–530.
 *
 * @returns null where one of them is empty.
 */
export function ochiai({ both, one, other }: Overlap): number | null {
  return one === 0 || other === 0 ? null : both / Math.sqrt(one * other)
}
