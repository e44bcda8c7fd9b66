import type { ExchangeCode } from '../codebook/exchange-codes.ts'
import { container, element, textElement, type Element } from './element.ts'
import {
  projectNameSpace, textPathOf, type Project, type ProjectCase, type ProjectCoding, type ProjectLink, type ProjectNote, type ProjectSelection, type ProjectSet,
  type ProjectSource, type ProjectVariable, type VariableType, type VariableValue
} from './project.ts'

/**
 * A project as the elements of `project.qde`, in the one order that the schema has. The texts of its
 * sources lie beside it (`textPathOf`).
 */
export function projectElement(project: Project): Element {
  const { name, origin, users, codes, variables, cases, sources, notes, links, sets } = project
  const types = new Map(variables.map(({ guid, type }) => [guid, type]))
  const codesElement = container('Codes', codes.map(codeElement))
  return element('Project', {
    attributes: {
      xmlns: projectNameSpace,
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': `${projectNameSpace} http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd`,
      name,
      origin: origin === '' ? null : origin
    },
    children: [
      container('Users', users.map(({ guid, name: called, id }) => element('User', { attributes: { guid, name: called, id: id === '' ? null : id } }))),
      codesElement && container('CodeBook', [codesElement]),
      container('Variables', variables.map(variableElement)),
      container('Cases', cases.map((one) => caseElement(one, types))),
      container('Sources', sources.map((source) => sourceElement(source, types))),
      container('Notes', notes.map(noteElement)),
      container('Links', links.map(linkElement)),
      container('Sets', sets.map(setElement))
    ]
  })
}

function codeElement({ guid, name, isCodable, color, description, codes }: ExchangeCode): Element {
  return element('Code', { attributes: { guid, name, isCodable, color }, children: [textElement('Description', description), ...codes.map(codeElement)] })
}

const variableElement = ({ guid, name, type, description }: ProjectVariable): Element =>
  element('Variable', { attributes: { guid, name, typeOfVariable: type }, children: [textElement('Description', description)] })

const valueElement = ({ variable, value }: VariableValue, types: ReadonlyMap<string, VariableType>): Element =>
  element('VariableValue', { children: [reference('VariableRef', variable), element(`${types.get(variable) ?? 'Text'}Value`, { text: value })] })

const reference = (name: string, targetGUID: string): Element => element(name, { attributes: { targetGUID } })

const caseElement = ({ guid, name, values, sources }: ProjectCase, types: ReadonlyMap<string, VariableType>): Element =>
  element('Case', {
    attributes: { guid, name },
    children: [...values.map((value) => valueElement(value, types)), ...sources.map((source) => reference('SourceRef', source))]
  })

function sourceElement(source: ProjectSource, types: ReadonlyMap<string, VariableType>): Element {
  const { guid, name, description, selections, codings, notes, values, by, at } = source
  return element('TextSource', {
    attributes: { guid, name, plainTextPath: textPathOf(source), creatingUser: by, creationDateTime: at },
    children: [
      textElement('Description', description),
      ...selections.map(selectionElement),
      ...codings.map(codingElement),
      ...notes.map((note) => reference('NoteRef', note)),
      ...values.map((value) => valueElement(value, types))
    ]
  })
}

const selectionElement = ({ guid, name, description, start, end, by, at, changedAt, codings, notes }: ProjectSelection): Element =>
  element('PlainTextSelection', {
    attributes: { guid, name, startPosition: start, endPosition: end, creatingUser: by, creationDateTime: at, modifiedDateTime: changedAt },
    children: [textElement('Description', description), ...codings.map(codingElement), ...notes.map((note) => reference('NoteRef', note))]
  })

const codingElement = ({ guid, code, by, at, notes }: ProjectCoding): Element =>
  element('Coding', {
    attributes: { guid, creatingUser: by, creationDateTime: at },
    children: [reference('CodeRef', code), ...notes.map((note) => reference('NoteRef', note))]
  })

const noteElement = ({ guid, name, description, text, by, at, changedAt }: ProjectNote): Element =>
  element('Note', {
    attributes: { guid, name, creatingUser: by, creationDateTime: at, modifiedDateTime: changedAt },
    children: [textElement('Description', description), element('PlainTextContent', { text })]
  })

const linkElement = ({ guid, name, direction, from, to, notes }: ProjectLink): Element =>
  element('Link', { attributes: { guid, name, direction, originGUID: from, targetGUID: to }, children: notes.map((note) => reference('NoteRef', note)) })

const setElement = ({ guid, name, description, codes, sources, notes }: ProjectSet): Element =>
  element('Set', {
    attributes: { guid, name },
    children: [
      textElement('Description', description),
      ...codes.map((code) => reference('MemberCode', code)),
      ...sources.map((source) => reference('MemberSource', source)),
      ...notes.map((note) => reference('MemberNote', note))
    ]
  })
