import type { FileOutcome } from '#core/contract/calls.ts'
import type { Problem } from '#core/contract/problem.ts'
import type { Host } from './host/host.ts'
import { noticePreparing, noticeRefusal, noticeStart, noticeStopped, noticeUnread, type Preparing } from './state/notices.ts'
import { wordsOf } from './use-words.ts'

/** A file the window may read, with its name (inside a dropped folder: the path from there). */
export interface NamedFile {
  readonly name: string
  readonly file: File
}

const largestFile = 256 * 1024 * 1024
/** Files travel together up to this size, so that a folder of thousands does not become one request. */
const largestBatch = 32 * 1024 * 1024
/** What the contract takes at most. One batch is one job, with one button that stops it. */
const mostInBatch = 10_000

/** How many files are read at a time. */
const readTogether = 48

/** Sends files to the host, batch by batch; every file ends as an outcome under its own name. */
export async function importFiles(host: Host, files: readonly NamedFile[]): Promise<void> {
  const preparing = noticePreparing(files.length)
  try {
    await handOver(host, files, preparing)
  } finally {
    preparing.end()
  }
}

/** As `importFiles`, of a drop: what lies in dropped folders is looked for first. */
export async function importDropped(host: Host, transfer: DataTransfer): Promise<void> {
  const preparing = noticePreparing(0)
  try {
    await handOver(host, await droppedFiles(transfer, preparing), preparing)
  } finally {
    preparing.end()
  }
}

/** What was stopped stays stopped: jobs that were begun are cancelled too, and what they have read stays. */
async function handOver(host: Host, files: readonly NamedFile[], preparing: Preparing): Promise<void> {
  const { signal } = preparing
  const jobs: string[] = []
  const cancelJobs = (): void => {
    for (const job of jobs) void host.call('jobs.cancel', { job })
  }
  signal.addEventListener('abort', cancelJobs)
  await sendFiles(host, files, { ...preparing, begun: (job) => {
    jobs.push(job)
    // stopped while this batch was on its way
    if (signal.aborted) cancelJobs()
  } })
  if (signal.aborted && jobs.length === 0) noticeStopped()
}

interface Sending extends Pick<Preparing, 'signal' | 'progress'> {
  readonly begun: (job: string) => void
}

async function sendFiles(host: Host, files: readonly NamedFile[], { signal, progress, begun }: Sending): Promise<void> {
  const tooLarge = files.filter(({ file }) => file.size > largestFile).map(({ name }) => failure(name, 'too-large'))
  let unread: FileOutcome[] = tooLarge
  let batch: { name: string; base64: string }[] = []
  let size = 0
  let done = tooLarge.length
  const send = async (): Promise<void> => {
    if (batch.length === 0 || signal.aborted) return
    const reply = await host.call('sources.import', { files: batch })
    if (reply.ok) {
      noticeStart(reply.value.job, batch.length)
      noticeUnread(reply.value.job, unread)
      begun(reply.value.job)
      unread = []
    } else unread.push(...batch.map(({ name }): FileOutcome => failed(name, { ...reply.problem, place: name })))
    batch = []
    size = 0
  }
  for (const group of groupsOf(files.filter(({ file }) => file.size <= largestFile))) {
    if (signal.aborted) break
    progress(done, files.length)
    const read = await Promise.all(group.map(async ({ name, file }) => ({ name, base64: await base64Of(file), size: file.size })))
    for (const { name, base64, size: bytes } of read) {
      if (batch.length === mostInBatch || (size > 0 && size + bytes > largestBatch)) await send()
      if (base64 === null) unread.push(failure(name, 'unreadable-file'))
      else {
        batch.push({ name, base64 })
        size += bytes
      }
    }
    done += group.length
  }
  progress(done, files.length)
  await send()
  noticeUnread(null, unread)
}

/** Files that are held in memory at once: not too many, and not too large together. */
function* groupsOf(files: readonly NamedFile[]): Generator<NamedFile[]> {
  let group: NamedFile[] = []
  let size = 0
  for (const named of files) {
    if (group.length === readTogether || (size > 0 && size + named.file.size > largestBatch)) {
      yield group
      group = []
      size = 0
    }
    group.push(named)
    size += named.file.size
  }
  if (group.length > 0) yield group
}

/** The browser's own dialog. */
export function pickFiles(host: Host): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.addEventListener('change', () => void importFiles(host, [...(input.files ?? [])].map((file) => ({ name: file.name, file }))))
  input.click()
}

/** One file by the browser's own dialog, as calls take it; undefined where the person closed it or it cannot be read. */
export function pickOneFile(accept: string): Promise<{ readonly name: string; readonly base64: string } | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    const take = async (): Promise<void> => {
      const file = input.files?.[0]
      const base64 = file === undefined || file.size > largestFile ? null : await base64Of(file)
      if (file !== undefined && base64 === null) noticeUnread(null, [failure(file.name, file.size > largestFile ? 'too-large' : 'unreadable-file')])
      resolve(file === undefined || base64 === null ? undefined : { name: file.name, base64 })
    }
    input.addEventListener('change', () => void take())
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
}

/** Opens the native dialog of the desktop shell; `handed`: no dialog, but the files that the system has handed over. */
export async function chooseFiles(host: Host, asked: { readonly handed?: true } = {}): Promise<void> {
  const reply = await host.call('sources.choose', asked)
  if (!reply.ok) noticeRefusal(reply.problem)
  else if (reply.value !== null) noticeStart(reply.value.job, 0)
}

export async function addSample(host: Host): Promise<void> {
  const reply = await host.call('library.addSample', {})
  if (reply.ok) noticeStart(reply.value.job, 1)
  else noticeRefusal(reply.problem)
}

/** All files of a drop, those inside dropped folders too. */
async function droppedFiles(transfer: DataTransfer, { signal, progress }: Preparing): Promise<NamedFile[]> {
  // entries must be taken before the first await: the transfer is emptied when the event ends
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry())
  const plain = [...transfer.files]
  const found: NamedFile[] = []
  const add = (file: NamedFile): void => {
    found.push(file)
    if (found.length % readTogether === 0) progress(0, found.length)
  }
  for (const entry of entries) if (entry !== null) await collect(entry, { signal, add })
  return found.length > 0 || signal.aborted ? found : plain.map((file) => ({ name: file.name, file }))
}

interface Collecting {
  readonly signal: AbortSignal
  readonly add: (file: NamedFile) => void
}

async function collect(entry: FileSystemEntry, into: Collecting): Promise<void> {
  if (into.signal.aborted) return
  const name = entry.fullPath.replace(/^\//, '')
  try {
    if (isFile(entry)) {
      into.add({ name, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) })
    } else if (isFolder(entry)) {
      for (const child of await childrenOf(entry)) await collect(child, into)
    }
  } catch {
    noticeUnread(null, [failure(name, 'unreadable-file')])
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

/** A folder hands its entries out a hundred at a time, until it hands out none. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const children: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return children.sort((a, b) => (a.name < b.name ? -1 : 1))
    children.push(...some)
  }
}

/** The bytes in base64, or null where the system does not let us read them. */
function base64Of(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => {
      const url = typeof reader.result === 'string' ? reader.result : ''
      resolve(url.slice(url.indexOf(',') + 1))
    }
    reader.onerror = () => resolve(null)
    reader.readAsDataURL(file)
  })
}

function failure(file: string, kind: 'too-large' | 'unreadable-file'): FileOutcome {
  const sentence = kind === 'too-large' ? 'tooLarge' : 'unreadable'
  const message = { zh: wordsOf.zh.imports[sentence], en: wordsOf.en.imports[sentence] }
  return failed(file, { kind, message, place: file })
}

const failed = (file: string, problem: Problem): FileOutcome => ({ file, state: 'failed', reports: [], problem, warnings: [] })
