import type { ProjectUser } from './project.ts'

/** What a project of this program says it is of. */
export const ownOrigin = '对照 Duizhao'

const machineId = 'duizhao-machine'

/** The users of a project: the program's own reading, and each person whose hand anything is of. */
export class People {
  readonly #guidOf: (id: string) => string
  readonly #used = new Map<string, ProjectUser>()

  /** @param guidOf always the same for the same */
  constructor(guidOf: (id: string) => string) {
    this.#guidOf = guidOf
  }

  get machine(): string {
    return this.#user(machineId, '对照（程序识读） Duizhao (machine reading)')
  }

  /** @param person as the library has it; '' and `person`: someone who gave no name */
  guidOf(person: string): string {
    return this.#user(`person ${person}`, person === '' || person === 'person' ? '研究者 Researcher' : person)
  }

  users(): ProjectUser[] {
    return [...this.#used.values()]
  }

  #user(id: string, name: string): string {
    const known = this.#used.get(id) ?? { guid: this.#guidOf(`user ${id}`), name, id }
    this.#used.set(id, known)
    return known.guid
  }
}

/** Who a user of a project is here: null for the program itself. */
export function personOf({ id, name }: ProjectUser): string | null {
  if (id === machineId) return null
  return id.startsWith('person ') ? id.slice('person '.length) : name
}

/** `2026-01-05T08:10:00.123Z` as the standard writes a time: whole seconds; null where it is no time. */
export const utcSeconds = (iso: string): string | null => /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?Z$/.exec(iso)?.[1]?.concat('Z') ?? null
