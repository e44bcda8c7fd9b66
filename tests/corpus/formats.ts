import { expectations, faultsOf, oddFiles, readRealFiles, type RealOutcome } from './real-files.ts'

/** The table of `npm run corpus` for files: what became of each real one. */
export async function printFormats(): Promise<void> {
  console.log('\n文件格式 files of every format (formats/)')
  const records = new Map(expectations().map((record) => [record.file, record]))
  let right = 0
  for await (const outcome of readRealFiles('formats', [...records.keys()])) {
    const faults = faultsOf(records.get(outcome.file)!, outcome)
    if (faults.length === 0) right += 1
    console.log(`  ${faults.length === 0 ? '✓' : '✗'} ${line(outcome)}${faults.length === 0 ? '' : `  ${faults.join('; ')}`}`)
  }
  console.log(`  ${right}/${records.size} as they must be`)
  await printOdd()
}

async function printOdd(): Promise<void> {
  console.log('\n怪异文件 odd files (odd/)')
  const counts = new Map<string, number>()
  const slow: string[] = []
  for await (const outcome of readRealFiles('odd', oddFiles())) {
    const kind = `${outcome.file.split('.').at(-1)} ${outcome.outcome}`
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    if (outcome.ms > 5000 || outcome.outcome.startsWith('bug')) slow.push(line(outcome))
  }
  for (const [kind, count] of [...counts].sort()) console.log(`  ${kind.padEnd(40)} ${count}`)
  for (const each of slow) console.log(`  ! ${each}`)
}

function line({ file, outcome, text, warnings, ms }: RealOutcome): string {
  const characters = text.replace(/\s/g, '').length
  return `${file.padEnd(40)} ${outcome.padEnd(20)} ${String(characters).padStart(7)} ${ms.toFixed(0).padStart(6)} ms  ${warnings.join(', ')}`
}
