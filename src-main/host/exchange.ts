import { createHash } from 'node:crypto'
import type { Codebook } from '#core/codebook/codebook.ts'
import { codebookWithout } from '#core/codebook/empty.ts'
import { codebookOfExchange } from '#core/codebook/exchange-codes.ts'
import type { Handlers } from '#core/contract/calls.ts'
import type { MergeReport } from '#core/contract/exchange-calls.ts'
import type { ReadProject } from '#core/exchange/project-of-elements.ts'
import type { ReceivedNote } from '#core/exchange/received.ts'
import { Refusal } from '#core/contract/problem.ts'
import { readAnnotations } from '#core/exchange/read-annotations.ts'
import { workOfAnnotations, type KnownText } from '#core/exchange/work-of-annotations.ts'
import type { ThemeHere } from '#core/exchange/theme-here.ts'
import { workOfProject } from '#core/exchange/work-of-project.ts'
import type { StoredCodebook } from '../library/codebooks.ts'
import { linksOn } from '../library/links.ts'
import { eachText, reportIds } from '../library/reports.ts'
import { readChoices, readFile } from '../library/sources.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { decodeText } from '../readers/encoding.ts'
import { readBundle, type ReadBundle } from '../readers/exchange/read-bundle.ts'
import { readQdpx } from '../readers/exchange/read-qdpx.ts'
import { readFileBytes } from '../readers/file-bytes.ts'
import { codebookGuids } from '../writers/codebook-files.ts'
import type { BundledFile } from '../writers/bundle.ts'
import { workFile } from '../writers/work-files.ts'
import { parsed, type Codebooks } from './codebooks.ts'
import type { CodedGround } from './comparisons.ts'
import { libraryWork } from './library-work.ts'
import { localDay } from './local-day.ts'
import { textHash } from '../library/anchorings.ts'
import { projectSchema } from './project-schema.ts'
import { reportOf } from './reports.ts'
import { receiveWork, type ReceiveGround } from './receive.ts'
import { ReceivedCodebooks } from './received-codebooks.ts'
import { storedForm } from './reference.ts'

export type ExchangeGround = CodedGround & ReceiveGround & { readonly codebooks: Codebooks }

export function exchangeHandlers(ground: ExchangeGround): Pick<Handlers, 'exchange.export' | 'exchange.import' | 'exchange.merges' | 'exchange.settle'> {
  return {
    'exchange.export': async ({ reports, ...asked }) => {
      await ground.current
      const work = await libraryWork(ground, reports)
      const { read } = ground.library
      const ids = reports ?? reportIds(read).map(String)
      const { bytes, losses, ending } = await workFile(work, { ...asked, schema: projectSchema(), links: linksOn(read, ids.map(Number)), files: () => filesOf(read, ids) })
      const saved = await ground.shell.save(`${work.name} ${localDay(ground.now())}.${ending}`, bytes)
      return saved === null ? null : { ...saved, losses }
    },
    'exchange.import': async ({ file, conflicts }) => {
      await ground.current
      const given = file === null ? await chosenFile(ground) : { name: file.name, bytes: Buffer.from(file.base64, 'base64') }
      if (given === null) return null
      if (!isZip(given.bytes)) return receiveAnnotations(ground, given, conflicts)
      const bundle = await readBundle(given.bytes, given.name)
      return bundle === null ? receiveProject(ground, given, conflicts) : receiveBundle(ground, { bundle, what: baseName(given.name), conflicts })
    },
    'exchange.merges': () => ground.openConflicts.list(),
    'exchange.settle': ({ merge, conflicts }) => ground.openConflicts.settle(merge, conflicts)
  }
}

interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

async function chosenFile({ shell }: ExchangeGround): Promise<GivenFile | null> {
  const [path] = (await shell.chooseFiles('exchange')) ?? []
  return path === undefined ? null : { name: path, bytes: await readFileBytes(path) }
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

const baseName = (name: string): string => name.slice(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')))

async function receiveProject(ground: ExchangeGround, { name, bytes }: GivenFile, conflicts: 'mine' | 'theirs'): Promise<MergeReport> {
  const read = await readQdpx(bytes, name)
  const codebooks = await ReceivedCodebooks.of(ground.codebooks, ground.library.read)
  const codes = codesHere({ themes: codebooks.byGuid(), here: (id) => codebooks.stored(id) }, read, baseName(name))
  const received = workOfProject(read, (guid) => codes.themes.get(guid) ?? null)
  const isUsed = codes.own !== null && [...received.reports.flatMap(({ codings, notes, verdicts = [] }) => [...codings, ...notes, ...verdicts]), ...(received.summaries ?? [])].some((one) => codes.isOwn(one))
  const stored = codes.own === null || !isUsed ? null : storedForm(codes.own)
  if (stored !== null) codebooks.arrive({ id: stored.id, isOwn: true, goesOn: true, versions: [{ stored, madeAt: ground.now().toISOString() }] })
  codebooks.keepThoseOf(received, ground.library)
  const merged = await receiveWork(ground, {
    received, conflicts, codebooks, files: new Map(), what: baseName(name),
    ownCodebookOf: (theme) => (stored !== null && codes.isOwn(theme) ? stored.sha256 : null),
    namesTheme: (codebook) => codes.named.has(codebook)
  })
  return { ...merged, codebook: stored === null ? null : { id: stored.id, themes: codes.ownThemes } }
}

const nothingToMerge = (place: string): Refusal =>
  new Refusal({
    kind: 'unsupported-format',
    message: {
      zh: '这个文件里没有可以并入的内容：应是 .qdpx 项目、交换包，或每行一条的 W3C 批注（.jsonld）。',
      en: 'There is nothing to merge in this file: it should be a .qdpx project, a bundle, or W3C annotations, one a line (.jsonld).'
    },
    place
  })

/** For each report its file. A report that is asked for has one. */
function filesOf(read: ReadableLibrary, ids: readonly string[]): BundledFile[] {
  const known = new Map<number, BundledFile>()
  return ids.map((id) => {
    const { source } = reportOf(read, id)
    const file = known.get(source) ?? bundledFile(read, source)
    known.set(source, file)
    return file
  })
}

function bundledFile(read: ReadableLibrary, source: number): BundledFile {
  const { bytes, fileName, folders } = readFile(read, source)! // its report refers to it
  const { encoding = null, columns = null, articles = null } = readChoices(read, source) ?? {}
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes, fileName, folders, encoding, columns, articles }
}

interface GivenBundle {
  readonly bundle: ReadBundle
  readonly what: string
  readonly conflicts: 'mine' | 'theirs'
}

async function receiveBundle(ground: ExchangeGround, { bundle, what, conflicts }: GivenBundle): Promise<MergeReport> {
  const files = new Map(bundle.files.map(({ sha256, bytes, fileName, folders, encoding, columns, articles }) => [sha256, { name: fileName, bytes, ...(columns === null ? {} : { columns }), origin: { fileName, folders, encoding, articles } }]))
  const codebooks = await ReceivedCodebooks.of(ground.codebooks, ground.library.read, bundle.work.codebooks)
  const received = codebooks.known(bundle.work)
  codebooks.keepThoseOf(received, ground.library)
  const merged = await receiveWork(ground, { received, files, conflicts, what, codebooks, ownCodebookOf: () => null, namesTheme: bundle.namesTheme })
  return { ...merged, codebook: null }
}

/** Annotations hold no texts: they are of reports that are here. */
async function receiveAnnotations(ground: ExchangeGround, { name, bytes }: GivenFile, conflicts: 'mine' | 'theirs'): Promise<MergeReport> {
  const file = decodeText(bytes)?.text ?? ''
  const { annotations, unread } = readAnnotations(file)
  if (annotations.length === 0) throw nothingToMerge(name)
  const { library } = ground
  const codebooks = await ReceivedCodebooks.of(ground.codebooks, ground.library.read)
  const themes = codebooks.byGuid()
  const named = new Set(annotations.flatMap(({ codes }) => codes.map(({ guid }) => themes.get(guid)?.codebook)))
  const read = workOfAnnotations(annotations, knownTexts(library.read), (guid) => themes.get(guid) ?? null)
  const received = unread === 0 ? read : { ...read, doubts: [...read.doubts, { what: 'unread-lines', count: unread } as const] }
  codebooks.keepThoseOf(received, library)
  const merged = await receiveWork(ground, {
    received, conflicts, codebooks, files: new Map(), what: baseName(name), ownCodebookOf: () => null, namesTheme: (codebook) => named.has(codebook)
  })
  return { ...merged, codebook: null }
}

/** Reports in the bin are not asked for work on them. */
function knownTexts(read: ReadableLibrary): KnownText[] {
  const listed = new Set(reportIds(read))
  return [...eachText(read)].filter(({ id }) => listed.has(id)).map(({ title, text }) => ({ title: title ?? '', text, hash: textHash(text) }))
}

interface CodesHere {
  /** Themes by GUIDs of codes. */
  readonly themes: ReadonlyMap<string, ThemeHere>
  /** The codebooks here that codes of the project are of. */
  readonly named: ReadonlySet<string>
  /** What no theme here is, as a codebook of its own; null where there is nothing. */
  readonly own: Codebook | null
  readonly isOwn: (of: Pick<ReceivedNote, 'codebook' | 'theme'>) => boolean
  readonly ownThemes: number
}

interface KnownThemes {
  readonly themes: Map<string, ThemeHere>
  readonly here: (codebook: string) => StoredCodebook | null
}

/** A codebook that an earlier file of the same name came to, with the themes that a later one adds; else the new one. */
function grown(before: StoredCodebook | null, came: Codebook): Codebook {
  if (before === null) return came
  const known = parsed(before.definition)
  const ids = new Set(known.themes.map(({ id }) => id))
  const [major = '1', minor = '0'] = known.version.split('.')
  return { ...known, version: `${major}.${Number(minor) + 1}.0`, themes: [...known.themes, ...came.themes.filter(({ id }) => !ids.has(id))] }
}

/** Codes that are themes of codebooks here, by their GUIDs; all others, with what is above them, are a codebook of their own. */
function codesHere({ themes, here }: KnownThemes, { project }: ReadProject, name: string): CodesHere {
  const isKnown = (code: (typeof project.codes)[number]): boolean => themes.has(code.guid) && code.codes.every(isKnown)
  const others = project.codes.filter((code) => !isKnown(code))
  const flat = (code: (typeof others)[number]): string[] => [code.guid, ...code.codes.flatMap(flat)]
  const named = new Set(project.codes.flatMap(flat).flatMap((guid) => themes.get(guid)?.codebook ?? []))
  const none = { themes, named, own: null, isOwn: () => false, ownThemes: 0 }
  if (others.length === 0) return none
  const label = name.replace(/\.[^.]*$/, '')
  const base = codebookWithout(`imported-${codebookGuids('imported')(label).slice(0, 8)}`, label)
  const read = codebookOfExchange({ codes: others, sets: [] }, { base, guidOf: codebookGuids(base.id) })
  if (!('codebook' in read)) return none
  const before = here(base.id)
  const own = read.codebook.themes.filter(({ guid }) => guid !== undefined && !themes.has(guid))
  for (const { guid, id } of own) themes.set(guid!, { codebook: base.id, theme: id })
  const ids = new Set(own.map(({ id }) => id))
  return { themes, named, own: grown(before, read.codebook), isOwn: ({ codebook, theme }) => codebook === base.id && theme !== null && ids.has(theme), ownThemes: ids.size }
}
