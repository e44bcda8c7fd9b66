import { AFTER_NAME_WORDS, COMMON_GIVEN, DOUBLE_SURNAMES, NARRATIVE_VERBS, NOT_IN_NAMES, NOT_NAMES, RARE_TRANSCRIPTION, SURNAMES, TRANSCRIPTION } from './name-words.ts'

/**
 * Reading personal names without a dictionary of names: where an office stands before it, a name is
 * the stretch that begins with a surname and is followed by something that follows names. The
 * follower decides the length: 王忠林|对, 李强|调研, 沈铭权|出席.
 */

const MIDDLE_DOTS = '·•・‧∙●'
const PUNCTUATION = '，。、；：！？,.;:!?（）()【】[]“”"《》<>\n—-…　 ■　|'

/** Longest follower first, by first character. */
const followers = new Map<string, readonly string[]>()
for (const word of AFTER_NAME_WORDS) {
  const known = followers.get(word[0]!) ?? []
  followers.set(word[0]!, [...known, word].sort((a, b) => b.length - a.length))
}

/** End of the name that begins at `at`, or null. `at` is just after an office or a list mark. */
export function nameEndAt(text: string, at: number): number | null {
  const dotted = dottedNameEnd(text, at)
  if (dotted !== null) return dotted
  const bySurname = bestEnd(text, at, surnameLengths(text, at))
  const transcribed = bySurname !== null && bySurname.strength === 3 ? null : transcribedNameEnd(text, at)
  if (transcribed !== null && transcribed.strength > (bySurname?.strength ?? 0)) return transcribed.end
  if (bySurname === null) return rareNameEnd(text, at)
  return bySurname.end
}

/** Where a name ends, and how surely (`strengthAfter`). */
interface NameEnd {
  readonly end: number
  readonly strength: number
}

/** Whether a name can end here: 3 a mark or a word of two or more characters, 2 a particle, 0 nothing. */
export function strengthAfter(text: string, at: number): number {
  if (at >= text.length) return 3
  const character = text.charAt(at)
  if (PUNCTUATION.includes(character)) return 3
  const found = followerAt(text, at)
  if (found.length < 2 && NARRATIVE_VERBS.has(character) && '着了在起出到开过向进上完'.includes(text.charAt(at + 1) || ' ')) return 3
  return found === '' ? 0 : Math.min(found.length, 2) + 1
}

/** The longest word that follows names at `at`, or ''. */
const followerAt = (text: string, at: number): string => followers.get(text.charAt(at))?.find((word) => text.startsWith(word, at)) ?? ''

function surnameLengths(text: string, at: number): readonly number[] {
  if (DOUBLE_SURNAMES.has(text.slice(at, at + 2))) return [4, 3, 2]
  // 和 is a Naxi surname, but nearly always a conjunction: only with two characters of given names.
  if (text.charAt(at) === '和') return COMMON_GIVEN.has(text.charAt(at + 1)) && COMMON_GIVEN.has(text.charAt(at + 2)) ? [3] : []
  return SURNAMES.has(text.charAt(at)) ? [3, 2] : []
}

function bestEnd(text: string, at: number, lengths: readonly number[]): NameEnd | null {
  let best: NameEnd = { end: -1, strength: 0 }
  for (const length of lengths) {
    const end = at + length
    if (!isPlausibleName(text.slice(at, end))) continue
    const strength = strengthAfter(text, end) || givenStrength(text, at + surnameLength(text, at), end)
    if (strength > best.strength) best = { end, strength }
  }
  return best.end < 0 ? null : best
}

const surnameLength = (text: string, at: number): number => (DOUBLE_SURNAMES.has(text.slice(at, at + 2)) ? 2 : 1)

/** 1 where nothing but characters of given names follow the surname, and none follows those. */
function givenStrength(text: string, from: number, end: number): number {
  if (COMMON_GIVEN.has(text.charAt(end))) return 0
  for (let i = from; i < end; i++) if (!COMMON_GIVEN.has(text.charAt(i))) return 0
  return 1
}

/** 2 to 4 Chinese characters that begin with a surname and are no ordinary word. */
export function isPlausibleName(name: string): boolean {
  if (name.length < 2 || name.length > 4) return false
  const isDouble = DOUBLE_SURNAMES.has(name.slice(0, 2))
  if (!isDouble && ((!SURNAMES.has(name[0]!) && !(name.startsWith('和') && name.length === 3)) || name.length > 3)) return false
  if (NOT_NAMES.has(name.slice(0, 2)) || NOT_NAMES.has(name)) return false
  for (let i = 1; i < name.length; i++) {
    if (!isHan(name, i) || NOT_IN_NAMES.has(name[i]!)) return false
  }
  return !followsNames(name.slice(1)) || name.length === 2
}

/** 李强调 is 李 + 强调: a word that follows names is not a given name. */
function followsNames(word: string): boolean {
  return followers.get(word[0]!)?.includes(word) === true && word.length > 1
}

/** 买买提·艾力, 艾尔肯·吐尼亚孜. */
function dottedNameEnd(text: string, at: number): number | null {
  let dot = at
  while (dot < at + 7 && isHan(text, dot)) dot++
  if (dot === at || dot >= text.length || !MIDDLE_DOTS.includes(text.charAt(dot))) return null
  let best: NameEnd = { end: -1, strength: 0 }
  for (let end = dot + 2; end <= dot + 8 && end <= text.length; end++) {
    if (!isHan(text, end - 1)) break
    const strength = strengthAfter(text, end)
    // 买买提|出席, not 买买|提出席: the later of two readings that overlap.
    const isOverlap = best.strength === 3 && strength === 3 && end < best.end + followerAt(text, best.end).length
    if (strength > best.strength || isOverlap) best = { end, strength }
  }
  return best.end < 0 ? null : best.end
}

/** 嘎玛泽登, 普布顿珠, 斯琴高娃: nothing but syllables of transcription, 2 to 6 of them. */
function transcribedNameEnd(text: string, at: number): NameEnd | null {
  let end = at
  let isCommon = true
  let longestCommon = at
  while (end < at + 6) {
    const character = text.charAt(end)
    if (!TRANSCRIPTION.has(character)) {
      if (!RARE_TRANSCRIPTION.has(character)) break
      isCommon = false
    }
    end++
    if (isCommon) longestCommon = end
  }
  for (; end >= at + 2; end--) {
    if (end < at + 4 && end > longestCommon) continue
    const strength = strengthAfter(text, end)
    if (strength >= 2 && !NOT_NAMES.has(text.slice(at, at + 2))) return { end, strength }
  }
  return null
}

const ACTS = ['，', '出席', '主持', '致辞', '参加', '作工作', '汇报', '介绍', '通报', '传达', '强调', '指出', '陪同', '带队', '讲话', '宣读', '部署']

/** 税晓明出席, 药志强主持: a rare surname with a given name of common characters, where the person acts. */
function rareNameEnd(text: string, at: number): number | null {
  const end = at + 3
  if (!ACTS.some((word) => text.startsWith(word, end)) || strengthAfter(text, at) > 0) return null
  const isGiven = COMMON_GIVEN.has(text.charAt(at + 1)) && COMMON_GIVEN.has(text.charAt(at + 2))
  return isGiven && !NOT_IN_NAMES.has(text.charAt(at)) && !NOT_NAMES.has(text.slice(at, at + 2)) ? end : null
}

/** Start of a name that ends at `end` and stands where a clause or an address begins, or null. */
export function nameStartBefore(text: string, end: number): number | null {
  for (const length of [3, 2, 4]) {
    const start = end - length
    if (start < 0) continue
    if (isPlausibleName(text.slice(start, end)) && opensHere(text, start)) return start
  }
  return null
}

const OPENERS = ['经过', '随后', '其中', '会上', '按照', '根据', '听取', '学习', '传达', '贯彻', '落实', '陪同', '随同', '邀请', '会见', '在', '和', '对', '由', '受', '请', '与', '及', '向', '了', '是', '经', '为']

/** A name in front of its office: only after a mark or a word that names follow (按照李邑飞书记…). */
function opensHere(text: string, start: number): boolean {
  if (start === 0 || PUNCTUATION.includes(text.charAt(start - 1))) return true
  return OPENERS.some((word) => text.endsWith(word, start) || text.slice(Math.max(0, start - word.length), start) === word)
}

function isHan(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x3400 && code <= 0x9fff
}
