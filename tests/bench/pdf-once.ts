import { readFileSync } from 'node:fs'
import { readPdf } from '../../src-main/readers/pdf/read-pdf.ts'

// one PDF in a process of its own, for `pdf-figures.ts`
const [path = ''] = process.argv.slice(2)
await readPdf(new Uint8Array(readFileSync(path)), { fileName: '', folders: [], encoding: null, columns: null, pageProgress: () => undefined })
