import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { childOf, childrenOf } from '#core/exchange/element.ts'
import { People } from '#core/exchange/people.ts'
import { projectElement } from '#core/exchange/project-elements.ts'
import { projectFaults } from '#core/exchange/project-faults.ts'
import { projectOfWork } from '#core/exchange/project-of-work.ts'
import { schemaFaults } from '#core/exchange/schema.ts'
import type { Project } from '#core/exchange/project.ts'
import type { Work } from '#core/exchange/work.ts'
import { projectSchema } from '../../../src-main/host/project-schema.ts'
import { xmlTree } from '../../../src-main/readers/xml.ts'
import { ZipPackage } from '../../../src-main/readers/zip-package.ts'
import { codebookGuids } from '../../../src-main/writers/codebook-files.ts'
import { qdpxBytes } from '../../../src-main/writers/qdpx.ts'
import { inventedWork, note, report, text } from '../../core/exchange/invented-work.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const guidOf = codebookGuids('test')
const schema = projectSchema()
const made = (work: Work) => projectOfWork(work, { language: 'zh', guidOf, codeGuidOf: codebookGuids(work.codebook.id) }, new People(guidOf))
const written = async (project: Project, lineEnds: 'lf' | 'crlf' = 'lf') => {
  const bytes = await qdpxBytes(project, { schema, lineEnds })
  const zip = await ZipPackage.open(bytes, 'x.qdpx')
  const member = async (name: string) => Buffer.from((await zip.read(name))!).toString('utf8')
  const root = xmlTree(await member('project.qde'), { place: 'x', damaged: 'damaged-xml' })
  return { bytes, names: zip.members.map(({ name }) => name), root, member, xml: await member('project.qde') }
}

describe('a REFI-QDA project', () => {
  it('is one project.qde and a flat folder of texts, valid as it is read back', async () => {
    const { project } = made(inventedWork(report(), report()))
    const { names, root, member } = await written(project)
    expect(schemaFaults(root, schema)).toEqual([])
    expect(names).toEqual(['project.qde', ...project.sources.map(({ guid }) => `sources/${guid}.txt`)])
    expect(await member(names[1]!)).toBe(text)
  })

  // a second opinion, where a Java is installed: the validator of its library reads the schema itself
  const java = spawnSync('javac', ['-version']).status === 0
  it.skipIf(!java)('is valid by another validator too (skipped where there is no Java)', { timeout: 120_000 }, async () => {
    const folder = temporaryFolder()
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'project.qde'), (await written(made(inventedWork(report())).project)).xml)
    writeFileSync(
      join(folder, 'V.java'),
      `public class V { public static void main(String[] a) throws Exception {
        javax.xml.validation.SchemaFactory.newInstance("http://www.w3.org/2001/XMLSchema").newSchema(new java.io.File(a[0])).newValidator()
          .validate(new javax.xml.transform.stream.StreamSource(new java.io.File(a[1]))); } }`
    )
    const xsd = new URL('../../../resources/refi-qda/Project.xsd', import.meta.url).pathname
    const { status, stderr } = spawnSync('java', [join(folder, 'V.java'), xsd, join(folder, 'project.qde')], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  it('counts positions in code points and gives the words as names', async () => {
    const { root } = await written(made(inventedWork(report())).project)
    const points = [...text]
    const selections = childrenOf(childrenOf(childOf(root, 'Sources')!, 'TextSource')[0]!, 'PlainTextSelection')
    expect(selections.length).toBeGreaterThanOrEqual(5)
    for (const { attributes } of selections) {
      expect(points.slice(Number(attributes.get('startPosition')), Number(attributes.get('endPosition'))).join('')).toBe(attributes.get('name'))
    }
    expect(selections.map(({ attributes }) => attributes.get('name'))).toContain('李𬭎')
  })

  it('with CRLF for MAXQDA counts both', async () => {
    const { root, names, member } = await written(made(inventedWork(report())).project, 'crlf')
    const points = [...(await member(names[1]!))]
    expect(points.join('')).toBe(text.replaceAll('\n', '\r\n'))
    for (const { attributes } of childrenOf(childrenOf(childOf(root, 'Sources')!, 'TextSource')[0]!, 'PlainTextSelection')) {
      expect(points.slice(Number(attributes.get('startPosition')), Number(attributes.get('endPosition'))).join('')).toBe(attributes.get('name'))
    }
  })

  it('of the same work is the same file, and of two reports with one text two sources', async () => {
    const work = inventedWork(report(), report())
    expect((await written(made(work).project)).bytes).toEqual((await written(made(work).project)).bytes)
    expect(new Set(made(work).project.sources.map(({ guid }) => guid)).size).toBe(2)
  })

  it('names whose hand each coding is of: the program is a user of its own', () => {
    const { users, sources } = made(inventedWork(report())).project
    expect(users.map(({ name }) => name)).toEqual(['乙', '对照（程序识读） Duizhao (machine reading)', '甲', '研究者 Researcher'])
    const machine = users.find(({ id }) => id === 'duizhao-machine')!.guid
    expect(sources[0]!.selections.filter(({ codings }) => codings.some(({ by }) => by === machine)).map(({ name }) => name)).toEqual(['强调健全养老服务。'])
  })

  it('has no container that would be empty, whatever there is nothing of', async () => {
    const empty = inventedWork({ ...report(), machine: [], codings: [], notes: [], about: { province: null, place: null, date: null, meeting: null, issuer: null, documentNumber: null, reporter: null, venue: null, attribution: null, fileName: 'x.txt' } })
    const { root } = await written(made(empty).project)
    expect(root.children.map(({ name }) => name)).toEqual(['CodeBook', 'Variables', 'Sources', 'Sets'])
    expect(schemaFaults((await written(made(inventedWork()).project)).root, schema)).toEqual([])
  })

  it('says what it does not hold as it was', () => {
    const { losses } = made(inventedWork(report({ codings: [...report().codings, { ...report().codings[0]!, theme: 'gone' }] })))
    expect(losses.filter(({ count }) => count !== null)).toEqual([
      { what: 'highlights-as-comments', count: 1 }, { what: 'unplaced-notes', count: 1 }, { what: 'unknown-themes', count: 1 }, { what: 'rejected-as-comments', count: 1 }
    ])
  })
})

describe('what is not valid is not written', () => {
  const { project } = made(inventedWork(report()))
  const [source] = project.sources
  const [first] = source!.selections
  const withSelection = (selection: object): Project => ({ ...project, sources: [{ ...source!, selections: [{ ...first!, ...selection }] }] })

  it('by the schema', async () => {
    const root = projectElement(project)
    expect(schemaFaults({ ...root, children: root.children.toReversed() }, schema)).not.toEqual([])
    expect(schemaFaults({ ...root, attributes: new Map() }, schema)).toEqual(['Project@name is missing'])
    expect(schemaFaults(projectElement({ ...project, users: [{ guid: 'x', name: '', id: '' }] }), schema)).toEqual(['User@guid is x'])
    expect(schemaFaults(projectElement(withSelection({ at: '2026-01-05 08:10' })), schema)).toEqual(['PlainTextSelection@creationDateTime is 2026-01-05 08:10'])
    await expect(written({ ...project, users: [{ guid: 'x', name: '', id: '' }] })).rejects.toThrow('User@guid is x')
  })

  it('by sense: references to nothing, GUIDs twice, places that are none, other words', () => {
    expect(projectFaults(project)).toEqual([])
    expect(projectFaults({ ...project, users: [] }).length).toBeGreaterThan(0)
    expect(projectFaults(withSelection({ guid: source!.guid }))).toContainEqual(expect.stringContaining('is there twice'))
    expect(projectFaults(withSelection({ end: 10_000 }))).toContainEqual(expect.stringContaining('is no place of'))
    expect(projectFaults(withSelection({ name: '别的话' }))).toContainEqual(expect.stringContaining('the words are not at'))
    const group = project.codes[0]!.guid
    expect(projectFaults(withSelection({ codings: [{ guid: guidOf('c'), code: group, by: null, at: null, notes: [] }] }))).toContainEqual(expect.stringContaining('only holds other codes'))
  })

  it('a note with nothing a line could break is a note all the same', async () => {
    const { root } = await written(made(inventedWork(report({ notes: [note({ start: 0, end: 2 }, { body: '\0 控制字符' })] }))).project)
    expect(schemaFaults(root, schema)).toEqual([])
  })
})
