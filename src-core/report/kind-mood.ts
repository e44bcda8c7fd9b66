import { cueAt, HALF_STATES, MANNERS, OBJECTS, STATES } from './kind-cues.ts'
import { endsClause } from './kind-words.ts'
import { isVerbAt } from './verbs.ts'

/**
 * What the words of a sentence say of whether it was done or is to be done, without regard to where
 * the sentence stands. Chinese marks neither tense nor mood on the verb; what tells them apart is
 * which words are used, whether a clause opens with a bare verb and ends with its object
 * (`完善…体系`) or opens with its subject and ends with its verb (`…体系持续完善`), and whether figures are
 * exact, as counted, or round, as aimed at.
 */
export interface Mood {
  /** Weight of what tells of something done or of how things stand; 4 is one clear sign. */
  readonly review: number
  /** Weight of what demands or announces. */
  readonly plan: number
  /** Of `plan` what says so in so many words (`将`, `力争`), not only by its build. */
  readonly demand: number
  /** Some word says that it has happened. */
  readonly isPast: boolean
  /** Clauses that open with a bare verb. */
  readonly bareVerbs: number
}

const WEIGHT = {
  /** A sentence without any sign is a measure. */
  default: 1,
  opensWithVerb: 4,
  opensWithSubject: 1,
  verbClause: 2,
  endsWithObject: 2,
  subjectState: 5,
  halfState: 3,
  verbState: 2,
  obligation: 6,
  aspect: 4,
  deadline: 8,
  aim: 3,
  exact: 7
} as const

/** Of like signs more than these say no more. */
const MOST = { verbClauses: 3, objects: 3, states: 3, figures: 3 } as const

const LABEL = /^(?:[一二三四五六七八九十]{1,3}[是要]|（[^）]{1,3}）|\d+[.．、]|——)/

/** How many characters of label (`一是`, `（二）`, `3.`) stand before a sentence. */
export function labelWidth(sentence: string): number {
  return LABEL.exec(sentence)?.[0].length ?? 0
}

export function moodOf(sentence: string): Mood {
  const reader = new MoodReader(sentence)
  const width = labelWidth(sentence)
  // the label `一要` demands
  let start = width > 0 && sentence[width - 1] === '要' ? width - 1 : width
  while (start < sentence.length) start = reader.clause(start) + 1
  return reader
}

class MoodReader implements Mood {
  readonly #sentence: string
  review = 0
  plan: number = WEIGHT.default
  isPast = false
  demand = 0
  bareVerbs = 0
  #clauses = 0
  #objects = 0
  #states = 0
  #figures = 0

  constructor(sentence: string) {
    this.#sentence = sentence
  }

  /** Reads the clause that begins at `start`; returns where it ends. */
  clause(start: number): number {
    const sentence = this.#sentence
    const opensWithVerb = isVerbAt(sentence, TIMES_AND_PLACES.has(sentence.slice(start, start + 2)) ? start + 2 : start)
    const end = this.#words(start, opensWithVerb)
    if (end - start < 2) return end
    if (this.#clauses++ === 0) {
      if (opensWithVerb) this.plan += WEIGHT.opensWithVerb
      else this.review += WEIGHT.opensWithSubject
    }
    if (opensWithVerb && this.bareVerbs++ < MOST.verbClauses) this.plan += WEIGHT.verbClause
    this.#ending(start, end, opensWithVerb)
    return end
  }

  #ending(start: number, end: number, opensWithVerb: boolean): void {
    const last = this.#sentence.slice(end - 2, end)
    if (STATES.has(last)) {
      if (this.#states++ >= MOST.states) return
      if (opensWithVerb || PREPOSITIONS.has(this.#sentence[start]!)) this.review += WEIGHT.verbState
      else this.review += HALF_STATES.has(last) ? WEIGHT.halfState : WEIGHT.subjectState
    } else if (!opensWithVerb && end - start > 6 && MANNERS.has(this.#sentence.slice(end - 4, end - 2))) {
      if (this.#states++ < MOST.states) this.review += WEIGHT.subjectState
    } else if (OBJECTS.has(last) && this.#objects++ < MOST.objects) {
      this.plan += WEIGHT.endsWithObject
    }
  }

  #words(start: number, opensWithVerb: boolean): number {
    const sentence = this.#sentence
    let i = start
    while (i < sentence.length) {
      const code = sentence.charCodeAt(i)
      if (SPECIAL[code] === 1) {
        if (endsClause(code)) break
        i = this.#special(i, start, opensWithVerb)
        continue
      }
      const cue = cueAt(sentence, i)
      if (cue === null) {
        i++
        continue
      }
      if (cue.weight > 0) this.review += cue.weight
      else if (cue.says === 'demand') this.#demands(-cue.weight)
      else this.plan -= cue.weight
      if (cue.says === 'past') this.isPast = true
      i += cue.word.length
    }
    return Math.min(i, sentence.length)
  }

  /** Quotations, figures, `要`, `将` and `了`, told by what stands around them. */
  #special(at: number, start: number, opensWithVerb: boolean): number {
    const sentence = this.#sentence
    switch (sentence.charCodeAt(at)) {
      case QUOTE: {
        const after = afterName(sentence, at)
        if (PERIOD.test(sentence.slice(at, after + 1))) this.#demands(WEIGHT.obligation)
        return after
      }
      case OUGHT:
        if (isOught(sentence, start, at)) this.#demands(WEIGHT.obligation)
        return at + 1
      case WILL:
        if (isFuture(sentence, at)) this.#demands(WEIGHT.obligation)
        return at + 1
      case PERFECT:
        if (isPerfect(sentence, at)) {
          this.review += WEIGHT.aspect
          this.isPast = true
        }
        return at + 1
      default:
        return this.#figure(at, opensWithVerb)
    }
  }

  #demands(weight: number): void {
    this.plan += weight
    this.demand += weight
  }

  /** Aims are round; what was counted afterwards is exact. */
  #figure(at: number, opensWithVerb: boolean): number {
    const sentence = this.#sentence
    let after = at
    let digits = ''
    for (; after < sentence.length; after++) {
      const code = sentence.charCodeAt(after)
      if (!isDigit(code)) {
        if (code !== POINT || !isDigit(sentence.charCodeAt(after + 1))) break
      } else if (digits !== '' || (code !== 0x30 && code !== 0xff10)) digits += sentence[after]!
    }
    if (sentence[after] === '年' && after - at === 4 && (sentence[at - 1] === '到' || sentence[after + 1] === '前')) {
      this.#demands(WEIGHT.deadline)
    }
    if (NAMED_BEFORE.has(sentence[at - 1] ?? '') || DATED_AFTER.has(sentence[after] ?? '') || this.#figures >= MOST.figures) return after
    this.#figures++
    const significant = digits.replace(/[0０]+$/, '').length
    if (AIM.test(sentence.slice(after, after + 7)) || FLOOR.test(sentence.slice(Math.max(0, at - 12), at))) {
      this.plan += WEIGHT.aim
    } else if (significant >= 3) {
      this.review += WEIGHT.exact
      this.isPast = true
    } else this.review += (significant === 2 ? 2 : 0) + (opensWithVerb ? 0 : 2)
    if (!opensWithVerb && REACHED.has(sentence[at - 1] ?? '')) this.review += 2
    return after
  }
}

/** Before a bare verb they name no subject: when and where it is to be done. */
const TIMES_AND_PLACES = new Set(['全年', '年内', '今年', '明年', '每年', '全省', '全市', '全区', '全县'])

/** A clause that opens with one of these has no subject. */
const PREPOSITIONS = new Set('与在从由使让按')

const QUOTE = '“'.charCodeAt(0)
const OUGHT = '要'.charCodeAt(0)
const WILL = '将'.charCodeAt(0)
const PERFECT = '了'.charCodeAt(0)
const POINT = '.'.charCodeAt(0)

const SPECIAL = new Uint8Array(0x10000)
for (const character of '，；：\n“要将了0123456789０１２３４５６７８９') SPECIAL[character.charCodeAt(0)] = 1

const NAMED_BEFORE = new Set('第前+＋×')
const DATED_AFTER = new Set('年月日时号届')
/** `签约率达90%`, `占比超80%`: with these the figure tells; aims have `达到` and `超过`. */
const REACHED = new Set('达超')

/** `5%以上`, `20个左右`; a range is aimed at, too. */
const AIM = /^[^，；、\d]{0,4}(?:以上|左右|以内)|^[%％]?[—–~～-]+\d/

const FLOOR = /不(?:低|少|高|超|大|小)[于过][^，；]*$/

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)
}

/** Behind the closing mark of a short quotation; what is named says nothing of time. */
function afterName(sentence: string, at: number): number {
  const limit = Math.min(sentence.length, at + LONGEST_NAME)
  for (let i = at + 1; i < limit; i++) if (sentence[i] === '”') return i + 1
  return at + 1
}

const LONGEST_NAME = 24

/** The end of a period of planning, or one that begins only in 2026. */
const PERIOD = /^“十[一二三四五六七八九]五”末|^“十[五六七八九]五”(?!以|规|开|良)/

/** `要` as a demand: at the opening of a clause or after who has to; not `要素`, `需要`, `主要`. */
function isOught(sentence: string, start: number, at: number): boolean {
  if ('素求点闻件目领害塞么好'.includes(sentence[at + 1] ?? '无')) return false
  if (at === start) return true
  if ('需主重首纪摘概只不想'.includes(sentence[at - 1]!)) return false
  return isVerbAt(sentence, at + 1) || OUGHT_BEFORE.has(sentence[at - 1]!) || OBLIGED.test(sentence.slice(Math.max(start, at - 3), at))
}

const OUGHT_BEFORE = new Set('也还更又既、”一二三四五六七八')
const OBLIGED = /各地|各级|部门|系统|全省|全市|全区|我们|政府|政策|工作|单位|干部/

/** `将` stands before what will be done; before a thing (`将困难群众纳入…`) it only moves the object. */
function isFuture(sentence: string, at: number): boolean {
  if ('即'.includes(sentence[at - 1] ?? '无')) return true
  return isVerbAt(sentence, at + 1) || WILL_BE.test(sentence.slice(at + 1, at + 3))
}

const WILL_BE = /^(?:会同|联合|通过|按照?|还|在|于|选|设|办|建|投入|组织|召开|进一步|继续|是|达到|超过)/

/** `了` as the mark of what is complete; not `为了`, `除了`, `了解`. */
function isPerfect(sentence: string, at: number): boolean {
  return !'为除罢解明'.includes(sentence[at - 1] ?? '为') && !'解望然结'.includes(sentence[at + 1] ?? '无')
}
