import { isWordCharacter } from './word-character.ts'

/** Neighbouring characters that count as one gram: long enough that wording is shared and not only the language. */
const GRAM_LENGTH = 5
/** Numbers of a signature. */
const SIGNATURE_LENGTH = 120
/** Numbers of a band, see `signatureBands`. */
const BAND_LENGTH = 3

/** How much of their wording two texts share, in distinct grams of five characters. */
export interface Likeness {
  /** Of the grams of both, the share that each has: 0..1. */
  readonly jaccard: number
  /** Of the grams of the shorter text, the share that the longer one has: 1 for an excerpt. */
  readonly containment: number
  /** Grams that both have. */
  readonly shared: number
}

/** See `isLikelyDuplicate`. */
const LEAST_JACCARD = 0.25
const LEAST_CONTAINMENT = 0.5
/** A headline and a lead: a text that shares less with a longer one is a mention of it, not an excerpt. */
const LEAST_EXCERPT = 60
/** Two signatures that are less alike are of no likely duplicates: below what is sought by more than two standard errors, 0.04 each. */
export const leastEstimate = 0.15

/**
 * Whether two texts are to be offered to a person as the same report twice: prints of it, versions,
 * or an excerpt and the whole.
 *
 * The limits lie between what was measured on 69 real texts. Of their 2,346 pairs (provinces that
 * share official phrases, one place in consecutive years) none has a Jaccard index over 0.11 or a
 * containment over 0.21. Copies with 5 in 100 characters wrong, the headline gone and a portal's
 * furniture around them have at least 0.28, with 3 in 100 wrong, a paragraph gone and furniture 0.36.
 */
export const isLikelyDuplicate = ({ jaccard, containment, shared }: Likeness): boolean =>
  jaccard >= LEAST_JACCARD || (containment >= LEAST_CONTAINMENT && shared >= LEAST_EXCERPT)

/** The two measures of Broder 1997, on the texts themselves. */
export const likeness = (a: string, b: string): Likeness => likenessOf(a)(b)

/** The same, of one text to many. */
export function likenessOf(text: string): (other: string) => Likeness {
  const grams = gramsOf(text)
  return (other) => likenessOfGrams(grams, gramsOf(other))
}

function likenessOfGrams(one: Int32Array, other: Int32Array): Likeness {
  let shared = 0
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i]!, other[j]!]
    if (a === b) shared++
    if (a <= b) i++
    if (b <= a) j++
  }
  if (shared === 0) return { jaccard: 0, containment: 0, shared }
  return { jaccard: shared / (one.length + other.length - shared), containment: shared / Math.min(one.length, other.length), shared }
}

/**
 * MinHash (Broder 1997, On the resemblance and containment of documents): for each of 120 orders of
 * all grams the first of those that the text has. Two texts have the same number at a place with the
 * probability of their Jaccard index, so that texts are compared without being read.
 *
 * @returns 120 unsigned 32-bit numbers; none for a text shorter than a gram, which is like no other
 */
export function textSignature(text: string): readonly number[] {
  const grams = gramHashes(bareUnits(text))
  if (grams.length === 0) return []
  const signature: number[] = []
  for (let n = 0; n < SIGNATURE_LENGTH; n += 4) signature.push(...firstOfFour(grams, n))
  return signature
}

/** Four orders in one pass: each gram is fetched once for all of them, a third of the time of one after the other. */
function firstOfFour(grams: Int32Array, n: number): [number, number, number, number] {
  const [fa, fb, fc, fd] = [factors[n]!, factors[n + 1]!, factors[n + 2]!, factors[n + 3]!]
  const [oa, ob, oc, od] = [offsets[n]!, offsets[n + 1]!, offsets[n + 2]!, offsets[n + 3]!]
  let [a, b, c, d] = [0x7fffffff, 0x7fffffff, 0x7fffffff, 0x7fffffff]
  for (let i = 0; i < grams.length; i++) {
    const gram = grams[i]!
    const pa = (Math.imul(gram, fa) + oa) | 0
    const pb = (Math.imul(gram, fb) + ob) | 0
    const pc = (Math.imul(gram, fc) + oc) | 0
    const pd = (Math.imul(gram, fd) + od) | 0
    if (pa < a) a = pa
    if (pb < b) b = pb
    if (pc < c) c = pc
    if (pd < d) d = pd
  }
  return [unsigned(a), unsigned(b), unsigned(c), unsigned(d)]
}

/** Keeps the order of signed numbers. */
const unsigned = (value: number): number => (value ^ 0x80000000) >>> 0

/**
 * A signature in 40 pieces of three numbers (locality-sensitive hashing, Indyk and Motwani 1998), each
 * as a whole number in decimal digits below 2^53. Two texts of Jaccard index j share a piece with the
 * probability 1 - (1 - j^3)^40: 0.995 at 0.5, 0.93 at 0.4, 0.66 at 0.3, 0.04 at 0.1.
 */
export function signatureBands(signature: readonly number[]): readonly string[] {
  const bands: string[] = []
  for (let at = 0; at + BAND_LENGTH <= signature.length; at += BAND_LENGTH) {
    let hash = 0
    for (let i = at; i < at + BAND_LENGTH; i++) hash = mixed(Math.imul(hash, 31) + signature[i]!)
    bands.push(String((at / BAND_LENGTH) * 2 ** 32 + (hash >>> 0)))
  }
  return bands
}

/** The Jaccard index as two signatures tell it; standard error at most 0.05. 0 where one is of nothing. */
export function estimatedLikeness(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length || a.length === 0) return 0
  let equal = 0
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) equal++
  return equal / a.length
}

/** One number for each gram, as often as it occurs. */
function gramHashes(units: Uint16Array): Int32Array {
  const hashes = new Int32Array(Math.max(0, units.length - GRAM_LENGTH + 1))
  for (let at = 0; at < hashes.length; at++) {
    let hash = 0
    for (let i = at; i < at + GRAM_LENGTH; i++) hash = Math.imul(hash, 0x01000193) ^ units[i]!
    hashes[at] = mixed(hash)
  }
  return hashes
}

/** Spreads what differs in few bits over all 32 (the last step of MurmurHash3, Appleby). */
function mixed(value: number): number {
  let hash = value | 0
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** An order of the 32-bit numbers is `x * factor + offset`, factor odd. Stored signatures hang on these numbers: they never change. */
const factors = Int32Array.from({ length: SIGNATURE_LENGTH }, (_, n) => mixed(2 * n + 1) | 1)
const offsets = Int32Array.from({ length: SIGNATURE_LENGTH }, (_, n) => mixed(2 * n + 2))

/** The distinct grams of a text as numbers in order. Two of a report's few thousand fall together once in a thousand reports: no likeness turns on it. */
function gramsOf(text: string): Int32Array {
  const hashes = gramHashes(bareUnits(text)).sort()
  let length = 0
  for (let at = 0; at < hashes.length; at++) if (at === 0 || hashes[at] !== hashes[at - 1]) hashes[length++] = hashes[at]!
  return hashes.subarray(0, length)
}

/**
 * The code units that two prints of a text have in common: white space and marks left out, letters
 * and digits narrow and small.
 */
function bareUnits(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at)
    if (!isWordCharacter(code)) continue
    if (code >= 0xff01 && code <= 0xff5e) code -= 0xfee0
    units[length++] = code >= 0x41 && code <= 0x5a ? code | 0x20 : code
  }
  return units.subarray(0, length)
}
