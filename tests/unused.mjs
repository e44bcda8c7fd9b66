// The dead-code check. An export is dead when nothing imports it, and also when only tests import it
// and its own file does not use it either. Types may stand unused (they document a contract). Whole
// files that nothing imports are found by "no orphans" of the room check.
import { globSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { analyzeTsConfig } from 'ts-unused-exports'

const root = resolve(import.meta.dirname, '..')
process.chdir(root)

/** Entries: started by name, not imported. */
const entries = /^src-(main\/(cli\/(main|start)|shell\/main|preload\/preload|parser\/(parser-process|recogniser-process|watchdog))\.ts|renderer\/main\.ts)$/

const filesIn = (pattern) => globSync(pattern).filter((file) => !file.endsWith('.d.ts'))
const program = filesIn('src-{core,main,renderer}/**/*.{ts,tsx}')
const tests = filesIn('tests/**/*.{ts,tsx}')
if (program.length < 100) throw new Error('The dead-code check saw almost no files: it is looking in the wrong place.')

/** `file name` of every export that no static import of these files takes. */
function notImported(files) {
  const { unusedExports } = analyzeTsConfig(resolve(root, 'tests/tsconfig.unused.json'), [
    ...files.map((file) => resolve(root, file)),
    '--allowUnusedTypes'
  ])
  return Object.entries(unusedExports).flatMap(([file, exports]) =>
    exports.map(({ exportName }) => ({ file: relative(root, file), name: exportName }))
  )
}

/** What is taken by `(await import('./x.ts')).name`, `const { name } = await import('./x.ts')` or `later`. */
const taken = new Set(
  [...program, ...tests].flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    const place = (to) => (to.startsWith('#core/') ? to.replace('#core', 'src-core') : relative(root, resolve(dirname(file), to)))
    const members = [...text.matchAll(/\(await import\('([^']+)'\)\)\.(\w+)/g)].map(([, to, name]) => `${place(to)} ${name}`)
    const parts = [...text.matchAll(/const \{([^}]+)\} = await import\('([^']+)'\)/g)].flatMap(([, names, to]) =>
      names.split(',').map((name) => `${place(to)} ${name.trim()}`)
    )
    // `later(() => import('./x.tsx'), 'name')`
    const later = [...text.matchAll(/\(\) => import\('([^']+)'\), '(\w+)'/g)].map(([, to, name]) => `${place(to)} ${name}`)
    return [...members, ...parts, ...later]
  })
)

const isUsedInItsFile = ({ file, name }) => readFileSync(file, 'utf8').split(new RegExp(`\\b${name}\\b`)).length > 2

const byNobody = notImported([...program, ...tests])
const byTestsOnly = notImported(program).filter((found) => !isUsedInItsFile(found))
const dead = [...byNobody, ...byTestsOnly]
  .filter(({ file }) => file.startsWith('src-') && !entries.test(file))
  .map(({ file, name }) => `${file} ${name}`)
  .filter((found) => !taken.has(found))

const each = [...new Set(dead)].sort()
for (const found of each) console.error(`unused export: ${found}`)
console.log(`${program.length} files, ${each.length} unused exports`)
process.exitCode = each.length === 0 ? 0 : 1
