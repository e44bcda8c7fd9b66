import type { Change, ChangeKind, ChangeLabel, ChangePreview, ChangesState } from '#core/contract/change-calls.ts'
import type { Handlers } from '#core/contract/calls.ts'
import type { Json } from '#core/contract/json.ts'
import { Refusal, type ProblemKind } from '#core/contract/problem.ts'
import { addChange, assignmentsOf, changeIn, extendChange, isHeldByAnother, lastDone, lastUndone, newestChange, recentChanges, setState, type Assignment, type StoredChange } from '../library/changes.ts'
import { markSaved } from '../library/reports.ts'
import { addPointBefore, isClosed } from '../library/restore-points.ts'
import type { Subject } from '../library/subject.ts'
import type { Library, ReadableLibrary, WritableLibrary } from '../library/sql.ts'
import { canonicalJson } from './canonical-json.ts'
import { effectOf } from './change-preview.ts'
import { changeSight } from './change-sight.ts'
import { idOf } from './ids.ts'
import type { ChangeNews } from './jobs.ts'
import { isOfNotes, subjectNamed } from './subjects.ts'

/** What is to hold under a key of a subject. */
export interface Setting {
  readonly subject: string
  readonly key: string
  readonly value: Json
}

/**
 * A subject whose values take work outside the library before they can be written: a file is read
 * anew. What `prepare` gives is passed to `write`, inside the transaction.
 */
export interface SlowSubject<Prepared = unknown> {
  read: Subject['read']
  prepare(key: string, value: Json): Promise<Prepared>
  write(library: WritableLibrary, key: string, made: { readonly value: Json; readonly prepared: Prepared }): void
}

/** What slow subjects prepared, by subject and key. */
type Prepared = ReadonlyMap<string, unknown>

export interface JournalGround {
  readonly library: Library
  readonly now: () => Date
  readonly news: ChangeNews
}

interface ChangeOptions {
  /** Goes on with the last change where that is of the same kind, of the same keys, and fresh: a note being typed. */
  readonly goesOn?: boolean
  /** As `goesOn`, however long it takes, but only with a change of the same session: a cell is being written in until it is left. */
  readonly session?: string
  /** With what the session has changed before, of whatever keys, it is one change. */
  readonly joins?: boolean
  /** What happened already and is a part of this change: an import, whose undoing puts its reports into the bin. */
  readonly done?: readonly Assignment[]
}

type Way = 'undo' | 'redo'

/** Before these a place to go back to is kept: they change a great deal at once. An import keeps one when it begins. */
const greatKinds: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['encoding', 'articles', 'went-back', 'codebook-edited', 'merge'])

const goesOnWithinMs = 120_000
const shownChanges = 50

/** A key that is set twice has one value in the end, and one step back from it. */
const lastOfEachKey = (settings: readonly Setting[]): Setting[] => [...new Map(settings.map((setting) => [`${setting.subject} ${setting.key}`, setting])).values()]

/**
 * Everything that a person changes in the library goes through here: what was before and after is
 * kept in the same transaction, so that it can be undone and done again, also after a restart.
 */
export class Journal {
  readonly #ground: JournalGround
  readonly #slow = new Map<string, SlowSubject>()
  /** The newest change of those before the library was opened, and those that the person has turned since. */
  readonly #earlier: number
  readonly #turned = new Set<number>()
  #last: Promise<unknown> = Promise.resolve()
  /** Of what is being written: what the window has to look up anew. */
  readonly #touched = new Set<string>()
  /** Whose change was the last one made. */
  #session: { readonly name: string; readonly change: number } | null = null

  constructor(ground: JournalGround) {
    this.#ground = ground
    this.#earlier = newestChange(ground.library.read)
  }

  add<Prepared>(name: string, subject: SlowSubject<Prepared>): void {
    this.#slow.set(name, subject) // what its own `prepare` gave is all that its `write` is handed
  }

  /**
   * @param given or what makes them when it is this change's turn, of no slow subject: an id that is free now may be taken by then
   * @returns whether anything changed. @throws Refusal from a subject; nothing is changed then
   */
  change(label: ChangeLabel, given: readonly Setting[] | ((library: ReadableLibrary) => readonly Setting[]), { goesOn = false, session, joins = false, done = [] }: ChangeOptions = {}): Promise<boolean> {
    return this.#inTurn(async () => {
      const prepared = await this.#prepare(typeof given === 'function' ? [] : given)
      return this.#write((library) => {
        const assignments = lastOfEachKey(typeof given === 'function' ? given(library) : given)
          .map(({ subject, key, value }): Assignment => ({ subject, key, before: this.#read(library, subject, key), after: value }))
          .filter(({ before, after }) => !isSame(before, after))
        if (assignments.length + done.length === 0) return false
        const joined = joins && session !== undefined ? this.#lastOfSession(library, session) : null
        if (joined === null) this.#keepPointBefore(library, label)
        this.#set(library, assignments.map(({ subject, key, after }) => ({ subject, key, value: after })), prepared)
        if (joined !== null) this.#join(library, joined, [...done, ...assignments])
        else this.#keep(library, { label, assignments: [...done, ...assignments], goesOn: session === undefined ? goesOn : this.#isOfSession(library, session) })
        this.#session = session === undefined ? null : { name: session, change: lastDone(library)!.id }
        return true
      })
    })
  }

  /** For what happened already: an import, whose undoing puts its reports into the bin. */
  record(label: ChangeLabel, assignments: readonly Assignment[]): Promise<void> {
    return this.#inTurn(() => {
      this.#write((library) => void addChange(library, label, { assignments, at: this.#ground.now().toISOString() }))
      return Promise.resolve()
    })
  }

  /**
   * Sets many things at once as they were, as one change. What a newer reader or another encoding has taken the
   * ground from stays as it is.
   *
   * @param given what, when it is this change's turn, in the order in which it can be set
   * @returns null where nothing was to be set
   */
  goBack(label: ChangeLabel, given: () => readonly Setting[]): Promise<{ change: Change; set: number } | null> {
    return this.#inTurn(async () => {
      const settings = given()
      const prepared = await this.#prepare(settings)
      return this.#write((library) => {
        const assignments = settings.flatMap((setting): Assignment[] => {
          const before = this.#read(library, setting.subject, setting.key)
          return this.#setIfItCan(library, setting, prepared) ? [{ subject: setting.subject, key: setting.key, before, after: setting.value }] : []
        })
        if (assignments.length === 0) return null
        this.#keepPointBefore(library, label)
        const at = this.#ground.now().toISOString()
        const id = addChange(library, label, { assignments, at })
        return { change: changeOf({ id, label, state: 'done', madeAt: at }), set: assignments.length }
      })
    })
  }

  /** Whether a key holds this value now. */
  holds({ subject, key, value }: Setting): boolean {
    return isSame(this.#read(this.#ground.library.read, subject, key), value)
  }

  /** Whether its values take work before they can be written: they are the ground of others. */
  isSlow(subject: string): boolean {
    return this.#slow.has(subject)
  }

  /** What changes no report and no work on it: a place in the log. */
  keep(work: (library: WritableLibrary) => void): Promise<void> {
    return this.#inTurn(() => Promise.resolve(this.#write(work)))
  }

  state(): ChangesState {
    const { read } = this.#ground.library
    const sight = changeSight(read)
    const [undo, redo] = [lastDone(read, sight), lastUndone(read, sight)]
    return {
      undo: undo === null ? null : changeOf(undo),
      redo: redo === null ? null : changeOf(redo),
      recent: recentChanges(read, shownChanges, sight).map(changeOf)
    }
  }

  /** What `undo` or `redo` would do. */
  preview(way: Way, id: number | null): ChangePreview | null {
    const { read } = this.#ground.library
    const change = this.#find(way, id)
    if (change === null) return null
    return {
      change: changeOf(change),
      isEarlier: change.id <= this.#earlier && !this.#turned.has(change.id),
      ...effectOf(read, assignmentsOf(read, change.id), way === 'undo')
    }
  }

  /** @param id which; null: the last one */
  undo(id: number | null): Promise<Change | null> {
    return this.#turn('undo', id)
  }

  redo(id: number | null): Promise<Change | null> {
    return this.#turn('redo', id)
  }

  #find(way: Way, id: number | null): StoredChange | null {
    const { read } = this.#ground.library
    const sight = changeSight(read)
    if (id === null) return way === 'undo' ? lastDone(read, sight) : lastUndone(read, sight)
    return sight === null || sight(id) ? changeIn(read, id, way === 'undo' ? 'done' : 'undone') : null
  }

  /**
   * Sets everything to what it was before the change, or after it. Where something else has been made
   * of it meanwhile the change is left alone; the last one is then put out of the way of those before it.
   */
  #turn(way: Way, id: number | null): Promise<Change | null> {
    return this.#inTurn(async () => {
      const { read } = this.#ground.library
      const change = this.#find(way, id)
      if (change === null) return null
      const back = way === 'undo'
      const state = back ? 'undone' : 'done'
      // a link goes before the notes it ends at, and comes back after them
      const made = assignmentsOf(read, change.id)
      const assignments = back ? made.toReversed() : made
      const stands = assignments.every(({ subject, key, before, after }) => isSame(this.#read(read, subject, key), back ? after : before))
      const inTheWay = (): Refusal => (change.id === this.#find(way, null)?.id ? this.#dropped(change) : builtOn(change))
      if (!stands || isHeldByAnother(read, change, assignments)) throw inTheWay()
      const settings = assignments.map(({ subject, key, before, after }) => ({ subject, key, value: back ? before : after }))
      const prepared = await this.#prepare(settings)
      try {
        this.#write((library) => {
          this.#set(library, settings, prepared)
          setState(library, change.id, state)
        })
        this.#turned.add(change.id)
      } catch (error) {
        // what it was about is gone (a newer reader found no such report): it must not bar the way to those before it
        if (isOfNothing(error) || isRefused(error, 'other-words')) throw inTheWay()
        if (isRefused(error, 'overtaken') && change.id === this.#find(way, null)?.id) this.#write((library) => setState(library, change.id, 'dropped'))
        throw error
      }
      return { ...changeOf(change), state }
    })
  }

  #dropped(change: StoredChange): Refusal {
    this.#write((library) => setState(library, change.id, 'dropped'))
    return overtaken(change)
  }

  #keepPointBefore(library: WritableLibrary, { kind }: ChangeLabel): void {
    if (greatKinds.has(kind)) addPointBefore(library, kind, this.#ground.now().toISOString())
  }

  #setIfItCan(library: WritableLibrary, setting: Setting, prepared: Prepared): boolean {
    try {
      this.#set(library, [setting], prepared)
      return true
    } catch (error) {
      if (isOfNothing(error) || isRefused(error, 'other-words') || isRefused(error, 'overtaken') || isRefused(error, 'carries-work')) return false
      throw error
    }
  }

  #isOfSession(library: ReadableLibrary, session: string): 'always' | false {
    return this.#session?.name === session && lastDone(library)?.id === this.#session.change ? 'always' : false
  }

  #keep(library: WritableLibrary, made: { label: ChangeLabel; assignments: readonly Assignment[]; goesOn: boolean | 'always' }): void {
    const { label, assignments, goesOn } = made
    const at = this.#ground.now().toISOString()
    const last = goesOn === false ? null : lastDone(library)
    const isFresh = last !== null && (goesOn === 'always' || Date.parse(at) - Date.parse(last.madeAt) < goesOnWithinMs)
    if (isFresh && last.label.kind === label.kind && !isClosed(library, last.id) && lastUndone(library) === null) {
      const before = assignmentsOf(library, last.id)
      const joined = assignments.map((now) => ({ ...now, before: before.find(({ subject, key }) => subject === now.subject && key === now.key)?.before }))
      if (before.length === joined.length && joined.every((assignment): assignment is Assignment => assignment.before !== undefined)) {
        extendChange(library, last.id, { assignments: joined, at })
        return
      }
    }
    addChange(library, label, { assignments, at })
  }

  /** The change that the session made last, while nothing came after it. */
  #lastOfSession(library: ReadableLibrary, session: string): StoredChange | null {
    const last = this.#isOfSession(library, session) === false ? null : lastDone(library)
    return last === null || isClosed(library, last.id) || lastUndone(library) !== null ? null : last
  }

  #join(library: WritableLibrary, { id }: StoredChange, assignments: readonly Assignment[]): void {
    const made = new Map(assignmentsOf(library, id).map((assignment) => [`${assignment.subject} ${assignment.key}`, assignment]))
    for (const assignment of assignments) {
      const key = `${assignment.subject} ${assignment.key}`
      const earlier = made.get(key)
      made.set(key, earlier === undefined ? assignment : { ...assignment, before: earlier.before })
    }
    const left = [...made.values()].filter(({ before, after }) => !isSame(before, after))
    extendChange(library, id, { assignments: left, at: this.#ground.now().toISOString() })
  }

  #read(library: Library['read'], subject: string, key: string): Json {
    return (this.#slow.get(subject) ?? subjectNamed(subject)).read(library, key)
  }

  async #prepare(settings: readonly Setting[]): Promise<Prepared> {
    const prepared = new Map<string, unknown>()
    for (const { subject, key, value } of settings) {
      const slow = this.#slow.get(subject)
      if (slow !== undefined) prepared.set(`${subject} ${key}`, await slow.prepare(key, value))
    }
    return prepared
  }

  #set(library: WritableLibrary, settings: readonly Setting[], prepared: Prepared): void {
    for (const { subject, key, value } of settings) {
      this.#touched.add(subject)
      const slow = this.#slow.get(subject)
      if (slow === undefined) subjectNamed(subject).write(library, key, value)
      else slow.write(library, key, { value, prepared: prepared.get(`${subject} ${key}`) })
    }
  }

  #write<T>(work: (library: WritableLibrary) => T): T {
    const { library, now, news } = this.#ground
    const savedAt = now().toISOString()
    this.#touched.clear()
    const result = library.write((writable) => {
      const worked = work(writable)
      markSaved(writable, savedAt)
      return worked
    })
    news.changed(isOfNotes(this.#touched) ? { savedAt, only: 'notes' } : { savedAt })
    news.flush()
    return result
  }

  /** One after the other: a change that reads a file anew is not overtaken by the next. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => null)
    return result
  }
}

export function changeHandlers(journal: Journal): Pick<Handlers, 'changes.state' | 'changes.preview' | 'changes.undo' | 'changes.redo'> {
  const which = ({ change }: { readonly change?: string | undefined }): number | null => (change === undefined ? null : idOf(change))
  return {
    'changes.state': () => journal.state(),
    'changes.preview': ({ way, change }) => journal.preview(way, which({ change })),
    'changes.undo': (input) => journal.undo(which(input)),
    'changes.redo': (input) => journal.redo(which(input))
  }
}

const changeOf = ({ id, label, state, madeAt }: StoredChange): Change => ({ id: String(id), label, state: state === 'undone' ? 'undone' : 'done', madeAt })

/** The library's rows and a stored change need not have their keys in one order. */
const isSame = (a: Json, b: Json): boolean => canonicalJson(a) === canonicalJson(b)

const isOfNothing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY'

const isRefused = (error: unknown, kind: ProblemKind): boolean => error instanceof Refusal && error.problem.kind === kind

const overtaken = ({ id }: StoredChange): Refusal =>
  new Refusal({
    kind: 'overtaken',
    message: {
      zh: '这一步之后又有别的改动，无法只撤销它；资料没有变，它已从撤销列表移出。',
      en: 'Other changes stand on this one, so it cannot be undone by itself; nothing was changed, and it was taken off the list.'
    },
    place: id.toString()
  })

/** Of one that was picked from the list: those after it are still to be undone, and it stays. */
const builtOn = ({ id }: StoredChange): Refusal =>
  new Refusal({
    kind: 'overtaken',
    message: {
      zh: '后来的改动动了同一处，不能单独撤销或重做这一步；资料没有变。请先撤销后来的改动。',
      en: 'A later change touches the same place, so this one cannot be turned by itself; nothing was changed. Undo the later one first.'
    },
    place: id.toString()
  })
