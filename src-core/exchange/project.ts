import type { ExchangeCode } from '../codebook/exchange-codes.ts'
import type { Span } from '../text/span.ts'

/**
 * A REFI-QDA project (`.qdpx`), as much of it as reports and work on their texts come to. All GUIDs are
 * in small letters without braces; positions are code points, ends exclusive.
 */
export interface Project {
  readonly name: string
  /** The program that wrote it; '' where it does not say. */
  readonly origin: string
  readonly users: readonly ProjectUser[]
  readonly codes: readonly ExchangeCode[]
  readonly variables: readonly ProjectVariable[]
  readonly cases: readonly ProjectCase[]
  readonly sources: readonly ProjectSource[]
  readonly notes: readonly ProjectNote[]
  readonly links: readonly ProjectLink[]
  readonly sets: readonly ProjectSet[]
}

export interface ProjectUser {
  readonly guid: string
  readonly name: string
  /** What its program knows it by; '' where it does not say. */
  readonly id: string
}

export const variableTypes = ['Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime'] as const
export type VariableType = (typeof variableTypes)[number]

export interface ProjectVariable {
  readonly guid: string
  readonly name: string
  readonly type: VariableType
  readonly description: string
}

export interface VariableValue {
  /** GUID of the variable. */
  readonly variable: string
  readonly value: string
}

export interface ProjectCase {
  readonly guid: string
  readonly name: string
  readonly values: readonly VariableValue[]
  /** GUIDs. */
  readonly sources: readonly string[]
}

/** Whose hand something is of, and when. */
export interface Made {
  /** GUID; null where nobody is named. */
  readonly by: string | null
  /** `2026-01-05T08:10:00Z`, or null. */
  readonly at: string | null
}

export interface ProjectSource extends Made {
  readonly guid: string
  readonly name: string
  readonly description: string
  readonly text: string
  readonly selections: readonly ProjectSelection[]
  /** Codings of the source as a whole. */
  readonly codings: readonly ProjectCoding[]
  /** GUIDs of notes on the source as a whole. */
  readonly notes: readonly string[]
  readonly values: readonly VariableValue[]
}

export interface ProjectSelection extends Span, Made {
  readonly guid: string
  /** Mostly the words themselves. */
  readonly name: string
  readonly description: string
  readonly changedAt: string | null
  readonly codings: readonly ProjectCoding[]
  /** GUIDs. */
  readonly notes: readonly string[]
}

export interface ProjectCoding extends Made {
  readonly guid: string
  /** GUID of the code. */
  readonly code: string
  readonly notes: readonly string[]
}

export interface ProjectNote extends Made {
  readonly guid: string
  readonly name: string
  readonly description: string
  readonly text: string
  readonly changedAt: string | null
}

export interface ProjectLink {
  readonly guid: string
  readonly name: string
  readonly direction: 'Associative' | 'OneWay' | 'Bidirectional' | null
  /** GUIDs of whatever is linked. */
  readonly from: string | null
  readonly to: string | null
  readonly notes: readonly string[]
}

export interface ProjectSet {
  readonly guid: string
  readonly name: string
  readonly description: string
  readonly codes: readonly string[]
  readonly sources: readonly string[]
  readonly notes: readonly string[]
}

export const projectNameSpace = 'urn:QDA-XML:project:1.0'

/** Where the text of a source lies in the package. */
export const textPathOf = ({ guid }: Pick<ProjectSource, 'guid'>): string => `internal://${guid}.txt`
