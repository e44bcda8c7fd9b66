/** What the words of the library screen are asked by. */
export type ColumnName = 'province' | 'level' | 'date' | 'title' | 'meeting' | 'issuer' | 'characters' | 'themes' | 'notes' | 'review' | 'source'
export type LevelName = 'national' | 'province' | 'prefecture' | 'county' | ''
export type GroupingName = 'none' | 'province' | 'year' | 'region'
