import { binSubject } from '../library/bin.ts'
import { summarySubject } from '../library/cell-summaries.ts'
import { codingSubject } from '../library/codings.ts'
import { correctionSubject } from '../library/corrections.ts'
import { conflictSubject, mergeSubject } from '../library/merges.ts'
import { linkSubject } from '../library/links.ts'
import { pairSubject } from '../library/near-duplicates.ts'
import { noteSubject } from '../library/notes.ts'
import { ownNameSubject } from '../library/own-names.ts'
import { readingWordSubject } from '../library/reading-words.ts'
import { doneSubject, roundSubject } from '../library/rounds.ts'
import { verdictSubject } from '../library/verdicts.ts'
import type { Subject } from '../library/subject.ts'

type SubjectName = 'correction' | 'bin' | 'verdict' | 'note' | 'coding' | 'reading-word' | 'pair' | 'link' | 'round' | 'round-done' | 'summary' | 'own-name' | 'merge' | 'merge-conflict'

const subjects: Readonly<Record<SubjectName, Subject>> = {
  correction: correctionSubject,
  bin: binSubject,
  verdict: verdictSubject,
  note: noteSubject,
  coding: codingSubject,
  'reading-word': readingWordSubject,
  round: roundSubject,
  'round-done': doneSubject,
  pair: pairSubject,
  link: linkSubject,
  summary: summarySubject,
  'own-name': ownNameSubject,
  merge: mergeSubject,
  'merge-conflict': conflictSubject
}

/** @throws Error where there is none */
export function subjectNamed(name: string): Subject {
  if (Object.hasOwn(subjects, name)) return subjects[name as SubjectName]
  throw new Error(`No subject ${name}`)
}

/** Whether what was set is nothing but notes and the links between them. Nothing set: a change of another kind. */
export const isOfNotes = (set: ReadonlySet<string>): boolean => set.size > 0 && [...set].every((name) => name === 'note' || name === 'link')
