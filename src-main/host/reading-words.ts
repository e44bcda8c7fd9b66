import type { Handlers, Parsed } from '#core/contract/calls.ts'
import type { ReportWord } from '#core/contract/reading-calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { statementsAt } from '#core/report/decisions.ts'
import { targetDraft, withoutEdges } from '#core/report/reading-draft.ts'
import { isOfOne, isOneThing, programmeAt, readAt, spokenName, stateOf, type ReadingPart, type Said } from '#core/report/reading-words.ts'
import { slice, type Span } from '#core/text/span.ts'
import { person } from '../library/codings.ts'
import { nextId } from '../library/next-id.ts'
import { readingWord, wordJson, type PlacedWord } from '../library/reading-words.ts'
import type { StoredReport } from '../library/reports.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { refuseCodedApart } from './coded-apart.ts'
import { labelOf, type EditGround } from './edits.ts'
import { idOf } from './ids.ts'
import type { Setting } from './journal.ts'
import { anchorAt } from './note-places.ts'
import { reportOf } from './reports.ts'
import { assertWords } from './words-there.ts'

type Place = Span & { readonly words: string }

/** A person's words on what the program reads inside reports. */
export function readingWordHandlers({ read, journal, now }: EditGround): Pick<Handlers, 'readings.list' | 'readings.draft' | 'readings.say' | 'readings.takeBack' | 'readings.remove'> {
  return {
    'readings.list': ({ report }) => {
      const stored = reportOf(read, report)
      return stored.words.map((word) => wordView(stored, word))
    },
    'readings.draft': (asked) => {
      const { report } = reportOf(read, asked.report)
      assertWords(report.text, asked)
      const place = withoutEdges(report.text, asked)
      return { ...place, target: targetDraft(report, place), programme: slice(report.text, place) }
    },
    'readings.say': async (asked) => {
      const { id, report } = reportOf(read, asked.report)
      refuseCodedApart(read, [id], codedApart)
      const at = now().toISOString()
      await journal.change(labelOf('reading-said', 1, report.title?.text ?? ''), (library) => said(library, asked, at))
      return null
    },
    'readings.takeBack': async (asked) => {
      const { id, report } = reportOf(read, asked.report)
      refuseCodedApart(read, [id], codedApart)
      await journal.change(labelOf('reading-taken-back', 1, report.title?.text ?? ''), (library) => {
        const stored = reportOf(library, asked.report)
        assertWords(stored.report.text, asked)
        return takenBack(stored, asked.part, asked)
      })
      return null
    },
    'readings.remove': async ({ word }) => {
      const known = readingWord(read, idOf(word))
      if (known === null) throw noSuchWord(word)
      refuseCodedApart(read, [known.report], codedApart)
      const { report } = reportOf(read, String(known.report))
      await journal.change(labelOf('reading-taken-back', 1, report.title?.text ?? ''), [{ subject: 'reading-word', key: String(idOf(word)), value: null }])
      return null
    }
  }
}

/** In the place of what was said of the same things before. @throws Refusal */
function said(library: ReadableLibrary, { report, said: saying, ...asked }: Parsed<'readings.say'>, at: string): Setting[] {
  const stored = reportOf(library, report)
  assertWords(stored.report.text, asked)
  const { part, value } = saying
  if (part === 'programme' && value !== null && !asked.words.includes(value)) throw notItsName(value)
  const places = part === 'programme' && value === null ? namedPlace(stored, asked) : placesOf(stored, part, asked)
  const gone = wordsGone(stored, (word) => word.part === part && places.some((place) => isOnSame(stored, word, { part, value, place })))
  // what a person alone put there goes with the person's word
  const isGone = value === null && places.every((place) => !isRead(stored, part, place))
  if (places.length === 0 || (isGone && gone.length === 0)) throw nothingThere(asked)
  if (isGone) return gone
  const first = nextId(library, 'reading_words')
  const made = places.map((place, n): Setting => {
    const anchor = anchorAt(stored.report, { ...place, words: slice(stored.report.text, place) })
    return { subject: 'reading-word', key: String(first + n), value: wordJson({ ...saying, report: stored.id, anchor: { ...anchor, made: anchor.made! }, by: person, at }) }
  })
  return [...gone, ...made]
}

/** What a word is said of: of each statement that is touched, or of the characters themselves. */
function placesOf({ report }: StoredReport, part: ReadingPart, asked: Place): Span[] {
  if (part === 'kind') return statementsAt(report, asked).map(({ start, end }) => ({ start, end }))
  return asked.words.trim() === '' ? [] : [{ start: asked.start, end: asked.end }]
}

/** Where the name stands that is read there: that it is none is said of the name, not of the characters around it. */
function namedPlace({ report }: StoredReport, asked: Place): Span[] {
  const named = programmeAt(report, asked)
  return named === null ? [] : [{ start: named.start, end: named.end }]
}

/** Whether the program reads something of the sort there; of names, just this one. */
function isRead({ unsaid }: StoredReport, part: ReadingPart, place: Span): boolean {
  const read = readAt(unsaid, part, place)
  return part === 'programme' ? read === slice(unsaid.text, place) : read !== null
}

/** Words on one name are on the same thing wherever it stands; one name said there takes the place of another. */
export function isOnSame({ report: { text } }: Pick<StoredReport, 'report'>, word: PlacedWord & { readonly place: Span }, { part, value, place }: Pick<Said, 'part' | 'value'> & { readonly place: Span }): boolean {
  if (part !== 'programme') return isOneThing(part, word.place, place)
  return spokenName(text, word) === spokenName(text, { place, value }) || (value !== null && word.value !== null && isOfOne(word.place, place))
}

/** Of those that hold for the same thing; of a name, wherever it stands. */
function takenBack(stored: StoredReport, part: ReadingPart, asked: Place): Setting[] {
  const places = placesOf(stored, part, asked)
  const name = part === 'programme' ? readAt(stored.report, part, asked) : null
  return wordsGone(stored, (word) => word.part === part && (places.some((place) => isOneThing(part, word.place, place)) || (name !== null && spokenName(stored.report.text, word) === name)))
}

const wordsGone = ({ words }: StoredReport, isGone: (word: PlacedWord & { readonly place: Span }) => boolean): Setting[] =>
  words.flatMap((word): Setting[] => (word.place !== null && isGone({ ...word, place: word.place }) ? [{ subject: 'reading-word', key: String(word.id), value: null }] : []))

function wordView({ id: report, unsaid }: StoredReport, word: PlacedWord): ReportWord {
  const { id, place, anchor, at, by: _, ...rest } = word
  return {
    ...rest,
    id: String(id),
    report: String(report),
    place,
    quote: anchor.exact,
    state: place === null ? 'lost' : stateOf(unsaid, { ...word, place }),
    machine: place === null ? null : readAt(unsaid, word.part, place),
    saidAt: at
  }
}

const codedApart = {
  zh: '这份报告正由几个人分别编码；对识读的更正不署名，会让别人看见，因此没有记下。编码者都完成后再改。',
  en: 'Several persons are coding this report apart from one another; a correction bears no name and would be seen by all, so it was not kept. Make it when all coders are done.'
}

const nothingThere = ({ start, end }: Span): Refusal =>
  new Refusal({ kind: 'bad-request', message: { zh: '这里没有可以更正的识读。', en: 'There is nothing here that could be put right.' }, place: `${start}–${end}` })

const notItsName = (name: string): Refusal =>
  new Refusal({ kind: 'bad-request', message: { zh: `所选的文字里没有“${name}”。`, en: `The words that are selected do not have “${name}” in them.` }, place: name })

const noSuchWord = (id: string): Refusal => new Refusal({ kind: 'not-found', message: { zh: '资料库里没有这条更正。', en: 'The library has no such correction.' }, place: id })
