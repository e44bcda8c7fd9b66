/** Every way an action can be refused. A closed list: the window has a next step for each. */
export type ProblemKind =
  | 'unreadable-file'
  | 'unsupported-format'
  | 'damaged-file'
  | 'password-protected'
  | 'too-large'
  | 'no-text'
  | 'timeout'
  | 'too-much-memory'
  | 'inflates-too-far'
  | 'forbidden-markup'
  | 'unsafe-name'
  | 'nested-too-deep'
  | 'too-many-parts'
  | 'page-too-large'
  | 'needs-columns'
  | 'file-exists'
  | 'cannot-write'
  | 'library-newer'
  | 'library-damaged'
  | 'library-locked'
  | 'library-missing'
  | 'not-a-library'
  | 'bad-request'
  | 'not-found'
  | 'cancelled'
  | 'overtaken'
  /** Other words stand at a place than those it was meant for. */
  | 'other-words'
  /** A person's work stands on what would be gone. */
  | 'carries-work'
  | 'internal'

/** A refusal as data: it crosses processes and HTTP unchanged. */
export interface Problem {
  readonly kind: ProblemKind
  /** One sentence for the user, in Chinese and in English. */
  readonly message: { readonly zh: string; readonly en: string }
  /** The file, field or place it is about; '' where there is none. */
  readonly place: string
}

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** Thrown inside the host to refuse; `answer` turns it into a Reply. Anything else thrown is a bug. */
export class Refusal extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.message.en)
    this.problem = problem
  }
}
