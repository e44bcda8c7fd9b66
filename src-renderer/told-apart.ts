/** Names of which several are the same: these get their dates, and where that is not enough a number. @param dateOf null: it has none */
export function toldApart(names: readonly string[], dateOf: (at: number) => string | null): readonly string[] {
  const dated = renamed(names, (name, { at }) => {
    const date = dateOf(at)
    return date === null ? name : `${name} ${date}`
  })
  return renamed(dated, (name, { nth }) => `${name} (${nth + 1})`)
}

interface Place {
  /** In the list. */
  readonly at: number
  /** Among those of its name. */
  readonly nth: number
}

function renamed(names: readonly string[], rename: (name: string, place: Place) => string): string[] {
  const same = Map.groupBy(names.keys(), (at) => names[at]!)
  return names.map((name, at) => {
    const places = same.get(name)!
    return places.length === 1 ? name : rename(name, { at, nth: places.indexOf(at) })
  })
}
