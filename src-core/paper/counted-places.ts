/** Which places a number counts: those of one term in a group, or the units that have two; group null: in all of them. */
export interface CountedPlaces {
  readonly terms: readonly string[]
  readonly group: number | null
}
